import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { getUser } from "#lib/users/get-user";
import { insertPasswordLink } from "#lib/users/password-link";
import { whyNotCreatePasswordLink } from "#lib/users/rules";
import type { CreatePasswordLink } from "#lib/users/schema";

/** A new link for an active user who has not chosen a password yet; earlier links end. */
export function createPasswordLink(actor: Member, input: CreatePasswordLink) {
  return adminChange(actor, input.requestId, "user.link_created", async (tx, _account, admin) => {
    const user = await getUser(tx, actor.accountId, input.userId);
    const why = whyNotCreatePasswordLink(admin, user);
    if (why) {
      throw new Refusal(why, {
        name: user.name,
        by: user.inactivatedByName ?? undefined,
        at: user.inactivatedAt?.toISOString(),
      });
    }
    const linkId = await insertPasswordLink(tx, actor.accountId, user.id, "invitation");
    await queueMail(tx, { userId: user.id }, "choose_password", { linkId, by: actor.name });
    return { user, data: { linkId } };
  });
}
