import { randomBytes } from "node:crypto";
import { insertAgent } from "#tests/support/e2e-agents";
import { alertOf, expect, type Page, signInAgent, statusOf, test } from "#tests/support/e2e-test";
import { runScript } from "#tests/support/run-script";
import { appCodes } from "#tests/support/second-step";

const password = "a password of support";

test("a lead comes in by the command, adds an agent, and makes them inactive while they work", async ({
  visit,
}) => {
  test.slow();
  const slug = randomBytes(4).toString("hex");
  const leadEmail = `first.${slug}@support.example`;
  const lead = await visit();
  const added = await addByCommand(leadEmail);
  expect(added.said).toContain(`Lena L${slug} belongs to support now, with the role Lead.`);
  await choosePassword(lead, /http\S+/.exec(added.said)?.[0] ?? "", `Lena L${slug}`);
  await lead.goto("/support/agents");
  await setUp(lead, leadEmail);
  await expect(lead).toHaveURL(/\/support\/agents$/);
  const ownRow = lead.getByRole("row", { name: new RegExp(leadEmail) });
  await expect(ownRow).toContainText("(you)");
  await expect(ownRow).toContainText("Yes");

  await lead.getByRole("link", { name: "Add agent" }).click();
  await lead.getByLabel("First name").fill("Rita");
  await lead.getByLabel("Last name").fill(`R${slug}`);
  await lead.getByLabel("E-mail").fill(leadEmail);
  await lead.getByRole("button", { name: "Add agent" }).click();
  await expect(alertOf(lead)).toContainText(`uses ${leadEmail} already`);
  const email = `second.${slug}@support.example`;
  await lead.getByLabel("E-mail").fill(email);
  await lead.getByRole("button", { name: "Add agent" }).click();
  await expect(statusOf(lead).first()).toContainText(`Rita R${slug} belongs to support now.`);
  const link = await linkOn(lead);

  const agent = await visit({ expected: /403/ });
  await choosePassword(agent, link, `Rita R${slug}`);
  // What is for another role says so; a used link says so, too.
  await agent.goto("/support/agents");
  const nextCode = await setUp(agent, email);
  await expect(agent.getByRole("heading", { level: 1 })).toHaveText(
    "This page is for another role",
  );
  await agent.goto(link);
  await expect(alertOf(agent)).toContainText("Ask a lead of support for a new one.");

  await lead.getByRole("link", { name: "Back to the team" }).click();
  await lead.getByRole("link", { name: `Rita R${slug}` }).click();
  await lead.getByRole("radio", { name: "Technical" }).check();
  await lead.getByRole("button", { name: "Save changes" }).click();
  await expect(statusOf(lead)).toContainText("The changes are saved.");
  await lead.getByRole("button", { name: "Make Inactive" }).click();
  await expect(statusOf(lead)).toContainText(`Rita R${slug} is inactive since`);
  await expect(statusOf(lead)).toContainText(`by Lena L${slug}`);
  await agent.goto("/support/agents");
  await expect(agent).toHaveURL(/\/support\/sign-in\?ended=inactivated/);
  await expect(alertOf(agent)).toContainText("a lead of support made you inactive");
  await signIn(agent, email);
  await expect(alertOf(agent).last()).toContainText("E-mail and password do not match");

  await lead.getByRole("button", { name: "Make Active" }).click();
  await expect(statusOf(lead).first()).toContainText(`Rita R${slug} is active again.`);
  const first = await linkOn(lead);
  await lead.reload();
  await lead.goto(lead.url());
  await lead.getByRole("button", { name: "Reset access" }).click();
  await expect(statusOf(lead).first()).toContainText(`The access of Rita R${slug} begins anew.`);
  const second = await linkOn(lead);
  await agent.goto(first);
  await expect(alertOf(agent)).toContainText("This link does not work any more");
  // Neither the old password nor the old app gets in again.
  await choosePassword(agent, second, `Rita R${slug}`);
  await signIn(agent, email);
  await expect(agent).toHaveURL(/\/support\/sign-in\/set-up$/);
  await agent.getByRole("textbox", { name: "Code" }).fill(nextCode());
  await agent.getByRole("button", { name: "Turn on and sign in" }).click();
  await expect(alertOf(agent)).toContainText("This code does not fit.");
});

test("an agent's own page has nothing to change, and nobody's page is not found", {
  tag: "@with-javascript",
}, async ({ sql, visit }) => {
  const lead = await insertAgent(sql, "lead");
  const page = await visit({ expected: /404/ });
  await signInAgent(page, lead, `/support/agents/${lead.id}`);
  await expect(statusOf(page)).toContainText("You cannot change your own role or access.");
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  for (const id of ["x", "00000000-0000-4000-8000-000000000000"]) {
    expect((await page.goto(`/support/agents/${id}`))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  }
});

function addByCommand(email: string) {
  const last = `L${/\.(\w+)@/.exec(email)?.[1]}`;
  const person = ["--first", "Lena", "--last", last, "--email", email, "--role", "lead"];
  return runScript("support-add", person, {
    DATABASE_URL: process.env.E2E_OWNER_URL,
    HANDOVER_SECRET: process.env.E2E_SECRET,
    HANDOVER_URL: process.env.E2E_URL,
  });
}

async function choosePassword(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText(`For ${name}`);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Repeat the password").fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(statusOf(page)).toContainText("Your password is set.");
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Go on to the code" }).click();
}

/** From the sign-in page on, with a new app; answers what the app shows next. */
async function setUp(page: Page, email: string): Promise<() => string> {
  await signIn(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up two-step sign-in");
  const key = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  const nextCode = appCodes(key);
  await page.getByRole("textbox", { name: "Code" }).fill(nextCode());
  await page.getByRole("button", { name: "Turn on and sign in" }).click();
  await expect(page).toHaveURL(/\/support\/(?!sign-in)/);
  return nextCode;
}

function linkOn(page: Page): Promise<string> {
  return page.getByLabel("Link to choose a password").inputValue();
}
