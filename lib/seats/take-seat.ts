import type { Member } from "#lib/actor";
import { record } from "#lib/audit/record";
import type { ChangedReduction } from "#lib/audit/spot-events";
import { isReadOnly } from "#lib/read-only";
import { Refusal } from "#lib/refusal";
import { seatThatGoes, whyNotChangeSeats } from "#lib/seats/rules";
import { cancelSchedule, scheduleReduction } from "#lib/seats/schedule-reduction";
import type { SeatChoice } from "#lib/seats/schema";
import { settle } from "#lib/seats/settle";
import type { Tx } from "#lib/transaction";

type Taken = { total: number; used: number; reduction?: ChangedReduction };

/**
 * Makes sure that there is an open spot for who comes. Where a scheduled reduction would take it, it
 * asks first, then raises or cancels the reduction in the same transaction (domain rule 14). Answers
 * the spots as they are before they come. The account is locked by the caller.
 */
export async function takeSeat(
  tx: Tx,
  actor: Member,
  choice: SeatChoice,
  forName: string,
): Promise<Taken> {
  const subscription = await settle(tx, actor.accountId);
  const { total, used, schedule } = subscription;
  if (isReadOnly(subscription)) throw new Refusal("account_read_only");
  if (used >= total) throw new Refusal("no_open_seat");
  const seat = seatThatGoes(subscription);
  if (!schedule || !seat) return { total, used };
  const why = whyNotChangeSeats(actor, subscription);
  if (why) throw new Refusal(why, { seat });
  const { target: was, raised, day } = seat;
  if (!choice.reduction || choice.scheduleId !== schedule.id) {
    throw new Refusal("seat_will_go", { count: was, time: day, on: seat.on, seat });
  }
  if (choice.reduction === "raise" && raised < total) {
    const reason = `A spot that would have gone was taken by ${forName}.`;
    const { data } = await scheduleReduction(tx, actor, subscription, {
      to: raised,
      reason,
      forName,
    });
    await record(tx, actor, { kind: "seats.reduction_scheduled", data: { ...data, reason: "" } });
    return { total, used, reduction: { changeId: data.changeId, day, was, to: raised } };
  }
  const data = await cancelSchedule(tx, actor, schedule, subscription, forName);
  await record(tx, actor, { kind: "seats.reduction_cancelled", data });
  return { total, used, reduction: { changeId: data.changeId, day, was, to: null } };
}
