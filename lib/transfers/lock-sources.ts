import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import { selectedBooks } from "#lib/contacts/selected";
import { ownerOfWholeBooks } from "#lib/contacts/selection";
import type { Tx } from "#lib/transaction";
import type { Meant } from "#lib/transfers/meant";
import { contactsWithAssignee, isMeant } from "#lib/transfers/picked-contacts";

/**
 * Holds the books that these contacts lie in, and the receivers' main books, as they are: none of
 * them changes hands before the end, while adding contacts and editing them goes on.
 */
export async function lockSources(
  tx: Tx,
  accountId: string,
  meant: Meant,
  receiverIds: string[],
): Promise<void> {
  const sources =
    "selection" in meant && ownerOfWholeBooks(meant.selection)
      ? selectedBooks(meant.selection)
      : inArray(
          books.id,
          sql`(select ${contacts.bookId} from ${contactsWithAssignee} where ${isMeant(accountId, meant)})`,
        );
  await tx
    .select({ id: books.id })
    .from(books)
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(
      and(
        eq(books.accountId, accountId),
        or(sources, and(eq(books.isMain, true), inArray(books.assigneeId, receiverIds))),
      ),
    )
    .orderBy(asc(books.id))
    .for("share", { of: books });
}
