import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  changeCardHolderAction,
  endCardChangeAction,
  requestCardChangeAction,
} from "#app/(account)/admin/subscription/card/actions";
import { CardView } from "#components/cards/card-view";
import { getCardPage } from "#lib/cards/card-page";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

const searchSchema = z.object({ done: z.uuid().optional().catch(undefined) });

export default async function CardPage(props: PageProps<"/admin/subscription/card">) {
  const actor = await requireAdmin();
  const { done } = searchSchema.parse(await props.searchParams);
  return (
    <CardView
      {...(await getCardPage(actor, done))}
      isOwner={actor.isOwner}
      dates={await readerOf(actor.timeZone)}
      requestId={randomUUID()}
      changeAction={changeCardHolderAction}
      requestAction={requestCardChangeAction}
      endAction={endCardChangeAction}
    />
  );
}
