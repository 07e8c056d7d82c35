import { randomUUID } from "node:crypto";
import type { CastPerson } from "#db/seed/cast";
import { inserted, PASSWORD_CHOSEN, type Stage, userOf } from "#db/seed/stage";

const LINK_DAYS = 7;
const SESSION_MINUTES = 30 * 24 * 60;

/** Users of an account, each with a link that chose the password long ago. */
export async function insertPeople(
  stage: Stage,
  people: CastPerson[],
  passwordHash: string,
): Promise<void> {
  const { tx, accountId, users, at } = stage;
  for (const { email, name, role, isOwner, joined, addedBy } of people) {
    const user = inserted(
      await tx<{ id: string; name: string }[]>`
        insert into users ${tx({
          account_id: accountId,
          first_name: name[0],
          last_name: name[1],
          email,
          role,
          is_owner: isOwner ?? false,
          password_hash: passwordHash,
          created_at: at(joined),
          created_by: addedBy ? userOf(stage, addedBy).id : null,
        })} returning id, name`,
    );
    const link = inserted(
      await tx<{ id: string }[]>`
        insert into password_links ${tx({
          account_id: accountId,
          user_id: user.id,
          // Nothing hashes to this.
          token_hash: randomUUID(),
          created_at: at(joined),
          expires_at: at(joined - LINK_DAYS),
          used_at: at(joined, PASSWORD_CHOSEN),
        })} returning id`,
    );
    users.set(email, { ...user, linkId: link.id });
  }
}

/** The sign-ins that are open still; and when everybody signed in last. */
export async function insertSessions(stage: Stage): Promise<void> {
  const { tx, account, accountId, minutesAgo } = stage;
  for (const { email, signIns } of account.people) {
    const user_id = userOf(stage, email).id;
    for (const [device, address, hours, usedMinutes] of signIns) {
      if (usedMinutes === undefined) continue;
      await tx`
        insert into sessions ${tx({
          account_id: accountId,
          user_id,
          created_at: minutesAgo(hours * 60),
          last_used_at: minutesAgo(usedMinutes),
          expires_at: minutesAgo(hours * 60 - SESSION_MINUTES),
          device,
          address,
        })}`;
    }
    const latest = Math.min(...signIns.map(([, , hours]) => hours));
    // The trigger of an open session has put down this moment.
    await tx`
      update users set last_sign_in_at = ${minutesAgo(latest * 60)}
      where account_id = ${accountId} and id = ${user_id}`;
  }
}

export async function inactivateLeavers(stage: Stage): Promise<void> {
  const { tx, account, accountId, at } = stage;
  for (const { email, left } of account.people) {
    if (!left) continue;
    await tx`
      update users set ${tx({
        status: "inactive",
        inactivated_at: at(left.days),
        inactivated_by: userOf(stage, left.by).id,
        inactivation_reason: left.reason,
      })} where account_id = ${accountId} and id = ${userOf(stage, email).id}`;
  }
}
