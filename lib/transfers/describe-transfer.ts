import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { Member } from "#lib/actor";
import type { EventData, EventKind } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";
import { countUndo } from "#lib/transfers/count-undo";
import { getTransfer } from "#lib/transfers/get-transfer";
import { type UndoCounts, whyNotUndo } from "#lib/transfers/rules";

/** One transfer: to whom it went, what an undo would do now or has done, and why it cannot be undone. */
export async function describeTransfer(tx: Tx, actor: Member, transferId: string) {
  const { accountId } = actor;
  const transfer = await getTransfer(tx, accountId, transferId);
  const [successors, counts] = await Promise.all([
    listSuccessors(tx, accountId, transferId),
    transfer.undoId
      ? getUndone(tx, accountId, transferId, transfer.undoId)
      : countUndo(tx, accountId, transferId),
  ]);
  return { transfer, successors, counts, whyNot: whyNotUndo(actor, transfer, counts, new Date()) };
}

/** Who received how many, as it was recorded: they may have gone on since. */
async function listSuccessors(tx: Tx, accountId: string, transferId: string) {
  const data = await findRecorded(tx, accountId, {
    kinds: ["user.inactivated", "contacts.reassigned"],
    transferId,
    after: transferId,
  });
  if (!data) return [];
  const all = "receivers" in data ? data.receivers : data.successors;
  return all.map(({ userId, name, contacts }) => ({ id: userId, name, contacts }));
}

async function getUndone(
  tx: Tx,
  accountId: string,
  transferId: string,
  undoId: string,
): Promise<UndoCounts> {
  const undone = await findRecorded(tx, accountId, {
    kinds: ["transfer.undone"],
    transferId,
    after: undoId,
  });
  if (!undone) throw new Error("The undo has no audit event.");
  return undone;
}

/**
 * What was recorded of a transfer. An event is written right after its cause, so that the first ones
 * after it are looked at; what was only asked for is not meant.
 */
async function findRecorded<K extends EventKind>(
  tx: Tx,
  accountId: string,
  { kinds, transferId, after }: { kinds: K[]; transferId: string; after: string },
): Promise<EventData[K] | null> {
  const [event] = await tx
    .select({ data: auditEvents.data })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        gt(auditEvents.id, after),
        inArray(auditEvents.kind, kinds),
        sql`${auditEvents.data}->>'transferId' = ${transferId}`,
        sql`${auditEvents.data}->'isPlanned' is null`,
      ),
    )
    .orderBy(asc(auditEvents.id))
    .limit(1);
  return event ? (event.data as EventData[K]) : null;
}
