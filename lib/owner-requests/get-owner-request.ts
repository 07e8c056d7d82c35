import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import type { CaseState, Obstacle } from "#lib/owner-requests/case-state";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const concerned = alias(users, "concerned");
const successor = alias(users, "successor");

export type OwnerRequest = Awaited<ReturnType<typeof getOwnerRequest>>;

/** In a query of owner requests: how far this one has come, and what stands in its way, if anything. */
export const caseState = sql<CaseState>`owner_request_state("owner_requests")`;
const caseObstacle = sql<Obstacle | null>`owner_request_obstacle("owner_requests")`;

/** One case of the account that `tx` sees, or `not_found`. For agents as for members: no secrets in it. */
export async function getOwnerRequest(tx: Tx, accountId: string, id: string) {
  const request = await findOwnerRequest(tx, accountId, eq(ownerRequests.id, id));
  if (!request) throw new Refusal("not_found");
  return request;
}

export async function findOwnerRequest(tx: Tx, accountId: string, which: SQL) {
  const [request] = await selectOwnerRequests(tx, accountId, which);
  return request ?? null;
}

/** The same of all of them that fit, in no order. */
export function selectOwnerRequests(tx: Tx, accountId: string, which?: SQL) {
  return tx
    .select({
      id: ownerRequests.id,
      number: ownerRequests.number,
      kind: ownerRequests.kind,
      state: caseState,
      obstacle: caseObstacle,
      userId: ownerRequests.userId,
      /** Of the Owner concerned. */
      userName: concerned.name,
      successorId: ownerRequests.successorId,
      successorName: successor.name,
      capacity: ownerRequests.capacity,
      requestedBy: ownerRequests.requestedBy,
      requestedByName: ownerRequests.requestedByName,
      openedBy: ownerRequests.openedBy,
      reason: ownerRequests.reason,
      createdAt: ownerRequests.createdAt,
      begunAt: ownerRequests.begunAt,
      waitsUntil: ownerRequests.waitsUntil,
      expiresAt: ownerRequests.expiresAt,
      statedHolder: ownerRequests.statedHolder,
      statedLast4: ownerRequests.statedLast4,
      callbackNumber: ownerRequests.callbackNumber,
      calledBackAt: ownerRequests.calledBackAt,
      calledBackBy: ownerRequests.calledBackBy,
      confirmAskedAt: ownerRequests.confirmAskedAt,
      confirmId: ownerRequests.confirmId,
      confirmSentTo: ownerRequests.confirmSentTo,
      confirmedAt: ownerRequests.confirmedAt,
      agreedAt: ownerRequests.agreedAt,
      objectedAt: ownerRequests.objectedAt,
      objectedByName: ownerRequests.objectedByName,
      objection: ownerRequests.objection,
      decidedAt: ownerRequests.decidedAt,
      decidedBy: ownerRequests.decidedBy,
      decision: ownerRequests.decision,
      assignedTo: ownerRequests.assignedTo,
      verifiedAt: ownerRequests.verifiedAt,
      verifiedBy: ownerRequests.verifiedBy,
      lapse: ownerRequests.lapse,
      endedAt: ownerRequests.endedAt,
      outcome: ownerRequests.outcome,
      endedByAgent: ownerRequests.endedByAgent,
      endedByUser: ownerRequests.endedByUser,
      endReason: ownerRequests.endReason,
    })
    .from(ownerRequests)
    .leftJoin(
      concerned,
      and(eq(concerned.accountId, ownerRequests.accountId), eq(concerned.id, ownerRequests.userId)),
    )
    .leftJoin(
      successor,
      and(
        eq(successor.accountId, ownerRequests.accountId),
        eq(successor.id, ownerRequests.successorId),
      ),
    )
    .where(and(eq(ownerRequests.accountId, accountId), which));
}
