import { password } from "#tests/support/e2e-account";
import { alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";
import { endSubscription, leaveUnpaid } from "#tests/support/unpaid";

const banner = (page: Page) => page.getByRole("complementary", { name: "Read-only account" });
const state = (page: Page) => page.getByRole("region", { name: /^The subscription/ });

test("an Owner cancels the subscription, the password asked again, and resumes it", async ({
  account,
  enter,
}) => {
  const page = await enter(account.owner);
  await page.goto("/admin/subscription");
  await page.getByRole("link", { name: "Cancel the subscription" }).click();
  await expect(page.getByRole("region", { name: "What happens" })).toContainText(
    "any Account Owner can resume it: Olive Owens",
  );
  await page.getByLabel("Your password").fill("not my password");
  await page.getByRole("button", { name: "Cancel the subscription" }).click();
  await expect(alertOf(page)).toContainText("This is not your password. Nothing was changed.");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Cancel the subscription" }).click();
  await expect(statusOf(page)).toContainText("Olive Owens cancelled the subscription, which ends");
  await expect(state(page)).toContainText("by Olive Owens");
  await expect(banner(page)).toHaveCount(0);

  const admin = await enter(account.admin);
  await admin.goto("/admin/subscription");
  await expect(state(admin)).toContainText("an Account Owner can resume it: Olive Owens");
  await expect(admin.getByRole("button", { name: "Resume" })).toHaveCount(0);
  await admin.goto("/admin/subscription/cancel");
  await expect(alertOf(admin)).toContainText("Only an Account Owner can do this.");

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(statusOf(page)).toContainText("Olive Owens resumed the subscription.");
  await expect(state(page)).toHaveCount(0);
});

test("what another Owner has done meanwhile is said, with who and when", async ({
  account,
  enter,
  sql,
}) => {
  await sql`update users set is_owner = true where id = ${account.admin.id}`;
  const page = await enter(account.owner);
  await page.goto("/admin/subscription/cancel");
  const other = await enter(account.admin);
  await other.goto("/admin/subscription/cancel");
  await other.getByLabel("Your password").fill(password);
  await other.getByRole("button", { name: "Cancel the subscription" }).click();
  await expect(state(other)).toContainText("by Adam Archer");

  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Cancel the subscription" }).click();
  await expect(alertOf(page)).toContainText(
    "The subscription is cancelled already: Adam Archer did so on",
  );
  await page
    .getByRole("main")
    .getByRole("link", { name: /ubscription$/ })
    .last()
    .click();
  await expect(state(page)).toContainText("by Adam Archer");
});

test("once it has ended, everybody reads on, nobody adds, and people can still be made inactive", async ({
  account,
  enter,
  sql,
}) => {
  const user = await enter(account.carl);
  await user.goto("/contacts/new");
  await user.getByLabel("First name").fill("Zoe");
  await endSubscription(sql, account.id);
  await user.getByRole("button", { name: "Add contact" }).click();
  await expect(alertOf(user)).toContainText("This account can only be read at the moment");
  await expect(user.getByRole("main").getByRole("link", { name: /subscription/ })).toHaveCount(0);
  await user.goto(`/contacts/${account.contact.id}`);
  await expect(banner(user)).toContainText("Ask an admin of your account about it.");
  await expect(banner(user).getByRole("link")).toHaveCount(0);
  await expect(user.getByRole("list", { name: /^History of/ })).toContainText("price list");

  const admin = await enter(account.admin);
  for (const path of ["/admin/users/new", "/contacts/new", "/contacts/import"]) {
    await admin.goto(path);
    await expect(alertOf(admin)).toContainText("This account can only be read at the moment");
    await expect(admin.getByRole("main").getByRole("textbox")).toHaveCount(0);
  }
  await admin.goto(`/admin/users/${account.emile.id}/inactivate`);
  await admin.getByRole("button", { name: "Make Inactive" }).click();
  await expect(admin.getByRole("region", { name: "What happened" })).toBeVisible();
  await admin.goto("/help");
  await banner(admin).getByRole("link", { name: "Update subscription" }).click();
  await expect(state(admin)).toContainText("An Account Owner can do so: Olive Owens.");
});

test("a file that is sent when it has ended is not taken, and the page says why", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await page.goto("/contacts/import");
  const buffer = Buffer.from(`Name\n${"Ann Abel\n".repeat(200_000)}`);
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "late.csv", mimeType: "text/csv", buffer });
  await endSubscription(sql, account.id);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page).toHaveURL(/\/contacts\/import$/);
  await expect(alertOf(page)).toContainText("This account can only be read at the moment");
  const taken = await sql`
    select from imports where account_id = ${account.id} and file_name = 'late.csv'`;
  expect(taken).toHaveLength(0);
});

test("an Owner starts an ended subscription again, for the sum that was shown", async ({
  account,
  enter,
  sql,
}) => {
  await endSubscription(sql, account.id);
  const page = await enter(account.owner);
  await expect(banner(page)).toContainText("Read-only since");
  await page.goto("/admin/subscription");
  await expect(state(page)).toContainText("It had been cancelled.");
  await expect(state(page)).toContainText(
    /7 user spots cost US\$105\.00, 9 user spots US\$135\.00/,
  );
  await page
    .getByRole("button", { name: /^Start again with 7 user spots for US\$105\.00$/ })
    .click();
  await expect(statusOf(page)).toContainText("Olive Owens started the subscription again");
  await expect(state(page)).toHaveCount(0);
  await expect(banner(page)).toHaveCount(0);
  const [invoice] = await sql`
    select amount::int, status from invoices where account_id = ${account.id}`;
  expect(invoice).toEqual({ amount: 10_500, status: "paid" });
  await page.goto("/contacts/new");
  await page.getByLabel("First name").fill("Zoe");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(statusOf(page)).toContainText("Olive Owens added the contact Zoe.");
});

test("while a payment is due, admins see from when on the account is read-only, and users see nothing", async ({
  account,
  enter,
  sql,
}) => {
  await leaveUnpaid(sql, account.id, 5);
  const admin = await enter(account.admin);
  await expect(banner(admin)).toContainText("A payment is due: this account is read-only from");
  await banner(admin).getByRole("link", { name: "Update subscription" }).click();
  await expect(admin.getByRole("region", { name: /^Payment due/ })).toContainText(
    "Invoice 1 over US$135.00 is not paid",
  );
  const user = await enter(account.carl);
  await expect(banner(user)).toHaveCount(0);
});
