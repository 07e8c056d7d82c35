import { and, eq, sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { getContact, lockContacts } from "#lib/contacts/get-contact";
import type { DeleteContact } from "#lib/contacts/schema";

/** Hides a contact, restorable for 30 days; its History stays (domain rule 20). */
export function deleteContact(actor: Member, { requestId, contactId }: DeleteContact) {
  return adminChange(actor, requestId, "contact.deleted", async (tx) => {
    const { accountId, userId } = actor;
    await lockContacts(tx, accountId, [contactId]);
    const { name } = await getContact(tx, accountId, contactId);
    await tx
      .update(contacts)
      .set({ deletedAt: sql`now()`, updatedBy: userId })
      .where(and(eq(contacts.accountId, accountId), eq(contacts.id, contactId)));
    return { data: { contactId, contactName: name } };
  });
}
