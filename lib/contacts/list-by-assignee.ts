import { and, eq, inArray, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { users } from "#db/schema/users";
import { contactKeys } from "#lib/contacts/contact-keys";
import { findIds, mergeBooks, type Span, sortAll } from "#lib/contacts/find-on-page";
import { keyset } from "#lib/keyset";
import type { Tx } from "#lib/transaction";

/**
 * Users in the order of their names, each one's contacts by theirs. What is left of the cursor's user,
 * then users who fit on the page whole, as their counts tell, then the beginning of the next one's.
 */
export async function listByAssignee(tx: Tx, span: Span): Promise<string[]> {
  const { cursor, limit } = span;
  const ids: string[] = [];
  const ofUser = (id: string, from: Span["cursor"]): Span => ({
    ...span,
    books: and(span.books, eq(users.id, id)),
    keys: contactKeys.name,
    cursor: from,
    limit: limit - ids.length,
  });

  const way = cursor?.way ?? "after";
  const [, userId, ...place] = cursor?.values ?? [];
  if (userId) ids.push(...(await findIds(tx, mergeBooks(ofUser(userId, { way, values: place })))));
  if (ids.length === limit) return ids;

  const { whole, next } = await findNext(tx, span, limit - ids.length);
  if (whole.length > 0) {
    const books = and(span.books, inArray(users.id, whole));
    ids.push(...(await findIds(tx, sortAll({ ...span, books }))));
  }
  if (next && ids.length < limit) {
    // Without values a cursor is no place, but its way still turns the order round.
    ids.push(...(await findIds(tx, mergeBooks(ofUser(next, { way, values: [] })))));
  }
  return ids;
}

/** Whose contacts come next: those whose all together are fewer than needed, and who comes then. */
async function findNext(
  tx: Tx,
  { accountId, books: condition, direction, cursor }: Span,
  need: number,
) {
  const keys = contactKeys.assignee.slice(0, 2);
  const place = cursor && { ...cursor, values: cursor.values.slice(0, 2) };
  const { where, order } = keyset(keys, direction, place);
  const held = tx
    .select({ contacts: sql<number>`coalesce(sum(${contactCounts.contacts}), 0)::int`.as("held") })
    .from(books)
    .innerJoin(
      contactCounts,
      and(eq(contactCounts.accountId, books.accountId), eq(contactCounts.bookId, books.id)),
    )
    .where(and(eq(books.accountId, accountId), eq(books.assigneeId, users.id), condition))
    .as("counted");
  const found = await tx
    .select({ id: users.id, contacts: held.contacts })
    .from(users)
    .crossJoinLateral(held)
    .where(and(eq(users.accountId, accountId), where, sql`${held.contacts} > 0`))
    .orderBy(order)
    .limit(need + 1);
  const whole: string[] = [];
  let sum = 0;
  for (const { id, contacts: more } of found) {
    sum += more;
    if (sum > need) return { whole, next: id };
    whole.push(id);
  }
  return { whole, next: null };
}
