import type { Member } from "#lib/actor";
import type { AuditFilter } from "#lib/audit/filter";
import { eventKeys, type ListedEvent, listEvents } from "#lib/audit/list-events";
import { findPeople, findPerson, listPeople, type Matches, type Person } from "#lib/audit/people";
import { cutPage, decodeCursor, type Page } from "#lib/keyset";
import { read, type Tx } from "#lib/transaction";

const PAGE_SIZE = 50;

/** A page of the account log, newest first, and whom the filter names or could name. */
export function getAuditPage(actor: Member, filter: AuditFilter) {
  return read(actor, async (tx) => {
    const [people, { person, matches }] = await Promise.all([
      listPeople(tx, actor.accountId),
      choosePerson(tx, actor.accountId, filter),
    ]);
    // Where it is open who is meant there is nothing to show yet.
    const isOpen = matches !== null || (person === null && isPersonAsked(filter));
    const page = isOpen ? noEvents : await pageOf(tx, actor, { ...filter, person: person?.id });
    return { people, person, matches, page };
  });
}

function isPersonAsked({ person, who }: AuditFilter): boolean {
  return who === undefined ? person !== undefined : who !== "";
}

const noEvents: Page<ListedEvent> = { rows: [], previous: null, next: null };

/** Whom the filter means: by id, or by a name that fits one person; otherwise all whom it fits. */
async function choosePerson(
  tx: Tx,
  accountId: string,
  { person: id, who }: AuditFilter,
): Promise<{ person: Person | null; matches: Matches | null }> {
  const chosen = id && who !== "" ? await findPerson(tx, accountId, id) : null;
  if (!who || who === chosen?.name) return { person: chosen, matches: null };
  const matches = await findPeople(tx, accountId, who);
  const [only] = matches.people;
  return only && matches.people.length === 1
    ? { person: only, matches: null }
    : { person: null, matches };
}

async function pageOf(tx: Tx, actor: Member, filter: AuditFilter): Promise<Page<ListedEvent>> {
  const cursor = decodeCursor(filter.cursor, eventKeys);
  return cutPage(await listEvents(tx, actor, filter, cursor, PAGE_SIZE + 1), PAGE_SIZE, cursor);
}
