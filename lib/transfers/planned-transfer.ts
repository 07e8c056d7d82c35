import { and, eq, sql } from "drizzle-orm";
import { plannedTransfers, transferBatches } from "#db/schema/planned-transfers";
import { users } from "#db/schema/users";
import type { ContactSelection } from "#lib/contacts/selection";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import type { TransferPlan } from "#lib/transfers/plan";

export type PlannedTransfer = Awaited<ReturnType<typeof getPlannedTransfer>>;

/** A transfer that is prepared by a job, or was; `not_found` otherwise. */
export async function getPlannedTransfer(tx: Tx, accountId: string, transferId: string) {
  const [planned] = await tx
    .select({
      accountId: plannedTransfers.accountId,
      id: plannedTransfers.id,
      kind: plannedTransfers.kind,
      byUserId: plannedTransfers.byUserId,
      fromUserId: plannedTransfers.fromUserId,
      fromName: users.name,
      selection: sql<ContactSelection>`${plannedTransfers.selection}`,
      plan: sql<TransferPlan>`${plannedTransfers.plan}`,
      state: plannedTransfers.state,
      isCarved: sql<boolean>`not exists (
        select from ${transferBatches} where ${ofTransfer(accountId, transferId)})`,
    })
    .from(plannedTransfers)
    .leftJoin(
      users,
      and(
        eq(users.accountId, plannedTransfers.accountId),
        eq(users.id, plannedTransfers.fromUserId),
      ),
    )
    .where(ofId(accountId, transferId));
  if (!planned) throw new Refusal("not_found");
  return planned;
}

/** Holds it until the end of the transaction, and answers the state that it is in. */
export async function lockPlannedTransfer(tx: Tx, accountId: string, transferId: string) {
  const [locked] = await tx
    .select({ state: plannedTransfers.state })
    .from(plannedTransfers)
    .where(ofId(accountId, transferId))
    .for("no key update");
  if (!locked) throw new Refusal("not_found");
  return locked.state;
}

type Ending = { state: "done" | "cancelled" | "stopped"; endedBy?: string; refusal?: object };

/** Nothing goes on after this: what is still in batches stays in the books where it lies. */
export async function endPlannedTransfer(
  tx: Tx,
  { accountId, id }: { accountId: string; id: string },
  ending: Ending,
): Promise<void> {
  await tx
    .update(plannedTransfers)
    .set({ ...ending, endedAt: sql`clock_timestamp()` })
    .where(ofId(accountId, id));
  await tx.delete(transferBatches).where(ofTransfer(accountId, id));
}

function ofId(accountId: string, transferId: string) {
  return and(eq(plannedTransfers.accountId, accountId), eq(plannedTransfers.id, transferId));
}

function ofTransfer(accountId: string, transferId: string) {
  return and(eq(transferBatches.accountId, accountId), eq(transferBatches.transferId, transferId));
}
