import type { Sql, TransactionSql } from "postgres";
import type { LookingAgent } from "#lib/actor";
import { attempt, owner } from "#tests/support/attempt";
import { verify } from "#tests/support/case-steps";
import type { Cast, Person } from "#tests/support/cast";
import { card } from "#tests/support/subscriptions";
import { agent, lookInto } from "#tests/support/support-cast";

type Case = { id: string };

/** One of each role, looking into this account: an agent, a technical one and a lead. */
export function team(cast: Cast): Promise<[LookingAgent, LookingAgent, LookingAgent]> {
  return Promise.all([look("agent"), look("technical"), look("lead")]);

  async function look(role: "agent" | "technical" | "lead") {
    return lookInto(await agent(role), cast);
  }
}

/** The row of a case about the Owner, as the application inserts it for an admin. */
export function byAdmin({ accountId, owner: about, admin }: Cast) {
  return {
    account_id: accountId,
    kind: "removal",
    user_id: about.id,
    capacity: "admin",
    requested_by: admin.id,
    requested_by_name: admin.name,
    reason: "Leaves at the end of the month",
  };
}

/** The same as an agent inserts it for the card holder. */
export function byCardHolder({ accountId, owner: about }: Cast, { agentId }: LookingAgent) {
  return {
    account_id: accountId,
    kind: "removal",
    user_id: about.id,
    capacity: "card_holder",
    requested_by_name: card.card_holder_name,
    opened_by: agentId,
    reason: "Sold the company",
    stated_holder: card.card_holder_name,
    stated_last4: card.card_last4,
    callback_number: "+1 555 0100",
    confirm_asked_at: "2026-01-01",
  };
}

/** Of a rescue, as a lead inserts it. */
export function byLead({ accountId, user }: Cast, { agentId, name }: LookingAgent) {
  return {
    account_id: accountId,
    kind: "rescue",
    successor_id: user.id,
    capacity: "lead",
    requested_by_name: name,
    opened_by: agentId,
    reason: "Nobody is left",
  };
}

export function insertCase(sql: Sql | TransactionSql, row: object) {
  return sql<Case[]>`
    insert into owner_requests ${sql([row as Record<string, string>])} returning id`;
}

export async function openCase(who: LookingAgent, row: object): Promise<Case> {
  const [request] = await attempt("agent", who, (tx) => insertCase(tx, row));
  return { id: request?.id ?? "" };
}

/** A card holder's case that only has to be carried out; verified by an agent of its own. */
export async function readyCardHolderCase(cast: Cast): Promise<Case> {
  const who = await lookInto(await agent("agent"), cast);
  const request = await openCase(who, byCardHolder(cast, who));
  await attempt("app", cast.accountId, (tx) => {
    return tx`update owner_requests set confirmed_at = now() where id = ${request.id}`;
  });
  await attempt("agent", who, (tx) => {
    return tx`
      update owner_requests set called_back_at = now(), called_back_by = ${who.agentId}
      where id = ${request.id}`;
  });
  await attempt("agent", who, (tx) => verify(tx, who, request));
  await owner`update owner_requests set waits_until = now() where id = ${request.id}`;
  return request;
}

export async function stateOf({ id }: Case): Promise<string | undefined> {
  const [row] = await owner<{ state: string }[]>`
    select owner_request_state(r) as state from owner_requests r where id = ${id}`;
  return row?.state;
}

export async function listOwners({ accountId }: Cast): Promise<string[]> {
  const rows = await owner<{ id: string }[]>`
    select id from users where account_id = ${accountId} and is_owner and status = 'active'`;
  return rows.map(({ id }) => id);
}

/** The other Owner goes, and this person is named as who follows the last one. */
export async function lastWith({ admin2 }: Cast, { id }: Case, successor: Person): Promise<void> {
  await owner`update users set is_owner = false where id = ${admin2.id}`;
  await owner`update owner_requests set successor_id = ${successor.id} where id = ${id}`;
}
