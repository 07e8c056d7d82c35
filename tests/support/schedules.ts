import { randomUUID } from "node:crypto";
import type { Member } from "#lib/actor";
import { runScheduledInactivation } from "#lib/users/run-scheduled-inactivation";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import { type InactivateUser, inactivateUserSchema } from "#lib/users/schema";
import { wallTimeText } from "#lib/wall-time";
import { owner as sql } from "#tests/support/attempt";
import type { Person } from "#tests/support/cast";

/** The form "Make Inactive on a date and time", an hour from now, with the contacts left. */
export function schedulingOf(user: Person, changes: object = {}): InactivateUser {
  return inactivateUserSchema.parse({
    requestId: randomUUID(),
    userId: user.id,
    contacts: "leave",
    when: "later",
    runAt: wallTimeText(new Date(Date.now() + 60 * 60_000), "UTC"),
    ...changes,
  });
}

/** Schedules it and lets the time come. Answers the job, whose moment it is now. */
export async function scheduleNow(actor: Member, user: Person, changes: object = {}) {
  const { data } = await scheduleInactivation(actor, schedulingOf(user, changes));
  await letTimeCome(data.scheduleId);
  return { accountId: actor.accountId, scheduleId: data.scheduleId };
}

/** As if the moment of this schedule had come a minute ago, for the queue too. */
export async function letTimeCome(scheduleId: string): Promise<void> {
  await sql`
    update scheduled_inactivations set run_at = now() - interval '1 minute' where id = ${scheduleId}`;
  await sql`
    update graphile_worker._private_jobs set run_at = now()
    where payload ->> 'scheduleId' = ${scheduleId}`;
}

/** Schedules it, lets the time come and runs it. */
export async function runNow(actor: Member, user: Person, changes: object = {}) {
  const job = await scheduleNow(actor, user, changes);
  return { job, outcome: await runScheduledInactivation(job) };
}
