import type { RefusalFacts } from "#lib/refusals/facts";
import { refusalsOfContacts } from "#lib/refusals/of-contacts";
import { refusalsOfSignIns } from "#lib/refusals/of-sign-ins";
import { refusalsOfUsers } from "#lib/refusals/of-users";

export type { RefusalFacts };

const sentences = { ...refusalsOfUsers, ...refusalsOfContacts, ...refusalsOfSignIns };

export type RefusalCode = keyof typeof sentences;

/** Where a refusal leads on to, in whatever form it comes up. */
export type WayOn = { label: string; href: string };

const waysOn: Partial<Record<RefusalCode, WayOn>> = {
  second_step_needed: { label: "Set up two-step sign-in", href: "/sign-ins/two-step" },
  own_second_step_first: { label: "Set up two-step sign-in", href: "/sign-ins/two-step" },
  set_up_too_late: { label: "Begin again", href: "/sign-ins/two-step" },
  code_not_needed: { label: "Go to sign in", href: "/sign-in" },
  code_too_late: { label: "Go to sign in", href: "/sign-in" },
};

export function refusalWayOn(code: RefusalCode): WayOn | undefined {
  return waysOn[code];
}

/** Thrown inside a use case, which rolls its transaction back; a value with a sentence at the edge. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;
  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
  }
}

/** The one sentence of a code: what was refused, why, and what to do. */
export function refusalSentence(code: RefusalCode, facts: RefusalFacts = {}): string {
  const {
    name = "This person",
    email = "this address",
    newName = "somebody else",
    ...others
  } = facts;
  return sentences[code]({ name, email, newName, ...others });
}

/** The same on a page that says so before anything was tried. */
export function whyNotSentence(code: RefusalCode, facts: RefusalFacts = {}): string {
  return refusalSentence(code, facts).replace(" Nothing was changed.", "");
}
