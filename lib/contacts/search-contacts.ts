import { sql } from "drizzle-orm";
import type { ContactFilter } from "#lib/contacts/filter";
import type { Cursor } from "#lib/keyset";
import type { Tx } from "#lib/transaction";

/**
 * The ids on one page of a search, in its order, and how many match: null where there are more than a
 * thousand. One function of the database does it, as the trigram index works only there (0008).
 */
export async function searchContacts(
  tx: Tx,
  filter: ContactFilter,
  cursor: Cursor | null,
  limit: number,
): Promise<{ ids: string[]; total: number | null }> {
  const { search, assignee = null, book = null, sort, direction } = filter;
  const forwards = cursor?.way !== "before";
  const way = (direction === "asc") === forwards ? "asc" : "desc";
  const beside = cursor ? sql`array[${sql.join(cursor.values.map(asText), sql`, `)}]` : sql`null`;
  const [found] = await tx.execute<{ ids: string[]; total: number | null }>(sql`
    select ids, total from contacts_found(
      ${search}, ${assignee}, ${book}, ${sort}, ${way}, ${beside}, ${limit})`);
  return found ?? { ids: [], total: 0 };
}

function asText(value: string) {
  return sql`${value}::text`;
}
