import { TextField } from "#components/ui/field";

type CodeFieldProps = {
  isRecovery?: boolean;
  /** The form takes the one or the other. */
  isEither?: boolean;
  error?: string;
};

/** A code of the app or a recovery code, with the keyboard that each is typed on. */
export function CodeField({ isRecovery, isEither, error }: CodeFieldProps) {
  return (
    <TextField
      label={isEither ? "Code or recovery code" : isRecovery ? "Recovery code" : "Code"}
      name="code"
      hint={isRecovery ? recoveryHint : isEither ? eitherHint : appHint}
      inputMode={isRecovery || isEither ? "text" : "numeric"}
      autoComplete={isRecovery ? "off" : "one-time-code"}
      autoCapitalize="none"
      spellCheck={false}
      className="input-code"
      required
      error={error}
    />
  );
}

const appHint = "The six digits that your authenticator app shows now.";
const recoveryHint = "One of the codes that you saved. Each counts once.";
const eitherHint = "The six digits that your authenticator app shows now, or a recovery code.";
