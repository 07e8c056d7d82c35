import { plannedTransfers } from "#db/schema/planned-transfers";
import type { ContactSelection } from "#lib/contacts/selection";
import { enqueue } from "#lib/enqueue";
import type { Tx } from "#lib/transaction";
import type { TransferPlan } from "#lib/transfers/plan";

type RequestedTransfer = {
  kind: "inactivation" | "reassignment";
  /** Whose contacts they are, where they are one user's. */
  fromUserId: string | null;
  selection: ContactSelection;
  plan: TransferPlan;
};

/**
 * Plans a transfer too large for one request, with the job that carries it out. Answers the id that
 * the transfer will have; until then nothing changes for anybody (domain rule 22).
 */
export async function requestTransfer(
  tx: Tx,
  by: { accountId: string; userId: string },
  transfer: RequestedTransfer,
): Promise<string> {
  const [planned] = await tx
    .insert(plannedTransfers)
    .values({ accountId: by.accountId, byUserId: by.userId, ...transfer })
    .returning({ id: plannedTransfers.id });
  if (!planned) throw new Error("The planned transfer was not inserted.");
  await enqueue(tx, "carve_transfer", { transferId: planned.id });
  return planned.id;
}
