import { contactKeys } from "#lib/contacts/contact-keys";
import type { FilterCounts } from "#lib/contacts/count-by-filter";
import type { ContactFilter } from "#lib/contacts/filter";
import { findIds, mergeBooks, type Span, sortAll, walk } from "#lib/contacts/find-on-page";
import { listByAssignee } from "#lib/contacts/list-by-assignee";
import { selectedBooks } from "#lib/contacts/selected";
import type { Cursor } from "#lib/keyset";
import type { Tx } from "#lib/transaction";

/** Sorting so many costs less than finding out whether something else would. */
const FEW = 2_000;
/** More books than these are too many to look into each. */
const MOST_BOOKS = 5_000;

/** The ids beside the cursor, in order; `counts` say which way to them is short. */
export async function listContacts(
  tx: Tx,
  accountId: string,
  filter: ContactFilter,
  cursor: Cursor | null,
  counts: FilterCounts,
  limit: number,
): Promise<string[]> {
  const { sort, direction } = filter;
  if (counts.selected === 0) return [];
  const span: Span = {
    ...{ accountId, keys: contactKeys[sort], direction, cursor, limit },
    books: selectedBooks(filter),
  };
  if (sort === "assignee") return listByAssignee(tx, span);
  if (!span.books) return findIds(tx, walk(span));
  if (sort === "name" && counts.books <= MOST_BOOKS) return findIds(tx, mergeBooks(span));
  if (isWalkShorter(counts, limit)) {
    const met = await findIds(tx, walk(span, counts.selected));
    if (met.length === limit) return met;
  }
  return findIds(tx, sortAll(span));
}

/**
 * Whether the page is met earlier on the way through all contacts than by reading all selected. Where
 * those lie at the far end of the order it is not, so the walk ends when it has cost as much.
 */
function isWalkShorter({ selected, all }: FilterCounts, limit: number): boolean {
  return selected > FEW && (2 * limit * all) / selected < selected;
}
