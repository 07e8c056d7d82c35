import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { getUser } from "#lib/users/get-user";
import { insertPasswordLink } from "#lib/users/password-link";
import type { CreatePasswordLink } from "#lib/users/schema";

/** A new link for an active user who has not chosen a password yet; earlier links end. */
export function createPasswordLink(actor: Member, input: CreatePasswordLink) {
  return adminChange(actor, input.requestId, "user.link_created", async (tx) => {
    const user = await getUser(tx, actor.accountId, input.userId);
    if (user.status === "inactive") {
      throw new Refusal("already_inactive", { name: user.name });
    }
    const [row] = await tx
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.accountId, actor.accountId), eq(users.id, user.id)));
    if (row?.passwordHash) throw new Refusal("password_already_chosen", { name: user.name });
    const linkId = await insertPasswordLink(tx, actor.accountId, user.id);
    return { user, data: { linkId } };
  });
}
