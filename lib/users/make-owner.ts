import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { confirmPassword } from "#lib/sessions/confirm-password";
import { getUser } from "#lib/users/get-user";
import { listOwners } from "#lib/users/list-owners";
import { whyNotMakeOwner } from "#lib/users/rules";
import type { MakeOwner } from "#lib/users/schema";

/**
 * An Owner makes another active admin an Owner too, the own password asked again (domain rules 6
 * and 9). Inside the account nobody can take it back. All Owners are told.
 */
export async function makeOwner(actor: Member, input: MakeOwner) {
  await confirmPassword(actor, input.password);
  return adminChange(actor, input.requestId, "owner.made", async (tx, _account, admin) => {
    const { accountId } = actor;
    const user = await getUser(tx, accountId, input.userId);
    const why = whyNotMakeOwner(admin, user);
    if (why) throw new Refusal(why, { name: user.name });
    await tx
      .update(users)
      .set({ isOwner: true })
      .where(and(eq(users.accountId, accountId), eq(users.id, user.id)));
    for (const owner of await listOwners(tx, accountId)) {
      if (owner.id === actor.userId) continue;
      await queueMail(tx, { userId: owner.id }, "owner_made", { name: user.name, by: actor.name });
    }
    return { user: { id: user.id, name: user.name }, data: {} };
  });
}
