import { alertOf, expect, type Page, signIn, statusOf, test } from "#tests/support/e2e-test";

type NewPerson = { first: string; last: string; email: string; role?: "User" | "Admin" };

async function add(page: Page, { first, last, email, role = "User" }: NewPerson): Promise<void> {
  await page.goto("/admin/users/new");
  await page.getByLabel("First name").fill(first);
  await page.getByLabel("Last name").fill(last);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("radio", { name: role, exact: true }).check();
  await page.getByRole("button", { name: "Add user" }).click();
}

const linkOn = (page: Page) => page.getByLabel("Link to choose a password").inputValue();

test("a new user takes a spot at once and chooses a password by a link that works once", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Add user" }).click();
  const email = `nora@${account.id}.example`;
  await add(page, { first: "Nora", last: "Novák", email, role: "Admin" });
  await expect(statusOf(page).first()).toContainText(`Nora Novák (${email}) was added.`);
  const link = await linkOn(page);
  await page.goto("/admin/users");
  await expect(page.getByRole("link", { name: "8 of 9 user spots used, 1 open" })).toBeVisible();

  const nora = await visit();
  await nora.goto(link);
  await expect(nora.getByRole("main")).toContainText(`For Nora Novák, ${email}`);
  await nora.getByLabel("Password", { exact: true }).fill("a password of Nora's");
  await nora.getByLabel("Repeat the password").fill("another password");
  await nora.getByRole("button", { name: "Set password" }).click();
  await expect(alertOf(nora)).toContainText("The two passwords differ.");
  await nora.getByLabel("Password", { exact: true }).fill("a password of Nora's");
  await nora.getByLabel("Repeat the password").fill("a password of Nora's");
  await nora.getByRole("button", { name: "Set password" }).click();
  await expect(statusOf(nora)).toContainText("Your password is set. Sign in with it.");
  await signIn(nora, { email, password: "a password of Nora's" });
  await expect(nora.getByRole("link", { name: "Admin" })).toBeVisible();

  const late = await visit();
  await late.goto(link);
  await expect(alertOf(late)).toContainText("This link does not work any more");
  await expect(late.getByLabel("Password", { exact: true })).toHaveCount(0);
});

test("a lost link is replaced by a new one, and the old one stops working", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.admin);
  await add(page, { first: "Nora", last: "Novák", email: `nora@${account.id}.example` });
  const lost = await linkOn(page);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Password link: Nora Novák" }).click();
  await page.getByRole("button", { name: "Make a new link" }).click();
  await expect(statusOf(page).first()).toContainText("A new link for Nora Novák.");
  const link = await linkOn(page);
  const nora = await visit();
  await nora.goto(lost);
  await expect(alertOf(nora)).toContainText("This link does not work any more");
  await nora.goto(link);
  await expect(nora.getByLabel("Password", { exact: true })).toBeVisible();
});

test("the link of somebody made inactive meanwhile is dead", async ({ account, enter, visit }) => {
  const page = await enter(account.admin);
  await add(page, { first: "Nora", last: "Novák", email: `nora@${account.id}.example` });
  const nora = await visit();
  await nora.goto(await linkOn(page));
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Make Inactive: Nora Novák" }).click();
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("main")).toContainText("1 password link ended");
  await nora.getByLabel("Password", { exact: true }).fill("a password of Nora's");
  await nora.getByLabel("Repeat the password").fill("a password of Nora's");
  await nora.getByRole("button", { name: "Set password" }).click();
  await expect(alertOf(nora)).toContainText("This link does not work any more");
});

test("with no open spot it says so before and after the click", async ({ account, enter, sql }) => {
  await sql`update accounts set seats_total = 7 where id = ${account.id}`;
  const page = await enter(account.admin);
  await page.goto("/admin/users/new");
  await expect(alertOf(page)).toContainText("All user spots are used.");
  await add(page, { first: "Nora", last: "Novák", email: `nora@${account.id}.example` });
  await expect(alertOf(page)).toContainText("All user spots are used. Nothing was changed.");
  await expect(page.getByLabel("Last name")).toHaveValue("Novák");
  await page.goto("/admin/users/new");
  await page.getByRole("link", { name: "Add user spots" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add user spots");
});

test("an active user's e-mail is refused by name, whatever its case", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await add(page, { first: "Nora", last: "Novák", email: account.carl.email.toUpperCase() });
  await expect(alertOf(page)).toContainText(`${account.carl.name} already uses`);
  await expect(alertOf(page)).toContainText("Nothing was changed.");
});

test("an inactive user's e-mail: the same person is made active", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await add(page, { first: "Fred", last: "Fuller", email: account.former.email });
  await expect(alertOf(page)).toContainText(
    `${account.former.email} belongs to ${account.former.name}, who is inactive.`,
  );
  await page.getByRole("link", { name: `Same person: make ${account.former.name} active` }).click();
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(statusOf(page)).toContainText(`made ${account.former.name} active on`);
});

test("an inactive user's e-mail: a different person takes it over, and needs a new one comes back", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  const { former } = account;
  await add(page, { first: "Nora", last: "Novák", email: former.email });
  await page.getByRole("checkbox", { name: "A different person takes over" }).check();
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(statusOf(page).first()).toContainText(`Nora Novák (${former.email}) was added.`);
  await page.goto("/admin/users");
  const row = page.getByRole("row").filter({ hasText: former.name });
  await expect(row).toContainText(`formerly ${former.email}`);
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText(
    `The address was ${former.name}'s, who keeps it as a former address.`,
  );

  await page.goto(`/admin/users/${former.id}/reactivate`);
  await page.getByLabel("New e-mail").fill(`fred@${account.id}.example`);
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(statusOf(page)).toContainText(`made ${former.name} active on`);
  await expect(statusOf(page)).toContainText("9 of 9 user spots used now.");
});
