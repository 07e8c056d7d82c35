import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { insertUser } from "#lib/users/insert-user";
import type { AddUser } from "#lib/users/schema";

/**
 * Adds a user, who takes an open seat at once and chooses a password by a single-use link. An
 * address of an inactive user is taken over only when the admin says it is somebody else (rule 18).
 */
export function addUser(actor: Member, input: AddUser) {
  return adminChange(actor, input.requestId, "user.added", (tx, _account, admin) =>
    insertUser(tx, admin, input),
  );
}
