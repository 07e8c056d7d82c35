import { beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { interleave, isolations, type Racer } from "#tests/support/race";
import { agent, lookInto, ownerRequest } from "#tests/support/support-cast";

const last = "support_has_an_active_lead";
let cast: Cast;
let lena: LookingAgent;

beforeEach(async () => {
  cast = await buildCast();
  lena = await lookInto(await agent("lead"), cast);
  await owner`
    update support_agents set status = 'inactive'
    where role = 'lead' and status = 'active' and id <> ${lena.agentId}`;
});

test("the last active lead stays one, by every kind of statement", async () => {
  const id = lena.agentId;
  for (const statement of [
    "update support_agents set status = 'inactive'",
    "update support_agents set role = 'agent'",
    "update support_agents set role = 'technical', status = 'inactive'",
    `insert into support_agents (id, first_name, last_name, email, role)
       values ('${id}', 'A', 'B', 'a@b.example', 'agent')
       on conflict (id) do update set role = 'agent'`,
    `merge into support_agents a using (select '${id}'::uuid as id) w on a.id = w.id
       when matched then update set status = 'inactive'`,
  ]) {
    for (const who of ["agent", "owner"] as const) {
      await expectRefused(who, "", last, (tx) => tx.unsafe(statement));
    }
  }
  await expectRefused("agent", "", /permission denied/, (tx) => tx`delete from support_agents`);
  await expectRefused("owner", "", "support_agents_are_never_deleted", (tx) => {
    return tx`delete from support_agents where id = ${id}`;
  });
});

test("a lead who follows in the same statement is enough", async () => {
  const { agentId } = await agent("agent");
  await attempt("agent", "", (tx) => {
    return tx`
      update support_agents set role = case id when ${agentId} then 'lead' else 'agent' end
      where id in (${agentId}, ${lena.agentId})`;
  });
});

test("who is made inactive is signed out, looks into nothing, and has no link and no case left", async () => {
  const rita = await lookInto(await agent("agent"), cast);
  const { id } = await ownerRequest(cast.owner, cast.admin);
  await attempt("agent", rita, (tx) => {
    return tx`update owner_requests set assigned_to = ${rita.agentId} where id = ${id}`;
  });
  await owner`
    insert into support_links (agent_id, token_hash, expires_at)
    values (${rita.agentId}, ${rita.agentId}, now() + interval '1 day')`;
  await attempt("agent", "", (tx) => {
    return tx`update support_agents set status = 'inactive' where id = ${rita.agentId}`;
  });
  const [row] = await owner`
    select password_hash, second_step_secret, inactivated_at is not null as since,
      (select end_reason from support_sessions where agent_id = a.id) as session,
      (select ended_at is not null from support_links where agent_id = a.id) as link,
      (select assigned_to from owner_requests where id = ${id}) as assigned
    from support_agents a where id = ${rita.agentId}`;
  expect(row).toEqual({
    ...{ password_hash: null, second_step_secret: null, since: true },
    ...{ session: "agent_inactivated", link: true, assigned: null },
  });
  expect(await attempt("agent", rita, (tx) => tx`select from users`)).toHaveLength(0);
  // Active again, nothing of it is.
  await owner`update support_agents set status = 'active' where id = ${rita.agentId}`;
  expect(await attempt("agent", rita, (tx) => tx`select from users`)).toHaveLength(0);
  await expectRefused("agent", "", "support_sessions_agent_is_active", (tx) => signIn(tx, rita));
});

test("nobody signs in who is inactive or has no password or second step, or for longer than a day", async () => {
  const short = "support_sessions_are_short";
  for (const [change, by] of [
    ["password_hash = null", "support_sessions_agent_is_active"],
    ["second_step_secret = null", "support_sessions_agent_is_active"],
    ["status = 'inactive'", "support_sessions_agent_is_active"],
  ] as const) {
    const rita = await agent("agent");
    await owner.unsafe(`update support_agents set ${change} where id = $1`, [rita.agentId]);
    await expectRefused("agent", "", by, (tx) => signIn(tx, rita));
  }
  const rita = await agent("agent");
  await expectRefused("agent", "", short, (tx) => signIn(tx, rita, "13 hours"));
});

test("a changed password or a second step that is taken away ends the sign-ins", async () => {
  for (const change of ["password_hash = 'other'", "second_step_secret = null"]) {
    const rita = await lookInto(await agent("agent"), cast);
    await attempt("agent", "", (tx) => {
      return tx.unsafe(`update support_agents set ${change} where id = $1`, [rita.agentId]);
    });
    expect(await attempt("agent", rita, (tx) => tx`select from users`)).toHaveLength(0);
  }
});

test("what ended stays ended, and an agent's id stays an agent's", async () => {
  const rita = await agent("agent");
  const id = rita.sessionId;
  await attempt("agent", "", (tx) => {
    return tx`
      update support_sessions set ended_at = now(), end_reason = 'signed_out' where id = ${id}`;
  });
  const stays = "support_sessions_stay_ended";
  await expectRefused("agent", "", stays, (tx) => {
    return tx`update support_sessions set ended_at = null, end_reason = null where id = ${id}`;
  });
  await owner`
    insert into support_links (id, agent_id, token_hash, expires_at, used_at)
    values (${id}, ${rita.agentId}, ${id}, now() + interval '1 day', now())`;
  await expectRefused("agent", "", "support_links_stay_ended", (tx) => {
    return tx`update support_links set used_at = null where id = ${id}`;
  });
  await expectRefused("owner", "", "support_agents_keep_their_id", (tx) => {
    return tx`update support_agents set created_at = now() where id = ${rita.agentId}`;
  });
});

describe.each(isolations)("at %s", (isolation) => {
  test("of two leads who make each other inactive one is refused", async () => {
    const lars = await lookInto(await agent("lead"), cast);
    const step = ({ agentId }: LookingAgent): Racer => ({
      who: "agent",
      lookId: lena.lookId,
      step: (sql) => sql`update support_agents set status = 'inactive' where id = ${agentId}`,
    });
    const { outcomes } = await interleave(isolation, cast.accountId, [step(lars), step(lena)]);
    expect(outcomes).toEqual(["done", expect.stringMatching(`^(${last}|40001)$`)]);
  });

  test("who is made inactive at the moment of signing in is not signed in", async () => {
    for (const signsInFirst of [true, false]) {
      const rita = await agent("agent");
      const enter: Racer = {
        who: "agent",
        lookId: lena.lookId,
        step: (sql) => signIn(sql, rita),
      };
      const leave: Racer = {
        who: "agent",
        step: (sql) =>
          sql`update support_agents set status = 'inactive' where id = ${rita.agentId}`,
      };
      const pair: [Racer, Racer] = signsInFirst ? [enter, leave] : [leave, enter];
      const { outcomes } = await interleave(isolation, cast.accountId, pair);
      expect(outcomes[0]).toBe("done");
      const open = await owner`
        select from support_sessions s join support_agents a on a.id = s.agent_id
        where a.id = ${rita.agentId} and s.ended_at is null and a.status = 'inactive'`;
      expect(open).toHaveLength(0);
    }
  });
});

function signIn(
  sql: Parameters<Racer["step"]>[0],
  { agentId }: { agentId: string },
  time = "8 hours",
) {
  return sql`
    insert into support_sessions (agent_id, expires_at)
    values (${agentId}, now() + ${time}::interval)`;
}
