import { and, eq } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-changes";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { emailChangeState } from "#lib/users/email-change-state";
import { lockEmailChange } from "#lib/users/find-email-change";
import { getUser } from "#lib/users/get-user";
import { whyNotChangeEmail } from "#lib/users/rules";
import type { EndEmailChange } from "#lib/users/schema";

/** An admin cancels a change of address that has not been carried out; its links are dead then. */
export function endEmailChange(actor: Member, input: EndEmailChange) {
  return adminChange(actor, input.requestId, "user.email_change_ended", async (tx) => {
    const { accountId } = actor;
    const user = await getUser(tx, accountId, input.userId);
    const why = whyNotChangeEmail(actor, user);
    if (why) throw new Refusal(why, { name: user.name });
    const change = await lockEmailChange(tx, accountId, { id: input.changeId });
    if (change?.userId !== user.id) throw new Refusal("not_found");
    const state = emailChangeState(change, new Date());
    if (state === "over" || state === "done") throw new Refusal("email_change_over");
    await tx
      .update(emailChanges)
      .set({ endedAt: new Date(), endedBy: actor.userId })
      .where(and(eq(emailChanges.accountId, accountId), eq(emailChanges.id, change.id)));
    return { user: { id: user.id, name: user.name }, data: { newEmail: change.toEmail } };
  });
}
