import { and, eq, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequestLetters } from "#db/schema/owner-request-letters";
import { users } from "#db/schema/users";
import type { System } from "#lib/actor";
import { queueMail, type Recipient } from "#lib/mail/queue-mail";
import { getOwnerRequest, type OwnerRequest } from "#lib/owner-requests/get-owner-request";
import type { Telling } from "#lib/owner-requests/queue-telling";
import { type Tx, transact } from "#lib/transaction";

export type TellingJob = Telling & { accountId: string };

/** Queues the mails of one piece of news, each to whom the case itself names. */
export async function tellOfRequest({ accountId, requestId, news }: TellingJob): Promise<void> {
  const actor: System = { kind: "system", accountId };
  await transact(actor, async (tx) => {
    const request = await getOwnerRequest(tx, accountId, requestId);
    if (news === "begun" && !request.endedAt) await tellBegun(tx, accountId, request);
    if (news === "confirm" && !request.endedAt) await askToConfirm(tx, accountId, request);
    if (news === "ended" && request.outcome) await tellEnded(tx, accountId, request);
  });
}

async function tellBegun(tx: Tx, accountId: string, request: OwnerRequest): Promise<void> {
  const { number: caseNumber, reason, userName, successorName } = request;
  for (const { id: letterId, userId, address } of await listLetters(tx, accountId, request)) {
    const to = recipient(userId, address);
    if (request.kind === "rescue") {
      const name = successorName ?? "";
      await queueMail(tx, to, "rescue_told", { caseNumber, letterId, name, reason });
      continue;
    }
    await queueMail(tx, to, "owner_request_told", {
      caseNumber,
      letterId,
      isConcerned: userId === request.userId,
      name: userName ?? "",
      by: request.requestedByName,
      capacity: request.capacity === "admin" ? "admin" : "card_holder",
      reason,
      successor: successorName,
      waitsUntil: request.waitsUntil.toISOString(),
    });
  }
}

async function askToConfirm(tx: Tx, accountId: string, request: OwnerRequest): Promise<void> {
  const { confirmId, confirmSentTo, requestedByName: by, reason, number: caseNumber } = request;
  if (!confirmId || !confirmSentTo || request.confirmedAt) return;
  const [account] = await tx
    .select({ name: accounts.cardHolderName })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  await queueMail(
    tx,
    { address: confirmSentTo, name: account?.name ?? "" },
    "owner_request_confirm",
    { caseNumber, confirmId, name: request.userName ?? "", by, reason },
  );
}

/** Everybody who was told, who asked, and who is an Owner by it now: each once. */
async function tellEnded(tx: Tx, accountId: string, request: OwnerRequest): Promise<void> {
  const { outcome, number: caseNumber, kind, endReason: reason, requestedBy } = request;
  if (!outcome) return;
  const told = new Map<string, Recipient>();
  for (const { userId, address } of await listLetters(tx, accountId, request)) {
    told.set(userId ?? address ?? "", recipient(userId, address));
  }
  if (requestedBy) told.set(requestedBy, { userId: requestedBy });
  if (request.confirmSentTo) {
    told.set(request.confirmSentTo, { address: request.confirmSentTo, name: "" });
  }
  const isRescue = kind === "rescue";
  // Named in case it was the last Owner: made one only then.
  const newOwnerId = outcome === "carried_out" && (await findNewOwner(tx, accountId, request));
  if (newOwnerId) told.set(newOwnerId, { userId: newOwnerId });
  for (const to of told.values()) {
    await queueMail(tx, to, "owner_request_ended", {
      caseNumber,
      kind,
      outcome,
      name: (isRescue ? request.successorName : request.userName) ?? "",
      successor: !isRescue && newOwnerId ? request.successorName : null,
      reason,
      you: whoReads(request, to),
    });
  }
}

function whoReads({ userId, successorId }: OwnerRequest, reader: Recipient) {
  if (!("userId" in reader)) return null;
  if (reader.userId === userId) return "concerned";
  return reader.userId === successorId ? "successor" : null;
}

async function findNewOwner(tx: Tx, accountId: string, { successorId }: OwnerRequest) {
  if (!successorId) return null;
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, successorId), eq(users.isOwner, true)));
  return user?.id ?? null;
}

function listLetters(tx: Tx, accountId: string, { id }: OwnerRequest) {
  const { requestId, toldAt, userId, address } = ownerRequestLetters;
  return tx
    .select({ id: ownerRequestLetters.id, userId, address })
    .from(ownerRequestLetters)
    .where(
      and(
        eq(ownerRequestLetters.accountId, accountId),
        eq(requestId, id),
        // Those of the present round; a JavaScript date would cut the microseconds off.
        sql`${toldAt} = (select r.begun_at from owner_requests r
          where r.account_id = ${accountId} and r.id = ${id})`,
      ),
    );
}

function recipient(userId: string | null, address: string | null): Recipient {
  return userId ? { userId } : { address: address ?? "", name: "" };
}
