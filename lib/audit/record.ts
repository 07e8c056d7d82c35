import { sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import type { Tx } from "#lib/transaction";

export type NewEvent<K extends EventKind> = {
  kind: K;
  data: EventData[K];
  /** Whom it is about. */
  user?: { id: string; name: string };
};

type Author =
  | { accountId: string; userId: string; name: string }
  | { accountId: string; agentId: string; name: string }
  | { accountId: string };

/** Writes one audit event in the transaction of its cause (domain rule 19). */
export async function record<K extends EventKind>(
  tx: Tx,
  author: Author,
  event: NewEvent<K>,
  requestId: string | null = null,
): Promise<AuditEvent<K>> {
  const [row] = await tx
    .insert(auditEvents)
    .values({
      accountId: author.accountId,
      // Not when the transaction began: it may have waited, and what it ended went on meanwhile.
      at: sql`clock_timestamp()`,
      kind: event.kind,
      ...signature(author),
      userId: event.user?.id ?? null,
      userName: event.user?.name ?? null,
      requestId,
      data: event.data,
    })
    .returning();
  if (!row) throw new Error("The audit event was not inserted.");
  return { ...row, kind: event.kind, data: event.data };
}

/** Whose event it is; staff of ours are told from the account's own people by the name itself. */
function signature(author: Author) {
  if ("userId" in author) {
    return { actorKind: "member", actorId: author.userId, actorName: author.name } as const;
  }
  if ("agentId" in author) {
    const actorName = `${author.name} of support`;
    return { actorKind: "agent", actorId: author.agentId, actorName } as const;
  }
  return { actorKind: "system", actorId: null, actorName: "Handover" } as const;
}
