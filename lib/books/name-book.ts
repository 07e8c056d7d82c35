import { and, eq, isNull, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { NameBook } from "#lib/books/schema";
import { memberChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/** Names a user's books that came by one transfer, or those that came by none: an admin, or the user. */
export function nameBook(actor: Member, input: NameBook) {
  return memberChange(
    actor,
    input.requestId,
    "book.named",
    async (tx, { role, lacksSecondStep }) => {
      const { accountId, userId } = actor;
      const { assigneeId, book, name = null } = input;
      if (role !== "admin" && assigneeId !== userId) throw new Refusal("books_of_others");
      if (lacksSecondStep && assigneeId !== userId) throw new Refusal("second_step_needed");
      const condition = and(
        eq(books.accountId, accountId),
        eq(books.assigneeId, assigneeId),
        book === "own" ? isNull(books.transferId) : eq(books.transferId, book),
      );
      const [before] = await tx
        .select({ name: sql<string | null>`max(${books.name})`, count: sql<number>`count(*)::int` })
        .from(books)
        .where(condition);
      if (!before?.count) throw new Refusal("not_found");
      await tx.update(books).set({ name }).where(condition);
      const assignee = await getName(tx, accountId, assigneeId);
      const from = book === "own" ? null : await getGiver(tx, accountId, book);
      return {
        user: { id: assigneeId, name: assignee },
        data: { book, from, name: name ?? "", before: before.name ?? "" },
      };
    },
  );
}

async function getName(tx: Tx, accountId: string, userId: string): Promise<string> {
  const [user] = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  if (!user) throw new Refusal("not_found");
  return user.name;
}

/** Whose the books were before the transfer, where they were one user's. */
async function getGiver(tx: Tx, accountId: string, transferId: string): Promise<string | null> {
  const [giver] = await tx
    .select({ name: users.name })
    .from(transfers)
    .innerJoin(
      users,
      and(eq(users.accountId, transfers.accountId), eq(users.id, transfers.fromUserId)),
    )
    .where(and(eq(transfers.accountId, accountId), eq(transfers.id, transferId)));
  return giver?.name ?? null;
}
