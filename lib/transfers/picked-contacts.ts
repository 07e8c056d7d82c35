import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import { selected } from "#lib/contacts/selected";
import type { Meant } from "#lib/transfers/meant";
import { pieceOf } from "#lib/transfers/piece-of";
import type { TransferPlan } from "#lib/transfers/plan";

/** Contacts with their book and assignee, to be completed by a condition. */
export const contactsWithAssignee = sql`${contacts}
  join ${books} on ${books.accountId} = ${contacts.accountId} and ${books.id} = ${contacts.bookId}
  join ${users} on ${users.accountId} = ${books.accountId} and ${users.id} = ${books.assigneeId}`;

/** The contacts that are meant: where each lies, whose it is, and which piece it belongs to. */
export function pickedContacts(accountId: string, meant: Meant, plan: TransferPlan): SQL {
  return sql`
    select ${contacts.id} as id, ${contacts.bookId} as book_id, ${books.assigneeId} as assignee_id,
      ${pieceOf(plan)} as piece
    from ${contactsWithAssignee} where ${isMeant(accountId, meant)}`;
}

/** The condition that a contact is meant, where its book and its assignee are joined. */
export function isMeant(accountId: string, meant: Meant): SQL | undefined {
  if ("selection" in meant) return selected(accountId, meant.selection);
  return and(
    eq(contacts.accountId, accountId),
    isNull(contacts.deletedAt),
    inArray(contacts.id, meant.contactIds),
  );
}
