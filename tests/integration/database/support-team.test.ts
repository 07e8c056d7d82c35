import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { expect, test } from "vitest";
import type { Agent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { isolations, type Racer, race } from "#tests/support/race";
import { agent } from "#tests/support/support-cast";

const ROUNDS = 10;
/** The console's role belongs to no account. */
const none = "";

test("nobody of support has a session without being active, with a password and a second step", async () => {
  const { agentId } = await agent("agent");
  for (const lacking of [
    { status: "inactive" },
    { password_hash: null },
    { second_step_secret: null },
  ]) {
    const { agentId: id } = await agent("agent");
    await owner`update support_agents set ${owner(lacking)} where id = ${id}`;
    for (const who of ["agent", "owner"] as const) {
      await expectRefused(who, none, "support_sessions_agent_is_active", (tx) => begin(tx, id));
    }
  }
  for (const who of ["agent", "owner"] as const) {
    await expectRefused(who, none, "support_sessions_are_short", (tx) => begin(tx, agentId, 13));
  }
  await attempt("agent", none, (tx) => begin(tx, agentId, 8));
});

test("an ended session, and a used or ended link, stays so, with whose it was and how long", async () => {
  const { agentId, sessionId } = await agent("agent");
  const other = await agent("agent");
  await owner`
    update support_sessions set ended_at = now(), end_reason = 'signed_out' where id = ${sessionId}`;
  await expectRefused(
    "agent",
    none,
    "support_sessions_stay_ended",
    (tx) =>
      tx`update support_sessions set ended_at = null, end_reason = null where id = ${sessionId}`,
  );
  await expectRefused(
    "owner",
    none,
    "support_sessions_stay_ended",
    (tx) => tx`update support_sessions set agent_id = ${agentId} where id = ${other.sessionId}`,
  );
  const [link] = await owner<{ id: string }[]>`
    insert into support_links (agent_id, token_hash, expires_at, used_at)
    values (${agentId}, ${randomUUID()}, now() + interval '7 days', now()) returning id`;
  await expectRefused(
    "agent",
    none,
    "support_links_stay_ended",
    (tx) => tx`update support_links set used_at = null where id = ${link?.id ?? ""}`,
  );
});

test("agents are never deleted, keep their id, and their names are no account's business", async () => {
  const { agentId } = await agent("agent");
  for (const who of ["agent", "app"] as const) {
    await expectRefused(who, none, /permission denied/, (tx) => tx`delete from support_agents`);
  }
  await expectRefused(
    "owner",
    none,
    "support_agents_are_never_deleted",
    (tx) => tx`delete from support_agents where id = ${agentId}`,
  );
  await expectRefused(
    "owner",
    none,
    "support_agents_keep_their_id",
    (tx) => tx`update support_agents set id = ${randomUUID()} where id = ${agentId}`,
  );
  for (const table of ["support_agents", "support_sessions", "support_links", "support_events"]) {
    await expectRefused("app", none, /permission denied/, (tx) => tx`select from ${tx(table)}`);
  }
  // Nor does the console's role write what only triggers may.
  await expectRefused(
    "agent",
    none,
    /permission denied/,
    (tx) => tx`update support_agents set last_sign_in_at = now()`,
  );
  await expectRefused(
    "agent",
    none,
    /permission denied/,
    (tx) => tx`update support_team set active_leads = 9`,
  );
});

test("the last lead stays, by whichever path, and one who comes and goes in a statement counts", async () => {
  const [one, other] = [await agent("lead"), await agent("lead")];
  await onlyLeads(one, other);
  for (const who of ["agent", "owner"] as const) {
    await expectRefused(
      who,
      none,
      "support_has_an_active_lead",
      (tx) => tx`update support_agents set status = 'inactive' where role = 'lead'`,
    );
    await expectRefused(
      who,
      none,
      "support_has_an_active_lead",
      (tx) => tx`update support_agents set role = 'technical' where role = 'lead'`,
    );
  }
  await owner`update support_agents set role = 'agent' where id = ${other.agentId}`;
  await expectRefused("agent", none, "support_has_an_active_lead", (tx) => leave(tx, one));
  // One in, one out, in one statement.
  await attempt(
    "agent",
    none,
    (tx) => tx`
      update support_agents set role = case id when ${one.agentId} then 'agent' else 'lead' end
      where id in (${one.agentId}, ${other.agentId})`,
  );
  await expectRefused("agent", none, "support_has_an_active_lead", (tx) => leave(tx, other));
});

test.each(isolations)("of two last leads who go at once one stays, at %s", async (isolation) => {
  for (let round = 0; round < ROUNDS; round++) {
    const [one, other] = [await agent("lead"), await agent("lead")];
    await onlyLeads(one, other);
    const goes = (who: Agent): Racer => ({ who: "agent", step: (tx) => leave(tx, who) });
    const raced = await race(isolation, none, [goes(one), goes(other)]);
    expect(raced.map(({ outcome }) => outcome).toSorted()).toEqual([
      expect.stringMatching(/^(40001|done)$/),
      expect.stringMatching(/^(done|support_has_an_active_lead)$/),
    ]);
    const leads = await owner`
      select from support_agents where role = 'lead' and status = 'active'`;
    expect(leads).toHaveLength(1);
  }
});

function begin(tx: Sql | TransactionSql, agentId: string, hours = 8) {
  return tx`
    insert into support_sessions (agent_id, expires_at)
    values (${agentId}, now() + make_interval(hours => ${hours}))`;
}

function leave(tx: Sql | TransactionSql, { agentId }: Agent) {
  return tx`update support_agents set status = 'inactive' where id = ${agentId}`;
}

/** Nobody else leads any more. */
async function onlyLeads(...leads: Agent[]): Promise<void> {
  const kept = leads.map(({ agentId }) => agentId);
  await owner`update support_agents set role = 'agent' where role = 'lead' and id <> all (${kept})`;
}
