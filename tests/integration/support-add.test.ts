import { expect, test, vi } from "vitest";
import { chooseAgentPassword } from "#lib/support/choose-agent-password";
import { signInAgent } from "#lib/support/sign-in-agent";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { consoleLogOf, doorPassword, doorVisitor } from "#tests/support/door-cast";
import { runScript as run } from "#tests/support/run-script";

// Most of these start a process of their own.
vi.setConfig({ testTimeout: 120_000 });

const lena = ["--first", "Lena", "--last", "Lang", "--email", "lena@support.example"];

test("the first is a lead, chooses a password by the printed link, and comes back in by --reset", async () => {
  const early = await fingerprint();
  const refused = await run("support-add", lena);
  expect(refused.complained).toBe(
    "Support has no lead yet, and only a lead adds others: add one first, with --role lead. Nothing was changed.\n",
  );
  expect(await fingerprint()).toEqual(early);

  const { code, said } = await run("support-add", [...lena, "--role", "lead"]);
  expect(code).toBe(0);
  expect(said).toMatch(
    /^Lena Lang belongs to support now, with the role Lead\.\nLena Lang chooses/,
  );
  await choose(tokenIn(said));
  const [lead] = await sql<{ id: string; role: string }[]>`
    select id, role from support_agents where email = 'lena@support.example'`;
  expect([lead?.role, await consoleLogOf(lead?.id ?? "")]).toEqual([
    "lead",
    ["agent.added", "agent.password_chosen"],
  ]);
  const [event] =
    await sql`select agent_id, agent_name from support_events where kind = 'agent.added'`;
  expect(event).toEqual({ agent_id: null, agent_name: "A command" });

  const before = await fingerprint();
  const again = await run("support-add", [
    ...lena.with(-1, "LENA@support.example"),
    "--role",
    "lead",
  ]);
  expect(again.code).toBe(1);
  expect(again.complained).toContain("uses LENA@support.example already. Nothing was changed.");
  expect(again.complained).toContain("npm run support:add -- --email LENA@support.example --reset");
  expect(await fingerprint()).toEqual(before);

  const reset = await run("support-add", ["--email", "LENA@support.example", "--reset"]);
  expect(reset.said).toMatch(/^The access of Lena Lang begins anew: every sign-in has ended\.\n/);
  const email = "lena@support.example";
  await expect(signInAgent({ email, password: doorPassword }, doorVisitor())).rejects.toMatchObject(
    {
      code: "credentials_wrong",
    },
  );
  await choose(tokenIn(reset.said));
  const { needs } = await signInAgent({ email, password: doorPassword }, doorVisitor());
  expect([needs, (await consoleLogOf(lead?.id ?? "")).slice(2)]).toEqual([
    "set-up",
    ["agent.access_reset", "agent.password_chosen"],
  ]);

  const more = ["--first", "Rita", "--last", "Reed", "--email", "rita@support.example"];
  expect((await run("support-add", more)).said).toContain("with the role Agent.");
  await sql`update support_agents set status = 'inactive' where email = 'rita@support.example'`;
  const gone = await run("support-add", ["--email", "rita@support.example", "--reset"]);
  expect(gone.complained).toBe(
    "Rita Reed is inactive: a lead makes them active. Nothing was changed.\n",
  );
});

test.each([
  [
    "nothing at all",
    [],
    "Add --first, --last, --email, as in: npm run support:add -- --first Lena",
  ],
  ["an unknown option", ["--frist", "Lena"], "Unknown option '--frist'. It is done as in: npm run"],
  [
    "a role that is none",
    [...lena, "--role", "owner"],
    "--role is to be agent, technical or lead.",
  ],
  ["no address", lena.with(-1, "lena"), "This does not look like an e-mail address. Nothing was"],
  ["a reset of nobody", ["--reset"], "Add --email, as in: npm run support:add"],
  [
    "a reset of a stranger",
    ["--reset", "--email", "x@y.example"],
    "Nobody of support has the address",
  ],
])("%s is answered with a sentence, and nothing is changed", async (_, options, sentence) => {
  const before = await fingerprint();
  const { code, complained } = await run("support-add", options);
  expect([code, complained.startsWith(sentence), complained]).toEqual([1, true, complained]);
  expect(await fingerprint()).toEqual(before);
});

async function choose(token: string): Promise<void> {
  await chooseAgentPassword({ token, password: doorPassword, again: doorPassword });
}

const tokenIn = (said: string) =>
  /http:\/\/127\.0\.0\.1:4321\/support\/choose-password\/(\S+)\n/.exec(said)?.[1] ?? "";
