import { randomUUID } from "node:crypto";
import { z } from "zod";
import { handOverToNewUserAction } from "#app/(account)/admin/users/actions";
import { SpotsAdded } from "#components/seats/spots-added";
import { HandOverSheet } from "#components/users/hand-over-sheet";
import { NotInactivable } from "#components/users/not-inactivable";
import { found } from "#lib/found";
import { searchText } from "#lib/input";
import { isReadOnly } from "#lib/read-only";
import { readerOf } from "#lib/reader";
import { getAddedSeats } from "#lib/seats/added-seats";
import { nextSeatInWords } from "#lib/seats/next-seat";
import { changeInAddress } from "#lib/seats/schema";
import { requireAdmin } from "#lib/session";
import { getInactivationPage } from "#lib/users/inactivation-page";

/** A refused edit leads here with what was typed. */
const newcomerSchema = z.object({
  first: searchText,
  last: searchText,
  email: searchText,
  role: z.enum(["admin", "user"]).catch("user"),
  spots: changeInAddress,
});

export default async function HandOverPage(props: PageProps<"/admin/users/[id]/hand-over">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { first, last, email, role, spots } = newcomerSchema.parse(await props.searchParams);
  const page = await found(id, (userId) => getInactivationPage(actor, userId));
  if (page.whyNot) {
    return <NotInactivable user={page.user} why={page.whyNot} />;
  }
  return (
    <HandOverSheet
      {...page}
      nextSeat={nextSeatInWords(page.nextSeat, await readerOf(actor.timeZone))}
      newcomer={{ firstName: first, lastName: last, email, role }}
      isReadOnly={isReadOnly(actor)}
      action={handOverToNewUserAction}
      requestId={randomUUID()}
      notice={<SpotsAdded added={await getAddedSeats(actor, spots)} />}
    />
  );
}
