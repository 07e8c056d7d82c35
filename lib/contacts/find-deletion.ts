import type { Member } from "#lib/actor";
import { getAnyContact } from "#lib/contacts/get-contact";
import { whyNotRestore } from "#lib/contacts/rules";
import { read } from "#lib/transaction";

/** By whom and when this contact was deleted, or merged into which; null where it is there. */
export function findDeletion(actor: Member, contactId: string) {
  return read(actor, async (tx) => {
    const contact = await getAnyContact(tx, actor.accountId, contactId);
    const { id, name, deletedAt, updatedByName, mergedIntoId } = contact;
    if (!deletedAt) return null;
    const whyNot = whyNotRestore(deletedAt, new Date());
    return { id, name, deletedAt, deletedByName: updatedByName, mergedIntoId, whyNot };
  });
}
