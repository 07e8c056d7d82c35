import { randomUUID } from "node:crypto";
import { alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const reason = "The card holder called about an Owner who has left";

test("support finds an account, states its reason and sees it read only, and the account's admins read that", async ({
  account,
  enter,
  enterConsole,
}) => {
  const page = await enterConsole("agent");
  await page.goto("/support/accounts");
  await find(page, "E-mail of a user", account.former.email);
  await expect(statusOf(page)).toContainText("1 account found");
  expect(page.url()).not.toContain(account.former.email.split("@")[1]);
  await page.getByRole("link", { name: account.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("State your reason");
  await expect(page.getByRole("main")).toContainText(account.name);
  await expect(page.getByRole("main")).not.toContainText(account.owner.name);
  await page.goBack();
  await expect(statusOf(page)).toContainText("1 account found");
  await page.getByRole("link", { name: account.name }).click();

  await page.getByLabel("Your reason").fill(reason);
  await page.getByRole("button", { name: "Look into the account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(account.name);
  await expect(page.getByRole("main")).toContainText(`Reason: ${reason}`);
  await expect(page.getByRole("main")).toContainText("Paul Payer, who is none of the users");
  const users = page.getByRole("table", { name: "Users" });
  await expect(users.getByRole("row")).toHaveCount(9);
  await expect(users.getByRole("row", { name: account.owner.name })).toContainText("Account Owner");
  await expect(page.getByRole("button", { name: /Make|Edit|Add/ })).toHaveCount(0);

  await page.getByRole("searchbox", { name: "Search users" }).fill("Fuller");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(users.getByRole("row")).toHaveCount(2);
  await expect(users).toContainText(`by ${account.admin.name}`);

  await page.getByRole("link", { name: "Account log" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: reason })).toContainText(
    "Rita Reed of support looked into the account.",
  );
  await page.getByRole("link", { name: "Log", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: account.name }).first()).toContainText(
    `Rita Reed looked into ${account.name}. Reason: ${reason}`,
  );

  const admin = await enter(account.admin);
  await admin.goto("/admin/audit?kind=support");
  await expect(admin.getByRole("list", { name: /^Events of/ })).toContainText(
    `Rita Reed of support looked into the account. Reason: ${reason}`,
  );
});

test("a look is its agent's alone, and without one no address shows anything of an account", async ({
  account,
  enterConsole,
}) => {
  const home = `/support/accounts/${account.id}`;
  const lead = await enterConsole("lead", { expected: /404/ });
  await look(lead, home, "no");
  await expect(alertOf(lead)).toContainText("Say in a few words why you look");
  await look(lead, home);
  await expect(lead.getByRole("link", { name: "Nobody left?" })).toBeVisible();
  const other = await enterConsole("technical", { expected: /404/ });
  for (const path of [home, `${home}?q=a`, `${home}/log`, `${home}/log?kind=support`]) {
    await other.goto(path);
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("State your reason");
    await expect(other.getByText(account.owner.name)).toHaveCount(0);
  }
  for (const id of ["1", "%20", "x'--"]) {
    for (const path of [`/support/accounts/${id}`, `/support/accounts/${id}/log`]) {
      expect([path, (await other.goto(path))?.status()]).toEqual([path, 404]);
    }
  }
  // Nobody's: that it is not there is told after the reason alone.
  await look(other, `/support/accounts/${randomUUID()}`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});

test("a full card number is refused and sent back nowhere", async ({ enterConsole, sql }) => {
  const page = await enterConsole("agent");
  await page.goto("/support/accounts");
  await page.getByRole("radio", { name: "Card holder" }).check();
  await page.getByLabel("Last four digits of the card").fill("4000 0566 5566 5556");
  await page.getByLabel("Search for").fill("Paul Payer 4000056655665556");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(alertOf(page)).toContainText("Never enter a full card number here");
  await expect(page.getByLabel("Search for")).toHaveValue("");
  await expect(page.getByLabel("Last four digits of the card")).toHaveValue("");
  expect(await page.content()).not.toMatch(/4000 ?0566/);
  expect(await sql`select from support_events where data::text ~ '4000 ?0566'`).toHaveLength(0);
  await page.getByLabel("Last four digits of the card").fill("9999");
  await page.getByLabel("Search for").fill("Paul Payer");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(statusOf(page)).toContainText("do not tell which of them was wrong");
});

async function find(page: Page, way: string, words: string): Promise<void> {
  await page.getByRole("radio", { name: way }).check();
  await page.getByLabel("Search for").fill(words);
  await page.getByRole("button", { name: "Find" }).click();
}

async function look(page: Page, path: string, why = reason): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Your reason").fill(why);
  await page.getByRole("button", { name: "Look into the account" }).click();
}
