import { scheduledInactivations } from "#db/schema/scheduled-inactivations";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { recordedTime, timeZoneText } from "#lib/dates";
import { enqueue } from "#lib/enqueue";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { endSchedule } from "#lib/users/end-schedule";
import { findSchedule } from "#lib/users/find-schedules";
import { getInactivable } from "#lib/users/make-inactive";
import { refuseEnded } from "#lib/users/refuse-ended";
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
    const replaced = await endReplaced(tx, actor, user, input.replacesId);
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

/** Ends the schedule that was on the screen; any other one was made meanwhile by somebody else. */
async function endReplaced(
  tx: Tx,
  actor: Member,
  user: { id: string; name: string },
  replacesId: string | undefined,
) {
  const latest = await findSchedule(tx, actor.accountId, user.id);
  const open = latest?.outcome === null ? latest : null;
  if (open && open.id !== replacesId) {
    const time = recordedTime(open.runAt, actor.timeZone);
    throw new Refusal("already_scheduled", { name: user.name, by: open.by, time });
  }
  if (!open && replacesId) await refuseEnded(tx, actor.accountId, user, replacesId);
  if (open) {
    const end = { outcome: "cancelled", endedBy: actor.userId } as const;
    await endSchedule(tx, actor.accountId, open.id, end);
  }
  return open;
}
