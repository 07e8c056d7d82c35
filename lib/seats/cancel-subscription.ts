import { eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/subscriptions";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { now } from "#lib/clock";
import { recordedDay } from "#lib/dates";
import { refuseState } from "#lib/seats/refuse-state";
import { whyNotCancelSubscription } from "#lib/seats/rules";
import type { CancelSubscription } from "#lib/seats/schema";
import { settle } from "#lib/seats/settle";
import { tellOfBilling } from "#lib/seats/tell-of-billing";
import { confirmPassword } from "#lib/sessions/confirm-password";

/**
 * An Owner cancels the subscription, the own password asked again: it is not renewed and ends with
 * its period. Until then any Owner can resume it.
 */
export async function cancelSubscription(actor: Member, input: CancelSubscription) {
  await confirmPassword(actor, input.password);
  const { accountId, userId, name } = actor;
  const kind = "subscription.cancelled";
  return adminChange(actor, input.requestId, kind, async (tx, _account, admin) => {
    const subscription = await settle(tx, accountId);
    const { renewsAt, timeZone } = subscription;
    const day = recordedDay(renewsAt, timeZone);
    const why = whyNotCancelSubscription(admin, subscription);
    if (why) await refuseState(tx, accountId, why, { on: renewsAt.toISOString() });
    await tx
      .update(subscriptions)
      .set({ cancelledAt: now(), cancelledBy: userId })
      .where(eq(subscriptions.accountId, accountId));
    const endsAt = renewsAt.toISOString();
    await tellOfBilling(tx, accountId, "subscription_cancelled", { by: name, endsAt });
    return { data: { day } };
  });
}
