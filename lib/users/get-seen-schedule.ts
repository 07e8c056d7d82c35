import type { Member } from "#lib/actor";
import { recordedTime } from "#lib/dates";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { findSchedule } from "#lib/users/find-schedules";
import { refuseEnded } from "#lib/users/refuse-ended";

/**
 * The user's open schedule, if it is one of those that were on the screen, or null where there is
 * none. Any other one was made meanwhile by somebody else, and one that is gone was ended: both are
 * refused, with by whom (domain rule 19).
 */
export async function getSeenSchedule(
  tx: Tx,
  actor: Member,
  user: { id: string; name: string },
  seenIds: string[],
) {
  const latest = await findSchedule(tx, actor.accountId, user.id);
  const open = latest?.outcome === null ? latest : null;
  if (open && !seenIds.includes(open.id)) {
    const time = recordedTime(open.runAt, actor.timeZone);
    throw new Refusal("already_scheduled", { name: user.name, by: open.by, time });
  }
  if (!open && seenIds.length > 0) await refuseEnded(tx, actor.accountId, user, seenIds);
  return open;
}
