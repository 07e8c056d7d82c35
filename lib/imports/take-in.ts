import { and, eq, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { imports } from "#db/schema/imports";
import { users } from "#db/schema/users";
import { addContacts } from "#lib/imports/add-contacts";
import type { ImportChoices } from "#lib/imports/file-facts";
import { insertProblems, type Problem } from "#lib/imports/insert-problems";
import type { LockedImport } from "#lib/imports/lock-import";
import type { Batch } from "#lib/imports/read-records";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const SHARES_PHONE = "Taken in. Another contact has the same phone number.";

/** Takes one batch in, with its problems and counts: all of it or, if this is cut off, nothing. */
export async function takeIn(
  tx: Tx,
  accountId: string,
  found: LockedImport,
  choices: ImportChoices,
  { records, bytesDone }: Batch,
): Promise<void> {
  await requireAuthor(tx, accountId, found.byUserId);
  const bookId = await receivingBook(tx, accountId, choices.receiverId);
  const contacts = records.flatMap(({ record, read }) =>
    "contact" in read ? [{ ...read.contact, record }] : [],
  );
  const target = { accountId, bookId, byUserId: found.byUserId, known: choices.known };
  const { added, updated, sharing } = await addContacts(tx, contacts, target);
  const shares = new Set(sharing);
  const problems = records.flatMap(({ record, line, cells, read }): Problem[] => {
    if ("reason" in read) return [{ record, line, cells, reason: read.reason, isTakenIn: false }];
    return shares.has(record)
      ? [{ record, line, cells, reason: SHARES_PHONE, isTakenIn: true }]
      : [];
  });
  await insertProblems(tx, accountId, found.id, problems);
  await tx
    .update(imports)
    .set({
      bytesDone,
      recordsDone: records.at(-1)?.record ?? found.recordsDone,
      added: sql`${imports.added} + ${added}`,
      updated: sql`${imports.updated} + ${updated}`,
      known: sql`${imports.known} + ${contacts.length - added - updated}`,
      wrong: sql`${imports.wrong} + ${records.length - contacts.length}`,
    })
    .where(and(eq(imports.accountId, accountId), eq(imports.id, found.id)));
}

/** Export and import are for admins (domain rule 20), as long as it goes on. */
async function requireAuthor(tx: Tx, accountId: string, userId: string): Promise<void> {
  const [author] = await tx
    .select({ name: users.name, status: users.status, role: users.role })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  if (author?.status === "active" && author.role === "admin") return;
  throw new Refusal("import_author_not_admin", { by: author?.name });
}

/** The main book of now: the one of a moment ago may have changed hands. */
async function receivingBook(tx: Tx, accountId: string, userId: string): Promise<string> {
  const [receiver] = await tx
    .select({ name: users.name, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)))
    .for("share");
  if (receiver?.status !== "active") {
    throw new Refusal("import_receiver_inactive", { successor: receiver?.name });
  }
  const [book] = await tx
    .select({ id: books.id })
    .from(books)
    .where(and(eq(books.accountId, accountId), eq(books.assigneeId, userId), books.isMain));
  if (!book) throw new Error("An active user has no main book.");
  return book.id;
}
