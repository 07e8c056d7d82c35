import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { historyEntries } from "#db/schema/history-entries";
import { sessions } from "#db/schema/sessions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import { recordedTime } from "#lib/dates";
import { getOpenSpots } from "#lib/seats/get-open-spots";
import { getSeats } from "#lib/seats/get-seats";
import { isOpenSession } from "#lib/sessions/open-sessions";
import { read, type Tx } from "#lib/transaction";
import { listColleagues } from "#lib/transfers/list-colleagues";
import { findDefaultSuccessors } from "#lib/users/default-successors";
import { listScheduledBy } from "#lib/users/describe-schedule";
import { findSchedules, type Schedule } from "#lib/users/find-schedules";
import { whyNotInactivate } from "#lib/users/rules";

/** Everything the sheet for several users says before the click; unknown ids are left out. */
export async function getInactivationsPage(actor: Member, ids: string[], colleague = "") {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const chosen = await listChosen(tx, accountId, ids);
    const people = chosen.map((user) => ({ ...user, whyNot: whyNotInactivate(actor, user) }));
    const leaving = people.filter(({ whyNot }) => whyNot === null).map(({ id }) => id);
    const openSpots = await getOpenSpots(tx, actor);
    const [openSessions, contactsOf, history, successors, colleagues, seats, scheduled, schedules] =
      await Promise.all([
        countSessions(tx, accountId, leaving),
        countContacts(tx, accountId, leaving),
        countHistory(tx, accountId, leaving),
        findDefaultSuccessors(tx, accountId, leaving),
        listColleagues(tx, accountId, leaving, colleague),
        getSeats(tx, accountId),
        findSchedules(tx, accountId, leaving),
        listScheduledBy(tx, accountId, leaving),
      ]);
    return {
      colleagues,
      seats,
      openSpots,
      history: [...history.values()].reduce((sum, entries) => sum + entries, 0),
      theirSchedules: schedules.filter(({ id }) => !leaving.includes(id)),
      refused: people.filter(({ whyNot }) => whyNot !== null),
      leavers: people
        .filter(({ whyNot }) => whyNot === null)
        .map(({ id, name, email }) => {
          const successor = successors.get(id);
          const contacts = contactsOf.get(id) ?? 0;
          const schedule = scheduled.get(id);
          return {
            ...{ id, name, email, contacts },
            openSessions: openSessions.get(id) ?? 0,
            isLarge: contacts > IN_REQUEST_LIMIT,
            successor: successor?.name ?? null,
            schedule: schedule?.outcome === null ? shown(schedule, actor.timeZone) : null,
            canReceive: successor?.isActive === true && !leaving.includes(successor.id),
          };
        }),
    };
  });
}

function shown({ id, by, runAt }: Schedule, timeZone: string) {
  return { id, by, time: recordedTime(runAt, timeZone) };
}

async function listChosen(tx: Tx, accountId: string, ids: string[]) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      status: users.status,
      isOwner: users.isOwner,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, ids)))
    .orderBy(asc(users.nameKey), asc(users.id));
}

async function countSessions(tx: Tx, accountId: string, userIds: string[]) {
  const rows = await tx
    .select({ userId: sessions.userId, count: count() })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), inArray(sessions.userId, userIds), isOpenSession))
    .groupBy(sessions.userId);
  return byUser(rows);
}

async function countContacts(tx: Tx, accountId: string, userIds: string[]) {
  const rows = await tx
    .select({ userId: books.assigneeId, count: count() })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .where(
      and(
        eq(contacts.accountId, accountId),
        inArray(books.assigneeId, userIds),
        isNull(contacts.deletedAt),
      ),
    )
    .groupBy(books.assigneeId);
  return byUser(rows);
}

async function countHistory(tx: Tx, accountId: string, userIds: string[]) {
  const rows = await tx
    .select({ userId: historyEntries.authorId, count: count() })
    .from(historyEntries)
    .where(and(eq(historyEntries.accountId, accountId), inArray(historyEntries.authorId, userIds)))
    .groupBy(historyEntries.authorId);
  return byUser(rows);
}

function byUser(rows: { userId: string; count: number }[]): Map<string, number> {
  return new Map(rows.map((row) => [row.userId, row.count]));
}
