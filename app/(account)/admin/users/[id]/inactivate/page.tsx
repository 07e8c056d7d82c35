import { randomUUID } from "node:crypto";
import { z } from "zod";
import { inactivateUserAction } from "#app/(account)/admin/users/actions";
import { undoTransferAction } from "#app/(account)/transfers/actions";
import { InactivateUserSheet } from "#components/users/inactivate-user-sheet";
import { InactivationOutcome } from "#components/users/inactivation-outcome";
import { NotInactivable } from "#components/users/not-inactivable";
import { found } from "#lib/found";
import { searchText } from "#lib/input";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";
import { getInactivationPage } from "#lib/users/inactivation-page";

const searchSchema = z.object({ colleague: searchText });

/** Before: the sheet. After: what happened, for as long as the user stays inactive. */
export default async function InactivatePage(props: PageProps<"/admin/users/[id]/inactivate">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { colleague } = searchSchema.parse(await props.searchParams);
  const page = await found(id, (userId) => getInactivationPage(actor, userId, colleague));
  const dates = await readerOf(actor.timeZone);
  if (page.user.status === "inactive") {
    return (
      <InactivationOutcome
        {...page}
        dates={dates}
        undoAction={undoTransferAction}
        requestId={randomUUID()}
      />
    );
  }
  if (page.whyNot) {
    return <NotInactivable user={page.user} why={page.whyNot} />;
  }
  return (
    <InactivateUserSheet
      {...page}
      dates={dates}
      action={inactivateUserAction}
      requestId={randomUUID()}
    />
  );
}
