import { TextField } from "#components/ui/field";

type CodeFieldProps = {
  name?: string;
  label?: string;
  hint?: string;
  takes: "app" | "recovery" | "either";
  error?: string;
  /** Where the code is all that a page asks for. */
  isFirst?: boolean;
};

/** A code of the app, a recovery code, or either, with the keyboard that it is typed on. */
export function CodeField({ takes, isFirst, ...wording }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      inputMode={takes === "app" ? "numeric" : "text"}
      autoComplete={takes === "recovery" ? "off" : "one-time-code"}
      autoCapitalize="none"
      spellCheck={false}
      className="input-code"
      required
      ref={isFirst ? focus : undefined}
      {...usual[takes]}
      {...wording}
    />
  );
}

/** One function for all, so that it runs when the field appears and never again. */
function focus(input: HTMLInputElement | null): void {
  input?.focus();
}

const usual = {
  app: { label: "Code", hint: "The six digits that your authenticator app shows now." },
  recovery: {
    label: "Recovery code",
    hint: "One of the codes that you saved. Each counts once.",
  },
  either: {
    label: "Code or recovery code",
    hint: "The six digits that your authenticator app shows now, or a recovery code.",
  },
};
