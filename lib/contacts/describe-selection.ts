import { and, eq } from "drizzle-orm";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";
import type { ContactSelection } from "#lib/contacts/selection";
import { sentence } from "#lib/sentence";
import type { Tx } from "#lib/transaction";

/** What is selected in words, with names as they are now; nothing where everything is. */
export async function describeSelection(
  tx: Tx,
  accountId: string,
  { search, assignee, book }: ContactSelection,
): Promise<{ search?: string; assignee?: string; book?: string }> {
  return {
    ...(search && { search }),
    ...(assignee && { assignee: await assigneeText(tx, accountId, assignee) }),
    ...(book && { book: await bookText(tx, accountId, book) }),
  };
}

async function assigneeText(tx: Tx, accountId: string, assignee: string): Promise<string> {
  if (assignee === "inactive") return "inactive users";
  const [user] = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, assignee)));
  return user?.name ?? "nobody";
}

async function bookText(tx: Tx, accountId: string, book: string): Promise<string> {
  if (book === "own") return "never taken over";
  const [transfer] = await tx
    .select({ fromName: users.name })
    .from(transfers)
    .leftJoin(
      users,
      and(eq(users.accountId, transfers.accountId), eq(users.id, transfers.fromUserId)),
    )
    .where(and(eq(transfers.accountId, accountId), eq(transfers.id, book)));
  return sentence`taken over from ${transfer?.fromName ?? "several users"}`;
}
