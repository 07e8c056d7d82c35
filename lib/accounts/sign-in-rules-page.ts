import { and, asc, eq, sql } from "drizzle-orm";
import { users } from "#db/schema/users";
import { findSignInRule } from "#lib/accounts/find-sign-in-rule";
import { whyNotRequireSecondStep, whyNotStopRequiringSecondStep } from "#lib/accounts/rules";
import type { Member } from "#lib/actor";
import { hasSecondStep } from "#lib/second-step-of-user";
import { read, type Tx } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";

/** The page names so many; the counts are of all. */
const MOST_ADMINS = 200;

/** Whether two-step sign-in is required of admins, and which of them have it, those without first. */
export function getSignInRulesPage(actor: Member) {
  return read(actor, async (tx) => {
    const [rule, admins, counts, own] = await Promise.all([
      findSignInRule(tx, actor.accountId),
      listAdmins(tx, actor.accountId),
      countAdmins(tx, actor.accountId),
      getUser(tx, actor.accountId, actor.userId),
    ]);
    const whyNot = rule.adminsNeedSecondStep
      ? whyNotStopRequiringSecondStep(own, rule)
      : whyNotRequireSecondStep(own, rule);
    return { rule, admins, counts, whyNot };
  });
}

function listAdmins(tx: Tx, accountId: string) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      isOwner: users.isOwner,
      status: users.status,
      hasSecondStep,
    })
    .from(users)
    .where(isActiveAdmin(accountId))
    .orderBy(asc(hasSecondStep), asc(users.nameKey), asc(users.id))
    .limit(MOST_ADMINS);
}

async function countAdmins(tx: Tx, accountId: string) {
  const [counts] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      withSecondStep: sql<number>`(count(*) filter (where ${hasSecondStep}))::int`,
    })
    .from(users)
    .where(isActiveAdmin(accountId));
  return counts ?? { all: 0, withSecondStep: 0 };
}

function isActiveAdmin(accountId: string) {
  return and(eq(users.accountId, accountId), eq(users.status, "active"), eq(users.role, "admin"));
}
