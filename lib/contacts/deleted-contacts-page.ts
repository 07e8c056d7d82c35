import { and, eq, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { cutPage, decodeCursor, type Key, keyset } from "#lib/keyset";
import { read } from "#lib/transaction";

const PAGE_SIZE = 50;
const survivors = alias(contacts, "survivors");

/** Deleted contacts, the latest first, with by whom and whether merged into another. */
export function getDeletedContactsPage(actor: Member, at: string | undefined) {
  return read(actor, async (tx) => {
    const cursor = decodeCursor(at, keys);
    const { where, order } = keyset(keys, "desc", cursor);
    const rows = await tx
      .select({
        id: contacts.id,
        name: contacts.name,
        company: contacts.company,
        deletedAt: sql<Date>`${contacts.deletedAt}`.mapWith(contacts.deletedAt),
        deletedByName: users.name,
        mergedIntoName: survivors.name,
        keys: sql<string[]>`array[${contacts.deletedAt}::text, ${contacts.id}::text]`,
      })
      .from(contacts)
      .leftJoin(
        users,
        and(eq(users.accountId, contacts.accountId), eq(users.id, contacts.updatedBy)),
      )
      .leftJoin(
        survivors,
        and(eq(survivors.accountId, contacts.accountId), eq(survivors.id, contacts.mergedIntoId)),
      )
      .where(and(eq(contacts.accountId, actor.accountId), isNotNull(contacts.deletedAt), where))
      .orderBy(order)
      .limit(PAGE_SIZE + 1);
    return cutPage(rows, PAGE_SIZE, cursor);
  });
}

const keys: Key[] = [
  { expression: sql`${contacts.deletedAt}`, type: "timestamptz" },
  { expression: sql`${contacts.id}`, type: "uuid" },
];
