import { SubscriptionView } from "#components/seats/subscription-view";
import { readerOf } from "#lib/reader";
import { getSubscriptionPage } from "#lib/seats/subscription-page";
import { requireAdmin } from "#lib/session";
import { supportEmail } from "#lib/support-email";

export default async function SubscriptionPage() {
  const actor = await requireAdmin();
  const page = await getSubscriptionPage(actor);
  return (
    <SubscriptionView
      {...page}
      dates={await readerOf(actor.timeZone)}
      supportEmail={supportEmail()}
    />
  );
}
