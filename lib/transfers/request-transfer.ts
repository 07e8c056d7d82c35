import { plannedTransfers } from "#db/schema/planned-transfers";
import type { ContactSelection } from "#lib/contacts/selection";
import { enqueue } from "#lib/enqueue";
import type { Tx } from "#lib/transaction";
import type { TransferPlan } from "#lib/transfers/plan";

type Requested = {
  kind: "inactivation" | "reassignment";
  fromUserId: string | null;
  selection: ContactSelection;
  plan: TransferPlan;
};

/** Plans a transfer that is too large for one request; a job carries it out. Answers its id. */
export async function requestTransfer(
  tx: Tx,
  by: { accountId: string; userId: string },
  requested: Requested,
): Promise<string> {
  const [planned] = await tx
    .insert(plannedTransfers)
    .values({ accountId: by.accountId, byUserId: by.userId, ...requested })
    .returning({ id: plannedTransfers.id });
  if (!planned) throw new Error("The transfer was not planned.");
  await enqueue(tx, "carve_transfer", { transferId: planned.id });
  return planned.id;
}
