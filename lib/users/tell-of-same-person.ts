import type { Member } from "#lib/actor";
import { queueMail } from "#lib/mail/queue-mail";
import type { Tx } from "#lib/transaction";
import { fullName } from "#lib/users/full-name";
import type { EditedUser } from "#lib/users/get-edited-user";
import { listOwners } from "#lib/users/list-owners";
import type { EditUser } from "#lib/users/schema";

/** Tells the old address and the Owners that a renamed user is the same person (domain rule 17). */
export async function tellOfSamePerson(
  tx: Tx,
  actor: Member,
  user: EditedUser,
  input: EditUser,
): Promise<void> {
  const data = {
    by: actor.name,
    was: `${user.name} (${user.email})`,
    is: `${fullName(input)} (${input.email})`,
    reason: input.samePersonReason,
  };
  await queueMail(tx, { userId: user.id, address: user.email }, "same_person_confirmed", data);
  for (const owner of await listOwners(tx, actor.accountId)) {
    if (owner.id === actor.userId || owner.id === user.id) continue;
    await queueMail(tx, { userId: owner.id }, "same_person_confirmed", data);
  }
}
