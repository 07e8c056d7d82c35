import { password } from "#tests/support/e2e-account";
import { alertOf, expect, statusOf, test } from "#tests/support/e2e-test";

test("an Owner makes an admin an Owner too, the password asked again; then nobody makes that one inactive", async ({
  account,
  enter,
}) => {
  const page = await enter(account.owner);
  await page.goto(`/admin/users/${account.admin.id}/edit`);
  await page.getByRole("link", { name: `Make ${account.admin.name} an Account Owner` }).click();
  await expect(page.getByRole("main")).toContainText("Account Owners now: Olive Owens.");
  await page.getByLabel("Your password").fill("not my password");
  await page.getByRole("button", { name: "Make Account Owner" }).click();
  await expect(alertOf(page)).toContainText("This is not your password. Nothing was changed.");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make Account Owner" }).click();
  await expect(statusOf(page)).toContainText("Olive Owens made Adam Archer an Account Owner.");

  const other = await enter(account.otherAdmin);
  await other.goto("/admin/users");
  const row = other.getByRole("row", { name: new RegExp(`^${account.admin.name} `) });
  await expect(row).toContainText("Account Owner: cannot be made inactive");
  await expect(row.getByRole("link", { name: /Make Inactive/ })).toHaveCount(0);
});

test("an admin who is no Owner is offered nothing of it, and typing the address explains", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto(`/admin/users/${account.otherAdmin.id}/edit`);
  await expect(page.getByRole("link", { name: /an Account Owner/ })).toHaveCount(0);
  await page.goto(`/admin/users/${account.otherAdmin.id}/owner`);
  await expect(alertOf(page)).toContainText("Only an Account Owner can do this.");
});

test("a plain user is made an admin first", async ({ account, enter }) => {
  const page = await enter(account.owner);
  await page.goto(`/admin/users/${account.carl.id}/owner`);
  await expect(alertOf(page)).toContainText("Carl Chen is no admin.");
});
