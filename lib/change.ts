import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { auditEvents } from "#db/schema/audit-events";
import { sessions } from "#db/schema/sessions";
import { subscriptions } from "#db/schema/subscriptions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import { type NewEvent, record } from "#lib/audit/record";
import { isReadOnly, readOnlyAt } from "#lib/read-only";
import { Refusal } from "#lib/refusal";
import { lacksSecondStep } from "#lib/second-step-of-user";
import { read, type Tx, transact } from "#lib/transaction";

export type LockedAccount = { seatsTotal: number; seatsUsed: number };

/**
 * One change by an admin: locks the account, reads the actor anew (domain rule 1), answers a
 * repeated request with its first result, and writes the change's audit event with it. `work` gets
 * the actor as of now: who was an Owner when the request came may be none any more.
 */
export async function adminChange<K extends EventKind>(
  actor: Member,
  requestId: string,
  kind: K,
  work: (tx: Tx, account: LockedAccount, admin: Member) => Promise<Omit<NewEvent<K>, "kind">>,
): Promise<AuditEvent<K>> {
  return transact(actor, async (tx) => {
    const account = await lockAccount(tx, actor.accountId);
    const standing = await confirmActor(tx, actor, "admin");
    const first = await findFirstResult(tx, actor, requestId, kind);
    if (first) return first;
    refuseWhileReadOnly(standing, kind);
    const event = await work(tx, account, { ...actor, isOwner: standing.isOwner });
    return record(tx, actor, { kind, ...event }, requestId);
  });
}

/**
 * The same for what any active user may do; it does not hold up other people of the account. What
 * changes the person's own access asks for it `alone`: it waits for what they do at this moment.
 */
export async function memberChange<K extends EventKind>(
  actor: Member,
  requestId: string,
  kind: K,
  work: (tx: Tx, member: Member) => Promise<Omit<NewEvent<K>, "kind">>,
  { alone = false } = {},
): Promise<AuditEvent<K>> {
  return transact(actor, async (tx) => {
    const rank = await confirmActor(tx, actor, "user", alone ? "no key update" : "share");
    const first = await findFirstResult(tx, actor, requestId, kind);
    if (first) return first;
    refuseWhileReadOnly(rank, kind);
    const { role, isOwner, lacksSecondStep, readOnlyAt } = rank;
    const member = { ...actor, role, isOwner, lacksSecondStep, readOnlyAt };
    return record(tx, actor, { kind, ...(await work(tx, member)) }, requestId);
  });
}

/**
 * Every change of users begins with this. "No key update": the stronger lock would make unrelated
 * inserts of the account wait.
 */
export async function lockAccount(tx: Tx, accountId: string): Promise<LockedAccount> {
  const [account] = await tx
    .select({ seatsTotal: accounts.seatsTotal, seatsUsed: accounts.seatsUsed })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("no key update");
  if (!account) throw new Refusal("not_found");
  return account;
}

/** After the account, where that is locked too; before anything else of the user's. */
export async function lockUser(tx: Tx, accountId: string, userId: string): Promise<void> {
  await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)))
    .for("no key update");
}

/**
 * The look at the actor for what goes on for longer than one page; it locks nothing. `kind` is what
 * it leads to, where that may be held up.
 */
export async function confirmAdmin(tx: Tx, actor: Member, kind?: EventKind): Promise<void> {
  const [found] = await findStanding(tx, actor);
  const standing = refuseUnless("admin", found);
  if (kind) refuseWhileReadOnly(standing, kind);
}

/** What this very form did when it was sent before, for a use case that looks at more first. */
export async function findResult<K extends EventKind>(actor: Member, requestId: string, kind: K) {
  return read(actor, (tx) => findFirstResult(tx, actor, requestId, kind));
}

// The user is held, then the session: what ends either at this moment waits for us or stops us.
async function confirmActor(
  tx: Tx,
  actor: Member,
  role: "admin" | "user",
  strength: "share" | "no key update" = "share",
): Promise<Standing> {
  const [standing] = await findStanding(tx, actor).for(strength, { of: [users, sessions] });
  return refuseUnless(role, standing);
}

type Standing = {
  status: string;
  role: "admin" | "user";
  isOwner: boolean;
  lacksSecondStep: boolean;
  readOnlyAt: Date | null;
  endedAt: Date | null;
};

function findStanding(tx: Tx, actor: Member) {
  return tx
    .select({
      status: users.status,
      role: users.role,
      isOwner: users.isOwner,
      lacksSecondStep,
      readOnlyAt: readOnlyAt(),
      endedAt: sessions.endedAt,
    })
    .from(users)
    .innerJoin(subscriptions, eq(subscriptions.accountId, users.accountId))
    .innerJoin(
      sessions,
      and(
        eq(sessions.accountId, users.accountId),
        eq(sessions.userId, users.id),
        eq(sessions.id, actor.sessionId),
      ),
    )
    .where(and(eq(users.accountId, actor.accountId), eq(users.id, actor.userId)));
}

function refuseUnless(role: "admin" | "user", standing: Standing | undefined): Standing {
  if (standing?.status === "inactive") throw new Refusal("access_ended");
  if (!standing || standing.endedAt) throw new Refusal("not_signed_in");
  if (role === "user") return standing;
  if (standing.role !== "admin") throw new Refusal("not_admin");
  if (standing.lacksSecondStep) throw new Refusal("second_step_needed");
  return standing;
}

/**
 * What an account that is not paid for waits with. Ending access, who signs in how, exports and
 * everything about the subscription go on.
 */
const heldUp: EventKind[] = [
  "user.added",
  "user.reactivated",
  "user.edited",
  "contact.added",
  "contact.edited",
  "contact.merged",
  "contact.deleted",
  "contact.restored",
  "contacts.reassigned",
  "contacts.import_started",
  "transfer.undone",
  "book.named",
  "history.added",
];

function refuseWhileReadOnly(standing: Standing, kind: EventKind): void {
  if (isReadOnly(standing) && heldUp.includes(kind)) throw new Refusal("account_read_only");
}

/** What the form with this id did when it was sent before; refused where that was another one. */
export async function findFirstResult<K extends EventKind>(
  tx: Tx,
  actor: Pick<Member, "accountId" | "userId">,
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
