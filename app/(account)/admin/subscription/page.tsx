import { randomUUID } from "node:crypto";
import {
  cancelReductionAction,
  keepSpotsToOwnersAction,
  letAdminsChangeSpotsAction,
} from "#app/(account)/admin/subscription/actions";
import {
  resumeSubscriptionAction,
  startSubscriptionAction,
} from "#app/(account)/admin/subscription/cancel/actions";
import { CancelSubscriptionLink } from "#components/seats/cancel-subscription-link";
import { SubscriptionStatus } from "#components/seats/subscription-status";
import { SubscriptionView } from "#components/seats/subscription-view";
import { idOrNone } from "#lib/input";
import { readerOf } from "#lib/reader";
import { drawSpots } from "#lib/seats/draw-spots";
import { subscriptionPageSchema } from "#lib/seats/schema";
import { getSubscriptionPage } from "#lib/seats/subscription-page";
import { getSubscriptionStatus } from "#lib/seats/subscription-status";
import { requireAdmin } from "#lib/session";

export default async function SubscriptionPage(props: PageProps<"/admin/subscription">) {
  const actor = await requireAdmin();
  const { changes, invoices, cancelled, rule, done } = await props.searchParams;
  const asked = subscriptionPageSchema.parse({
    changesBelow: changes,
    invoicesBelow: invoices,
    cancelled,
  });
  // First: a renewal that is due is carried out with it.
  const page = await getSubscriptionPage(actor, asked);
  const [facts, dates] = await Promise.all([
    getSubscriptionStatus(actor, idOrNone.parse(done)),
    readerOf(actor.timeZone),
  ]);
  const draw = (width: number) =>
    drawSpots(page.overTime, page.scheduled, { width, locale: dates.locale });
  return (
    <>
      <SubscriptionView
        {...page}
        asked={asked}
        isOwner={actor.isOwner}
        isRuleChanged={rule === "changed"}
        status={
          <SubscriptionStatus
            facts={facts}
            dates={dates}
            resumeAction={resumeSubscriptionAction}
            startAction={startSubscriptionAction}
            requestId={randomUUID()}
          />
        }
        drawings={{ wide: draw(860), narrow: draw(326) }}
        dates={dates}
        cancelAction={cancelReductionAction}
        keepAction={keepSpotsToOwnersAction}
        letAction={letAdminsChangeSpotsAction}
        requestId={randomUUID()}
      />
      <CancelSubscriptionLink facts={facts} />
    </>
  );
}
