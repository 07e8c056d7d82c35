import { randomUUID } from "node:crypto";
import { addSeatsAction } from "#app/(account)/admin/subscription/add/actions";
import { AddSeatsView } from "#components/seats/add-seats-view";
import { readerOf } from "#lib/reader";
import { getAddSeatsPage } from "#lib/seats/add-seats-page";
import { cameFrom } from "#lib/seats/schema";
import { requireAdmin } from "#lib/session";

export default async function AddSeatsPage(props: PageProps<"/admin/subscription/add">) {
  const actor = await requireAdmin();
  const { count, next } = await props.searchParams;
  return (
    <AddSeatsView
      {...(await getAddSeatsPage(actor, count))}
      asked={[count ?? "1"].flat()[0] ?? ""}
      next={cameFrom.parse(next)}
      dates={await readerOf(actor.timeZone)}
      action={addSeatsAction}
      requestId={randomUUID()}
    />
  );
}
