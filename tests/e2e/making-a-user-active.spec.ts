import { alertOf, expect, signIn, statusOf, test } from "#tests/support/e2e-test";

test("making a user active takes an open spot and revives no sign-in", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.admin);
  const earlier = await enter(account.leaver);
  await page.goto(`/admin/users/${account.leaver.id}/inactivate`);
  await page.getByRole("radio", { name: "Leave them" }).check();
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("region", { name: "What happened" })).toBeVisible();
  await page.goto("/admin/users");
  await expect(page.getByRole("link", { name: "6 of 9 user spots used, 3 open" })).toBeVisible();
  await page.getByRole("link", { name: `Make Active: ${account.leaver.name}` }).click();
  await expect(page.getByRole("main")).toContainText("7 of 9 user spots used afterwards");
  await expect(page.getByRole("main")).toContainText(`by ${account.admin.name}`);
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(statusOf(page)).toContainText(
    `${account.admin.name} made ${account.leaver.name} active on`,
  );
  await expect(statusOf(page)).toContainText("7 of 9 user spots used now.");

  await earlier.goto("/contacts");
  await expect(earlier).toHaveURL(/\/sign-in$/);
  const again = await visit();
  await signIn(again, account.leaver);
  await expect(again).toHaveURL(/\/contacts$/);
});

test("with no open spot it says so, and where spots come from", async ({ account, enter, sql }) => {
  await sql`update accounts set seats_total = 7 where id = ${account.id}`;
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: `Make Active: ${account.former.name}` }).click();
  await expect(alertOf(page)).toContainText("All user spots are used.");
  await expect(page.getByRole("button", { name: "Make Active" })).toHaveCount(0);
  await page.getByRole("link", { name: "Add user spots" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add user spots");
});

test("the last open spot that somebody else took meanwhile is not taken twice", async ({
  account,
  enter,
  sql,
}) => {
  await sql`update accounts set seats_total = 8 where id = ${account.id}`;
  const page = await enter(account.admin);
  await page.goto(`/admin/users/${account.former.id}/reactivate`);
  await sql`update accounts set seats_total = 7 where id = ${account.id}`;
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(alertOf(page)).toContainText("All user spots are used.");
  const [user] = await sql`select status from users where id = ${account.former.id}`;
  expect(user?.status).toBe("inactive");
});
