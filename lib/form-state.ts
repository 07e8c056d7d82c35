import type { RefusalCode, RefusalFacts, WayOn } from "#lib/refusal";

/** What a form shows after it was sent; `values` fills it in again, without passwords. */
export type FormState<Done = never> =
  | { status: "idle" }
  | { status: "invalid"; fields: Record<string, string>; values: FormValues }
  | {
      status: "refused";
      code: RefusalCode;
      sentence: string;
      facts: RefusalFacts;
      wayOn?: WayOn;
      values: FormValues;
    }
  | { status: "done"; done: Done };

export type FormValues = Record<string, string[]>;

/** A form's action as `useActionState` takes it. */
export type FormAction<Done = never> = (
  state: FormState<Done>,
  form: FormData,
) => Promise<FormState<Done>>;

/** The sentence about one field, if what was sent there did not do. */
export function fieldError(state: FormState<unknown>, name: string): string | undefined {
  return state.status === "invalid" ? state.fields[name] : undefined;
}

/** What was sent for one field the last time, or what it holds at first. */
export function fieldValue(state: FormState<unknown>, name: string, first = ""): string {
  return fieldValues(state, name)?.at(-1) ?? first;
}

export function fieldValues(state: FormState<unknown>, name: string): string[] | undefined {
  return "values" in state ? state.values[name] : undefined;
}
