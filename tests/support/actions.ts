import type { FormAction, FormState, FormValues } from "#lib/form-state";
import { type RefusalCode, type RefusalFacts, refusalSentence, refusalWayOn } from "#lib/refusal";

/** A form's action that answers at once, and keeps what it was sent. */
export function answering<Done = never>(answer: (values: FormValues) => FormState<Done>) {
  const sent: FormValues[] = [];
  const action: FormAction<Done> = async (_state, form) => {
    const values = valuesOf(form);
    sent.push(values);
    return answer(values);
  };
  return { action, sent };
}

/** A form's action that goes on until `finish` is called, for what shows meanwhile. */
export function waiting<Done = never>() {
  const { promise, resolve } = Promise.withResolvers<FormState<Done>>();
  const { action, sent } = answering<Done>(() => ({ status: "idle" }));
  return {
    sent,
    action: async (state: FormState<Done>, form: FormData) => {
      await action(state, form);
      return promise;
    },
    finish: () => resolve({ status: "idle" }),
  };
}

/** What the server answers where it refuses: the sentence, where it leads on to, and what was typed. */
export function refused(code: RefusalCode, facts: RefusalFacts = {}) {
  return (values: FormValues): FormState<never> => ({
    status: "refused",
    code,
    facts,
    values,
    sentence: refusalSentence(code, facts),
    wayOn: refusalWayOn(code, (values.userId ?? values.contactId)?.at(-1)),
  });
}

/** What the server answers where fields do not do. */
export function invalid(fields: Record<string, string>) {
  return (values: FormValues): FormState<never> => ({ status: "invalid", fields, values });
}

function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of form) values[name] = [...(values[name] ?? []), String(value)];
  return values;
}
