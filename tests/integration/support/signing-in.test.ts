import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { RefusalCode } from "#lib/refusal";
import { newAppSecret } from "#lib/second-steps/app-code";
import { passwordProof } from "#lib/sessions/password";
import { SILENT_MILLISECONDS } from "#lib/sessions/refuse-slowly";
import { signIn } from "#lib/sessions/sign-in";
import { makeSignInCodeTicket, readSignInCodeTicket } from "#lib/sessions/sign-in-code-ticket";
import { makeTicket } from "#lib/sessions/ticket";
import {
  makeAgentCodeTicket,
  makeAgentSetUpTicket,
  readAgentSetUpTicket,
} from "#lib/support/agent-ticket";
import { enterAgentCode } from "#lib/support/enter-agent-code";
import { findAgentSetUp } from "#lib/support/find-agent-set-up";
import { setUpAgentSecondStep } from "#lib/support/set-up-agent-second-step";
import { signInAgent } from "#lib/support/sign-in-agent";
import { owner as sql } from "#tests/support/attempt";
import { buildCast } from "#tests/support/cast";
import {
  agentAtDoor,
  consoleLogOf,
  doorPassword as password,
  sessionsOfAgent,
  doorVisitor as visitor,
} from "#tests/support/door-cast";
import { isolations, useIsolation } from "#tests/support/race";
import { appCode, appCodes } from "#tests/support/second-step";

type AtDoor = Awaited<ReturnType<typeof agentAtDoor>>;

test("the right password opens nothing but the way to the code, and the code a session of eight hours", async () => {
  const agent = await agentAtDoor();
  const { needs, ticket } = await signInAgent(
    { email: agent.email.toUpperCase(), password },
    visitor(),
  );
  expect([needs, await sessionsOfAgent(agent.id)]).toEqual(["code", []]);
  const sessionId = await enterAgentCode(ticket, agent.nextCode(), visitor());
  const [session] = await sql`
    select s.agent_id, s.ended_at, s.device, a.last_sign_in_at is not null as stamped,
      extract(epoch from s.expires_at - s.created_at)::int as seconds
    from support_sessions s join support_agents a on a.id = s.agent_id where s.id = ${sessionId}`;
  expect(session).toEqual({
    ...{ agent_id: agent.id, ended_at: null, device: "Firefox on Linux" },
    ...{ stamped: true, seconds: 8 * 60 * 60 },
  });
  expect(await consoleLogOf(agent.id)).toEqual(["agent.signed_in"]);
});

test("unknown, wrong, inactive, a customer and who has no password yet get one answer, as late", async () => {
  const agent = await agentAtDoor();
  const inactive = await agentAtDoor();
  await sql`update support_agents set status = 'inactive' where id = ${inactive.id}`;
  const invited = await agentAtDoor({ hasPassword: false, hasSecondStep: false });
  const { admin } = await buildCast();
  await sql`update users set password_hash = ${agent.passwordHash} where id = ${admin.id}`;
  for (const [email, typed] of [
    [agent.email, "wrong"],
    [`${randomUUID()}@support.example`, password],
    [inactive.email, password],
    [invited.email, password],
    [admin.email, password],
  ] as const) {
    const start = performance.now();
    await refuses(() => signInAgent({ email, password: typed }, visitor()), "credentials_wrong");
    expect(performance.now() - start).toBeGreaterThanOrEqual(SILENT_MILLISECONDS - 10);
  }
  // And the reverse: an agent is nobody where customers sign in.
  await refuses(() => signIn({ email: agent.email, password }, visitor()), "credentials_wrong");
  expect(await sessionsOfAgent(agent.id)).toEqual([]);
});

test("who has no second step sets one up with its first code, which signs in", async () => {
  const agent = await agentAtDoor({ hasSecondStep: false });
  const { needs, ticket } = await signInAgent({ email: agent.email, password }, visitor());
  expect(needs).toBe("set-up");
  const appSecret = (await readAgentSetUpTicket(ticket))?.appSecret ?? "";
  const shown = await findAgentSetUp(ticket);
  expect(shown).toMatchObject({ appSecret });
  expect(decodeURIComponent(shown?.address ?? "")).toContain("Handover (support console)");
  const wrong = appCode(newAppSecret());
  await refuses(() => setUpAgentSecondStep(ticket, wrong, visitor()), "code_wrong");
  expect([await sessionsOfAgent(agent.id), await consoleLogOf(agent.id)]).toEqual([[], []]);

  const nextCode = appCodes(appSecret);
  const first = nextCode();
  await setUpAgentSecondStep(ticket, first, visitor());
  expect(await consoleLogOf(agent.id)).toEqual(["agent.second_step_on", "agent.signed_in"]);
  const [kept] = await sql`select second_step_secret from support_agents where id = ${agent.id}`;
  expect(kept?.second_step_secret).not.toContain(appSecret);
  // From now on it is asked for, the first code is used up, and the ticket sets up nothing more.
  expect(await findAgentSetUp(ticket)).toBeNull();
  await refuses(() => setUpAgentSecondStep(ticket, nextCode(), visitor()), "agent_sign_in_over");
  const again = await signInAgent({ email: agent.email, password }, visitor());
  expect(again.needs).toBe("code");
  await refuses(() => enterAgentCode(again.ticket, first, visitor()), "code_used");
  await enterAgentCode(again.ticket, nextCode(), visitor());
  expect(await sessionsOfAgent(agent.id)).toHaveLength(2);
});

test("a code counts once, and so does every earlier one", async () => {
  const agent = await agentAtDoor();
  const ticket = await codeTicketOf(agent);
  const [earlier, later] = [agent.nextCode(), agent.nextCode()];
  await enterAgentCode(ticket, later, visitor());
  for (const used of [later, earlier]) {
    await refuses(() => enterAgentCode(ticket, used, visitor()), "code_used");
  }
  const late = appCode(agent.appSecret, 10);
  await refuses(() => enterAgentCode(ticket, late, visitor()), "code_wrong");
  expect(await sessionsOfAgent(agent.id)).toHaveLength(1);
});

describe.each(isolations)("at %s", (isolation) => {
  afterEach(() => useIsolation("read committed"));

  test("of several who enter one code at once, one is let in", async () => {
    useIsolation(isolation);
    const agent = await agentAtDoor();
    const ticket = await codeTicketOf(agent);
    const code = agent.nextCode();
    const enter = () => enterAgentCode(ticket, code, visitor());
    const outcomes = await Promise.allSettled([enter(), enter(), enter()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await sessionsOfAgent(agent.id)).toHaveLength(1);
  });

  test("of two who set up an app at once, one does, and the other's app counts for nothing", async () => {
    useIsolation(isolation);
    const agent = await agentAtDoor({ hasSecondStep: false });
    const secrets = [newAppSecret(), newAppSecret()];
    const outcomes = await Promise.allSettled(
      secrets.map(async (secret) => {
        const ticket = await makeAgentSetUpTicket(provenBy(agent), secret);
        return setUpAgentSecondStep(ticket, appCode(secret, -1), visitor());
      }),
    );
    const [lost] = outcomes.filter((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "agent_sign_in_over" });
    expect(await sessionsOfAgent(agent.id)).toHaveLength(1);
    const loser = secrets[outcomes.findIndex(({ status }) => status === "rejected")] ?? "";
    const ticket = await codeTicketOf(agent);
    await refuses(() => enterAgentCode(ticket, appCode(loser), visitor()), "code_wrong");
  });
});

test("a ticket that is forged, cut, of another kind or of a customer's sign-in is none", async () => {
  const agent = await agentAtDoor();
  const right = await codeTicketOf(agent);
  const code = agent.nextCode();
  const { admin } = await buildCast();
  const customers = { accountId: admin.accountId, userId: admin.id, proof: "x" };
  const wrong = [
    "",
    "x.y.z",
    right.slice(0, -3),
    await makeSignInCodeTicket(customers),
    await makeTicket("sign-in code", provenBy(agent), 300),
    await makeTicket("second step", { ...provenBy(agent), appSecret: agent.appSecret }, 300),
    await makeAgentSetUpTicket(provenBy(agent), agent.appSecret),
    await makeAgentCodeTicket({ ...provenBy(agent), proof: passwordProof("another") }),
    await makeAgentCodeTicket({ ...provenBy(agent), agentId: randomUUID() }),
    await makeTicket("support code", provenBy(agent), -3600),
  ];
  await Promise.all(
    wrong.map((ticket) =>
      refuses(() => enterAgentCode(ticket, code, visitor()), "agent_sign_in_over"),
    ),
  );
  await refuses(() => setUpAgentSecondStep(right, code, visitor()), "agent_sign_in_over");
  expect(await readSignInCodeTicket(right)).toBeNull();
  expect(await sessionsOfAgent(agent.id)).toEqual([]);
  await enterAgentCode(right, code, visitor());
});

test("a second step of somebody else, moved into the row, is opened by nobody's code", async () => {
  const [agent, other] = [await agentAtDoor(), await agentAtDoor()];
  await sql`
    update support_agents set second_step_secret =
      (select second_step_secret from support_agents where id = ${other.id}) where id = ${agent.id}`;
  const ticket = await codeTicketOf(agent);
  await expect(enterAgentCode(ticket, other.nextCode(), visitor())).rejects.toThrow();
  expect(await sessionsOfAgent(agent.id)).toEqual([]);
});

test("whose access changes between password and code is not let in", async () => {
  for (const change of [
    (id: string) => sql`update support_agents set status = 'inactive' where id = ${id}`,
    (id: string) => sql`update support_agents set password_hash = 'another' where id = ${id}`,
    (id: string) => sql`update support_agents set second_step_secret = null where id = ${id}`,
  ]) {
    const agent = await agentAtDoor();
    const ticket = await codeTicketOf(agent);
    await change(agent.id);
    await refuses(() => enterAgentCode(ticket, agent.nextCode(), visitor()), "agent_sign_in_over");
    expect(await sessionsOfAgent(agent.id)).toEqual([]);
  }
});

test("ten wrong passwords, or codes, make even the right one wait; customers' attempts count apart", async () => {
  const agent = await agentAtDoor();
  const { email } = agent;
  await Promise.allSettled(
    Array.from({ length: 10 }, () => signIn({ email, password: "wrong" }, visitor())),
  );
  const ticket = (await signInAgent({ email, password }, visitor())).ticket;
  await Promise.allSettled(
    Array.from({ length: 10 }, () => signInAgent({ email, password: "wrong" }, visitor())),
  );
  await refuses(() => signInAgent({ email, password }, visitor()), "too_many_attempts");
  await Promise.allSettled(
    Array.from({ length: 10 }, () => enterAgentCode(ticket, "000000", visitor())),
  );
  const right = agent.nextCode();
  await refuses(() => enterAgentCode(ticket, right, visitor()), "too_many_attempts");
});

async function codeTicketOf(agent: AtDoor): Promise<string> {
  return makeAgentCodeTicket(provenBy(agent));
}

function provenBy({ id, passwordHash }: AtDoor) {
  return { agentId: id, proof: passwordProof(passwordHash) };
}

async function refuses(work: () => Promise<unknown>, code: RefusalCode): Promise<void> {
  await expect(work()).rejects.toMatchObject({ code });
}
