import { randomUUID } from "node:crypto";
import type { AgentRole } from "#lib/actor";
import { linkToken } from "#lib/links";
import { appSecretBytes, newAppSecret } from "#lib/second-steps/app-code";
import { sealSecret } from "#lib/second-steps/sealed-secret";
import { hashPassword } from "#lib/sessions/password";
import { sealedFor } from "#lib/support/lock-proven-agent";
import { owner } from "#tests/support/attempt";
import { appCodes } from "#tests/support/second-step";

/** Of everybody who comes to the console's door. */
export const doorPassword = "correct horse battery";
let hash: Promise<string> | undefined;

/** One of support who is not signed in: with a password and a second step, unless told otherwise. */
export async function agentAtDoor({
  role = "agent" as AgentRole,
  hasPassword = true,
  hasSecondStep = true,
} = {}) {
  hash ??= hashPassword(doorPassword);
  const id = randomUUID();
  const email = `rita.${id.slice(0, 8)}@support.example`;
  const passwordHash = hasPassword ? await hash : null;
  const appSecret = newAppSecret();
  const sealed = hasSecondStep ? sealSecret(appSecretBytes(appSecret), sealedFor(id)) : null;
  await owner`
    insert into support_agents (id, first_name, last_name, email, role, password_hash, second_step_secret)
    values (${id}, 'Rita', 'Reed', ${email}, ${role}, ${passwordHash}, ${sealed})`;
  return { id, email, passwordHash, appSecret, nextCode: appCodes(appSecret) };
}

export const doorVisitor = () => ({ device: "Firefox on Linux", address: randomUUID() });

export async function sessionsOfAgent(agentId: string) {
  return owner<{ id: string; end_reason: string | null }[]>`
    select id, end_reason from support_sessions where agent_id = ${agentId} order by id`;
}

/** The kinds in the console's own log by or about this agent, in their order. */
export async function consoleLogOf(agentId: string): Promise<string[]> {
  const rows = await owner<{ kind: string }[]>`
    select kind from support_events
    where agent_id = ${agentId} or data ->> 'id' = ${agentId} order by at, id`;
  return rows.map(({ kind }) => kind);
}

/** The token of the link that this form has made. */
export const tokenOf = (formId: string) => linkToken("support password link", formId);
