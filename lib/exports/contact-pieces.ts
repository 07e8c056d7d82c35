import { and, asc, eq, gt, lte, type SQL } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { confirmAdmin } from "#lib/change";
import { contactDetailColumns } from "#lib/contacts/get-contact";
import { selected, selectedByRow } from "#lib/contacts/selected";
import { contactFormats } from "#lib/exports/contact-formats";
import type { ExportContacts } from "#lib/exports/schema";
import { read, type Tx } from "#lib/transaction";

/** How many contacts are in memory at a time; with a filter, of how many they are what is left. */
export const CONTACTS_PIECE = 1_000;
const FILTERED_PIECE = 5_000;

/** Up to so many are found by their index anew for every piece. */
const FEW = 10_000;

type Selection = ExportContacts["selection"];

/**
 * What `exportContacts` announced at that time, piece by piece in the order of their ids. Each piece
 * is a short transaction of its own, so that a slow reader holds nothing, and is read only while the
 * actor is still an active admin: otherwise it ends with a Refusal, not as if whole.
 */
export async function* contactPieces(
  actor: Member,
  { format, selection }: ExportContacts,
  { at, count }: { at: Date; count: number },
): AsyncGenerator<string, void, void> {
  const { head, lines } = contactFormats[format];
  const list = count <= FEW ? listFew : listStretch;
  if (head) yield head;
  let after: string | null = FIRST;
  while (after) {
    const place: string = after;
    const { found, end } = await read(actor, async (tx) => {
      const listed = list(tx, actor.accountId, selection, at, place);
      const [piece] = await Promise.all([listed, confirmAdmin(tx, actor)]);
      return piece;
    });
    if (found.length > 0) yield lines(found);
    after = end;
  }
}

/** Before every id. */
const FIRST = "00000000-0000-0000-0000-000000000000";

/** The next of few, found by whichever index knows them. */
async function listFew(tx: Tx, accountId: string, selection: Selection, at: Date, after: string) {
  const found = await exported(tx, and(selected(accountId, selection), since(at, after)))
    .orderBy(asc(contacts.id))
    .limit(CONTACTS_PIECE);
  return { found, end: found.length < CONTACTS_PIECE ? null : (found.at(-1)?.id ?? null) };
}

/**
 * The next stretch of the account's contacts, of which those selected are kept: every row is looked
 * at once. Asked for the next thousand that match, Postgres might find all that match each time.
 */
async function listStretch(
  tx: Tx,
  accountId: string,
  selection: Selection,
  at: Date,
  after: string,
) {
  const isWhole = !selection.search && !selection.assignee && !selection.book;
  const [last] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.accountId, accountId), gt(contacts.id, after)))
    .orderBy(asc(contacts.id))
    .offset((isWhole ? CONTACTS_PIECE : FILTERED_PIECE) - 1)
    .limit(1);
  const found = await exported(
    tx,
    and(
      selectedByRow(accountId, selection),
      since(at, after),
      last ? lte(contacts.id, last.id) : undefined,
    ),
  ).orderBy(asc(contacts.id));
  return { found, end: last?.id ?? null };
}

function since(at: Date, after: string): SQL | undefined {
  return and(lte(contacts.createdAt, at), gt(contacts.id, after));
}

function exported(tx: Tx, which: SQL | undefined) {
  return tx
    .select({ id: contacts.id, name: contacts.name, assignee: users.name, ...contactDetailColumns })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(which);
}
