import type { Member } from "#lib/actor";
import { getAnyContact } from "#lib/contacts/get-contact";
import { read } from "#lib/transaction";

/** What the form of a contact begins with; null where it is deleted, as its own page says. */
export function getEditContactPage(actor: Member, contactId: string) {
  return read(actor, async (tx) => {
    const { deletedAt, ...contact } = await getAnyContact(tx, actor.accountId, contactId);
    const { id, name, details, seen } = contact;
    return deletedAt ? null : { id, name, details, seen };
  });
}
