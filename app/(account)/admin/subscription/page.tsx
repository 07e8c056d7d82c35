import { randomUUID } from "node:crypto";
import {
  resumeSubscriptionAction,
  startSubscriptionAction,
} from "#app/(account)/admin/subscription/cancel/actions";
import { CancelSubscriptionLink } from "#components/seats/cancel-subscription-link";
import { SubscriptionStatus } from "#components/seats/subscription-status";
import { SubscriptionView } from "#components/seats/subscription-view";
import { idOrNone } from "#lib/input";
import { readerOf } from "#lib/reader";
import { getSubscriptionPage } from "#lib/seats/subscription-page";
import { getSubscriptionStatus } from "#lib/seats/subscription-status";
import { requireAdmin } from "#lib/session";
import { supportEmail } from "#lib/support-email";

export default async function SubscriptionPage(props: PageProps<"/admin/subscription">) {
  const actor = await requireAdmin();
  const page = await getSubscriptionPage(actor);
  const done = idOrNone.parse((await props.searchParams).done);
  const facts = await getSubscriptionStatus(actor, done);
  const dates = await readerOf(actor.timeZone);
  const actions = { resumeAction: resumeSubscriptionAction, startAction: startSubscriptionAction };
  const status = <SubscriptionStatus {...{ facts, dates, ...actions }} requestId={randomUUID()} />;
  return (
    <>
      <SubscriptionView {...page} {...{ status, dates }} supportEmail={supportEmail()} />
      <CancelSubscriptionLink facts={facts} />
    </>
  );
}
