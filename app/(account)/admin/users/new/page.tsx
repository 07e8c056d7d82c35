import { randomUUID } from "node:crypto";
import { addUserAction } from "#app/(account)/admin/users/actions";
import { HelpLink } from "#components/help/help-link";
import { SeatMeter } from "#components/seats/seat-meter";
import { PageHeader } from "#components/ui/page-header";
import { AddUserForm } from "#components/users/add-user-form";
import { usersTrail } from "#components/users/users-trail";
import { baseUrl } from "#lib/base-url";
import { readerOf } from "#lib/reader";
import { readSeats } from "#lib/seats/get-seats";
import { requireAdmin } from "#lib/session";

export default async function NewUserPage() {
  const actor = await requireAdmin();
  const seats = await readSeats(actor);
  return (
    <>
      <PageHeader
        title="Add user"
        aside={<HelpLink page="adding-a-user" />}
        breadcrumb={usersTrail}
      />
      <SeatMeter {...seats} dates={await readerOf(actor.timeZone)} />
      <AddUserForm
        action={addUserAction}
        requestId={randomUUID()}
        hasOpenSeat={seats.used < seats.total}
        baseUrl={baseUrl()}
      />
    </>
  );
}
