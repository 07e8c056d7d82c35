import { randomUUID } from "node:crypto";
import { cancelSubscriptionAction } from "#app/(account)/admin/subscription/cancel/actions";
import { CancelSubscriptionView } from "#components/seats/cancel-subscription-view";
import { readerOf } from "#lib/reader";
import { getSubscriptionStatus } from "#lib/seats/subscription-status";
import { requireAdmin } from "#lib/session";

export default async function CancelSubscriptionPage() {
  const actor = await requireAdmin();
  return (
    <CancelSubscriptionView
      facts={await getSubscriptionStatus(actor)}
      dates={await readerOf(actor.timeZone)}
      action={cancelSubscriptionAction}
      requestId={randomUUID()}
    />
  );
}
