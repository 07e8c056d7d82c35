import { and, eq, sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { getContact, lockContacts } from "#lib/contacts/get-contact";
import { mergedDetails } from "#lib/contacts/merged-details";
import type { MergeContacts } from "#lib/contacts/schema";
import { Refusal } from "#lib/refusal";

/**
 * Makes one contact of two: the survivor takes the chosen values, the other is deleted, restorable
 * for 30 days, and its History shows with the survivor's.
 */
export function mergeContacts(actor: Member, input: MergeContacts) {
  const { requestId, contactId, otherId, seen, otherSeen, ...kept } = input;
  return adminChange(actor, requestId, "contact.merged", async (tx) => {
    const { accountId, userId } = actor;
    if (contactId === otherId) throw new Refusal("merge_with_itself");
    await lockContacts(tx, accountId, [contactId, otherId]);
    const survivor = await getContact(tx, accountId, contactId);
    const other = await getContact(tx, accountId, otherId);
    for (const [contact, shown] of [[survivor, seen] as const, [other, otherSeen] as const]) {
      if (contact.seen === shown) continue;
      throw new Refusal("contact_edited_meanwhile", {
        name: contact.name,
        by: contact.updatedByName ?? undefined,
        at: contact.updatedAt.toISOString(),
      });
    }
    await tx
      .update(contacts)
      .set({ deletedAt: sql`now()`, mergedIntoId: contactId, updatedBy: userId })
      .where(and(eq(contacts.accountId, accountId), eq(contacts.id, otherId)));
    const [merged] = await tx
      .update(contacts)
      .set({ ...mergedDetails(survivor.details, other.details, kept), updatedBy: userId })
      .where(and(eq(contacts.accountId, accountId), eq(contacts.id, contactId)))
      .returning({ name: contacts.name });
    return {
      data: {
        contactId,
        contactName: merged?.name ?? survivor.name,
        mergedId: otherId,
        mergedName: other.name,
      },
    };
  });
}
