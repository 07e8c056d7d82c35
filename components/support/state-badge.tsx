import { Badge } from "#components/ui/badge";
import { type CaseState, stateLabels } from "#lib/owner-requests/case-state";

const tones: Partial<Record<CaseState, "accent" | "warn">> = {
  unverified: "accent",
  ready: "accent",
  objected: "warn",
};

/** How far a case has come, in words; the colour says only whether somebody is to act. */
export function StateBadge({ state }: { state: CaseState }) {
  return <Badge tone={tones[state]}>{stateLabels[state]}</Badge>;
}
