import { alertOf, expect, type Page, type Person, test } from "#tests/support/e2e-test";

const part = (page: Page, name: string) => page.getByRole("region", { name });
const button = (page: Page) => page.getByRole("button", { name: "Make Inactive", exact: true });

async function choose(page: Page, ...people: Person[]): Promise<void> {
  await page.goto("/admin/users");
  for (const { name } of people)
    await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  await page.getByRole("button", { name: "Make Inactive…" }).click();
}

test("three are ticked, one of them is made inactive by somebody else meanwhile: two succeed, and each is told apart", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver, carl, dora, emile } = account;
  const page = await enter(account.admin);
  await choose(page, leaver, carl, dora);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make 3 users inactive");
  const table = page.getByRole("table", { name: "Who becomes inactive" });
  await expect(table.getByRole("rowheader")).toHaveText([carl.name, dora.name, leaver.name]);
  await expect(part(page, "Contacts")).toContainText("10 contacts");
  await expect(part(page, "User spot")).toContainText(
    "3 user spots open at once: 4 of 9 user spots used afterwards",
  );
  const receivers = await page.getByLabel("Who receives them").locator("option").allInnerTexts();
  expect(receivers.join()).not.toContain(carl.name);

  const other = await enter(account.otherAdmin);
  await other.goto(`/admin/users/${carl.id}/inactivate`);
  await button(other).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(`${carl.name} is inactive`);

  await page.getByLabel("Who receives them").selectOption(emile.id);
  await page.getByLabel("Reason").fill("The branch closes");
  await button(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 of 3 users made inactive");
  await expect(alertOf(page)).toContainText("1 user was refused");
  await expect(part(page, "Refused").getByRole("listitem")).toContainText(
    new RegExp(`${carl.name} is inactive already since .+, by ${account.otherAdmin.name}.`),
  );
  const done = part(page, "What happened");
  await expect(done.getByRole("listitem")).toHaveCount(2);
  await expect(done).toContainText(`10 contacts given to ${emile.name}`);
  await expect(part(page, "Next steps")).toContainText("5 user spots are open now");
  const events = await sql`
    select 1 from audit_events where account_id = ${account.id} and kind = 'user.inactivated'`;
  expect(events).toHaveLength(3);

  await done.getByRole("link", { name: leaver.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${leaver.name} is inactive`);
  await expect(part(page, "What happened")).toContainText("The branch closes");
});

test("the contacts go to each one's own default successor, and who has none keeps them", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver, carl, dora } = account;
  await sql`update users set default_successor_id = ${dora.id} where id = ${leaver.id}`;
  const page = await enter(account.admin);
  await choose(page, leaver, carl);
  await page.getByRole("radio", { name: "Each to their own default successor" }).check();
  await button(page).click();
  await expect(part(page, "What happened")).toContainText(`10 contacts given to ${dora.name}`);
  await expect(part(page, "What happened")).toContainText("no contacts to hand over");
});

test("whoever is missing to receive the contacts is asked for, and nothing has changed", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await choose(page, account.leaver, account.carl);
  await button(page).click();
  await expect(alertOf(page)).toContainText(
    "Choose who receives the contacts. Nothing was changed.",
  );
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(2);
});

test("nobody ticked leads to a page that says so", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await choose(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody is chosen");
  await page.getByRole("link", { name: "Back to Manage Users" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Manage Users");
});

test("an address with an Owner, oneself and a stranger in it sets them apart", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  const { owner, admin, former, carl } = account;
  const ids = [owner.id, admin.id, former.id, carl.id, "00000000-0000-4000-8000-000000000000", "x"];
  await page.goto(`/admin/users/inactivate?${ids.map((id) => `user=${id}`).join("&")}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make 1 user inactive");
  await expect(alertOf(page)).toContainText("4 users you chose cannot be made inactive");
  await expect(alertOf(page)).toContainText(`${owner.name} is an Account Owner`);
  await expect(alertOf(page)).toContainText("1 entry not of this account.");
});

test("all on the page are ticked at once, and counted", { tag: "@with-javascript" }, async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  await page.getByRole("checkbox", { name: "Choose all 5 on this page" }).check();
  await expect(page.getByText("5 chosen")).toBeVisible();
  await page.getByRole("checkbox", { name: `Choose ${account.carl.name}` }).uncheck();
  await expect(page.getByText("4 chosen")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Choose all 5" })).not.toBeChecked();
  await page.getByRole("button", { name: "Make Inactive…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make 4 users inactive");
});
