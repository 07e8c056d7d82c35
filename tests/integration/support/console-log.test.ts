import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Agent } from "#lib/actor";
import { consoleLogFilterSchema, getConsoleLogPage } from "#lib/support/console-log-page";
import { consoleSentence } from "#lib/support/console-sentence";
import { findAccounts } from "#lib/support/find-accounts";
import { lookIntoAccount } from "#lib/support/look-into-account";
import { signOutAgent } from "#lib/support/sign-out-agent";
import { expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { agent } from "#tests/support/support-cast";

let cast: Cast;
let rita: Agent;
let lena: Agent;

beforeEach(async () => {
  cast = await buildCast();
  rita = await agent("agent", "Rita Ray");
  lena = await agent("lead", "Lena Lind");
});

async function told(filter: Record<string, string>, who = rita): Promise<string[]> {
  const { page } = await getConsoleLogPage(who, consoleLogFilterSchema.parse(filter));
  return page.rows.map(consoleSentence);
}

test.each(["agent", "technical", "lead"] as const)(
  "whoever is %s reads what everybody did, the newest first",
  async (role) => {
    const reader = await agent(role);
    await findAccounts(rita, { way: "id", words: cast.accountId });
    await lookIntoAccount(lena, { account: cast.accountId, reason: "An Owner has left" });
    await signOutAgent(rita);
    expect((await told({}, reader)).slice(0, 3)).toEqual([
      "Rita Ray signed out.",
      "Lena Lind looked into Brightwater. Reason: An Owner has left",
      `Rita Ray searched for an account by id, “${cast.accountId}”: 1 found.`,
    ]);
  },
);

test("it is narrowed to an agent, to an account, and to both", async () => {
  const { accountId, outsider } = cast;
  await lookIntoAccount(rita, { account: accountId, reason: "One" });
  await lookIntoAccount(rita, { account: outsider.accountId, reason: "Two" });
  await lookIntoAccount(lena, { account: accountId, reason: "Three" });
  const reasons = async (filter: Record<string, string>) =>
    (await told(filter)).map((text) => text.replace(/.*Reason: /, ""));
  expect(await reasons({ agent: rita.agentId })).toEqual(["Two", "One"]);
  expect(await reasons({ account: accountId })).toEqual(["Three", "One"]);
  expect(await reasons({ agent: rita.agentId, account: accountId })).toEqual(["One"]);
  expect(await reasons({ agent: randomUUID() })).toEqual([]);
});

test("it goes on page by page, and every agent can be chosen, the inactive ones too", async () => {
  await owner`
    insert into support_events (kind, agent_id, agent_name)
    select 'agent.signed_out', ${rita.agentId}, 'Rita Ray' from generate_series(1, 70)`;
  await owner`update support_agents set status = 'inactive' where id = ${rita.agentId}`;
  const asked = { agent: rita.agentId };
  const first = await getConsoleLogPage(lena, consoleLogFilterSchema.parse(asked));
  const cursor = first.page.next ?? "";
  const second = await getConsoleLogPage(lena, consoleLogFilterSchema.parse({ ...asked, cursor }));
  expect([first.page.rows.length, second.page.rows.length]).toEqual([50, 20]);
  expect(second.page.next).toBeNull();
  const ids = [...first.page.rows, ...second.page.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(70);
  expect(first.agents).toContainEqual({ id: rita.agentId, name: "Rita Ray", status: "inactive" });
});

test("nobody changes a line of it or takes one away, and the application's role cannot read it", async () => {
  await lookIntoAccount(rita, { account: cast.accountId, reason: "Called" });
  await expectRefused(
    "agent",
    "",
    /permission denied/,
    (tx) => tx`update support_events set kind = 'x'`,
  );
  await expectRefused("agent", "", /permission denied/, (tx) => tx`delete from support_events`);
  await expectRefused(
    "app",
    cast.accountId,
    /permission denied/,
    (tx) => tx`select from support_events`,
  );
  await expectRefused(
    "owner",
    "",
    "support_events_are_append_only",
    (tx) => tx`delete from support_events`,
  );
});
