import { and, eq } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { adminChange, memberChange } from "#lib/change";
import { findDuplicates } from "#lib/contacts/find-duplicates";
import type { AddContact } from "#lib/contacts/schema";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/**
 * Adds a contact to the actor's main book, or to that of a colleague whom an admin chose. Contacts
 * with the same e-mail or number are pointed out first (`contact_duplicates`).
 */
export function addContact(actor: Member, input: AddContact) {
  const { requestId, assigneeId = actor.userId, anyway, ...details } = input;
  const work = async (tx: Tx) => {
    const { accountId, userId } = actor;
    const book = await getMainBook(tx, accountId, assigneeId);
    const found = anyway ? [] : await findDuplicates(tx, accountId, details);
    if (found.length > 0) throw new Refusal("contact_duplicates", { contacts: found });
    const [contact] = await tx
      .insert(contacts)
      .values({ accountId, bookId: book.id, ...details, createdBy: userId, updatedBy: userId })
      .returning({ id: contacts.id, name: contacts.name });
    if (!contact) throw new Error("The contact was not inserted.");
    return {
      ...(assigneeId !== userId && { user: { id: assigneeId, name: book.assigneeName } }),
      data: { contactId: contact.id, contactName: contact.name },
    };
  };
  if (assigneeId !== actor.userId) return adminChange(actor, requestId, "contact.added", work);
  // Alone, so that the same form sent twice at once does not find its own contact as a duplicate.
  return memberChange(actor, requestId, "contact.added", work, { alone: true });
}

async function getMainBook(tx: Tx, accountId: string, assigneeId: string) {
  const [book] = await tx
    .select({ id: books.id, assigneeName: users.name, status: users.status })
    .from(books)
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(
      and(eq(books.accountId, accountId), eq(books.assigneeId, assigneeId), eq(books.isMain, true)),
    );
  if (book?.status !== "active") {
    throw new Refusal("successor_not_active", { successor: book?.assigneeName });
  }
  return book;
}
