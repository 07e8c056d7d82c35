import type { Member } from "#lib/actor";
import { findLatestEvent } from "#lib/audit/find-latest-event";
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
  const found = await findLatestEvent(tx, accountId, userId, "user.inactivation_cancelled");
  return found && { at: found.at, by: found.by, time: found.data.time };
}
