import { inactivationText } from "#lib/audit/event-sentence";
import type { DateStyle } from "#lib/dates";
import { refusalSentence } from "#lib/refusal";
import { inReadersWords } from "#lib/refusals/in-readers-words";
import { describeRoom, type Room } from "#lib/seats/describe-room";
import { describeFinalStep, type FinalStep, type OpenSpots } from "#lib/seats/final-step";
import type { UserResult } from "#lib/users/inactivate-users";

export type DescribedResults = {
  users: { id: string; name: string; isDone: boolean; text: string }[];
  /** Null where nobody was made inactive. */
  room: Room | null;
  finalStep: FinalStep | null;
};

/** What making several users inactive came to, in words for its reader. */
export function describeResults(
  results: UserResult[],
  dates: DateStyle,
  openSpots: OpenSpots,
): DescribedResults {
  return {
    users: results.map((result) => ({
      id: result.userId,
      name: result.name,
      isDone: result.event !== null,
      text: textOf(result, dates),
    })),
    room: results.some(({ event }) => event) ? describeRoom(openSpots, dates) : null,
    finalStep: describeFinalStep(openSpots, dates),
  };
}

function textOf({ event, refusal }: UserResult, dates: DateStyle): string {
  if (event) return inactivationText(event.data);
  if (!refusal) throw new Error("A user was neither made inactive nor refused.");
  const { code, facts } = refusal;
  return refusalSentence(code, inReadersWords(facts, dates));
}
