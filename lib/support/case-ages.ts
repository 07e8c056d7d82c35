import { type CaseState, openStates, stateLabels } from "#lib/owner-requests/case-state";
import { plural } from "#lib/plurals";

/** How many open cases of one state are so many whole days old. */
export type AgeCount = { state: CaseState; days: number; count: number };

/** Open cases of one age, by state. */
export type AgeGroup = { label: string; counts: { state: CaseState; count: number }[] };

const groups = [
  { label: "Today", from: 0 },
  { label: "1–2 days", from: 1 },
  { label: "3–6 days", from: 3 },
  { label: "1–2 weeks", from: 7 },
  { label: "2–4 weeks", from: 14 },
  // A case expires after thirty days; only one that was reopened gets older.
  { label: "Older", from: 31 },
];

/** States in the order in which a case passes them; one whose time is over waits to be ended. */
const agingStates: CaseState[] = [...openStates, "expired"];

/** The groups from young to old, each with every state that any case is in. */
export function groupByAge(counts: AgeCount[]): AgeGroup[] {
  const states = agingStates.filter((state) => counts.some((count) => count.state === state));
  const shown = counts.some(({ days }) => days >= 31) ? groups : groups.slice(0, -1);
  return shown.map(({ label, from }, index) => {
    const until = shown[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const ofAge = counts.filter(({ days }) => days >= from && days < until);
    return { label, counts: states.map((state) => ({ state, count: countOf(ofAge, state) })) };
  });
}

export function countOf(counts: { state: CaseState; count: number }[], state?: CaseState): number {
  const counted = counts.filter((each) => state === undefined || each.state === state);
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** "Today: 2 to verify, 1 waiting" */
export function ageGroupText({ label, counts }: AgeGroup): string {
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${stateLabels[state].toLowerCase()}`);
  return `${label}: ${parts.join(", ") || "none"}`;
}

/** "3 days", "5 hours", "1 minute", "under a minute" */
export function ageText(from: Date, to: Date): string {
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000);
  if (minutes < 1) return "under a minute";
  if (minutes < 60) return plural(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? plural(hours, "hour") : plural(Math.floor(hours / 24), "day");
}
