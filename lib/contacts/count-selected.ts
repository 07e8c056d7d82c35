import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import { countByFilter } from "#lib/contacts/count-by-filter";
import { selected } from "#lib/contacts/selected";
import type { ContactSelection } from "#lib/contacts/selection";
import type { Tx } from "#lib/transaction";

/** Of what a wide search finds no more are counted. */
const MOST = 100_000;
const SAMPLE = 10_000;

export type Counted = { count: number; hasMore: boolean };

/** How many contacts are selected: whole books by what is kept of each, a search one by one. */
export async function countSelected(
  tx: Tx,
  accountId: string,
  selection: ContactSelection,
): Promise<Counted> {
  if (!selection.search) {
    const counts = await countByFilter(tx, accountId, selection);
    return { count: counts.selected, hasMore: false };
  }
  const isWide = await matchesMany(tx, accountId, selection.search);
  const count = await countFound(tx, accountId, selection, isWide);
  return { count: Math.min(count, MOST), hasMore: count > MOST };
}

/**
 * Looked at row by row, where the index would bring most of the table. It finds what search_condition
 * (0008) does: words of which none has three letters or digits count as beginnings.
 */
export function matches(search: string): SQL {
  const folded = sql`handover_fold(${search}::text)`;
  const patterns = sql`search_patterns(${search}::text)`;
  return sql`case
    when ${folded} ~ '[[:alnum:]]{3}' then ${contacts.searchText} like all (${patterns})
    when ${folded} ~ '[[:alnum:]]' then ' ' || ${contacts.searchText} like all (
      array(select '% ' || substr(pattern, 2) from unnest(${patterns}) pattern))
    else false end`;
}

/** Whether a search finds one in twenty of the account's first contacts. */
async function matchesMany(tx: Tx, accountId: string, search: string): Promise<boolean> {
  const sample = tx
    .select({ isFound: sql<boolean>`${matches(search)}`.as("is_found") })
    .from(contacts)
    .where(eq(contacts.accountId, accountId))
    .orderBy(asc(contacts.id))
    .limit(SAMPLE)
    .as("sample");
  const [row] = await tx
    .select({ found: sql<number>`count(*)::int` })
    .from(sample)
    .where(sql`${sample.isFound}`);
  return (row?.found ?? 0) > SAMPLE / 20;
}

async function countFound(tx: Tx, accountId: string, selection: ContactSelection, isWide: boolean) {
  const { search, ...others } = selection;
  const found = tx
    .select({ one: sql`1`.as("one") })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(
      isWide
        ? and(selected(accountId, { search: "", ...others }), matches(search))
        : selected(accountId, selection),
    )
    .limit(MOST + 1)
    .as("found");
  const [row] = await tx.select({ total: sql<number>`count(*)::int` }).from(found);
  return row?.total ?? 0;
}
