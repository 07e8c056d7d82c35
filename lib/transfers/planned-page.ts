import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { plannedTransfers } from "#db/schema/planned-transfers";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { type Progress, progressText } from "#lib/progress";
import { Refusal, type RefusalCode, type RefusalFacts, whyNotSentence } from "#lib/refusal";
import { read, type Tx } from "#lib/transaction";
import { receivers, type TransferPlan } from "#lib/transfers/plan";

const givers = alias(users, "givers");
const askers = alias(users, "askers");
const enders = alias(users, "enders");

export type PlannedPage = Awaited<ReturnType<typeof pageOf>>;

/** A transfer that a job prepares or prepared; null where it never was planned. Admins, and who asked. */
export function findPlannedPage(actor: Member, transferId: string): Promise<PlannedPage | null> {
  return read(actor, async (tx) => {
    const [row] = await select(tx, actor.accountId, eq(plannedTransfers.id, transferId));
    if (!row) return null;
    if (actor.role !== "admin" && row.byUserId !== actor.userId) throw new Refusal("not_found");
    return pageOf(tx, actor.accountId, row);
  });
}

/** How far it has come; null where it never was planned. */
export async function findTransferProgress(
  actor: Member,
  transferId: string,
): Promise<Progress | null> {
  const page = await findPlannedPage(actor, transferId);
  return page?.progress ?? null;
}

/** Transfers under way, the oldest first: all of them for admins, for others their own. */
export function listOpenTransfers(actor: Member) {
  return read(actor, async (tx) => {
    const open = isNull(plannedTransfers.endedAt);
    const own = actor.role === "admin" ? undefined : eq(plannedTransfers.byUserId, actor.userId);
    const rows = await select(tx, actor.accountId, and(open, own));
    return rows.map((row) => ({
      id: row.id,
      fromName: row.fromName,
      percent: row.total ? Math.floor((100 * row.carved) / row.total) : 0,
    }));
  });
}

/** What became of it, for a page that tells of more. */
export async function describePlanned(tx: Tx, accountId: string, transferId: string) {
  const [row] = await select(tx, accountId, eq(plannedTransfers.id, transferId));
  return row ? pageOf(tx, accountId, row) : null;
}

function select(tx: Tx, accountId: string, where: SQL | undefined) {
  return tx
    .select({
      id: plannedTransfers.id,
      kind: plannedTransfers.kind,
      state: plannedTransfers.state,
      byUserId: plannedTransfers.byUserId,
      byName: askers.name,
      fromUserId: plannedTransfers.fromUserId,
      fromName: givers.name,
      plan: sql<TransferPlan>`${plannedTransfers.plan}`,
      requestedAt: plannedTransfers.requestedAt,
      startedAt: plannedTransfers.startedAt,
      total: plannedTransfers.total,
      carved: plannedTransfers.carved,
      endedAt: plannedTransfers.endedAt,
      endedByName: enders.name,
      refusal: sql<{ code: RefusalCode; facts: RefusalFacts } | null>`${plannedTransfers.refusal}`,
    })
    .from(plannedTransfers)
    .innerJoin(
      askers,
      and(
        eq(askers.accountId, plannedTransfers.accountId),
        eq(askers.id, plannedTransfers.byUserId),
      ),
    )
    .leftJoin(
      givers,
      and(
        eq(givers.accountId, plannedTransfers.accountId),
        eq(givers.id, plannedTransfers.fromUserId),
      ),
    )
    .leftJoin(
      enders,
      and(
        eq(enders.accountId, plannedTransfers.accountId),
        eq(enders.id, plannedTransfers.endedBy),
      ),
    )
    .where(and(eq(plannedTransfers.accountId, accountId), where))
    .orderBy(asc(plannedTransfers.requestedAt));
}

type Row = Awaited<ReturnType<typeof select>>[number];

async function pageOf(tx: Tx, accountId: string, row: Row) {
  const { id, kind, state, byName, fromUserId, fromName, requestedAt, refusal } = row;
  const names = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, receivers(row.plan))))
    .orderBy(asc(users.nameKey), asc(users.id));
  return {
    ...{ id, kind, state, byName, fromUserId, fromName, requestedAt },
    endedAt: row.endedAt,
    endedByName: row.endedByName,
    receivers: names,
    why: refusal && whyNotSentence(refusal.code, refusal.facts),
    progress: progressOf(row, new Date()),
  };
}

function progressOf({ carved, total, startedAt, endedAt }: Row, now: Date): Progress {
  const isOver = endedAt !== null;
  if (total === null) return { done: 0, total, text: "Counting the contacts.", isOver };
  return {
    done: carved,
    total,
    isOver,
    text:
      carved < total
        ? `${progressText({ done: carved, total, startedAt }, now)}.`
        : "All are prepared, and change hands now.",
  };
}
