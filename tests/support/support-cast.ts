import { randomUUID } from "node:crypto";
import type { Agent, AgentRole, LookingAgent } from "#lib/actor";
import { owner } from "#tests/support/attempt";
import type { Person } from "#tests/support/cast";

type Account = { accountId: string };

/** One of support, signed in by a session row of their own; nobody can sign in with the password. */
export async function agent(role: AgentRole, name = `Rita ${role}`): Promise<Agent> {
  const id = randomUUID();
  const [firstName = "", lastName = ""] = name.split(" ");
  const email = `${role}.${id.slice(0, 8)}@support.example`;
  await owner`
    insert into support_agents (id, first_name, last_name, email, role, password_hash, second_step_secret)
    values (${id}, ${firstName}, ${lastName}, ${email}, ${role}, 'none', 'none')`;
  const [session] = await owner<{ id: string }[]>`
    insert into support_sessions (agent_id, expires_at, device)
    values (${id}, now() + interval '8 hours', 'Firefox on Linux') returning id`;
  return { kind: "agent", agentId: id, sessionId: session?.id ?? "", name, email, role };
}

/** The same agent in this account, with a reason stated. */
export async function lookInto(who: Agent, { accountId }: Account): Promise<LookingAgent> {
  const [look] = await owner<{ id: string; name: string; zone: string }[]>`
    select support_look(${who.sessionId}, a.id, 'A test looks') as id, a.name, a.time_zone as zone
    from accounts a where a.id = ${accountId}`;
  if (!look) throw new Error("There is no such account.");
  return { ...who, lookId: look.id, accountId, accountName: look.name, timeZone: look.zone };
}

/** An admin's open case about an Owner, as the request in the account leaves it; answers its row. */
export async function ownerRequest(
  about: Person,
  by: Person,
  more: { successor?: Person; waitsHours?: number } = {},
): Promise<{ id: string; number: number }> {
  const [row] = await owner<{ id: string; number: string }[]>`
    insert into owner_requests (account_id, kind, user_id, successor_id, capacity, requested_by,
      requested_by_name, reason, waits_until, expires_at)
    values (${about.accountId}, 'removal', ${about.id}, ${more.successor?.id ?? null}, 'admin',
      ${by.id}, ${by.name}, 'Leaves at the end of the month',
      now() + make_interval(hours => ${more.waitsHours ?? 24}), now()) returning id, number`;
  return { id: row?.id ?? "", number: Number(row?.number) };
}

/** A successor has to have signed in once. */
export async function hasSignedIn(...people: Person[]): Promise<void> {
  for (const { accountId, id } of people) {
    await owner`
      update users set last_sign_in_at = now() - interval '1 day'
      where account_id = ${accountId} and id = ${id}`;
  }
}
