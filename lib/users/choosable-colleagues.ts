import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { listColleagues } from "#lib/transfers/list-colleagues";

/** Whom an admin can choose besides themselves, or in a large account those that a search finds. */
export function getChoosableColleagues(actor: Member, search: string) {
  return read(actor, (tx) => listColleagues(tx, actor.accountId, [actor.userId], search));
}
