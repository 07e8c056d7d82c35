import { aliasedTable, and, eq, inArray, ne, or } from "drizzle-orm";
import { invoices } from "#db/schema/invoices";
import { seatChanges } from "#db/schema/seat-changes";
import { seatSchedules } from "#db/schema/seat-schedules";
import { subscriptions } from "#db/schema/subscriptions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { type Chain, placeOf } from "#lib/seats/receipt-chain";
import { read, type Tx } from "#lib/transaction";

export type Receipt = Awaited<ReturnType<typeof getReceiptPage>>;

/** One row of the ledger, with what was charged for it and what became of it since. */
export function getReceiptPage(actor: Member, changeId: string) {
  const { accountId, accountName } = actor;
  return read(actor, async (tx) => {
    const row = await getChange(tx, accountId, changeId);
    const { schedule, ...change } = row;
    const chain = schedule ? await listChain(tx, accountId, schedule, changeId) : [];
    const isPending = schedule?.endedAt === null && change.kind !== "cancelled";
    return { accountName, ...change, ...placeOf(row, chain), isPending };
  });
}

async function getChange(tx: Tx, accountId: string, changeId: string) {
  const [row] = await tx
    .select({
      id: seatChanges.id,
      number: seatChanges.number,
      kind: seatChanges.kind,
      at: seatChanges.at,
      effectiveAt: seatChanges.effectiveAt,
      from: seatChanges.fromTotal,
      to: seatChanges.toTotal,
      by: users.name,
      reason: seatChanges.reason,
      invoice: {
        number: invoices.number,
        amount: invoices.amount,
        currency: invoices.currency,
        status: invoices.status,
      },
      terms: {
        interval: subscriptions.interval,
        currency: subscriptions.currency,
        unitPrice: subscriptions.unitPrice,
      },
      schedule: {
        id: seatSchedules.id,
        replacesId: seatSchedules.replacesId,
        endedAt: seatSchedules.endedAt,
      },
    })
    .from(seatChanges)
    .innerJoin(subscriptions, eq(subscriptions.accountId, seatChanges.accountId))
    .leftJoin(
      users,
      and(eq(users.accountId, seatChanges.accountId), eq(users.id, seatChanges.byUserId)),
    )
    .leftJoin(
      invoices,
      and(eq(invoices.accountId, seatChanges.accountId), eq(invoices.id, seatChanges.invoiceId)),
    )
    .leftJoin(
      seatSchedules,
      and(
        eq(seatSchedules.accountId, seatChanges.accountId),
        eq(seatSchedules.id, seatChanges.scheduleId),
      ),
    )
    .where(and(eq(seatChanges.accountId, accountId), eq(seatChanges.id, changeId)));
  if (!row) throw new Refusal("not_found");
  return row;
}

/** The other rows of its schedule, of the one that it replaced, and of the one that replaced it. */
async function listChain(
  tx: Tx,
  accountId: string,
  { id, replacesId }: NonNullable<Chain["schedule"]>,
  changeId: string,
) {
  const schedule = aliasedTable(seatSchedules, "its_schedule");
  return tx
    .select({
      id: seatChanges.id,
      number: seatChanges.number,
      kind: seatChanges.kind,
      at: seatChanges.at,
      from: seatChanges.fromTotal,
      to: seatChanges.toTotal,
      by: users.name,
      reason: seatChanges.reason,
      schedule: { id: schedule.id, replacesId: schedule.replacesId },
    })
    .from(seatChanges)
    .innerJoin(
      schedule,
      and(eq(schedule.accountId, seatChanges.accountId), eq(schedule.id, seatChanges.scheduleId)),
    )
    .leftJoin(
      users,
      and(eq(users.accountId, seatChanges.accountId), eq(users.id, seatChanges.byUserId)),
    )
    .where(
      and(
        eq(seatChanges.accountId, accountId),
        ne(seatChanges.id, changeId),
        or(inArray(schedule.id, replacesId ? [id, replacesId] : [id]), eq(schedule.replacesId, id)),
      ),
    );
}
