import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { mergeContactsAction } from "#app/(account)/contacts/actions";
import { MergeContactsView } from "#components/contacts/merge-contacts-view";
import { getMergePage } from "#lib/contacts/merge-page";
import { found } from "#lib/found";
import { searchText } from "#lib/input";
import { requireAdmin } from "#lib/session";

const searchSchema = z.object({ q: searchText, with: z.uuid().optional().catch(undefined) });

export default async function MergeContactsPage(props: PageProps<"/contacts/[id]/merge">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { q: search, with: otherId } = searchSchema.parse(await props.searchParams);
  const page = await found(id, (contactId) => getMergePage(actor, contactId, { search, otherId }));
  if (!page) redirect(`/contacts/${id}`);
  return (
    <MergeContactsView
      {...page}
      search={search}
      action={mergeContactsAction}
      requestId={randomUUID()}
    />
  );
}
