import { and, count, eq, inArray, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequests } from "#db/schema/owner-requests";
import { supportAgents } from "#db/schema/support-agents";
import { users } from "#db/schema/users";
import type { CaseAgent } from "#lib/actor";
import { getOwnerRequest } from "#lib/owner-requests/get-owner-request";
import type { CaseFacts } from "#lib/support/rules";
import type { Tx } from "#lib/transaction";

export type Case = Awaited<ReturnType<typeof getCase>>;

/** The agent's case with everything its rules look at. */
export async function getCase(tx: Tx, { accountId, requestId }: CaseAgent) {
  const request = await getOwnerRequest(tx, accountId, requestId);
  const { openedBy, assignedTo, calledBackBy, decidedBy, verifiedBy, endedByAgent } = request;
  const names = await namesOf(tx, [
    ...[openedBy, assignedTo, calledBackBy, decidedBy, verifiedBy, endedByAgent],
  ]);
  const nameOf = (id: string | null) => (id && names.get(id)) || null;
  const facts = {
    ...request,
    openedByName: nameOf(openedBy),
    assignedToName: nameOf(assignedTo),
    calledBackByName: nameOf(calledBackBy),
    decidedByName: nameOf(decidedBy),
    verifiedByName: nameOf(verifiedBy),
    endedByName:
      nameOf(endedByAgent) ?? (await userName(tx, accountId, request.endedByUser)) ?? null,
    ...(await factsOfAccount(tx, accountId, requestId)),
  };
  return facts satisfies CaseFacts;
}

/** The same for a step of it: whoever else changes the case waits. The account is locked before. */
export async function lockCase(tx: Tx, actor: CaseAgent): Promise<Case> {
  await tx
    .select({ id: ownerRequests.id })
    .from(ownerRequests)
    .where(and(eq(ownerRequests.accountId, actor.accountId), eq(ownerRequests.id, actor.requestId)))
    .for("no key update");
  return getCase(tx, actor);
}

async function factsOfAccount(tx: Tx, accountId: string, requestId: string) {
  const [facts] = await tx
    .select({
      billingEmail: accounts.billingEmail,
      activeOwners: accounts.activeOwners,
      cardHolderName: accounts.cardHolderName,
      cardHolderUserId: accounts.cardHolderUserId,
      /** Whether what was said of the card is true of the one on file. */
      cardMatches: sql<boolean>`coalesce(${ownerRequests.statedLast4} = ${accounts.cardLast4}
        and handover_fold(${ownerRequests.statedHolder}) = handover_fold(${accounts.cardHolderName}), false)`,
      activeLeads: sql<number>`(${tx
        .select({ count: count() })
        .from(supportAgents)
        .where(and(eq(supportAgents.role, "lead"), eq(supportAgents.status, "active")))})::int`,
      hasWaited: sql<boolean>`${ownerRequests.waitsUntil} <= now()`,
      endedLongAgo: sql<boolean>`coalesce(${ownerRequests.endedAt} < now() - interval '30 days', false)`,
    })
    .from(accounts)
    .innerJoin(ownerRequests, eq(ownerRequests.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), eq(ownerRequests.id, requestId)));
  if (!facts) throw new Error("The account of the case is not there.");
  return facts;
}

async function namesOf(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await tx
    .select({ id: supportAgents.id, name: supportAgents.name })
    .from(supportAgents)
    .where(inArray(supportAgents.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function userName(tx: Tx, accountId: string, id: string | null) {
  if (!id) return null;
  const [user] = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, id)));
  return user?.name;
}
