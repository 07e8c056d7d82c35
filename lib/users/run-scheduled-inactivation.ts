import { and, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { scheduledInactivations as schedules } from "#db/schema/scheduled-inactivations";
import { users } from "#db/schema/users";
import { record } from "#lib/audit/record";
import { lockAccount } from "#lib/change";
import { recordedTime } from "#lib/dates";
import { enqueue } from "#lib/enqueue";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal, whyNotSentence } from "#lib/refusal";
import { type Tx, transact } from "#lib/transaction";
import { endSchedule } from "#lib/users/end-schedule";
import { planOf } from "#lib/users/find-schedules";
import { makeInactive } from "#lib/users/make-inactive";

const authors = alias(users, "authors");

export type ScheduledJob = { accountId: string; scheduleId: string };

/**
 * Makes a user inactive as it was scheduled, or tells its author and the admins why not. Run twice,
 * late or by two workers it is done once: only an open schedule does anything, with the account
 * locked. What may pass, such as a database that is away, is thrown for another try.
 */
export function runScheduledInactivation({ accountId, scheduleId }: ScheduledJob) {
  return transact({ kind: "system", accountId }, async (tx) => {
    const account = await lockAccount(tx, accountId);
    const schedule = await findOpen(tx, accountId, scheduleId);
    if (!schedule) return "ended before";
    if (!schedule.isDue) {
      await enqueue(tx, "inactivate_user", { scheduleId }, schedule.runAt);
      return "not yet due";
    }
    try {
      const { by } = schedule;
      if (by.status !== "active" || by.role !== "admin") {
        throw new Refusal("scheduler_not_admin", { by: by.name });
      }
      const { user } = schedule;
      const leaving = { userId: user.id, plan: planOf(schedule), account, schedule };
      const event = await makeInactive(tx, by, leaving);
      await record(tx, by, { kind: "user.inactivated", ...event });
      return "done";
    } catch (error) {
      // Thrown by a rule, before anything was written: the transaction goes on.
      if (!(error instanceof Refusal)) throw error;
      await refuse(tx, schedule, whyNot(error, schedule.timeZone));
      return "refused";
    }
  });
}

type Open = NonNullable<Awaited<ReturnType<typeof findOpen>>>;

async function findOpen(tx: Tx, accountId: string, scheduleId: string) {
  const [schedule] = await tx
    .select({
      id: schedules.id,
      runAt: schedules.runAt,
      createdAt: schedules.createdAt,
      plan: schedules.plan,
      isDue: sql<boolean>`${schedules.runAt} <= clock_timestamp()`,
      timeZone: accounts.timeZone,
      user: { id: users.id, name: users.name },
      by: {
        accountId: authors.accountId,
        userId: authors.id,
        name: authors.name,
        role: authors.role,
        status: authors.status,
      },
    })
    .from(schedules)
    .innerJoin(accounts, eq(accounts.id, schedules.accountId))
    .innerJoin(users, and(eq(users.accountId, schedules.accountId), eq(users.id, schedules.userId)))
    .innerJoin(
      authors,
      and(eq(authors.accountId, schedules.accountId), eq(authors.id, schedules.scheduledBy)),
    )
    .where(
      and(
        eq(schedules.accountId, accountId),
        eq(schedules.id, scheduleId),
        isNull(schedules.endedAt),
      ),
    );
  return schedule;
}

function whyNot({ code, facts }: Refusal, timeZone: string): string {
  return whyNotSentence(code, {
    ...facts,
    at: facts.at && recordedTime(new Date(facts.at), timeZone),
  });
}

/** Keeps the sentence with the schedule, and tells its author and every other active admin. */
async function refuse(tx: Tx, schedule: Open, why: string): Promise<void> {
  const { id: scheduleId, user, by, runAt, timeZone } = schedule;
  const { accountId } = by;
  await endSchedule(tx, accountId, scheduleId, { outcome: "refused", refusal: why });
  const time = recordedTime(runAt, timeZone);
  await record(
    tx,
    { accountId },
    {
      kind: "user.inactivation_refused",
      user,
      data: { scheduleId, time, scheduledBy: by.name, why },
    },
  );
  const told = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.accountId, accountId),
        eq(users.status, "active"),
        or(eq(users.role, "admin"), eq(users.id, by.userId)),
      ),
    );
  for (const { id: userId } of told) {
    await queueMail(tx, { userId }, "inactivation_refused", {
      name: user.name,
      scheduledBy: by.name,
      runAt: runAt.toISOString(),
      why,
    });
  }
}
