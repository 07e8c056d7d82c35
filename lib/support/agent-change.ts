import { and, eq, isNull, sql } from "drizzle-orm";
import { supportAgents, supportSessions } from "#db/schema/support-agents";
import { supportEvents } from "#db/schema/support-events";
import type { Agent, AgentRole, LookingAgent } from "#lib/actor";
import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import { type NewEvent, record } from "#lib/audit/record";
import { findFirstResult } from "#lib/change";
import { Refusal } from "#lib/refusal";
import type { ConsoleEventData, NewConsoleEvent } from "#lib/support/console-events";
import { findLook } from "#lib/support/find-look";
import { recordEvent } from "#lib/support/record-event";
import { type Tx, transact } from "#lib/transaction";

export type CaseKind = Extract<EventKind, `owner_request.${string}` | `rescue.${string}`>;

/**
 * One change by an agent in the account of the stated look: locks the account, reads the agent anew,
 * answers a repeated form with its first result, and writes both logs, the account's and the console's.
 */
export async function agentChange<K extends CaseKind>(
  actor: LookingAgent,
  roles: AgentRole[],
  requestId: string,
  kind: K,
  work: (tx: Tx) => Promise<Omit<NewEvent<K>, "kind">>,
): Promise<AuditEvent<K>> {
  return transact(actor, async (tx) => {
    await confirmAgent(tx, actor, roles);
    if (!(await findLook(tx, actor))) throw new Refusal("look_over");
    await tx.execute(sql`select lock_stated_account()`);
    const { accountId, accountName, agentId } = actor;
    const first = await findFirstResult(tx, { accountId, userId: agentId }, requestId, kind);
    if (first) return first;
    const event = await work(tx);
    const { caseNumber } = event.data as EventData[CaseKind];
    const data = { ...event.data, userName: event.user?.name };
    const account = { id: accountId, name: accountName };
    await recordEvent<CaseKind>(tx, actor, { kind, data, account, caseNumber });
    return record(tx, actor, { kind, ...event }, requestId);
  });
}

/** The same for what concerns the console alone; answers false for a form that was sent before. */
export async function consoleChange<K extends keyof ConsoleEventData>(
  actor: Agent,
  roles: AgentRole[],
  formId: string,
  kind: K,
  work: (tx: Tx) => Promise<Omit<NewConsoleEvent<K>, "kind">>,
): Promise<boolean> {
  return transact(actor, async (tx) => {
    await confirmAgent(tx, actor, roles);
    const [first] = await tx
      .select({ kind: supportEvents.kind, agentId: supportEvents.agentId })
      .from(supportEvents)
      .where(eq(supportEvents.formId, formId));
    if (first && (first.kind !== kind || first.agentId !== actor.agentId)) {
      throw new Refusal("request_reused");
    }
    if (first) return false;
    await recordEvent(tx, actor, { kind, ...(await work(tx)) } as NewConsoleEvent<K>, formId);
    return true;
  });
}

/** The session and the agent are held: what ends either at this moment waits for us or stops us. */
async function confirmAgent(tx: Tx, actor: Agent, roles: AgentRole[]): Promise<void> {
  const [agent] = await tx
    .select({ role: supportAgents.role })
    .from(supportSessions)
    .innerJoin(supportAgents, eq(supportAgents.id, supportSessions.agentId))
    .where(
      and(
        eq(supportSessions.id, actor.sessionId),
        eq(supportAgents.id, actor.agentId),
        eq(supportAgents.status, "active"),
        isNull(supportSessions.endedAt),
      ),
    )
    .for("share", { of: [supportSessions, supportAgents] });
  if (!agent) throw new Refusal("not_signed_in");
  if (!roles.includes(agent.role)) throw new Refusal("not_your_role");
}
