import { eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/subscriptions";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { refuseState } from "#lib/seats/refuse-state";
import { whyNotResumeSubscription } from "#lib/seats/rules";
import type { ChangeSubscription } from "#lib/seats/schema";
import { settle } from "#lib/seats/settle";

/** An Owner has a cancelled subscription go on, before it has ended: it renews as before. */
export function resumeSubscription(actor: Member, input: ChangeSubscription) {
  const { accountId } = actor;
  const kind = "subscription.resumed";
  return adminChange(actor, input.requestId, kind, async (tx, _account, admin) => {
    const why = whyNotResumeSubscription(admin, await settle(tx, accountId));
    if (why) await refuseState(tx, accountId, why);
    await tx
      .update(subscriptions)
      .set({ cancelledAt: null, cancelledBy: null })
      .where(eq(subscriptions.accountId, accountId));
    return { data: {} };
  });
}
