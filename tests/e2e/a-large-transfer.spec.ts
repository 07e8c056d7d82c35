import { insertContacts } from "#tests/support/e2e-account";
import { expect, test } from "#tests/support/e2e-test";

test("a leaver's many contacts are split by a job: access ends at once, and the page shows how far it is", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver, carl, dora } = account;
  await insertContacts(sql, leaver, 4000, "Customer");
  const page = await enter(account.admin);
  await page.goto(`/admin/users/${leaver.id}/inactivate`);
  await page.getByLabel("Split evenly among several").check();
  await page.getByLabel(new RegExp(`^${carl.name}`)).check();
  await page.getByLabel(new RegExp(`^${dora.name}`)).check();
  await page.getByRole("button", { name: "Make Inactive", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${leaver.name} is inactive`);
  // By the time that the job is done the page has found out by itself.
  await expect(page.getByText(`2,005 contacts to ${carl.name}`)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Undo the reassignment" })).toBeVisible();
});

test("a reassignment that is being prepared is cancelled, and says by whom", async ({
  account,
  enter,
  sql,
}) => {
  // Without its job it stays as it is.
  const [planned] = await sql<{ id: string }[]>`
    insert into planned_transfers (account_id, kind, by_user_id, from_user_id, selection, plan, state,
      total, carved, started_at)
    values (${account.id}, 'reassignment', ${account.admin.id}, ${account.leaver.id}, '{}',
      ${sql.json({ kind: "one", to: account.carl.id })}, 'carving', 1000, 400, now())
    returning id`;
  const page = await enter(account.otherAdmin);
  await page.goto("/admin");
  await page
    .getByRole("link", { name: `A reassignment of ${account.leaver.name}'s contacts` })
    .click();
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "400");
  await page.getByRole("button", { name: "Cancel the reassignment" }).click();
  await expect(page.getByText(`${account.otherAdmin.name} cancelled it on`)).toBeVisible();
  const other = await enter(account.carl);
  const answer = await other.goto(`/transfers/${planned?.id}`);
  expect(answer?.status()).toBe(404);
});
