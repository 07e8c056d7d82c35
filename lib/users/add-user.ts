import { and, eq, sql } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { findHolder } from "#lib/users/find-holder";
import { insertPasswordLink } from "#lib/users/password-link";
import type { AddUser } from "#lib/users/schema";

/**
 * Adds a user, who takes an open seat at once and chooses a password by a single-use link. An
 * address of an inactive user is taken over only when the admin says it is somebody else (rule 18).
 */
export function addUser(actor: Member, input: AddUser) {
  return adminChange(actor, input.requestId, "user.added", async (tx, account) => {
    const holder = await findHolder(tx, actor.accountId, input.email);
    if (holder && holder.status === "active") {
      throw new Refusal("email_in_use", { name: holder.name, email: input.email });
    }
    if (holder && holder.id !== input.takesEmailFrom) {
      throw new Refusal("email_of_inactive_user", {
        name: holder.name,
        email: input.email,
        userId: holder.id,
      });
    }
    if (account.seatsUsed >= account.seatsTotal) throw new Refusal("no_open_seat");
    if (holder) {
      await tx
        .update(users)
        .set({ formerEmail: sql`${users.email}`, email: null })
        .where(and(eq(users.accountId, actor.accountId), eq(users.id, holder.id)));
    }
    const [user] = await tx
      .insert(users)
      .values({
        accountId: actor.accountId,
        firstName: input.firstName,
        lastName: input.lastName,
        email: input.email,
        role: input.role,
        createdBy: actor.userId,
      })
      .returning({ id: users.id, name: users.name });
    if (!user) throw new Error("The user was not inserted.");
    const linkId = await insertPasswordLink(tx, actor.accountId, user.id, "invitation");
    await queueMail(tx, { userId: user.id }, "choose_password", { linkId, by: actor.name });
    return {
      user,
      data: { email: input.email, role: input.role, linkId, takenFrom: holder?.name },
    };
  });
}
