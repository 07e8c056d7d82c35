import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { linkToken } from "#lib/links";
import type { RefusalCode } from "#lib/refusal";
import { addAgent } from "#lib/support/add-agent";
import { findAgentLink } from "#lib/support/agent-link";
import { chooseAgentPassword } from "#lib/support/choose-agent-password";
import { inactivateAgent } from "#lib/support/inactivate-agent";
import { resetAgentAccess } from "#lib/support/reset-agent-access";
import { signInAgent } from "#lib/support/sign-in-agent";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { consoleLogOf, doorPassword, doorVisitor, tokenOf } from "#tests/support/door-cast";
import { expectRefusal } from "#tests/support/refused";
import { agent } from "#tests/support/support-cast";

test("a link works once, and then the password leads on to setting up an app", async () => {
  const { id, email, token } = await invited();
  expect(await findAgentLink(token)).toMatchObject({ isOpen: true, name: "Ana Ruiz", email });
  await choose(token);
  expect(await consoleLogOf(id)).toEqual(["agent.added", "agent.password_chosen"]);
  expect(await findAgentLink(token)).toMatchObject({ isOpen: false });
  const signedIn = await signInAgent({ email, password: doorPassword }, doorVisitor());
  expect(signedIn.needs).toBe("set-up");
  // The same form sent again is done already; it chooses nothing else, nor later.
  const before = await fingerprint();
  await choose(token);
  expect(await fingerprint()).toEqual(before);
  await expectRefusal(() => choose(token, "quite another password"), "agent_link_dead");
  await sql`alter table support_links disable trigger support_links_stay_ended`;
  await sql`
    update support_links set used_at = used_at - interval '2 minutes' where agent_id = ${id}`;
  await sql`alter table support_links enable trigger support_links_stay_ended`;
  await expectRefusal(() => choose(token), "agent_link_dead");
});

test("of two who choose with one link at once, one does", async () => {
  const { id, token } = await invited();
  const passwords = ["one long password here", "another long password"];
  const outcomes = await Promise.allSettled(passwords.map((each) => choose(token, each)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await consoleLogOf(id)).toEqual(["agent.added", "agent.password_chosen"]);
});

test.each([
  ["aaaaaaaaaaaaaaaa", "password_is_pattern"],
  ["password12345", "password_is_common"],
  ["AnaRuizAnaRuiz1", "password_is_name"],
  ["handoversupport", "password_is_name"],
] as [string, RefusalCode][])("%s is refused as a user's would be", async (password, code) => {
  const { token } = await invited();
  await expectRefusal(() => choose(token, password), code);
});

test("a link that is old, ended by a newer one, forged or of an inactive agent works no more", async () => {
  const expired = await invited();
  await sql`alter table support_links disable trigger support_links_stay_ended`;
  await sql`
    update support_links set expires_at = now() - interval '1 second' where agent_id = ${expired.id}`;
  await sql`alter table support_links enable trigger support_links_stay_ended`;

  const renewed = await invited();
  const requestId = randomUUID();
  await resetAgentAccess(renewed.lead, { requestId, agentId: renewed.id });

  const left = await invited();
  await inactivateAgent(left.lead, { requestId: randomUUID(), agentId: left.id });

  const customers = linkToken("password link", renewed.formId);
  for (const token of [expired.token, renewed.token, left.token, customers, "", "x".repeat(100)]) {
    await expectRefusal(() => choose(token), "agent_link_dead");
  }
  expect(await findAgentLink(customers)).toBeNull();
  await choose(tokenOf(requestId));
});

test("who is made inactive at the very moment has chosen nothing that counts", async () => {
  const { id, lead, token } = await invited();
  await Promise.allSettled([
    choose(token),
    inactivateAgent(lead, { requestId: randomUUID(), agentId: id }),
  ]);
  const [row] = await sql`select status, password_hash from support_agents where id = ${id}`;
  expect(row).toEqual({ status: "inactive", password_hash: null });
});

/** Somebody whom a lead has just added. */
async function invited() {
  const lead = await agent("lead");
  const formId = randomUUID();
  const email = `ana.${formId.slice(0, 8)}@support.example`;
  const person = { firstName: "Ana", lastName: "Ruiz", role: "agent", email } as const;
  await addAgent(lead, { ...person, requestId: formId });
  const [row] = await sql<{ id: string }[]>`select id from support_agents where email = ${email}`;
  return { lead, id: row?.id ?? "", email, formId, token: tokenOf(formId) };
}

function choose(token: string, password = doorPassword): Promise<void> {
  return chooseAgentPassword({ token, password, again: password });
}
