import { and, asc, desc, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import { bookMoves } from "#db/schema/books";
import { users } from "#db/schema/users";
import type { EventData } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";
import { countUndo, getTransfer } from "#lib/transfers/get-transfer";
import { type UndoCounts, whyNotUndo } from "#lib/transfers/rules";

/** One transfer: to whom it went, what an undo would do now or has done, and why it cannot be undone. */
export async function describeTransfer(tx: Tx, accountId: string, transferId: string) {
  const transfer = await getTransfer(tx, accountId, transferId);
  const [successors, counts] = await Promise.all([
    listSuccessors(tx, accountId, transferId),
    transfer.undoneAt
      ? getUndone(tx, accountId, transferId, transfer.fromUserId)
      : countUndo(tx, accountId, transferId),
  ]);
  return { transfer, successors, counts, whyNot: whyNotUndo(transfer, counts, new Date()) };
}

async function listSuccessors(tx: Tx, accountId: string, transferId: string) {
  return tx
    .selectDistinct({ id: users.id, name: users.name })
    .from(bookMoves)
    .innerJoin(
      users,
      and(eq(users.accountId, bookMoves.accountId), eq(users.id, bookMoves.toUserId)),
    )
    .where(and(eq(bookMoves.accountId, accountId), eq(bookMoves.transferId, transferId)))
    .orderBy(asc(users.name), asc(users.id));
}

/** What the undo did, as it was recorded: the books may have gone on since. */
async function getUndone(
  tx: Tx,
  accountId: string,
  transferId: string,
  leaverId: string | null,
): Promise<UndoCounts> {
  const events = await tx
    .select({ data: auditEvents.data })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        leaverId ? eq(auditEvents.userId, leaverId) : undefined,
        eq(auditEvents.kind, "transfer.undone"),
      ),
    )
    .orderBy(desc(auditEvents.id));
  const undone = events
    .map(({ data }) => data as EventData["transfer.undone"])
    .find((data) => data.transferId === transferId);
  if (!undone) throw new Error("The undo has no audit event.");
  return undone;
}
