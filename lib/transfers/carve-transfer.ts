import { record } from "#lib/audit/record";
import { enqueue } from "#lib/enqueue";
import { Refusal, whyNotSentence } from "#lib/refusal";
import { type Tx, transact } from "#lib/transaction";
import { carveBatch } from "#lib/transfers/carve-batch";
import { countTransfer } from "#lib/transfers/count-transfer";
import {
  endPlannedTransfer,
  getPlannedTransfer,
  lockPlannedTransfer,
  type PlannedTransfer,
} from "#lib/transfers/planned-transfer";
import { switchTransfer } from "#lib/transfers/switch-transfer";

export type CarveJob = { accountId: string; transferId: string };

/** What a slice came to: the end, or what a further job goes on with. */
export type CarveOutcome = "done" | "stopped" | "over" | "goes on";

const SLICE_MILLISECONDS = 2000;

/**
 * Carries a planned transfer on for a slice of time, in short transactions, and leaves the rest to a
 * job of its own: mail is not kept waiting for it, and a worker that is stopped has soon ended it.
 * Begun again after a crash it goes on where it was; two at once take turns.
 */
export async function carveTransfer(
  { accountId, transferId }: CarveJob,
  slice = SLICE_MILLISECONDS,
): Promise<CarveOutcome> {
  const until = performance.now() + slice;
  for (;;) {
    const isLast = performance.now() >= until;
    const outcome = await transact({ kind: "system", accountId }, async (tx) => {
      const planned = await getPlannedTransfer(tx, accountId, transferId);
      const outcome = await step(tx, planned);
      if (outcome !== "goes on" || !isLast) return outcome;
      await enqueue(tx, "carve_transfer", { transferId });
      return outcome;
    }).catch(afterRefusal);
    if (outcome === "held") continue;
    if (outcome !== "goes on" || isLast) return outcome;
  }
}

/** One transaction's work: the count, a batch, or the switch. */
async function step(tx: Tx, planned: PlannedTransfer): Promise<CarveOutcome> {
  if (planned.state !== "counting" && planned.state !== "carving") return "over";
  try {
    if (planned.state === "counting") {
      if (await countTransfer(tx, planned)) return "goes on";
      throw new Refusal("transfer_matches_nothing");
    }
    if (!planned.isCarved) {
      await carveBatch(tx, planned);
      return "goes on";
    }
    await switchTransfer(tx, planned);
    return "done";
  } catch (error) {
    // Thrown by a rule, before any contact was moved: the transaction goes on.
    if (!(error instanceof Refusal) || error.code === "transfer_over") throw error;
    await stop(tx, planned, error);
    return "stopped";
  }
}

async function stop(tx: Tx, planned: PlannedTransfer, { code, facts }: Refusal): Promise<void> {
  const { accountId, id, fromUserId, fromName } = planned;
  await lockPlannedTransfer(tx, accountId, id);
  await endPlannedTransfer(tx, planned, { state: "stopped", refusal: { code, facts } });
  await record(
    tx,
    { accountId },
    {
      kind: "transfer.stopped",
      user: fromUserId && fromName ? { id: fromUserId, name: fromName } : undefined,
      data: {
        transferId: id,
        ...(fromName && { fromName }),
        why: whyNotSentence(code, facts),
      },
    },
  );
}

/** Cancelled meanwhile, or somebody holds one of the contacts: that one is tried again. */
function afterRefusal(error: unknown): "over" | "held" {
  if (error instanceof Refusal && error.code === "transfer_over") return "over";
  if (error instanceof Refusal && error.code === "conflict") return "held";
  throw error;
}
