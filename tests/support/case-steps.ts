import type { Sql, TransactionSql } from "postgres";
import type { LookingAgent } from "#lib/actor";
import { attempt } from "#tests/support/attempt";
import type { Person } from "#tests/support/cast";
import { agent, lookInto, ownerRequest } from "#tests/support/support-cast";

type AnySql = Sql | TransactionSql;
type Case = { id: string };

/** The steps of a case in SQL, as the console's role writes them around the use cases. */
export function verify(sql: AnySql, { agentId }: LookingAgent, { id }: Case) {
  return sql`
    update owner_requests set verified_at = now(), verified_by = ${agentId} where id = ${id}`;
}

export function end(sql: AnySql, { agentId }: LookingAgent, { id }: Case, outcome: string) {
  return sql`
    update owner_requests set ended_at = now(), outcome = ${outcome}, ended_by_agent = ${agentId}
    where id = ${id}`;
}

export function carryOut(sql: AnySql, who: LookingAgent, request: Case) {
  return end(sql, who, request, "carried_out");
}

/** What a lead decides about an objection; the database says when. */
export function decide(sql: AnySql, { agentId }: LookingAgent, { id }: Case) {
  return sql`
    update owner_requests
    set decided_at = 'infinity', decided_by = ${agentId}, decision = 'Their boss asks'
    where id = ${id}`;
}

export function reopen(sql: AnySql, { id }: Case) {
  return sql`update owner_requests set ended_at = null where id = ${id}`;
}

/** The answer of somebody who was told, as the application writes it. */
export function answer(sql: AnySql, { id }: Person, request: Case, what: "agreed" | "objected") {
  return sql`
    update owner_request_letters set answer = ${what}, words = 'Because', answered_at = now()
    where request_id = ${request.id} and user_id = ${id}`;
}

/** A case about this Owner that only has to be carried out: verified, and nothing to wait for. */
export async function readyCase(about: Person, by: Person, more: { successor?: Person } = {}) {
  const request = await ownerRequest(about, by, { ...more, waitsHours: 0 });
  const verifier = await lookInto(await agent("agent"), about);
  await attempt("agent", verifier, (tx) => verify(tx, verifier, request));
  return { ...request, verifier };
}

/** Support lifts this Owner's status, in one of its two pairs of hands; `meanwhile` before its commit. */
export async function liftOwner(
  about: Person,
  by: Person,
  more: { successor?: Person; meanwhile?: () => Promise<unknown> } = {},
): Promise<void> {
  const request = await readyCase(about, by, more);
  const technician = await lookInto(await agent("technical"), about);
  await attempt("agent", technician, async (tx) => {
    await carryOut(tx, technician, request);
    await more.meanwhile?.();
  });
}
