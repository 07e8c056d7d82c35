import { and, desc, eq } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import type { Member } from "#lib/actor";
import { findLatestEvent } from "#lib/audit/find-latest-event";
import { countContacts } from "#lib/books/count-contacts";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import { getOpenSpots } from "#lib/seats/get-open-spots";
import { getSeats } from "#lib/seats/get-seats";
import { findNextSeat } from "#lib/seats/next-seat";
import { isOpenSession } from "#lib/sessions/open-sessions";
import { read, type Tx } from "#lib/transaction";
import { describeTransfer } from "#lib/transfers/describe-transfer";
import { listColleagues } from "#lib/transfers/list-colleagues";
import { describePlanned } from "#lib/transfers/planned-page";
import { countHistory } from "#lib/users/count-history";
import { findDefaultSuccessors } from "#lib/users/default-successors";
import { describeSchedule, listScheduledBy } from "#lib/users/describe-schedule";
import { getUser } from "#lib/users/get-user";
import { whyNotInactivate } from "#lib/users/rules";

/** Everything the sheet "Make NAME inactive" says before the click, and after it what happened. */
export async function getInactivationPage(actor: Member, userId: string, colleague = "") {
  const { accountId, timeZone } = actor;
  return read(actor, async (tx) => {
    const user = await getUser(tx, accountId, userId);
    const defaultSuccessor = await findDefaultSuccessor(tx, accountId, userId);
    const isInactive = user.status === "inactive";
    const [
      openSessions,
      contacts,
      history,
      colleagues,
      seats,
      nextSeat,
      schedule,
      theirSchedules,
      openSpots,
      outcome,
    ] = await Promise.all([
      listOpenSessions(tx, accountId, userId),
      countContacts(tx, accountId, userId),
      countHistory(tx, accountId, userId),
      listColleagues(tx, accountId, [userId], colleague, defaultSuccessor),
      getSeats(tx, accountId),
      findNextSeat(tx, actor, { leaving: 1 }),
      describeSchedule(tx, accountId, userId, timeZone),
      listScheduledBy(tx, accountId, [userId]),
      getOpenSpots(tx, actor),
      isInactive ? findOutcome(tx, actor, userId) : null,
    ]);
    return {
      user,
      openSessions,
      contacts,
      history,
      colleagues,
      defaultSuccessor,
      seats,
      /** Where somebody new takes the place of who leaves. */
      nextSeat,
      schedule,
      theirSchedules,
      openSpots,
      outcome,
      isLarge: contacts > IN_REQUEST_LIMIT,
      whyNot: whyNotInactivate(actor, user),
    };
  });
}

async function findDefaultSuccessor(tx: Tx, accountId: string, userId: string) {
  const found = (await findDefaultSuccessors(tx, accountId, [userId])).get(userId);
  return found?.isActive ? found : null;
}

async function listOpenSessions(tx: Tx, accountId: string, userId: string) {
  return tx
    .select({ id: sessions.id, device: sessions.device, lastUsedAt: sessions.lastUsedAt })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.userId, userId), isOpenSession))
    .orderBy(desc(sessions.lastUsedAt));
}

/** The latest inactivation as it was recorded, and what became of its transfer, done or planned. */
async function findOutcome(tx: Tx, actor: Member, userId: string) {
  const { accountId } = actor;
  const event = await findLatestEvent(tx, accountId, userId, "user.inactivated");
  if (!event) return null;
  const { transferId } = event.data;
  const planned = transferId ? await describePlanned(tx, accountId, transferId) : null;
  const isThere = transferId && (!planned || planned.state === "done");
  const transfer = isThere ? await describeTransfer(tx, actor, transferId) : null;
  return { ...event, transfer, planned };
}
