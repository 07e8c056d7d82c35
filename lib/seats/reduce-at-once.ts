import { seatChanges } from "#db/schema/seat-changes";
import type { Member } from "#lib/actor";
import { record } from "#lib/audit/record";
import type { Subscription } from "#lib/billing/get-subscription";
import { now } from "#lib/clock";
import { tellOfBilling } from "#lib/seats/tell-of-billing";
import type { Tx } from "#lib/transaction";

/** Fewer spots from this moment on, where no period is paid for that they would be a part of. */
export async function reduceAtOnce(
  tx: Tx,
  { accountId, userId, name }: Member,
  { total: from }: Pick<Subscription, "total">,
  to: number,
): Promise<void> {
  const [change] = await tx
    .insert(seatChanges)
    .values({
      ...{ accountId, kind: "reduced", at: now(), effectiveAt: now() },
      ...{ fromTotal: from, toTotal: to, byUserId: userId, reason: "" },
    })
    .returning({ id: seatChanges.id });
  if (!change) throw new Error("The change was not inserted.");
  const told = { changeId: change.id, from, to };
  const by = { accountId, userId, name };
  await record(tx, by, { kind: "seats.reduced", data: { ...told, reason: "" } });
  const effectiveAt = now().toISOString();
  await tellOfBilling(tx, accountId, "spots_changed", {
    what: "reduced",
    by: name,
    effectiveAt,
    ...told,
  });
}
