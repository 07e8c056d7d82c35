import type { Member } from "#lib/actor";
import { listText } from "#lib/plurals";
import { read } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";
import { listOwners } from "#lib/users/list-owners";
import { whyNotMakeOwner } from "#lib/users/rules";

/** Who would become an Account Owner beside whom, and why not, if so. */
export function getMakeOwnerPage(actor: Member, userId: string) {
  return read(actor, async (tx) => {
    const user = await getUser(tx, actor.accountId, userId);
    const owners = await listOwners(tx, actor.accountId);
    return {
      user,
      owners: listText(owners.map(({ name }) => name)),
      whyNot: whyNotMakeOwner(actor, user),
    };
  });
}
