import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { findEvent } from "#lib/audit/find-event";
import { contactDetailColumns } from "#lib/contacts/get-contact";
import { mayReassign } from "#lib/contacts/rules";
import { listHistory } from "#lib/history/list-history";
import { Refusal } from "#lib/refusal";
import { read, type Tx } from "#lib/transaction";

/** One contact with its assignee and a page of its History, newest first. */
export async function getContactPage(
  actor: Member,
  contactId: string,
  before?: string,
  { done: doneId, merged: mergedId }: { done?: string; merged?: string } = {},
) {
  return read(actor, async (tx) => {
    const [contact] = await tx
      .select({
        id: contacts.id,
        name: contacts.name,
        ...contactDetailColumns,
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
    const [history, done, mergedName] = await Promise.all([
      listHistory(tx, actor.accountId, contact, before),
      doneId ? findEvent(tx, actor.accountId, doneId, { contactId }) : null,
      mergedId ? findMergedName(tx, actor.accountId, mergedId) : null,
    ]);
    return {
      contact,
      history,
      done,
      mergedName,
      mayReassign: mayReassign(actor, contact.assigneeId),
    };
  });
}

/** What the contact is called that led here because it was merged; null where it was not. */
async function findMergedName(tx: Tx, accountId: string, id: string): Promise<string | null> {
  const [merged] = await tx
    .select({ name: contacts.name })
    .from(contacts)
    .where(
      and(eq(contacts.accountId, accountId), eq(contacts.id, id), isNotNull(contacts.mergedIntoId)),
    );
  return merged?.name ?? null;
}
