import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { z } from "zod";
import { accounts } from "#db/schema/accounts";
import { supportAgents, supportSessions } from "#db/schema/support-agents";
import { supportLooks } from "#db/schema/support-looks";
import type { Agent, AgentRole, CaseAgent, LookingAgent } from "#lib/actor";
import { href } from "#lib/hrefs";
import { supportAuthOptions } from "#lib/support-auth";
import { isSupportNetwork } from "#lib/support-networks";
import { read, transact } from "#lib/transaction";

/** Over after so long without use; noted to the minute, as an exact time would be a write a page. */
const IDLE_MINUTES = 30;
const MINUTE = 60_000;

const cookieSchema = z.object({ supportSessionId: z.uuid() });

/** From a network that the console is open to; elsewhere it is as if there were none. */
export async function requireSupportNetwork(): Promise<void> {
  const address = (await headers()).get("x-handover-address") ?? "";
  if (!isSupportNetwork(address)) notFound();
}

/**
 * The agent behind this request, with one of these roles if some are named; or the console's sign-in
 * page, or its no-permission page. Every page and action of the console begins with it.
 */
export async function requireAgent(...roles: AgentRole[]): Promise<Agent> {
  await requireSupportNetwork();
  const agent = await findAgent();
  if (!agent)
    redirect(href("/support/sign-in", { ended: await howItEnded(), next: await askedFor() }));
  if (roles.length > 0 && !roles.includes(agent.role)) forbidden();
  return agent;
}

/** The same in the account of a case; entering is a look, which is logged there. */
export async function requireAgentInCase(
  number: string,
  ...roles: AgentRole[]
): Promise<CaseAgent> {
  const agent = await requireAgent(...roles);
  const parsed = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).safeParse(number);
  if (!parsed.success) notFound();
  const [look] = await transact(agent, (tx) =>
    tx.execute<{ look_id: string; account_id: string; request_id: string }>(
      sql`select * from support_look_for_case(${agent.sessionId}, ${parsed.data})`,
    ),
  );
  if (!look) notFound();
  const looking = await lookInto(agent, look.look_id);
  if (!looking) notFound();
  return { ...looking, requestId: look.request_id };
}

/** The same in an account whose reason was stated a moment ago, or null where it has to be stated. */
export async function findAgentInAccount(
  accountId: string,
  ...roles: AgentRole[]
): Promise<LookingAgent | null> {
  const agent = await requireAgent(...roles);
  if (!z.uuid().safeParse(accountId).success) notFound();
  const [look] = await read(agent, (tx) =>
    tx
      .select({ id: supportLooks.id })
      .from(supportLooks)
      .where(
        and(
          eq(supportLooks.sessionId, agent.sessionId),
          eq(supportLooks.accountId, accountId),
          gt(supportLooks.expiresAt, sql`now()`),
        ),
      )
      .orderBy(sql`${supportLooks.expiresAt} desc`)
      .limit(1),
  );
  return look ? lookInto(agent, look.id) : null;
}

/** The same, or back to the page that asks for the reason. */
export async function requireAgentInAccount(
  accountId: string,
  ...roles: AgentRole[]
): Promise<LookingAgent> {
  const looking = await findAgentInAccount(accountId, ...roles);
  return looking ?? redirect(`/support/accounts/${accountId}`);
}

async function lookInto(agent: Agent, lookId: string): Promise<LookingAgent | null> {
  // What the stated look lets in is the one account it can read.
  const stated = { ...agent, lookId, accountId: "", accountName: "", timeZone: "" };
  const [account] = await read(stated, (tx) =>
    tx.select({ id: accounts.id, name: accounts.name, timeZone: accounts.timeZone }).from(accounts),
  );
  if (!account) return null;
  const { id: accountId, name: accountName, timeZone } = account;
  return { ...agent, lookId, accountId, accountName, timeZone };
}

/** The cookie says which session, the rows say whether: read anew at every request, once. */
export const findAgent = cache(async (): Promise<Agent | null> => {
  const cookie = cookieSchema.safeParse(await getServerSession(supportAuthOptions()));
  if (!cookie.success) return null;
  const { supportSessionId: sessionId } = cookie.data;
  const [row] = await read({ kind: "console" }, (tx) =>
    tx
      .select({
        agentId: supportAgents.id,
        name: supportAgents.name,
        email: supportAgents.email,
        role: supportAgents.role,
        lastUsedAt: supportSessions.lastUsedAt,
      })
      .from(supportSessions)
      .innerJoin(supportAgents, eq(supportAgents.id, supportSessions.agentId))
      .where(isOpen(sessionId)),
  );
  if (!row) return null;
  const { lastUsedAt, ...agent } = row;
  if (Date.now() - lastUsedAt.getTime() > MINUTE) await noteUse(sessionId);
  return { kind: "agent", sessionId, ...agent };
});

/** In a query of sessions and their agents: those that count now. */
function isOpen(sessionId: string) {
  return and(
    eq(supportSessions.id, sessionId),
    isNull(supportSessions.endedAt),
    gt(supportSessions.expiresAt, sql`now()`),
    gt(supportSessions.lastUsedAt, sql`now() - make_interval(mins => ${IDLE_MINUTES})`),
    eq(supportAgents.status, "active"),
  );
}

async function noteUse(sessionId: string): Promise<void> {
  await transact({ kind: "console" }, (tx) =>
    tx
      .update(supportSessions)
      .set({ lastUsedAt: sql`now()` })
      .where(and(eq(supportSessions.id, sessionId), isNull(supportSessions.endedAt))),
  );
}

/** How the sign-in of the cookie ended, as the sign-in page tells it; nothing to who had none. */
async function howItEnded(): Promise<string | undefined> {
  const cookie = cookieSchema.safeParse(await getServerSession(supportAuthOptions()));
  if (!cookie.success) return undefined;
  const [session] = await read({ kind: "console" }, (tx) =>
    tx
      .select({ endReason: supportSessions.endReason })
      .from(supportSessions)
      .where(eq(supportSessions.id, cookie.data.supportSessionId)),
  );
  if (session?.endReason === "agent_inactivated") return "inactivated";
  return session?.endReason ?? "over";
}

/** The page of the console that this request asks for, unless a sign-in leads there anyway. */
async function askedFor(): Promise<string | undefined> {
  const url = URL.parse((await headers()).get("x-handover-path") ?? "", "http://handover");
  if (!url?.pathname.startsWith("/support/")) return undefined;
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}
