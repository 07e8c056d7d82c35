import { type DateStyle, dateText } from "#lib/dates";
import { plural } from "#lib/plurals";
import type { OpenSpots } from "#lib/seats/final-step";

/** Whether there is a spot for somebody new, in words. */
export type Room = { text: string; canAdd: boolean };

/** What is open now, what taking it costs, and until when: a scheduled reduction may take it away. */
export function describeRoom(spots: OpenSpots, dates: DateStyle): Room {
  const { total, used, schedule } = spots;
  if (used >= total) return { text: "All user spots are used again.", canAdd: false };
  const open = `${plural(total - used, "user spot")} ${total - used === 1 ? "is" : "are"} open`;
  if (spots.isReadOnly) {
    return {
      text: `${open}, and nobody can be added while the account is read-only.`,
      canAdd: false,
    };
  }
  if (schedule && used >= schedule.toTotal) {
    const until = dateText(schedule.effectiveAt, dates);
    const text = `${open} until ${until}: who adds somebody is asked what becomes of the reduction.`;
    return { text, canAdd: true };
  }
  const one = total - used === 1 ? "it" : "one";
  return { text: `${open} now: somebody new can take ${one} at no further cost.`, canAdd: true };
}
