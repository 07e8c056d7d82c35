import { randomUUID } from "node:crypto";
import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { getEditedUser, seenAs } from "#lib/users/get-edited-user";
import type { EditUser } from "#lib/users/schema";
import type { Person } from "#tests/support/cast";

/** The edit form of this person as it is shown now, with what is changed in it. */
export async function editOf(
  actor: Member,
  { id }: Person,
  change: Partial<EditUser> = {},
): Promise<EditUser> {
  const user = await read(actor, (tx) => getEditedUser(tx, actor.accountId, id));
  const { firstName, lastName, email, role } = user;
  return {
    requestId: randomUUID(),
    userId: id,
    seen: seenAs(user),
    firstName,
    lastName,
    email,
    role,
    defaultSuccessorId: user.defaultSuccessor?.id,
    password: "",
    samePersonReason: "",
    ...change,
  };
}
