import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { confirmAdmin } from "#lib/change";
import { contactColumns } from "#lib/contacts/get-contact";
import { selected } from "#lib/contacts/selected";
import { contactFormats } from "#lib/exports/contact-formats";
import type { ExportContacts } from "#lib/exports/schema";
import { read, type Tx } from "#lib/transaction";

/** How many contacts are in memory at a time. */
export const CONTACTS_PIECE = 1_000;

/**
 * What `exportContacts` announced at that time, piece by piece in the order of their ids. Each piece
 * is a short transaction of its own, so that a slow reader holds nothing, and is read only while the
 * actor is still an active admin: otherwise it ends with a Refusal, not as if whole.
 */
export async function* contactPieces(
  actor: Member,
  { format, selection }: ExportContacts,
  at: Date,
): AsyncGenerator<string, void, void> {
  const { head, lines } = contactFormats[format];
  if (head) yield head;
  let after: string | undefined;
  for (;;) {
    const piece = await read(actor, async (tx) => {
      const listed = listPiece(tx, actor.accountId, selection, at, after);
      const [found] = await Promise.all([listed, confirmAdmin(tx, actor)]);
      return found;
    });
    if (piece.length > 0) yield lines(piece);
    if (piece.length < CONTACTS_PIECE) return;
    after = piece.at(-1)?.id;
  }
}

function listPiece(
  tx: Tx,
  accountId: string,
  { search, ...others }: ExportContacts["selection"],
  at: Date,
  after: string | undefined,
) {
  return tx
    .select({ id: contacts.id, name: contacts.name, assignee: users.name, ...contactColumns })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(
      and(
        selected(accountId, { search: "", ...others }),
        // Looked at row by row, once: the index would find all that match anew for every piece.
        search ? sql`${contacts.searchText} like all (search_patterns(${search}))` : undefined,
        lte(contacts.createdAt, at),
        after ? gt(contacts.id, after) : undefined,
      ),
    )
    .orderBy(asc(contacts.id))
    .limit(CONTACTS_PIECE);
}
