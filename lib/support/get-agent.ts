import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { supportAgents } from "#db/schema/support-agents";
import { fingerprint } from "#lib/fingerprint";
import { Refusal, type RefusalCode } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const others = alias(supportAgents, "others");

/** One of the team, with who made them inactive. */
export async function getAgent(tx: Tx, agentId: string) {
  const [agent] = await selectAgents(tx).where(eq(supportAgents.id, agentId));
  if (!agent) throw new Refusal("not_found");
  return agent;
}

/** The same, held until the transaction ends. */
export async function lockAgent(tx: Tx, agentId: string) {
  await tx
    .select({ id: supportAgents.id })
    .from(supportAgents)
    .where(eq(supportAgents.id, agentId))
    .for("no key update");
  return getAgent(tx, agentId);
}

export function selectAgents(tx: Tx) {
  return tx
    .select({
      id: supportAgents.id,
      firstName: supportAgents.firstName,
      lastName: supportAgents.lastName,
      name: supportAgents.name,
      email: supportAgents.email,
      role: supportAgents.role,
      status: supportAgents.status,
      hasPassword: sql<boolean>`${supportAgents.passwordHash} is not null`,
      hasSecondStep: sql<boolean>`${supportAgents.secondStepSecret} is not null`,
      lastSignInAt: supportAgents.lastSignInAt,
      inactivatedAt: supportAgents.inactivatedAt,
      inactivatedByName: others.name,
    })
    .from(supportAgents)
    .leftJoin(others, eq(others.id, supportAgents.inactivatedBy))
    .$dynamic();
}

export type TeamMember = Awaited<ReturnType<typeof getAgent>>;

/** What an edit of an agent begins from. */
export function seenAs({ firstName, lastName, role }: TeamMember): string {
  return fingerprint([firstName, lastName, role]);
}

/** The refusal of a step about this agent, with what its sentence needs. */
export function refusalAbout(agent: TeamMember, code: RefusalCode): Refusal {
  return new Refusal(code, {
    name: agent.name,
    by: agent.inactivatedByName ?? undefined,
    at: agent.inactivatedAt?.toISOString(),
  });
}
