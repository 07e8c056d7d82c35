import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { Member } from "#lib/actor";
import type { EventData } from "#lib/audit/events";
import { read, type Tx } from "#lib/transaction";
import { describeSchedule } from "#lib/users/describe-schedule";
import { getUser } from "#lib/users/get-user";

/** What can be cancelled of a user's schedule, or who cancelled the latest one. */
export function getCancellationPage(actor: Member, userId: string) {
  const { accountId, timeZone } = actor;
  return read(actor, async (tx) => {
    const user = await getUser(tx, accountId, userId);
    const schedule = await describeSchedule(tx, accountId, userId, timeZone);
    const isOpen = schedule !== null && schedule.refusal === null;
    return {
      user,
      schedule: isOpen ? schedule : null,
      cancelled: isOpen ? null : await findCancellation(tx, accountId, userId),
    };
  });
}

async function findCancellation(tx: Tx, accountId: string, userId: string) {
  const [event] = await tx
    .select({ at: auditEvents.at, by: auditEvents.actorName, data: auditEvents.data })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.accountId, accountId),
        eq(auditEvents.userId, userId),
        eq(auditEvents.kind, "user.inactivation_cancelled"),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  if (!event) return null;
  const { time } = event.data as EventData["user.inactivation_cancelled"];
  return { at: event.at, by: event.by, time };
}
