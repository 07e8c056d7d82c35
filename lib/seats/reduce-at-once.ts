import type { Member } from "#lib/actor";
import { record } from "#lib/audit/record";
import type { Subscription } from "#lib/billing/get-subscription";
import { now } from "#lib/clock";
import { insertSeatChange } from "#lib/seats/insert-seat-change";
import { tellOfBilling } from "#lib/seats/tell-of-billing";
import type { Tx } from "#lib/transaction";

/** Fewer spots from this moment on, where no period is paid for that they would be a part of. */
export async function reduceAtOnce(
  tx: Tx,
  actor: Member,
  { total: from }: Pick<Subscription, "total">,
  to: number,
): Promise<void> {
  const { accountId, userId, name } = actor;
  const changeId = await insertSeatChange(tx, {
    accountId,
    kind: "reduced",
    fromTotal: from,
    toTotal: to,
    byUserId: userId,
    reason: "",
  });
  const told = { changeId, from, to };
  await record(tx, actor, { kind: "seats.reduced", data: { ...told, reason: "" } });
  const effectiveAt = now().toISOString();
  await tellOfBilling(tx, accountId, "spots_changed", {
    what: "reduced",
    by: name,
    effectiveAt,
    ...told,
  });
}
