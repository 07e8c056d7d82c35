import { and, eq, isNull } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { listHistory } from "#lib/history/list-history";
import { Refusal } from "#lib/refusal";
import { read } from "#lib/transaction";

/** One contact with its assignee and a page of its History, newest first. */
export async function getContactPage(actor: Member, contactId: string, before?: string) {
  return read(actor, async (tx) => {
    const [contact] = await tx
      .select({
        id: contacts.id,
        name: contacts.name,
        company: contacts.company,
        email: contacts.email,
        phone: contacts.phone,
        mobile: contacts.mobile,
        street: contacts.street,
        city: contacts.city,
        state: contacts.state,
        postalCode: contacts.postalCode,
        website: contacts.website,
        bookId: contacts.bookId,
        assigneeId: users.id,
        assigneeName: users.name,
        assigneeStatus: users.status,
      })
      .from(contacts)
      .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
      .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
      .where(
        and(
          eq(contacts.accountId, actor.accountId),
          eq(contacts.id, contactId),
          isNull(contacts.deletedAt),
        ),
      );
    if (!contact) throw new Refusal("not_found");
    return { contact, history: await listHistory(tx, actor.accountId, contact, before) };
  });
}
