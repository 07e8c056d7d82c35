import { and, eq } from "drizzle-orm";
import { contactViews } from "#db/schema/contact-views";
import type { Member } from "#lib/actor";
import { type BookGroups, listBookGroups } from "#lib/books/list-book-groups";
import { findAssignees } from "#lib/contacts/assignees";
import {
  type ContactSort,
  type ContactView,
  contactColumns,
  usualColumns,
} from "#lib/contacts/columns";
import { contactKeys } from "#lib/contacts/contact-keys";
import { type ContactRow, readContactRows } from "#lib/contacts/contact-rows";
import { countByFilter } from "#lib/contacts/count-by-filter";
import type { ContactFilter } from "#lib/contacts/filter";
import { listContacts } from "#lib/contacts/list-contacts";
import { searchContacts } from "#lib/contacts/search-contacts";
import { cutPage, decodeCursor, type Page } from "#lib/keyset";
import { read, type Tx } from "#lib/transaction";

const PAGE_SIZE = 50;

/** One page of contacts, how many match, and all that the filter can name. */
export function getContactsPage(actor: Member, asked: ContactFilter) {
  return read(actor, async (tx) => {
    const { accountId } = actor;
    const [assignees, view, foundAtOnce] = await Promise.all([
      findAssignees(tx, actor, asked),
      findView(tx, actor, asked),
      // Most addresses say all that is needed, and nothing has to be known first.
      asked.who || asked.book ? null : findContacts(tx, accountId, asked),
    ]);
    const { chosen, matches } = assignees;
    // Where it is open who is meant there is nothing to show yet.
    const filter = { ...asked, ...(asked.who && { assignee: chosen?.id }) };
    const groups = chosen ? await listBookGroups(tx, accountId, chosen.id, filter.book) : noGroups;
    // One that was chosen of the assignee before is none of this one's.
    if (chosen && !groups.groups.some(({ book }) => book === filter.book)) filter.book = undefined;
    const found = foundAtOnce ?? (matches ? nothing : await findContacts(tx, accountId, filter));
    const shown = { ...filter, sort: found.sort ?? filter.sort, who: matches ? asked.who : "" };
    return { ...found, assignees, groups, view, filter: shown };
  });
}

type Found = {
  page: Page<Omit<ContactRow, "keys">>;
  /** How many match; null is more than the thousand that a search counts. */
  total: number | null;
  /** All contacts of the account. */
  all: number;
  /** What it is sorted by, where the sort that was asked for is not to be had. */
  sort?: ContactSort;
};

const nothing: Found = { page: { rows: [], previous: null, next: null }, total: 0, all: 0 };
const noGroups: BookGroups = { groups: [], older: 0 };

async function findContacts(tx: Tx, accountId: string, filter: ContactFilter): Promise<Found> {
  const keys = contactKeys[filter.sort];
  const cursor = decodeCursor(filter.cursor, keys);
  const counts = await countByFilter(tx, accountId, filter);
  const { ids, total } = filter.search
    ? await searchContacts(tx, filter, cursor, PAGE_SIZE + 1)
    : {
        ids: await listContacts(tx, accountId, filter, cursor, counts, PAGE_SIZE + 1),
        total: counts.selected,
      };
  if (total === null && filter.sort === "assignee") {
    const sort = "name";
    return { ...(await findContacts(tx, accountId, { ...filter, sort })), sort };
  }
  const rows = ids.length > 0 ? await readContactRows(tx, accountId, ids, keys) : [];
  return { page: cutPage(rows, PAGE_SIZE, cursor), total, all: counts.all };
}

/** As the address says, else as the actor last chose, else as usual. */
async function findView(tx: Tx, actor: Member, filter: ContactFilter): Promise<ContactView> {
  const { accountId, userId } = actor;
  const [kept] = await tx
    .select({ columns: contactViews.columns, density: contactViews.density })
    .from(contactViews)
    .where(and(eq(contactViews.accountId, accountId), eq(contactViews.userId, userId)));
  return {
    columns:
      filter.columns ??
      (kept ? contactColumns.filter((column) => kept.columns.includes(column)) : usualColumns),
    density: filter.density ?? kept?.density ?? "comfortable",
  };
}
