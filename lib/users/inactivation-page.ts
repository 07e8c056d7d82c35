import { and, asc, count, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import { historyEntries } from "#db/schema/history-entries";
import { sessions } from "#db/schema/sessions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { EventData } from "#lib/audit/events";
import { countContacts } from "#lib/books/count-contacts";
import { SPLIT_LIMIT } from "#lib/books/split-limit";
import { getSeats } from "#lib/seats/get-seats";
import { read, type Tx } from "#lib/transaction";
import { describeTransfer } from "#lib/transfers/describe-transfer";
import { getUser } from "#lib/users/get-user";
import { whyNotInactivate } from "#lib/users/rules";

/** More than these in one list are found faster by a search. */
const COLLEAGUES = 100;

/** Everything the sheet "Make NAME inactive" says before the click, and after it what happened. */
export async function getInactivationPage(actor: Member, userId: string, colleague = "") {
  return read(actor, async (tx) => {
    const user = await getUser(tx, actor.accountId, userId);
    const [openSessions, contacts, history, colleagues, seats, outcome] = await Promise.all([
      listOpenSessions(tx, actor.accountId, userId),
      countContacts(tx, actor.accountId, userId),
      countHistory(tx, actor.accountId, userId),
      listColleagues(tx, actor.accountId, userId, colleague),
      getSeats(tx, actor.accountId),
      user.status === "inactive" ? findOutcome(tx, actor.accountId, userId) : null,
    ]);
    return {
      user,
      openSessions,
      contacts,
      history,
      colleagues,
      seats,
      outcome,
      canSplit: contacts <= SPLIT_LIMIT,
      whyNot: whyNotInactivate(actor, user),
    };
  });
}

async function listOpenSessions(tx: Tx, accountId: string, userId: string) {
  return tx
    .select({ id: sessions.id, device: sessions.device, lastUsedAt: sessions.lastUsedAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, new Date()),
      ),
    )
    .orderBy(desc(sessions.lastUsedAt));
}

async function countHistory(tx: Tx, accountId: string, userId: string): Promise<number> {
  const [row] = await tx
    .select({ entries: count() })
    .from(historyEntries)
    .where(and(eq(historyEntries.accountId, accountId), eq(historyEntries.authorId, userId)));
  return row?.entries ?? 0;
}

/** Active users who can receive contacts, by name; in a large account those that a search finds. */
async function listColleagues(tx: Tx, accountId: string, userId: string, search: string) {
  const found = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.accountId, accountId),
        eq(users.status, "active"),
        ne(users.id, userId),
        search ? sql`${users.id} in (select users_matching(${search}))` : undefined,
      ),
    )
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(COLLEAGUES + 1);
  return { shown: found.slice(0, COLLEAGUES), hasMore: found.length > COLLEAGUES, search };
}

/** The latest inactivation as it was recorded, and what became of its transfer. */
async function findOutcome(tx: Tx, accountId: string, userId: string) {
  const [event] = await tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.userId, userId),
        eq(auditEvents.kind, "user.inactivated"),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  if (!event) return null;
  const data = event.data as EventData["user.inactivated"];
  const transfer = data.transferId ? await describeTransfer(tx, accountId, data.transferId) : null;
  return { at: event.at, by: event.actorName, data, transfer };
}
