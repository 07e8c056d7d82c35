import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import { sessions } from "#db/schema/sessions";
import type { Member } from "#lib/actor";
import type { AuditEvent } from "#lib/audit/events";
import { isOpenSession } from "#lib/sessions/open-sessions";
import { read, type Tx } from "#lib/transaction";

const ENDED_SHOWN = 20;

/** This person's open sign-ins, this one first, and the latest of the last 30 days that ended. */
export function getSessionsPage(actor: Member, doneId: string | null) {
  return read(actor, async (tx) => {
    const [open, ended, done] = await Promise.all([
      listOpen(tx, actor),
      listEnded(tx, actor),
      doneId ? findDone(tx, actor, doneId) : null,
    ]);
    return { open, ended: ended.slice(0, ENDED_SHOWN), hasMore: ended.length > ENDED_SHOWN, done };
  });
}

const columns = {
  id: sessions.id,
  device: sessions.device,
  address: sessions.address,
  createdAt: sessions.createdAt,
  lastUsedAt: sessions.lastUsedAt,
};
const endedAt = sql<Date>`coalesce(${sessions.endedAt}, ${sessions.expiresAt})`.mapWith(
  sessions.expiresAt,
);

function listOpen(tx: Tx, { accountId, userId, sessionId }: Member) {
  const isThis = sql<boolean>`${sessions.id} = ${sessionId}`;
  return tx
    .select({ ...columns, isThis })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.userId, userId), isOpenSession))
    .orderBy(desc(isThis), desc(sessions.lastUsedAt), desc(sessions.id));
}

function listEnded(tx: Tx, { accountId, userId }: Member) {
  return tx
    .select({ ...columns, endedAt, endReason: sessions.endReason })
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        eq(sessions.userId, userId),
        sql`${endedAt} <= now()`,
        gt(endedAt, sql`now() - interval '30 days'`),
      ),
    )
    .orderBy(desc(endedAt), desc(sessions.id))
    .limit(ENDED_SHOWN + 1);
}

/** What this person has just done here, as it was recorded. */
async function findDone(tx: Tx, { accountId, userId }: Member, eventId: string) {
  const [event] = await tx
    .select({ at: auditEvents.at, kind: auditEvents.kind, data: auditEvents.data })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.actorId, userId),
        eq(auditEvents.id, eventId),
        inArray(auditEvents.kind, ["user.session_ended", "user.password_changed"]),
      ),
    );
  return (event ?? null) as SignInsDone | null;
}

export type SignInsDone = Pick<
  AuditEvent<"user.session_ended"> | AuditEvent<"user.password_changed">,
  "at" | "kind" | "data"
>;
