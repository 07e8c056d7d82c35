import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Agent } from "#lib/actor";
import { addAgent } from "#lib/support/add-agent";
import { findAgentLink } from "#lib/support/agent-link";
import { editAgent } from "#lib/support/edit-agent";
import { getAgent, seenAs } from "#lib/support/get-agent";
import { inactivateAgent } from "#lib/support/inactivate-agent";
import { reactivateAgent } from "#lib/support/reactivate-agent";
import { resetAgentAccess } from "#lib/support/reset-agent-access";
import { getTeamMemberPage, listTeam } from "#lib/support/team-page";
import type { EditAgent } from "#lib/support/team-schema";
import { read } from "#lib/transaction";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { buildCast } from "#tests/support/cast";
import { consoleLogOf, sessionsOfAgent, tokenOf } from "#tests/support/door-cast";
import { isolations, useIsolation } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { agent, lookInto, ownerRequest } from "#tests/support/support-cast";

test("a lead adds somebody, who has a link and nothing else yet; the log says so", async () => {
  const lead = await agent("lead");
  const input = newcomer();
  expect(await addAgent(lead, input)).toBe(true);
  const added = await memberBy(lead, input.email);
  expect(added).toMatchObject({
    ...{ name: "Ana Ruiz", role: "technical", status: "active" },
    ...{ hasPassword: false, hasSecondStep: false, lastSignInAt: null },
  });
  const [event] = await sql`
    select kind, agent_name, data from support_events where form_id = ${input.requestId}`;
  const { id = "" } = added ?? {};
  expect(event).toEqual({
    kind: "agent.added",
    agent_name: lead.name,
    data: { id, name: "Ana Ruiz", email: input.email, role: "technical" },
  });
  // The same form sent again shows the same link, and adds nobody.
  const before = await fingerprint();
  expect(await addAgent(lead, input)).toBe(false);
  expect(await fingerprint()).toEqual(before);
  expect(await findAgentLink(tokenOf(input.requestId))).toMatchObject({ isOpen: true });
  const taken = { ...newcomer(), email: input.email.toUpperCase() };
  await expectRefusal(() => addAgent(lead, taken), "agent_email_in_use", { email: taken.email });
});

test("of two leads who add one address at once, one does", async () => {
  const leads = [await agent("lead"), await agent("lead")];
  const { email } = newcomer();
  const outcomes = await Promise.allSettled(
    leads.map((lead) => addAgent(lead, { ...newcomer(), email })),
  );
  const [lost] = outcomes.filter((one) => one.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "agent_email_in_use" });
});

test("an edit changes name and role, also of who is signed in, and is logged with both values", async () => {
  const [lead, other] = [await agent("lead"), await agent("agent", "Rita Reed")];
  const input = await editOf(other, { lastName: "Roth", role: "technical" });
  await editAgent(lead, input);
  const [event] = await sql`select data from support_events where form_id = ${input.requestId}`;
  expect(event?.data).toEqual({
    id: other.agentId,
    name: "Rita Roth",
    changes: {
      lastName: { from: "Reed", to: "Roth" },
      role: { from: "agent", to: "technical" },
    },
  });
  expect(await sessionsOfAgent(other.agentId)).toMatchObject([{ end_reason: null }]);
  const page = await getTeamMemberPage(lead, other.agentId, input.requestId);
  expect(page).toMatchObject({ done: "agent.edited", whyNot: null, agent: { role: "technical" } });
  expect((await getTeamMemberPage(lead, lead.agentId, input.requestId)).done).toBeNull();

  await expectRefusal(
    () => editAgent(lead, { ...input, requestId: randomUUID() }),
    "agent_edited_meanwhile",
  );
  const nothing = await editOf(other);
  await expectRefusal(() => editAgent(lead, nothing), "nothing_edited");
});

test("made inactive, an agent has no sign-in, look, link or case any more", async () => {
  const [lead, other] = [await agent("lead"), await agent("agent")];
  const { owner, admin } = await buildCast();
  const request = await ownerRequest(owner, admin);
  await sql`update owner_requests set assigned_to = ${other.agentId} where id = ${request.id}`;
  const looking = await lookInto(other, owner);
  await sql`
    insert into support_links (agent_id, token_hash, expires_at)
    values (${other.agentId}, ${randomUUID()}, now() + interval '1 day')`;
  const step = stepAbout(other);
  await inactivateAgent(lead, step);
  expect(await sessionsOfAgent(other.agentId)).toMatchObject([{ end_reason: "agent_inactivated" }]);
  const [left] = await sql`
    select a.status, a.inactivated_by, a.password_hash, a.second_step_secret,
      (select count(*)::int from support_links l where l.agent_id = a.id and l.ended_at is null) as links,
      (select assigned_to from owner_requests where id = ${request.id}) as assigned
    from support_agents a where id = ${other.agentId}`;
  expect(left).toEqual({
    ...{ status: "inactive", inactivated_by: lead.agentId, links: 0, assigned: null },
    ...{ password_hash: null, second_step_secret: null },
  });
  const seen = await read(looking, (tx) => tx.execute(`select from users`));
  expect(seen).toHaveLength(0);
  expect(await consoleLogOf(other.agentId)).toContain("agent.inactivated");
  await expectRefusal(() => inactivateAgent(lead, stepAbout(other)), "agent_inactive_already", {
    name: other.name,
    by: lead.name,
  });
  for (const work of [
    async () => editAgent(lead, await editOf(other, { role: "lead" })),
    () => resetAgentAccess(lead, stepAbout(other)),
  ]) {
    await expectRefusal(work, "agent_inactive", { name: other.name });
  }
  // Whoever was in the middle of something does nothing more.
  await expectRefusal(() => addAgent(other, newcomer()), "not_signed_in");
});

test("made active, an agent begins anew with a link, and no old sign-in comes back", async () => {
  const [lead, other] = [await agent("lead"), await agent("agent")];
  await expectRefusal(() => reactivateAgent(lead, stepAbout(other)), "agent_active_already");
  await inactivateAgent(lead, stepAbout(other));
  const step = stepAbout(other);
  await reactivateAgent(lead, step);
  expect(await findAgentLink(tokenOf(step.requestId))).toMatchObject({ isOpen: true });
  const { agent: member } = await getTeamMemberPage(lead, other.agentId);
  expect(member).toMatchObject({
    ...{ status: "active", hasPassword: false, hasSecondStep: false },
    ...{ inactivatedAt: null, inactivatedByName: null },
  });
  await expectRefusal(() => addAgent(other, newcomer()), "not_signed_in");
});

test("a reset ends every sign-in, password and second step, and only its link counts", async () => {
  const [lead, other] = [await agent("lead"), await agent("technical")];
  const [first, second] = [stepAbout(other), stepAbout(other)];
  await resetAgentAccess(lead, first);
  await resetAgentAccess(lead, second);
  expect(await sessionsOfAgent(other.agentId)).toMatchObject([{ end_reason: "access_reset" }]);
  expect(await findAgentLink(tokenOf(first.requestId))).toMatchObject({ isOpen: false });
  expect(await findAgentLink(tokenOf(second.requestId))).toMatchObject({ isOpen: true });
  const { agent: member } = await getTeamMemberPage(lead, other.agentId);
  expect(member).toMatchObject({ hasPassword: false, hasSecondStep: false });
  expect(await consoleLogOf(other.agentId)).toEqual(["agent.access_reset", "agent.access_reset"]);
});

test("nobody changes themselves, not even a lead beside others", async () => {
  const lead = await agent("lead");
  const edit = await editOf(lead, { lastName: "Other" });
  for (const work of [
    () => editAgent(lead, edit),
    () => inactivateAgent(lead, stepAbout(lead)),
    () => resetAgentAccess(lead, stepAbout(lead)),
  ]) {
    await expectRefusal(work, "agent_is_self");
  }
  expect((await getTeamMemberPage(lead, lead.agentId)).whyNot).toBe("agent_is_self");
});

test("every step is a lead's alone, as the row says now, while the sign-in lasts", async () => {
  const other = await agent("agent");
  const fallen = await agent("lead");
  await sql`update support_agents set role = 'technical' where id = ${fallen.agentId}`;
  const ended = await agent("lead");
  await sql`
    update support_sessions set ended_at = now(), end_reason = 'signed_out'
    where id = ${ended.sessionId}`;
  const edit = await editOf(other, { role: "lead" });
  for (const [actor, code] of [
    [await agent("agent"), "not_your_role"],
    [await agent("technical"), "not_your_role"],
    [fallen, "not_your_role"],
    [ended, "not_signed_in"],
    [{ ...(await agent("lead")), sessionId: randomUUID() }, "not_signed_in"],
  ] as const) {
    for (const work of [
      () => addAgent(actor, newcomer()),
      () => editAgent(actor, edit),
      () => inactivateAgent(actor, stepAbout(other)),
      () => reactivateAgent(actor, stepAbout(other)),
      () => resetAgentAccess(actor, stepAbout(other)),
    ]) {
      await expectRefusal(work, code);
    }
  }
});

test("a form of another step, or of another lead, is not taken for this one", async () => {
  const [lead, other, third] = [await agent("lead"), await agent("lead"), await agent("agent")];
  const step = stepAbout(third);
  await resetAgentAccess(lead, step);
  await expectRefusal(() => inactivateAgent(lead, step), "request_reused");
  await expectRefusal(() => resetAgentAccess(other, step), "request_reused");
  await expectRefusal(() => inactivateAgent(lead, stepAbout(nobody())), "not_found");
});

describe.each(isolations)("at %s", (isolation) => {
  afterEach(() => useIsolation("read committed"));

  test.each([
    [
      "make each other inactive",
      (one: Agent, other: Agent) => inactivateAgent(one, stepAbout(other)),
    ],
    [
      "take each other's role",
      async (one: Agent, other: Agent) => editAgent(one, await editOf(other, { role: "agent" })),
    ],
  ])("of two last leads who %s, one stays", async (_what, against) => {
    useIsolation(isolation);
    const [one, other] = [await agent("lead"), await agent("lead")];
    await sql`
      update support_agents set role = 'agent'
      where role = 'lead' and id not in (${one.agentId}, ${other.agentId})`;
    const outcomes = await Promise.allSettled([against(one, other), against(other, one)]);
    const [lost] = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(["not_signed_in", "not_your_role", "last_lead", "conflict"]).toContain(
      lost?.reason.code,
    );
    const leads = await sql`
      select from support_agents where role = 'lead' and status = 'active'`;
    expect(leads).toHaveLength(1);
  });
});

const newcomer = () => {
  const requestId = randomUUID();
  const email = `ana.${requestId.slice(0, 8)}@support.example`;
  return { requestId, email, firstName: "Ana", lastName: "Ruiz", role: "technical" } as const;
};

const stepAbout = ({ agentId }: { agentId: string }) => ({ requestId: randomUUID(), agentId });
const nobody = () => ({ agentId: randomUUID() });

async function editOf({ agentId }: Agent, change: Partial<EditAgent> = {}): Promise<EditAgent> {
  const member = await read({ kind: "console" }, (tx) => getAgent(tx, agentId));
  const { firstName, lastName, role } = member;
  const seen = seenAs(member);
  return { requestId: randomUUID(), agentId, seen, firstName, lastName, role, ...change };
}

async function memberBy(actor: Agent, email: string) {
  return (await listTeam(actor)).find((member) => member.email === email);
}
