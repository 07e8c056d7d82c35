import { and, eq, inArray, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Key } from "#lib/keyset";
import type { Tx } from "#lib/transaction";

/** What the table shows of these contacts, in the order of their ids. */
export async function readContactRows(tx: Tx, accountId: string, ids: string[], keys: Key[]) {
  const rows = await selectRows(tx, accountId, ids, keys);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

export type ContactRow = Awaited<ReturnType<typeof selectRows>>[number];

function selectRows(tx: Tx, accountId: string, ids: string[], keys: Key[]) {
  return tx
    .select({
      id: contacts.id,
      name: contacts.name,
      company: contacts.company,
      title: contacts.jobTitle,
      email: contacts.email,
      phone: contacts.phone,
      mobile: contacts.mobile,
      city: contacts.city,
      state: contacts.state,
      country: contacts.country,
      lastActivityAt: contacts.lastActivityAt,
      assigneeId: users.id,
      assigneeName: users.name,
      assigneeStatus: users.status,
      keys: sql<string[]>`array[${sql.join(
        keys.map(({ expression }) => sql`(${expression})::text`),
        sql`, `,
      )}]`,
    })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(and(eq(contacts.accountId, accountId), inArray(contacts.id, ids)));
}
