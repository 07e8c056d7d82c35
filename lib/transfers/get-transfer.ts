import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const makers = alias(users, "makers");
const undos = alias(transfers, "undos");
const leavers = alias(users, "leavers");
const undoers = alias(users, "undoers");

/** One transfer with the undo that took it back, if any; `not_found` otherwise. */
export async function getTransfer(tx: Tx, accountId: string, transferId: string) {
  const [transfer] = await tx
    .select({
      id: transfers.id,
      kind: transfers.kind,
      at: transfers.at,
      contacts: transfers.contacts,
      byUserId: transfers.byUserId,
      byName: makers.name,
      fromUserId: transfers.fromUserId,
      fromName: leavers.name,
      fromStatus: leavers.status,
      undoId: undos.id,
      undoneAt: undos.at,
      undoneByName: undoers.name,
    })
    .from(transfers)
    .leftJoin(
      makers,
      and(eq(makers.accountId, transfers.accountId), eq(makers.id, transfers.byUserId)),
    )
    .leftJoin(
      leavers,
      and(eq(leavers.accountId, transfers.accountId), eq(leavers.id, transfers.fromUserId)),
    )
    .leftJoin(
      undos,
      and(eq(undos.accountId, transfers.accountId), eq(undos.undoesId, transfers.id)),
    )
    .leftJoin(undoers, and(eq(undoers.accountId, undos.accountId), eq(undoers.id, undos.byUserId)))
    .where(and(eq(transfers.accountId, accountId), eq(transfers.id, transferId)));
  if (!transfer) throw new Refusal("not_found");
  return transfer;
}
