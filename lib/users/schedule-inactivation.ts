import { scheduledInactivations } from "#db/schema/scheduled-inactivations";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { recordedTime, timeZoneText } from "#lib/dates";
import { enqueue } from "#lib/enqueue";
import { Refusal } from "#lib/refusal";
import { endSchedule } from "#lib/users/end-schedule";
import { getSeenSchedule } from "#lib/users/get-seen-schedule";
import { getInactivable } from "#lib/users/make-inactive";
import { type InactivateUser, inactivationPlanSchema } from "#lib/users/schema";
import { chooseSuccessors } from "#lib/users/successors";
import { readWallTime } from "#lib/wall-time";

/**
 * Make Inactive at a later moment, on the clock of the account's time zone, in place of the schedule
 * that was shown. What would be refused now is; everything is checked again when it runs.
 */
export function scheduleInactivation(actor: Member, input: InactivateUser) {
  const { accountId, timeZone, userId: scheduledBy } = actor;
  return adminChange(actor, input.requestId, "user.inactivation_scheduled", async (tx) => {
    const user = await getInactivable(tx, actor, input.userId);
    const plan = inactivationPlanSchema.parse(input);
    const runAt = chooseMoment(input.runAt ?? "", timeZone);
    const successors = await chooseSuccessors(tx, accountId, plan, user);
    const replaced = await getSeenSchedule(
      tx,
      actor,
      user,
      input.replacesId ? [input.replacesId] : [],
    );
    if (replaced) {
      const end = { outcome: "cancelled", endedBy: scheduledBy } as const;
      await endSchedule(tx, accountId, replaced.id, end);
    }
    const [schedule] = await tx
      .insert(scheduledInactivations)
      .values({ accountId, userId: user.id, runAt, plan, scheduledBy })
      .returning({ id: scheduledInactivations.id });
    if (!schedule) throw new Error("The schedule was not inserted.");
    await enqueue(tx, "inactivate_user", { scheduleId: schedule.id }, runAt);
    return {
      user: { id: user.id, name: user.name },
      data: {
        scheduleId: schedule.id,
        runAt: runAt.toISOString(),
        time: recordedTime(runAt, timeZone),
        successors: successors.map(({ id, name }) => ({ userId: id, name })),
        reason: plan.reason,
        tells: plan.tell === "yes",
        replaced: replaced && recordedTime(replaced.runAt, timeZone),
      },
    };
  });
}

/** The moment that was chosen, of two with this time the first; not past, and within a year. */
function chooseMoment(text: string, timeZone: string): Date {
  const time = recordedTime(new Date(`${text}Z`), "UTC");
  const facts = { time, timeZone: timeZoneText(timeZone) };
  const meant = readWallTime(text, timeZone);
  if (!meant.at) throw new Refusal("time_skipped", { ...facts, clock: meant.clock });
  const { at } = meant;
  const now = new Date();
  if (at <= now) throw new Refusal("time_past", facts);
  const latest = new Date(now);
  latest.setFullYear(now.getFullYear() + 1);
  if (at > latest) throw new Refusal("time_too_far", facts);
  return at;
}
