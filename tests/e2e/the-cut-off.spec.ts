import { alertOf, expect, type Page, type Person, test } from "#tests/support/e2e-test";

const sentence = "Your access has ended: an admin of your account made your user inactive.";

async function inactivate(page: Page, person: Person): Promise<void> {
  await page.goto(`/admin/users/${person.id}/inactivate`);
  const leave = page.getByRole("radio", { name: "Leave them" });
  if ((await leave.count()) > 0) await leave.check();
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${person.name} is inactive`);
}

test("an open tab is cut off at its next request, whatever that is", async ({ account, enter }) => {
  const [reading, following, writing] = [
    await enter(account.leaver),
    await enter(account.leaver),
    await enter(account.leaver),
  ];
  await writing.goto(`/contacts/${account.contact.id}`);
  await writing.getByLabel("What happened").fill("Too late");
  const admin = await enter(account.admin);
  await inactivate(admin, account.leaver);
  await expect(admin.getByRole("region", { name: "What happened" })).toContainText(
    /3 sign-ins ended at \d\d:\d\d:\d\d/,
  );

  await reading.reload();
  await following.getByRole("link", { name: account.contact.name, exact: true }).click();
  await writing.getByRole("button", { name: "Add to History" }).click();
  for (const page of [reading, following, writing]) {
    await expect(page).toHaveURL(/\/sign-in\?ended=inactivated$/);
    await expect(alertOf(page)).toContainText(sentence);
  }
  await admin.goto(`/contacts/${account.contact.id}`);
  await expect(admin.getByRole("main")).not.toContainText("Too late");
});

test("somebody made inactive can still sign out", async ({ account, enter }) => {
  const page = await enter(account.leaver);
  await inactivate(await enter(account.admin), account.leaver);
  await page.getByRole("button", { name: account.leaver.name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
});

test("an admin made inactive while the sheet is open changes nothing with it", async ({
  account,
  enter,
  sql,
}) => {
  const fallen = await enter(account.otherAdmin);
  await fallen.goto(`/admin/users/${account.leaver.id}/inactivate`);
  await fallen.getByRole("radio", { name: "Leave them" }).check();
  await inactivate(await enter(account.admin), account.otherAdmin);
  await fallen.getByRole("button", { name: "Make Inactive" }).click();
  await expect(fallen).toHaveURL(/\/sign-in\?ended=inactivated$/);
  await expect(alertOf(fallen)).toContainText(sentence);
  const [user] = await sql`select status from users where id = ${account.leaver.id}`;
  expect(user?.status).toBe("active");
});

test("a role that was taken away counts from the next request", async ({ account, enter, sql }) => {
  const page = await enter(account.otherAdmin);
  await page.goto("/admin/users");
  await sql`update users set role = 'user' where id = ${account.otherAdmin.id}`;
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^This page is /);
  await page.goto("/contacts");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText([
    "Contacts",
  ]);
});
