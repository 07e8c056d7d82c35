import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { AgentRole } from "#lib/actor";
import { linkToken, tokenHash } from "#lib/links";
import type { Screen } from "#tests/support/contact-screens";
import { password } from "#tests/support/e2e-account";
import { type ConsoleAgent, insertAgent } from "#tests/support/e2e-agents";
import { asOwner, goTo } from "#tests/support/support-screens";

const team = "/support/agents";

/** The console's door, and the team behind it. */
export const doorScreens: Screen[] = [
  { name: "support-team", open: openTeam },
  { name: "support-team-add", open: (page) => goTo(page, `${team}/new`, "lead") },
  { name: "support-team-added", open: openAdded },
  { name: "support-team-taken", open: openTaken },
  { name: "support-team-member", open: (page) => openMember(page, "technical") },
  { name: "support-team-inactive", open: openInactive },
  { name: "support-team-reset", open: openReset },
  { name: "support-team-self", open: openSelf },
  { name: "support-team-not-yours", open: (page) => goTo(page, team, "agent") },
  { name: "support-door", open: openDoor },
  { name: "support-door-ended", open: (page) => openDoor(page, "?ended=inactivated") },
  { name: "support-door-wrong", open: openWrong },
  { name: "support-door-code", open: openCode },
  { name: "support-door-code-wrong", open: openWrongCode },
  { name: "support-door-set-up", open: openSetUp },
  { name: "support-door-password", open: openPassword },
  { name: "support-door-link-dead", open: (page) => page.goto("/support/choose-password/x") },
];

async function openTeam(page: Page): Promise<void> {
  const gone = await insert("agent");
  await asOwner((sql) => sql`update support_agents set status = 'inactive' where id = ${gone.id}`);
  await asOwner(
    (sql) => sql`
      insert into support_agents (first_name, last_name, email, role)
      values ('Ana', 'Ruiz', 'ana.ruiz@support.example', 'technical') on conflict do nothing`,
  );
  await goTo(page, team, "lead");
}

async function add(page: Page, email: string): Promise<void> {
  await goTo(page, `${team}/new`, "lead");
  await page.getByLabel("First name").fill("Ana");
  await page.getByLabel("Last name").fill("Ruiz");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Add agent" }).click();
  await page.getByRole("main").locator("[role=status], [role=alert]").first().waitFor();
}

async function openAdded(page: Page): Promise<void> {
  await add(page, `ana.${randomUUID().slice(0, 8)}@support.example`);
}

async function openTaken(page: Page): Promise<void> {
  await add(page, (await insert("agent")).email);
}

async function openMember(page: Page, role: AgentRole): Promise<void> {
  await goTo(page, `${team}/${(await insert(role)).id}`, "lead");
}

async function openInactive(page: Page): Promise<void> {
  await openMember(page, "agent");
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await page.getByRole("button", { name: "Make Active" }).waitFor();
}

async function openReset(page: Page): Promise<void> {
  await openMember(page, "agent");
  await page.getByRole("button", { name: "Reset access" }).click();
  await page.getByLabel("Link to choose a password").waitFor();
}

async function openSelf(page: Page): Promise<void> {
  await goTo(page, team, "lead");
  const own = page.getByRole("row").filter({ hasText: "(you)" }).getByRole("link");
  await page.goto((await own.getAttribute("href")) ?? "");
}

async function openDoor(page: Page, more = ""): Promise<void> {
  await page.context().clearCookies({ name: "handover.support-session" });
  await page.goto(`/support/sign-in${more}`);
}

async function knock(page: Page, email: string, typed = password): Promise<void> {
  await openDoor(page);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(typed);
  await page.getByRole("button", { name: "Go on to the code" }).click();
}

async function openWrong(page: Page): Promise<void> {
  await knock(page, "nobody@support.example");
  await page.getByRole("main").getByRole("alert").waitFor();
}

async function openCode(page: Page): Promise<void> {
  await knock(page, (await insert("agent")).email);
  await page.waitForURL("**/support/sign-in/code");
}

async function openWrongCode(page: Page): Promise<void> {
  await openCode(page);
  await page.getByRole("textbox", { name: "Code" }).fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
}

async function openSetUp(page: Page): Promise<void> {
  const { id, email } = await insert("agent");
  await asOwner((sql) => sql`update support_agents set second_step_secret = null where id = ${id}`);
  await knock(page, email);
  await page.waitForURL("**/support/sign-in/set-up");
}

async function openPassword(page: Page): Promise<void> {
  const [{ id }, linkId] = [await insert("agent"), randomUUID()];
  const token = linkToken("support password link", linkId);
  await asOwner(
    (sql) => sql`
      insert into support_links (id, agent_id, token_hash, expires_at)
      values (${linkId}, ${id}, ${tokenHash(token)}, now() + interval '7 days')`,
  );
  await page.goto(`/support/choose-password/${token}`);
}

function insert(role: AgentRole): Promise<ConsoleAgent> {
  return asOwner((sql) => insertAgent(sql, role));
}
