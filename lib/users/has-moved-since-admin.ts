import { and, eq, exists, gt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { auditEvents } from "#db/schema/audit-events";
import type { Tx } from "#lib/transaction";

const moves = alias(auditEvents, "moves");

/** Whether this plain user was an admin once and has got another e-mail since, which others asked for. */
export async function hasMovedSinceAdmin(
  tx: Tx,
  accountId: string,
  userId: string,
): Promise<boolean> {
  const isLater = and(
    eq(moves.accountId, accountId),
    eq(moves.userId, userId),
    gt(moves.id, auditEvents.id),
    or(
      eq(moves.kind, "user.email_changed"),
      and(eq(moves.kind, "user.reactivated"), sql`${moves.data} ->> 'isNewEmail' = 'true'`),
    ),
  );
  const lowered = await tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.userId, userId),
        eq(auditEvents.kind, "user.edited"),
        sql`${auditEvents.data} #>> '{changes,role,from}' = 'admin'`,
        exists(tx.select({ id: moves.id }).from(moves).where(isLater)),
      ),
    )
    .limit(1);
  return lowered.length > 0;
}
