import type { AgentRole } from "#lib/actor";
import type { AuditEvent } from "#lib/audit/events";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import type { CasePerson } from "#lib/support/case-people";
import type { Case } from "#lib/support/get-case";
import type { Letter } from "#lib/support/list-letters";
import type { CaseStep } from "#lib/support/rules";
import type { PossibleStep } from "#lib/support/steps-of";

/** What is known of a case, as its parts show it. */
export type CaseContent = {
  request: Case;
  people: {
    concerned: CasePerson | null;
    successor: CasePerson | null;
    requester: CasePerson | null;
    owners: string[];
  };
  letters: Letter[];
  notes: { id: string; at: Date; by: string; body: string }[];
  /** From the account's log, the first one first. */
  events: AuditEvent[];
  dates: DateStyle;
};

/** The steps of a case, and what their forms choose from. */
export type CaseForms = {
  steps: (PossibleStep & { formId: string })[];
  actions: Record<CaseStep, FormAction>;
  successors: { id: string; name: string; email: string | null }[];
  agents: { id: string; name: string; role: AgentRole }[];
  /** Who looks. */
  agentId: string;
};
