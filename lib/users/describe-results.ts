import { inactivationText } from "#lib/audit/event-sentence";
import { type DateStyle, dateTimeText } from "#lib/dates";
import { refusalSentence } from "#lib/refusal";
import {
  describeFinalStep,
  type FinalStep,
  lastDayOfOpenSpot,
  type OpenSpots,
} from "#lib/seats/final-step";
import type { UserResult } from "#lib/users/inactivate-users";

export type DescribedResults = {
  users: { id: string; name: string; isDone: boolean; text: string }[];
  /** As they were after the last of them; null where nobody was made inactive. */
  seats: { used: number; total: number } | null;
  openUntil: string | null;
  finalStep: FinalStep | null;
};

/** What making several users inactive came to, in words for its reader. */
export function describeResults(
  results: UserResult[],
  dates: DateStyle,
  openSpots: OpenSpots | null,
): DescribedResults {
  const events = results.flatMap(({ event }) => event ?? []);
  const last = events.reduce<(typeof events)[number] | null>(
    (latest, event) => (latest && latest.at > event.at ? latest : event),
    null,
  );
  return {
    users: results.map((result) => ({
      id: result.userId,
      name: result.name,
      isDone: result.event !== null,
      text: textOf(result, dates),
    })),
    openUntil: openSpots && lastDayOfOpenSpot(openSpots, dates),
    finalStep: openSpots && describeFinalStep(openSpots, dates),
    seats: last && { used: last.data.seatsUsed, total: last.data.seatsTotal },
  };
}

function textOf({ event, refusal }: UserResult, dates: DateStyle): string {
  if (event) return inactivationText(event.data);
  if (!refusal) throw new Error("A user was neither made inactive nor refused.");
  const { code, facts } = refusal;
  return refusalSentence(code, {
    ...facts,
    at: facts.at && dateTimeText(new Date(facts.at), dates),
  });
}
