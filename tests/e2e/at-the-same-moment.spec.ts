import { expect, type Page, type Person, statusOf, test } from "#tests/support/e2e-test";

async function openSheet(page: Page, person: Person): Promise<void> {
  await page.goto(`/admin/users/${person.id}/inactivate`);
  const leave = page.getByRole("radio", { name: "Leave them" });
  if ((await leave.count()) > 0) await leave.check();
}

const confirm = (page: Page) => page.getByRole("button", { name: "Make Inactive" });

test("a double click makes a user inactive once", async ({ account, enter, sql }) => {
  const page = await enter(account.admin);
  await openSheet(page, account.leaver);
  await confirm(page).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${account.leaver.name} is inactive`,
  );
  const done = await sql`
    select 1 from audit_events where account_id = ${account.id} and kind = 'user.inactivated'`;
  expect(done).toHaveLength(1);
});

test("of two admins who make each other inactive one wins, and the other is signed out", async ({
  account,
  enter,
  sql,
}) => {
  const pages = [await enter(account.admin), await enter(account.otherAdmin)] as const;
  await openSheet(pages[0], account.otherAdmin);
  await openSheet(pages[1], account.admin);
  await Promise.all(pages.map((page) => confirm(page).click()));
  const ended = /\/sign-in\?ended=inactivated$/;
  const won = /\/inactivate/;
  for (const page of pages) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/is inactive$|^Sign in$/);
  }
  const addresses = pages.map((page) => page.url());
  expect(addresses.filter((url) => ended.test(url))).toHaveLength(1);
  expect(addresses.filter((url) => won.test(url))).toHaveLength(1);
  const active = await sql`
    select 1 from users where status = 'active'
      and id in ${sql([account.admin.id, account.otherAdmin.id])}`;
  expect(active).toHaveLength(1);
});

test("on a stale screen the second admin is told who did it and when", async ({
  account,
  enter,
}) => {
  const first = await enter(account.admin);
  const second = await enter(account.otherAdmin);
  await openSheet(first, account.leaver);
  await openSheet(second, account.leaver);
  await confirm(first).click();
  await expect(statusOf(first)).toContainText("inactive on");
  await confirm(second).click();
  const { leaver, admin } = account;
  const refusal = `${leaver.name} is inactive already since .+, by ${admin.name}. Nothing was changed.`;
  const result = `${admin.name} made ${leaver.name} inactive on `;
  await expect(second.getByRole("main")).toContainText(new RegExp(`${refusal}|${result}`));
});

test("nor is a user made active twice", async ({ account, enter }) => {
  const first = await enter(account.admin);
  const second = await enter(account.otherAdmin);
  for (const page of [first, second]) {
    await page.goto(`/admin/users/${account.former.id}/reactivate`);
  }
  await first.getByRole("button", { name: "Make Active" }).click();
  await expect(statusOf(first)).toContainText("active on");
  await second.getByRole("button", { name: "Make Active" }).click();
  const { former, admin } = account;
  const refusal = `${former.name} is active already since .+, by ${admin.name}. Nothing was changed.`;
  const result = `${admin.name} made ${former.name} active on `;
  await expect(second.getByRole("main")).toContainText(new RegExp(`${refusal}|${result}`));
});
