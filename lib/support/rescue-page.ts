import { and, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { supportAgents } from "#db/schema/support-agents";
import { users } from "#db/schema/users";
import type { LookingAgent } from "#lib/actor";
import { getRescueFacts } from "#lib/support/get-rescue-facts";
import { whyNotRescue } from "#lib/support/rescue-rules";
import { read, type Tx } from "#lib/transaction";

/** More than these are found by a search. */
const LISTED = 50;

export type RescuePage = Awaited<ReturnType<typeof getRescuePage>>;

/** Whether anybody is left who administers the account, who could be made an Owner, and who acts next. */
export function getRescuePage(actor: LookingAgent, search: string) {
  const { accountId } = actor;
  return read(actor, async (tx) => {
    const [facts, owners, admins, candidates, leads] = await Promise.all([
      getRescueFacts(tx, accountId),
      listPeople(tx, accountId, isOwner, LISTED),
      listPeople(tx, accountId, isAdmin, 5),
      listPeople(tx, accountId, and(couldBeOwner, matches(search)), LISTED + 1),
      listOtherLeads(tx, actor),
    ]);
    const found = {
      shown: candidates.slice(0, LISTED),
      hasMore: candidates.length > LISTED,
      search,
    };
    return { ...facts, whyNot: whyNotRescue(facts), owners, admins, candidates: found, leads };
  });
}

const isOwner = eq(users.isOwner, true);
const isActive = eq(users.status, "active");
const isAdmin = and(isActive, eq(users.role, "admin"), eq(users.isOwner, false));
const couldBeOwner = and(isActive, eq(users.isOwner, false), isNotNull(users.lastSignInAt));

function matches(search: string) {
  return search ? sql`${users.id} in (select users_matching(${search}))` : undefined;
}

/** Who was here last comes first. */
function listPeople(tx: Tx, accountId: string, who: ReturnType<typeof and>, limit: number) {
  const { id, name, email, lastSignInAt } = users;
  return tx
    .select({ id, name, email, lastSignInAt })
    .from(users)
    .where(and(eq(users.accountId, accountId), who))
    .orderBy(sql`${desc(lastSignInAt)} nulls last`, users.nameKey, id)
    .limit(limit);
}

async function listOtherLeads(tx: Tx, { agentId }: LookingAgent): Promise<string[]> {
  const { id, name, role, status } = supportAgents;
  const rows = await tx
    .select({ name })
    .from(supportAgents)
    .where(and(eq(role, "lead"), eq(status, "active"), ne(id, agentId)))
    .orderBy(name);
  return rows.map((row) => row.name);
}
