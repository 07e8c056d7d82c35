import { and, desc, eq, inArray } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { auditEvents } from "#db/schema/audit-events";
import type { EventKind } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

const changes: EventKind[] = ["account.spots_kept", "account.spots_open"];

/** Whether Account Owners keep changes of user spots to themselves, and who said so last. */
export async function findSpotsRule(tx: Tx, accountId: string) {
  const [[account], [latest]] = await Promise.all([
    tx
      .select({ ownersKeepSeats: accounts.ownersKeepSeats })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
    tx
      .select({ at: auditEvents.at, by: auditEvents.actorName })
      .from(auditEvents)
      .where(and(eq(auditEvents.accountId, accountId), inArray(auditEvents.kind, changes)))
      .orderBy(desc(auditEvents.id))
      .limit(1),
  ]);
  if (!account) throw new Error("The actor's account is not there.");
  return { ...account, latest: latest ?? null };
}
