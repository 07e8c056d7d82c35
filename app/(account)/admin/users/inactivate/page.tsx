import { randomUUID } from "node:crypto";
import { inactivateUsersAction } from "#app/(account)/admin/users/actions";
import { InactivateUsersView } from "#components/users/inactivate-users-view";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";
import { chosenUsersSchema } from "#lib/users/chosen-users";
import { getInactivationsPage } from "#lib/users/inactivations-page";
import { AT_ONCE } from "#lib/users/schema";

/** One sheet and one plan for everybody ticked in the user table; then a result for each. */
export default async function InactivateUsersPage(props: PageProps<"/admin/users/inactivate">) {
  const actor = await requireAdmin();
  const { user, colleague } = chosenUsersSchema.parse(await props.searchParams);
  const page = await getInactivationsPage(actor, user.slice(0, AT_ONCE), colleague);
  return (
    <InactivateUsersView
      {...page}
      chosen={user}
      isTooMany={user.length > AT_ONCE}
      dates={await readerOf(actor.timeZone)}
      action={inactivateUsersAction}
      requestId={randomUUID()}
    />
  );
}
