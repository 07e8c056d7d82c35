import type { CaseStep } from "#lib/support/rules";

/** Each step of a case, as it is told what one can do and what not. */
export const stepNames: Record<CaseStep, string> = {
  verify: "Verify",
  carry_out: "Carry it out",
  decide: "Decide about the objection",
  ask_card_holder: "Ask the card holder",
  note_callback: "Note the call",
  name_successor: "Name a successor",
  assign: "Assign",
  note: "Add a note",
  refuse: "Refuse",
  withdraw: "Withdraw",
  reopen: "Reopen",
};
