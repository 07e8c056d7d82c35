import { and, eq } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-changes";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { completeEmailChange } from "#lib/users/complete-email-change";
import { emailChangeState } from "#lib/users/email-change-state";
import { lockEmailChange } from "#lib/users/find-email-change";
import type { AgreeToEmail } from "#lib/users/schema";

/** An Owner agrees to an admin's new address in place of the old one (domain rule 9). */
export function agreeToEmail(actor: Member, input: AgreeToEmail) {
  return adminChange(actor, input.requestId, "user.email_agreed", async (tx, _account, admin) => {
    const { accountId } = actor;
    if (!admin.isOwner) throw new Refusal("not_owner");
    const change = await lockEmailChange(tx, accountId, { id: input.changeId });
    if (change?.userId !== input.userId) throw new Refusal("not_found");
    const state = emailChangeState(change, new Date());
    if (state === "over" || state === "done") throw new Refusal("email_change_over");
    const agreedAt = change.agreedAt ?? new Date();
    if (!change.agreedAt) {
      await tx
        .update(emailChanges)
        .set({ agreedAt, agreedBy: actor.userId })
        .where(and(eq(emailChanges.accountId, accountId), eq(emailChanges.id, change.id)));
    }
    await completeEmailChange(tx, accountId, { ...change, agreedAt });
    return {
      user: { id: change.userId, name: change.name },
      data: { newEmail: change.toEmail },
    };
  });
}
