import type { AgentRole } from "#lib/actor";
import {
  type CaseFacts,
  type CaseStep,
  rolesOf,
  type WhyNot,
  whyNotStep,
} from "#lib/support/rules";

export type PossibleStep = { step: CaseStep; why: WhyNot | null; roles: AgentRole[] };

/** While a case is open, in the order in which they are looked for. */
const inOpen: CaseStep[] = [
  ...(["verify", "carry_out", "decide", "note_callback", "ask_card_holder"] as const),
  ...(["name_successor", "assign", "refuse", "withdraw", "note"] as const),
];

/** The steps that such a case has at all, each with why this agent cannot take it now, or null. */
export function stepsOf(
  agent: { agentId: string; role: AgentRole },
  request: CaseFacts,
): PossibleStep[] {
  const steps: CaseStep[] = request.endedAt
    ? ["reopen", "note"]
    : inOpen.filter((step) => belongs(step, request));
  return steps.map((step) => ({
    step,
    why: whyNotStep(step, agent, request),
    roles: rolesOf(step, request),
  }));
}

function belongs(step: CaseStep, { kind, state, capacity }: CaseFacts): boolean {
  if (step === "decide") return state === "objected";
  if (step === "note_callback" || step === "withdraw") return capacity === "card_holder";
  if (kind === "removal") return true;
  return step !== "verify" && step !== "ask_card_holder" && step !== "name_successor";
}
