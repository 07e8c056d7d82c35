import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { recordedTime } from "#lib/dates";
import { Refusal } from "#lib/refusal";
import { endSchedule } from "#lib/users/end-schedule";
import { findSchedule } from "#lib/users/find-schedules";
import { getUser } from "#lib/users/get-user";
import { refuseEnded } from "#lib/users/refuse-ended";
import type { CancelInactivation } from "#lib/users/schema";

/** Cancels a schedule before it runs; any admin may, whoever made it. */
export function cancelInactivation(actor: Member, input: CancelInactivation) {
  const { accountId, timeZone } = actor;
  return adminChange(actor, input.requestId, "user.inactivation_cancelled", async (tx) => {
    const user = await getUser(tx, accountId, input.userId);
    const schedule = await findSchedule(tx, accountId, user.id);
    if (schedule?.id !== input.scheduleId || schedule.outcome !== null) {
      await refuseEnded(tx, accountId, user, [input.scheduleId]);
      throw new Refusal("not_found");
    }
    const end = { outcome: "cancelled", endedBy: actor.userId } as const;
    await endSchedule(tx, accountId, schedule.id, end);
    return {
      user: { id: user.id, name: user.name },
      data: {
        scheduleId: schedule.id,
        time: recordedTime(schedule.runAt, timeZone),
        scheduledBy: schedule.by,
      },
    };
  });
}
