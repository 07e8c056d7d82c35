import { and, count, eq, not } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";
import { findSignInRule } from "#lib/accounts/find-sign-in-rule";
import { whyNotRequireSecondStep } from "#lib/accounts/rules";
import type { ChangeSignInRule } from "#lib/accounts/schema";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { hasSecondStep } from "#lib/second-step-of-user";
import type { Tx } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";

/**
 * Requires two-step sign-in of all admins. Whoever has none keeps rank and contacts, and is led to
 * set it up before anything else in the Admin tab.
 */
export function requireSecondStep(actor: Member, input: ChangeSignInRule) {
  return adminChange(actor, input.requestId, "account.second_step_required", async (tx) => {
    const owner = await getUser(tx, actor.accountId, actor.userId);
    const { latest, ...rule } = await findSignInRule(tx, actor.accountId);
    const why = whyNotRequireSecondStep(owner, rule);
    if (why) throw new Refusal(why, { by: latest?.by, at: latest?.at.toISOString() });
    await tx
      .update(accounts)
      .set({ adminsNeedSecondStep: true })
      .where(eq(accounts.id, actor.accountId));
    return { data: { adminsWithout: await countAdminsWithout(tx, actor.accountId) } };
  });
}

async function countAdminsWithout(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ without: count() })
    .from(users)
    .where(
      and(
        eq(users.accountId, accountId),
        eq(users.status, "active"),
        eq(users.role, "admin"),
        not(hasSecondStep),
      ),
    );
  return row?.without ?? 0;
}
