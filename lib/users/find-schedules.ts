import { and, desc, eq, exists, gt, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { auditEvents } from "#db/schema/audit-events";
import { scheduledInactivations as schedules } from "#db/schema/scheduled-inactivations";
import { users } from "#db/schema/users";
import type { Tx } from "#lib/transaction";
import { inactivationPlanSchema } from "#lib/users/schema";

const authors = alias(users, "authors");

export type Schedule = Awaited<ReturnType<typeof listLatest>>[number];

/**
 * By user what is scheduled, or why the last schedule was refused: that is shown until there is a
 * new one, or the user was made inactive after all.
 */
export async function findSchedules(
  tx: Tx,
  accountId: string,
  userIds: string[],
): Promise<Map<string, Schedule>> {
  if (userIds.length === 0) return new Map();
  const latest = await listLatest(tx, accountId, userIds);
  const shown = latest.filter(
    ({ outcome, isPast }) => outcome === null || (outcome === "refused" && !isPast),
  );
  return new Map(shown.map((schedule) => [schedule.userId, schedule]));
}

/** The same for one user. */
export async function findSchedule(tx: Tx, accountId: string, userId: string) {
  return (await findSchedules(tx, accountId, [userId])).get(userId) ?? null;
}

/** What a schedule asks for, as the sheet did. */
export function planOf({ plan }: Pick<Schedule, "plan">) {
  return inactivationPlanSchema.parse(plan);
}

async function listLatest(tx: Tx, accountId: string, userIds: string[]) {
  return tx
    .selectDistinctOn([schedules.userId], {
      id: schedules.id,
      userId: schedules.userId,
      runAt: schedules.runAt,
      createdAt: schedules.createdAt,
      by: authors.name,
      plan: schedules.plan,
      outcome: schedules.outcome,
      refusal: schedules.refusal,
      isPast: exists(
        tx
          .select({ id: auditEvents.id })
          .from(auditEvents)
          .where(
            and(
              eq(auditEvents.accountId, schedules.accountId),
              eq(auditEvents.userId, schedules.userId),
              eq(auditEvents.kind, "user.inactivated"),
              gt(auditEvents.at, schedules.endedAt),
            ),
          ),
      ).mapWith(Boolean),
    })
    .from(schedules)
    .innerJoin(
      authors,
      and(eq(authors.accountId, schedules.accountId), eq(authors.id, schedules.scheduledBy)),
    )
    .where(and(eq(schedules.accountId, accountId), inArray(schedules.userId, userIds)))
    .orderBy(schedules.userId, desc(schedules.id));
}
