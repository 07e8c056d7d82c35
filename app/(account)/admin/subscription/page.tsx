import { randomUUID } from "node:crypto";
import {
  cancelReductionAction,
  keepSpotsToOwnersAction,
  letAdminsChangeSpotsAction,
} from "#app/(account)/admin/subscription/actions";
import { SubscriptionView } from "#components/seats/subscription-view";
import { readerOf } from "#lib/reader";
import { drawSpots } from "#lib/seats/draw-spots";
import { subscriptionPageSchema } from "#lib/seats/schema";
import { getSubscriptionPage } from "#lib/seats/subscription-page";
import { requireAdmin } from "#lib/session";

export default async function SubscriptionPage(props: PageProps<"/admin/subscription">) {
  const actor = await requireAdmin();
  const { changes, invoices, cancelled, rule } = await props.searchParams;
  const asked = subscriptionPageSchema.parse({
    changesBelow: changes,
    invoicesBelow: invoices,
    cancelled,
  });
  const page = await getSubscriptionPage(actor, asked);
  const dates = await readerOf(actor.timeZone);
  const draw = (width: number) =>
    drawSpots(page.overTime, page.scheduled, { width, locale: dates.locale });
  return (
    <SubscriptionView
      {...page}
      asked={asked}
      isOwner={actor.isOwner}
      isRuleChanged={rule === "changed"}
      drawings={{ wide: draw(860), narrow: draw(326) }}
      dates={dates}
      cancelAction={cancelReductionAction}
      keepAction={keepSpotsToOwnersAction}
      letAction={letAdminsChangeSpotsAction}
      requestId={randomUUID()}
    />
  );
}
