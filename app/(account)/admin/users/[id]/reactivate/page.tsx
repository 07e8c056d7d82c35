import { randomUUID } from "node:crypto";
import { reactivateUserAction } from "#app/(account)/admin/users/actions";
import { SpotsAdded } from "#components/seats/spots-added";
import { ReactivateUserView } from "#components/users/reactivate-user-view";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { getAddedSeats } from "#lib/seats/added-seats";
import { nextSeatInWords } from "#lib/seats/next-seat";
import { changeInAddress } from "#lib/seats/schema";
import { requireAdmin } from "#lib/session";
import { getReactivationPage } from "#lib/users/reactivation-page";

export default async function ReactivatePage(props: PageProps<"/admin/users/[id]/reactivate">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { spots } = await props.searchParams;
  const page = await found(id, (userId) => getReactivationPage(actor, userId));
  const dates = await readerOf(actor.timeZone);
  return (
    <ReactivateUserView
      {...page}
      nextSeat={nextSeatInWords(page.nextSeat, dates)}
      dates={dates}
      action={reactivateUserAction}
      requestId={randomUUID()}
      notice={<SpotsAdded added={await getAddedSeats(actor, changeInAddress.parse(spots))} />}
    />
  );
}
