import { randomUUID } from "node:crypto";
import { addUserAction } from "#app/(account)/admin/users/actions";
import { HelpLink } from "#components/help/help-link";
import { SeatMeter } from "#components/seats/seat-meter";
import { SpotsAdded } from "#components/seats/spots-added";
import { HeldUp } from "#components/shell/held-up";
import { PageHeader } from "#components/ui/page-header";
import { AddUserForm } from "#components/users/add-user-form";
import { usersTrail } from "#components/users/users-trail";
import { baseUrl } from "#lib/base-url";
import { isReadOnly } from "#lib/read-only";
import { readerOf } from "#lib/reader";
import { getAddedSeats } from "#lib/seats/added-seats";
import { nextSeatInWords } from "#lib/seats/next-seat";
import { changeInAddress } from "#lib/seats/schema";
import { requireAdmin } from "#lib/session";
import { getNewUserPage } from "#lib/users/new-user-page";

export default async function NewUserPage(props: PageProps<"/admin/users/new">) {
  const actor = await requireAdmin();
  const { spots } = await props.searchParams;
  const { seats, nextSeat } = await getNewUserPage(actor);
  const dates = await readerOf(actor.timeZone);
  return (
    <>
      <PageHeader
        title="Add user"
        aside={<HelpLink page="adding-a-user" />}
        breadcrumb={usersTrail}
      />
      <SeatMeter {...seats} dates={dates} />
      <HeldUp isReadOnly={isReadOnly(actor)} isAdmin>
        <AddUserForm
          action={addUserAction}
          requestId={randomUUID()}
          hasOpenSeat={seats.used < seats.total}
          nextSeat={nextSeatInWords(nextSeat, dates)}
          notice={<SpotsAdded added={await getAddedSeats(actor, changeInAddress.parse(spots))} />}
          baseUrl={baseUrl()}
        />
      </HeldUp>
    </>
  );
}
