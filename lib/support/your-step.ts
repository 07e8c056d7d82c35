import type { Obstacle } from "#lib/owner-requests/case-state";
import type { CaseStep } from "#lib/support/rules";
import type { PossibleStep } from "#lib/support/steps-of";

/** The step that the case waits for, if this agent is one who can take it now. */
export function yourStep(steps: PossibleStep[], obstacle: Obstacle | null): CaseStep | undefined {
  const awaited = obstacle ? answers[obstacle] : next;
  return steps.find(({ step, why }) => why === null && awaited.includes(step))?.step;
}

const next: CaseStep[] = ["verify", "carry_out", "decide"];

/** What an obstacle asks of support; what it asks of others is nobody's step here. */
const answers: Record<Obstacle, CaseStep[]> = {
  admin_there: ["refuse"],
  owner_there: ["refuse"],
  not_owner: ["refuse"],
  requester_gone: ["ask_card_holder"],
  card_holder_asks: ["ask_card_holder"],
  card_differs: ["ask_card_holder"],
  not_confirmed: [],
  not_called_back: ["note_callback"],
  successor_missing: ["name_successor"],
  successor_unfit: ["name_successor"],
};
