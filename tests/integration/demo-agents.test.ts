import { beforeAll, expect, test, vi } from "vitest";
import { password, seed } from "#db/seed/seed";
import { sessionSecret } from "#lib/commands/environment";
import { seedAgents } from "#lib/commands/seed-agents";
import { demoAgents } from "#lib/support/demo-agents";
import { enterAgentCode } from "#lib/support/enter-agent-code";
import { findCurrentCode } from "#lib/support/find-current-code";
import { signInAgent } from "#lib/support/sign-in-agent";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { testDatabase } from "#tests/support/database";
import { doorVisitor as visitor } from "#tests/support/door-cast";
import { runScript } from "#tests/support/run-script";

// Most of these start a process of their own.
vi.setConfig({ testTimeout: 120_000 });

const { ownerUrl } = testDatabase();
const email = "technical@support.example";

beforeAll(async () => {
  // As the server and its commands settle it.
  process.env.NEXTAUTH_SECRET = sessionSecret(process.env.HANDOVER_SECRET ?? "");
  expect(await seedAgents(ownerUrl)).toEqual([]);
  await seed(ownerUrl);
  await Promise.all([seedAgents(ownerUrl), seedAgents(ownerUrl)]);
});

test("the three come once, beside the demo's accounts, and whoever is inactive is not told of", async () => {
  const before = await fingerprint();
  expect(await seedAgents(ownerUrl)).toEqual(demoAgents);
  expect(await fingerprint()).toEqual(before);
  const team = await sql`select name, email, role, status from support_agents order by email`;
  expect(team).toEqual([
    { name: "Nora Nilsen", email: "agent@support.example", role: "agent", status: "active" },
    { name: "Lena Lang", email: "lead@support.example", role: "lead", status: "active" },
    { name: "Tomás Ibarra", email, role: "technical", status: "active" },
  ]);
  await sql`update support_agents set status = 'inactive' where email = 'agent@support.example'`;
  expect((await seedAgents(ownerUrl)).map((agent) => agent.email)).toEqual([
    email,
    "lead@support.example",
  ]);
});

test("a printed code signs in, and the next one printed was not used yet", async () => {
  for (let times = 0; times < 2; times++) {
    const { needs, ticket } = await signInAgent({ email, password }, visitor());
    expect(needs).toBe("code");
    const { said, complained } = await runScript("support-code", [email]);
    expect([complained, said]).toEqual(["", expect.stringMatching(/^\d{6}\n$/)]);
    await enterAgentCode(ticket, said.trim(), visitor());
  }
});

test("where all codes that count now were used, the next one is told with how long it takes", async () => {
  const now = Date.now();
  const period = Math.floor(now / 30_000);
  const setLast = (last: number) =>
    sql`update support_agents set second_step_last_period = ${last} where email = ${email}`;
  await setLast(period - 1);
  expect(await findCurrentCode(email, now)).toMatchObject({ waitMilliseconds: 0 });
  await setLast(period + 1);
  expect(await findCurrentCode(email, now)).toMatchObject({ waitMilliseconds: 0 });
  await setLast(period + 2);
  const later = await findCurrentCode(email, now);
  expect(later?.waitMilliseconds).toBe((period + 1) * 30_000 - now);
});

test.each([
  ["nobody", [], {}, "Codes are printed for the demo's agents alone: agent@support.example"],
  ["an agent of a real team", ["lena@support.example"], {}, "Codes are printed for the demo's"],
  [
    "a real server",
    [email],
    { NODE_ENV: "production" },
    "On a real server nobody's code is printed",
  ],
  ["an inactive agent", ["agent@support.example"], {}, "agent@support.example has no second step"],
])("no code is printed for %s", async (_whom, options, env, sentence) => {
  await sql`update support_agents set status = 'inactive' where email = 'agent@support.example'`;
  const { code, said, complained } = await runScript("support-code", options, env);
  expect([code, said, complained.startsWith(sentence)]).toEqual([1, "", true]);
});
