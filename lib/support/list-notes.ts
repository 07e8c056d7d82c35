import { and, asc, eq } from "drizzle-orm";
import { ownerRequestNotes } from "#db/schema/owner-request-letters";
import { supportAgents } from "#db/schema/support-agents";
import type { CaseAgent } from "#lib/actor";
import type { Tx } from "#lib/transaction";

/** What agents noted for each other, the first note first. */
export function listNotes(tx: Tx, { accountId, requestId }: CaseAgent) {
  return tx
    .select({
      id: ownerRequestNotes.id,
      at: ownerRequestNotes.at,
      by: supportAgents.name,
      body: ownerRequestNotes.body,
    })
    .from(ownerRequestNotes)
    .innerJoin(supportAgents, eq(supportAgents.id, ownerRequestNotes.agentId))
    .where(
      and(eq(ownerRequestNotes.accountId, accountId), eq(ownerRequestNotes.requestId, requestId)),
    )
    .orderBy(asc(ownerRequestNotes.at), asc(ownerRequestNotes.id));
}
