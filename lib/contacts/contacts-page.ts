import { and, asc, desc, eq, exists, isNull, or, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { ContactFilter } from "#lib/contacts/filter";
import { selected } from "#lib/contacts/selected";
import { cutPage, decodeCursor, type Key, keyset } from "#lib/keyset";
import { read, type Tx } from "#lib/transaction";

const PAGE_SIZE = 50;

/** One page of contacts with their assignees, how many match, and whom the filter can name. */
export async function getContactsPage(actor: Member, filter: ContactFilter) {
  return read(actor, async (tx) => {
    const [page, total, assignees] = await Promise.all([
      listContacts(tx, actor.accountId, filter),
      countMatching(tx, actor.accountId, filter),
      listAssignees(tx, actor.accountId, filter),
    ]);
    return { page, total, assignees };
  });
}

async function listContacts(tx: Tx, accountId: string, filter: ContactFilter) {
  const cursor = decodeCursor(filter.cursor, keys);
  const { where, order } = keyset(keys, "asc", cursor);
  const rows = await tx
    .select({
      id: contacts.id,
      name: contacts.name,
      company: contacts.company,
      email: contacts.email,
      phone: contacts.phone,
      assigneeId: users.id,
      assigneeName: users.name,
      assigneeStatus: users.status,
      keys: sql<string[]>`array[${contacts.nameKey}, ${contacts.id}::text]`,
    })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(and(selected(accountId, filter), where))
    .orderBy(order)
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, cursor);
}

async function countMatching(tx: Tx, accountId: string, filter: ContactFilter): Promise<number> {
  const query = tx
    .select({ total: sql<number>`count(*)::int` })
    .from(contacts)
    .where(selected(accountId, filter))
    .$dynamic();
  // Every contact has an assignee, so only a filter by assignee needs to look.
  if (filter.assignee) {
    query
      .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
      .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)));
  }
  const [row] = await query;
  return row?.total ?? 0;
}

/** Active users, and inactive ones while contacts lie with them. A present choice never vanishes. */
async function listAssignees(tx: Tx, accountId: string, filter: ContactFilter) {
  const isChosen = sql<boolean>`${users.id}::text = ${filter.assignee ?? ""}`;
  const hasContacts = exists(
    tx
      .select({ one: sql`1` })
      .from(books)
      .innerJoin(
        contacts,
        and(eq(contacts.accountId, books.accountId), eq(contacts.bookId, books.id)),
      )
      .where(
        and(
          eq(books.accountId, users.accountId),
          eq(books.assigneeId, users.id),
          isNull(contacts.deletedAt),
        ),
      ),
  );
  return tx
    .select({ id: users.id, name: users.name, status: users.status })
    .from(users)
    .where(
      and(eq(users.accountId, accountId), or(isChosen, eq(users.status, "active"), hasContacts)),
    )
    .orderBy(desc(isChosen), asc(users.nameKey), asc(users.id))
    .limit(1000);
}

const keys: Key[] = [
  { expression: sql`${contacts.nameKey}`, type: "text" },
  { expression: sql`${contacts.id}`, type: "uuid" },
];
