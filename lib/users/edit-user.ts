import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { EventData } from "#lib/audit/events";
import { findLatestEvent } from "#lib/audit/find-latest-event";
import { adminChange, lockUser } from "#lib/change";
import { whyNotSamePerson } from "#lib/identity/same-person";
import { Refusal } from "#lib/refusal";
import { confirmPassword } from "#lib/sessions/confirm-password";
import type { Tx } from "#lib/transaction";
import { beginEmailChange } from "#lib/users/begin-email-change";
import { refuseTaken } from "#lib/users/find-holder";
import { fullName } from "#lib/users/full-name";
import { type EditedUser, getEditedUser, seenAs } from "#lib/users/get-edited-user";
import { hasMovedSinceAdmin } from "#lib/users/has-moved-since-admin";
import { whyNotChangeEmail, whyNotChangeRole, whyNotEdit } from "#lib/users/rules";
import type { EditUser } from "#lib/users/schema";
import { tellOfSamePerson } from "#lib/users/tell-of-same-person";

type Changes = EventData["user.edited"]["changes"];

/**
 * Changes name, role, default successor and, once it is confirmed, the e-mail of a user, who stays
 * the same person (domain rules 9 and 17). A person's own e-mail asks for the own password.
 */
export async function editUser(actor: Member, input: EditUser) {
  const isOwnEmail = input.userId === actor.userId && !isSameAddress(input.email, actor.email);
  if (isOwnEmail && !input.password) throw new Refusal("password_needed");
  if (isOwnEmail) await confirmPassword(actor, input.password);
  return adminChange(actor, input.requestId, "user.edited", async (tx, _account, admin) => {
    // Held before it is looked at: a new address that is confirmed meanwhile is not taken back.
    await lockUser(tx, actor.accountId, input.userId);
    const user = await getEditedUser(tx, actor.accountId, input.userId);
    const successorId = input.defaultSuccessorId ?? null;
    await refuseEdit(tx, admin, user, input);
    const changes = await listChanges(tx, actor, user, input);
    const isNewEmail = !isSameAddress(input.email, user.email);
    if (Object.keys(changes).length === 0 && !isNewEmail) throw new Refusal("nothing_edited");
    refuseExchange(user, input);
    const { firstName, lastName, email, role } = input;
    await tx
      .update(users)
      .set({
        firstName,
        lastName,
        role,
        defaultSuccessorId: successorId,
        // A new spelling of the same address needs no confirmation.
        ...(isNewEmail ? {} : { email }),
        ...(input.isSamePerson && {
          knownFirstName: firstName,
          knownLastName: lastName,
          knownEmail: email,
        }),
      })
      .where(and(eq(users.accountId, actor.accountId), eq(users.id, user.id)));
    if (isNewEmail) await beginEmailChange(tx, admin, user, email);
    const samePerson = input.isSamePerson && input.samePersonReason;
    if (samePerson) await tellOfSamePerson(tx, actor, user, input);
    return {
      user: { id: user.id, name: fullName(input) },
      data: { changes, ...(isNewEmail && { newEmail: email }), ...(samePerson && { samePerson }) },
    };
  });
}

async function refuseEdit(tx: Tx, actor: Member, user: EditedUser, input: EditUser): Promise<void> {
  const isNewEmail = !isSameAddress(input.email, user.email);
  const why =
    whyNotEdit(actor, user) ??
    (input.role !== user.role ? whyNotChangeRole(actor, user) : null) ??
    (input.email !== user.email ? whyNotChangeEmail(actor, user) : null);
  if (why) throw new Refusal(why, { name: user.name });
  if (input.seen !== seenAs(user)) {
    const last = await findLatestEvent(tx, actor.accountId, user.id, "user.edited");
    throw new Refusal("edited_meanwhile", { by: last?.by, at: last?.at.toISOString() });
  }
  const isRaised = input.role === "admin" && user.role === "user";
  if (isRaised && !actor.isOwner && (await hasMovedSinceAdmin(tx, actor.accountId, user.id))) {
    throw new Refusal("email_of_admin", { name: user.name });
  }
  if (isNewEmail) await refuseTaken(tx, actor.accountId, input.email, user.id);
}

/** Domain rule 17: what the user was added or last confirmed with, against what is to be. */
function refuseExchange(user: EditedUser, input: EditUser): void {
  const { firstName, lastName, email } = input;
  // Who is edited in other things only stays who they are by now.
  if (fullName(user) === fullName(input) && email === user.email) return;
  const why = whyNotSamePerson(user.known, { firstName, lastName, email });
  if (!why || (input.isSamePerson && input.samePersonReason)) return;
  const newName = why === "email_of_another" ? email : fullName(input);
  throw new Refusal("another_person", { name: fullName(user.known), newName, userId: user.id });
}

async function listChanges(
  tx: Tx,
  actor: Member,
  user: EditedUser,
  input: EditUser,
): Promise<Changes> {
  const successor = await findSuccessor(tx, actor.accountId, user, input.defaultSuccessorId);
  const fields = {
    name: { from: user.name, to: fullName(input) },
    // A new address is told of apart: it does not count yet.
    email: {
      from: user.email,
      to: isSameAddress(input.email, user.email) ? input.email : user.email,
    },
    role: { from: user.role, to: input.role },
    defaultSuccessor: { from: user.defaultSuccessor?.name ?? "", to: successor?.name ?? "" },
  };
  const changed = Object.entries(fields).filter(([field, { from, to }]) =>
    field === "defaultSuccessor" ? user.defaultSuccessor?.id !== successor?.id : from !== to,
  );
  return Object.fromEntries(changed);
}

/** The default successor asked for: an active user, or who it was before. */
async function findSuccessor(
  tx: Tx,
  accountId: string,
  user: EditedUser,
  successorId: string | undefined,
) {
  if (!successorId) return null;
  if (successorId === user.defaultSuccessor?.id) return user.defaultSuccessor;
  const [successor] = await tx
    .select({ id: users.id, name: users.name, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, successorId)));
  if (successor?.status !== "active") throw new Refusal("successor_not_active");
  if (successor.id === user.id) throw new Refusal("successor_is_leaver", { name: user.name });
  return successor;
}

/** Letters besides a to z count as typed: a mail server may take a Kelvin sign for no k. */
function isSameAddress(one: string, other: string): boolean {
  return withSmallLetters(one) === withSmallLetters(other);
}

function withSmallLetters(address: string): string {
  return address.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
