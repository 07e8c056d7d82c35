import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { scheduledInactivations as schedules } from "#db/schema/scheduled-inactivations";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";
import { findSchedule, planOf } from "#lib/users/find-schedules";
import { chosenIds } from "#lib/users/successors";
import { comesTwice, wallTimeText } from "#lib/wall-time";

/** A user's schedule, or its refusal, with the plan and whom it names, as the sheet shows it. */
export async function describeSchedule(
  tx: Tx,
  accountId: string,
  userId: string,
  timeZone: string,
) {
  const schedule = await findSchedule(tx, accountId, userId);
  if (!schedule) return null;
  const plan = planOf(schedule);
  const successors = await listNamed(tx, accountId, chosenIds(plan));
  const { id, runAt, createdAt, by, refusal } = schedule;
  return {
    ...{ id, runAt, createdAt, by, refusal, plan, timeZone, successors },
    wallTime: wallTimeText(runAt, timeZone),
    comesTwice: comesTwice(runAt, timeZone),
  };
}

async function listNamed(tx: Tx, accountId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, ids)))
    .orderBy(asc(users.nameKey), asc(users.id));
}

/** Whose inactivation these users have scheduled: it is refused once its author is inactive. */
export async function listScheduledBy(tx: Tx, accountId: string, authorIds: string[]) {
  return tx
    .select({ id: users.id, name: users.name })
    .from(schedules)
    .innerJoin(users, and(eq(users.accountId, schedules.accountId), eq(users.id, schedules.userId)))
    .where(
      and(
        eq(schedules.accountId, accountId),
        inArray(schedules.scheduledBy, authorIds),
        isNull(schedules.endedAt),
      ),
    )
    .orderBy(asc(users.nameKey), asc(users.id));
}
