import { SpotsAdded } from "#components/seats/spots-added";
import { UsersView } from "#components/users/users-view";
import { readerOf } from "#lib/reader";
import { getAddedSeats } from "#lib/seats/added-seats";
import { changeInAddress } from "#lib/seats/schema";
import { requireAdmin } from "#lib/session";
import { userFilterSchema } from "#lib/users/filter";
import { getUsersPage } from "#lib/users/users-page";

export default async function UsersPage(props: PageProps<"/admin/users">) {
  const actor = await requireAdmin();
  const { q, after, status, sort, direction, spots } = await props.searchParams;
  const filter = userFilterSchema.parse({ search: q, cursor: after, status, sort, direction });
  const page = await getUsersPage(actor, filter);
  return (
    <UsersView
      {...page}
      filter={filter}
      actor={actor}
      dates={await readerOf(actor.timeZone)}
      notice={<SpotsAdded added={await getAddedSeats(actor, changeInAddress.parse(spots))} />}
    />
  );
}
