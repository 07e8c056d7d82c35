import { and, eq } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-changes";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { Refusal } from "#lib/refusal";
import type { FollowLink } from "#lib/sessions/schema";
import { transact } from "#lib/transaction";
import { completeEmailChange } from "#lib/users/complete-email-change";
import { emailChangeState } from "#lib/users/email-change-state";
import { lockEmailChange } from "#lib/users/find-email-change";

/**
 * Whoever opens the link at the new address confirms it; dead once the user is inactive (domain
 * rules 3 and 9). The same form sent again is done already.
 */
export async function confirmEmail({ accountId, token }: FollowLink): Promise<void> {
  const actor: System = { kind: "system", accountId };
  await transact(actor, async (tx) => {
    const change = await lockEmailChange(tx, accountId, { confirmation: token });
    const state = change ? emailChangeState(change, new Date()) : "over";
    if (!change || state === "over") throw new Refusal("email_change_over");
    if (state !== "unconfirmed") return;
    const confirmedAt = new Date();
    await tx
      .update(emailChanges)
      .set({ confirmedAt })
      .where(and(eq(emailChanges.accountId, accountId), eq(emailChanges.id, change.id)));
    const { userId, name, toEmail: newEmail } = change;
    const waitsForAgreement = change.needsAgreement && !change.agreedAt;
    await record(
      tx,
      { accountId, userId, name },
      {
        kind: "user.email_confirmed",
        data: { newEmail, waitsForAgreement },
        user: { id: userId, name },
      },
    );
    await completeEmailChange(tx, accountId, { ...change, confirmedAt });
  });
}
