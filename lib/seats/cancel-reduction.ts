import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { findLatestChange } from "#lib/seats/refuse-changed";
import { whyNotChangeSeats } from "#lib/seats/rules";
import { cancelSchedule } from "#lib/seats/schedule-reduction";
import type { CancelReduction } from "#lib/seats/schema";
import { settle } from "#lib/seats/settle";

/** The scheduled reduction is called off, if it is still the one that was shown (domain rule 14). */
export function cancelReduction(actor: Member, input: CancelReduction) {
  const { accountId } = actor;
  const kind = "seats.reduction_cancelled";
  return adminChange(actor, input.requestId, kind, async (tx, _account, admin) => {
    const subscription = await settle(tx, accountId);
    const why = whyNotChangeSeats(admin, subscription);
    if (why) throw new Refusal(why);
    const { schedule } = subscription;
    if (schedule?.id !== input.scheduleId) {
      throw new Refusal("reduction_ended", await findLatestChange(tx, accountId));
    }
    return { data: await cancelSchedule(tx, actor, schedule, subscription) };
  });
}
