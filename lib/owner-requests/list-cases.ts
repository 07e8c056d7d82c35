import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import { ownerRequestLetters } from "#db/schema/owner-request-letters";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { AuditEvent } from "#lib/audit/events";
import { kindsIn } from "#lib/audit/kind-groups";
import { requestLetterPath } from "#lib/links";
import { type OwnerRequest, selectOwnerRequests } from "#lib/owner-requests/get-owner-request";
import { whyNotAnswer, whyNotTakeOver, whyNotWithdraw } from "#lib/owner-requests/rules";
import type { Tx } from "#lib/transaction";

/** Older ones stand in the account log. */
const SHOWN = 20;

/** The account's latest cases, the newest first, each with its steps and what this admin can do. */
export async function listCases(tx: Tx, actor: Member) {
  const requests = await selectOwnerRequests(tx, actor.accountId)
    .orderBy(desc(ownerRequests.number))
    .limit(SHOWN);
  if (requests.length === 0) return [];
  const [events, letters, people] = await Promise.all([
    listSteps(tx, actor.accountId, requests),
    listOwnLetters(tx, actor),
    listConcerned(tx, actor.accountId, requests),
  ]);
  return requests.map((request) => {
    const person = people.find(({ id }) => id === request.userId);
    return {
      ...request,
      steps: events.filter(({ caseNumber }) => caseNumber === request.number),
      /** Where an Owner answers, while there is something to answer. */
      answer: answerOf(actor, request, letters),
      canWithdraw: whyNotWithdraw(actor, request) === null,
      canTakeOver: whyNotTakeOver(actor, request) === null,
      /** Whose row has Make Inactive again. */
      inactivable:
        request.outcome === "carried_out" && person && !person.isOwner && person.isActive
          ? { name: person.name, email: person.email }
          : null,
    };
  });
}

function answerOf(
  actor: Member,
  request: OwnerRequest,
  letters: Awaited<ReturnType<typeof listOwnLetters>>,
) {
  const letter = letters.find(({ requestId }) => requestId === request.id);
  if (!letter) return null;
  const isTold = actor.isOwner || request.kind === "rescue";
  const isOpen = isTold && request.outcome === null && request.state !== "expired";
  const isConcerned = request.kind === "removal" && request.userId === actor.userId;
  const asked = { isOpen, isConcerned, answer: letter.answer };
  if (whyNotAnswer(asked, "objected")) return null;
  const path = requestLetterPath(actor.accountId, letter.id);
  return { path, canAgree: whyNotAnswer(asked, "agreed") === null };
}

async function listSteps(tx: Tx, accountId: string, requests: OwnerRequest[]) {
  const caseNumber = sql<number>`(${auditEvents.data} ->> 'caseNumber')::int`;
  const numbers = requests.map(({ number }) => number);
  const rows = await tx
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      kind: auditEvents.kind,
      actorId: auditEvents.actorId,
      actorName: auditEvents.actorName,
      userId: auditEvents.userId,
      userName: auditEvents.userName,
      data: auditEvents.data,
      caseNumber,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        inArray(auditEvents.kind, kindsIn("support")),
        inArray(caseNumber, numbers),
      ),
    )
    .orderBy(auditEvents.at, auditEvents.id);
  return rows as (AuditEvent & { caseNumber: number })[];
}

/** Of the present round of each case. */
function listOwnLetters(tx: Tx, { accountId, userId }: Member) {
  return tx
    .select({
      id: ownerRequestLetters.id,
      requestId: ownerRequestLetters.requestId,
      answer: ownerRequestLetters.answer,
    })
    .from(ownerRequestLetters)
    .innerJoin(
      ownerRequests,
      and(
        eq(ownerRequests.accountId, ownerRequestLetters.accountId),
        eq(ownerRequests.id, ownerRequestLetters.requestId),
        eq(ownerRequests.begunAt, ownerRequestLetters.toldAt),
      ),
    )
    .where(
      and(eq(ownerRequestLetters.accountId, accountId), eq(ownerRequestLetters.userId, userId)),
    );
}

function listConcerned(tx: Tx, accountId: string, requests: OwnerRequest[]) {
  const ids = requests.flatMap(({ userId }) => userId ?? []);
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      isOwner: users.isOwner,
      isActive: sql<boolean>`${users.status} = 'active'`,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, ids)));
}
