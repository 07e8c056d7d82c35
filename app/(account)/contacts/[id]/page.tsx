import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { addHistoryEntryAction, restoreContactAction } from "#app/(account)/contacts/actions";
import { ContactView } from "#components/contacts/contact-view";
import { DeletedContactView } from "#components/contacts/deleted-contact-view";
import { getContactPage } from "#lib/contacts/contact-page";
import { findDeletion } from "#lib/contacts/find-deletion";
import { found } from "#lib/found";
import { href } from "#lib/hrefs";
import { idOrNone } from "#lib/input";
import { isReadOnly } from "#lib/read-only";
import { readerOf } from "#lib/reader";
import { requireMember } from "#lib/session";

const searchSchema = z.object({
  added: z.string().optional().catch(undefined),
  before: z.string().optional().catch(undefined),
  done: idOrNone,
  merged: idOrNone,
});

export default async function ContactPage(props: PageProps<"/contacts/[id]">) {
  const actor = await requireMember();
  const { id } = await props.params;
  const search = searchSchema.parse(await props.searchParams);
  const deletion = await found(id, (contactId) => findDeletion(actor, contactId));
  if (deletion?.mergedIntoId) {
    redirect(href(`/contacts/${deletion.mergedIntoId}`, { merged: search.merged ?? id }));
  }
  const shared = {
    dates: await readerOf(actor.timeZone),
    requestId: randomUUID(),
    isAdmin: actor.role === "admin",
    isReadOnly: isReadOnly(actor),
  };
  if (deletion) {
    return <DeletedContactView {...shared} contact={deletion} action={restoreContactAction} />;
  }
  const page = await found(id, (contactId) =>
    getContactPage(actor, contactId, search.before, search),
  );
  return <ContactView {...page} {...shared} action={addHistoryEntryAction} added={search.added} />;
}
