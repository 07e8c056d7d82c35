import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { auditEvents } from "#db/schema/audit-events";
import { sessions } from "#db/schema/sessions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import { type NewEvent, record } from "#lib/audit/record";
import { Refusal } from "#lib/refusal";
import { lacksSecondStep } from "#lib/second-step-of-user";
import { type Tx, transact } from "#lib/transaction";

export type LockedAccount = { seatsTotal: number; seatsUsed: number };

/**
 * One change by an admin: locks the account, reads the actor anew (domain rule 1), answers a
 * repeated request with its first result, and writes the change's audit event with it.
 */
export async function adminChange<K extends EventKind>(
  actor: Member,
  requestId: string,
  kind: K,
  work: (tx: Tx, account: LockedAccount) => Promise<Omit<NewEvent<K>, "kind">>,
): Promise<AuditEvent<K>> {
  return transact(actor, async (tx) => {
    const account = await lockAccount(tx, actor);
    await confirmActor(tx, actor, "admin");
    const first = await findFirstResult(tx, actor, requestId, kind);
    return first ?? record(tx, actor, { kind, ...(await work(tx, account)) }, requestId);
  });
}

/** The same for what any active user may do; it does not hold up other people of the account. */
export async function memberChange<K extends EventKind>(
  actor: Member,
  requestId: string,
  kind: K,
  work: (tx: Tx) => Promise<Omit<NewEvent<K>, "kind">>,
): Promise<AuditEvent<K>> {
  return transact(actor, async (tx) => {
    await confirmActor(tx, actor, "user");
    const first = await findFirstResult(tx, actor, requestId, kind);
    return first ?? record(tx, actor, { kind, ...(await work(tx)) }, requestId);
  });
}

// "no key update": the stronger lock would make unrelated inserts of the account wait.
async function lockAccount(tx: Tx, actor: Member): Promise<LockedAccount> {
  const [account] = await tx
    .select({ seatsTotal: accounts.seatsTotal, seatsUsed: accounts.seatsUsed })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId))
    .for("no key update");
  if (!account) throw new Refusal("not_found");
  return account;
}

// The user is held, so that somebody made inactive at this moment waits for us or stops us.
async function confirmActor(tx: Tx, actor: Member, role: "admin" | "user"): Promise<void> {
  const [row] = await tx
    .select({
      status: users.status,
      role: users.role,
      lacksSecondStep,
      endedAt: sessions.endedAt,
    })
    .from(users)
    .innerJoin(
      sessions,
      and(
        eq(sessions.accountId, users.accountId),
        eq(sessions.userId, users.id),
        eq(sessions.id, actor.sessionId),
      ),
    )
    .where(and(eq(users.accountId, actor.accountId), eq(users.id, actor.userId)))
    .for("share", { of: users });
  if (row?.status === "inactive") throw new Refusal("access_ended");
  if (!row || row.endedAt) throw new Refusal("not_signed_in");
  if (role === "user") return;
  if (row.role !== "admin") throw new Refusal("not_admin");
  if (row.lacksSecondStep) throw new Refusal("second_step_needed");
}

async function findFirstResult<K extends EventKind>(
  tx: Tx,
  actor: Member,
  requestId: string,
  kind: K,
): Promise<AuditEvent<K> | null> {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.accountId, actor.accountId), eq(auditEvents.requestId, requestId)));
  if (!event) return null;
  if (event.kind !== kind || event.actorId !== actor.userId) throw new Refusal("request_reused");
  return { ...event, kind, data: event.data as EventData[K] };
}
