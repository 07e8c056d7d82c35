import { and, eq } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { getAnyContact, lockContacts } from "#lib/contacts/get-contact";
import { whyNotRestore } from "#lib/contacts/rules";
import type { RestoreContact } from "#lib/contacts/schema";
import { Refusal } from "#lib/refusal";

/** Brings a deleted or merged contact back as it was, to the book it lay in, for 30 days. */
export function restoreContact(actor: Member, { requestId, contactId }: RestoreContact) {
  return adminChange(actor, requestId, "contact.restored", async (tx) => {
    const { accountId, userId } = actor;
    await lockContacts(tx, accountId, [contactId]);
    const contact = await getAnyContact(tx, accountId, contactId);
    const why = whyNotRestore(contact.deletedAt, new Date());
    if (why) throw new Refusal(why, { name: contact.name });
    await tx
      .update(contacts)
      .set({ deletedAt: null, mergedIntoId: null, updatedBy: userId })
      .where(and(eq(contacts.accountId, accountId), eq(contacts.id, contactId)));
    return {
      data: {
        contactId,
        contactName: contact.name,
        ...(contact.mergedIntoName && { mergedIntoName: contact.mergedIntoName }),
      },
    };
  });
}
