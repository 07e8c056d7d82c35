import { and, eq } from "drizzle-orm";
import { cardChanges } from "#db/schema/card-changes";
import type { Member } from "#lib/actor";
import { record } from "#lib/audit/record";
import { findCardChange } from "#lib/cards/find-card-change";
import { now } from "#lib/clock";
import type { Tx } from "#lib/transaction";

/** What was asked for before goes no further: one change is under way at a time. */
export async function endOpenCardChange(tx: Tx, actor: Member): Promise<void> {
  const { accountId } = actor;
  const change = await findCardChange(tx, accountId, "open");
  if (!change) return;
  await markCardChangeEnded(tx, actor, change.id);
  if (change.state === "over") return;
  const { id: changeId, holderName, last4 } = change;
  await record(tx, actor, { kind: "card.change_ended", data: { changeId, holderName, last4 } });
}

export async function markCardChangeEnded(tx: Tx, actor: Member, changeId: string): Promise<void> {
  await tx
    .update(cardChanges)
    .set({ endedAt: now(), endedBy: actor.userId })
    .where(and(eq(cardChanges.accountId, actor.accountId), eq(cardChanges.id, changeId)));
}
