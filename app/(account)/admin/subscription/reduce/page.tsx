import { randomUUID } from "node:crypto";
import { reduceSeatsAction } from "#app/(account)/admin/subscription/reduce/actions";
import { ReduceView } from "#components/seats/reduce-view";
import { readerOf } from "#lib/reader";
import { getReducePage } from "#lib/seats/reduce-page";
import { reductionAddressSchema } from "#lib/seats/reduction-address";
import { requireAdmin } from "#lib/session";

export default async function ReducePage(props: PageProps<"/admin/subscription/reduce">) {
  const actor = await requireAdmin();
  return (
    <ReduceView
      {...(await getReducePage(actor))}
      address={reductionAddressSchema.parse(await props.searchParams)}
      accountName={actor.accountName}
      dates={await readerOf(actor.timeZone)}
      action={reduceSeatsAction}
      requestId={randomUUID()}
    />
  );
}
