import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { findSignInRule } from "#lib/accounts/find-sign-in-rule";
import { whyNotStopRequiringSecondStep } from "#lib/accounts/rules";
import type { ChangeSignInRule } from "#lib/accounts/schema";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { getUser } from "#lib/users/get-user";

/** Leaves it to each admin again; those who set up their second step keep it. */
export function stopRequiringSecondStep(actor: Member, input: ChangeSignInRule) {
  return adminChange(actor, input.requestId, "account.second_step_not_required", async (tx) => {
    const owner = await getUser(tx, actor.accountId, actor.userId);
    const { latest, ...rule } = await findSignInRule(tx, actor.accountId);
    const why = whyNotStopRequiringSecondStep(owner, rule);
    if (why) throw new Refusal(why, { by: latest?.by, at: latest?.at.toISOString() });
    await tx
      .update(accounts)
      .set({ adminsNeedSecondStep: false })
      .where(eq(accounts.id, actor.accountId));
    return { data: {} };
  });
}
