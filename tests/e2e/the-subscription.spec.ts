import type { Sql } from "postgres";
import { openAccount } from "#tests/support/e2e-account";
import { fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import { type Account, alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const PATH = "/admin/subscription";
const part = (page: Page, name: string) => page.getByRole("region", { name });
const cancel = (page: Page) => page.getByRole("button", { name: "Cancel the change" });

test("an admin reads what is paid for, by whom, what changes and what was billed", async ({
  account,
  enter,
  sql,
}) => {
  await schedule(sql, account);
  await bill(sql, account);
  const page = await enter(account.admin);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Update subscription" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Subscription");
  const main = page.getByRole("main");
  await expect(main).toContainText("7 of 9 user spots used, 2 open");
  await expect(main).toContainText(/9 → 8 user spots on /);
  await expect(main).toContainText(`scheduled by ${account.owner.name}`);
  await expect(main).toContainText(/from \S*\$135.00 a month to \S*\$120.00 a month/);
  await expect(
    page.getByRole("img", { name: /Today: 9 user spots, 7 active users/ }),
  ).toBeVisible();
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("table", { name: "Spots over time" })).toContainText("(scheduled)");
  await expect(part(page, "What you pay")).toContainText(/\$120.00 on .+, for 8 user spots/);
  await expect(part(page, "Card on file")).toContainText("ends in 4242");
  const ledger = part(page, "Changes of user spots").getByRole("row");
  await expect(ledger).toHaveCount(3);
  await expect(ledger.nth(1)).toContainText("Reduction scheduled");
  await ledger.nth(1).getByRole("link").click();
  await expect(main).toContainText(`${account.owner.name} scheduled 8 user spots instead of 9`);
  await page.goto(PATH);
  await part(page, "Invoices").getByRole("link", { name: "Invoice 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invoice 1");
  await expect(main).toContainText("the whole period of 30 days");
  await expect(main).toContainText("$135.00");
});

test("the scheduled change is shown wherever spots are, with the way to it", async ({
  account,
  enter,
  sql,
}) => {
  await schedule(sql, account);
  const { leaver, former } = account;
  const page = await enter(account.admin);
  for (const path of ["/admin/users", "/admin/users/new", `${PATH}/add`]) {
    await page.goto(path);
    await page.getByRole("link", { name: /^8 user spots from/ }).click();
    await expect(page).toHaveURL(PATH);
  }
  const sheets = [
    `/admin/users/${leaver.id}/inactivate`,
    `/admin/users/inactivate?user=${leaver.id}&user=${account.carl.id}`,
    `/admin/users/${former.id}/reactivate`,
  ];
  for (const sheet of sheets) {
    await page.goto(sheet);
    await expect(page.getByRole("main")).toContainText(/From .+ there are 8 user spots, as sched/);
  }
  await page.goto(sheets[1] ?? "");
  await page.getByRole("radio", { name: /^Leave them/ }).check();
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 of 2 users made inactive");
  const final = part(page, "Important final step");
  await expect(final).toContainText(/Reduce to 5 instead of the 8 scheduled for \d/);
  await page.goto(sheets[0] ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${leaver.name} is inactive`);
  await expect(final).toContainText(/Reduce to 5 instead of the 8 scheduled for \d/);
});

test("a scheduled change is cancelled, and a second tab is told who did it", async ({
  account,
  enter,
  sql,
}) => {
  await schedule(sql, account);
  const page = await enter(account.admin);
  const second = await enter(account.otherAdmin);
  for (const tab of [page, second]) await tab.goto(PATH);
  await cancel(page).click();
  await expect(statusOf(page)).toContainText(
    `${account.admin.name} cancelled the change to 8 user spots on`,
  );
  await expect(cancel(page)).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Reduction cancelled/ })).toContainText("not 8");

  await cancel(second).click();
  await expect(alertOf(second)).toContainText(
    `This reduction is over already: ${account.admin.name} changed it on`,
  );
  await expect(cancel(second)).toHaveCount(0);
  expect(
    await sql`
    select outcome, ended_by from seat_schedules where account_id = ${account.id}`,
  ).toEqual([{ outcome: "cancelled", ended_by: account.admin.id }]);
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText(
    `${account.admin.name} cancelled the reduction to 8 user spots`,
  );
});

test("an Owner keeps user spots to Owners: an admin sees why not, and a post by hand is refused", async ({
  account,
  enter,
  sql,
}) => {
  await schedule(sql, account);
  const admin = await enter(account.admin);
  await admin.goto(PATH);
  const fields = await fieldsOf(admin, PATH, "Cancel the change");
  const owner = await enter(account.owner);
  await owner.goto(PATH);
  // The Owner's form, sent by an admin with a request of their own, keeps nothing.
  const keeping = await fieldsOf(owner, PATH, "Keep them to Account Owners");
  const byAdmin = withFields(keeping, { requestId: crypto.randomUUID() });
  expect((await post(admin, PATH, byAdmin)).status()).toBe(200);
  expect(await sql`select owners_keep_seats from accounts where id = ${account.id}`).toEqual([
    { owners_keep_seats: false },
  ]);
  await owner.getByRole("button", { name: "Keep them to Account Owners" }).click();
  await expect(statusOf(owner).first()).toContainText(
    `${account.owner.name} kept changes of user spots to Account Owners on`,
  );
  await expect(cancel(owner)).toBeVisible();

  await cancel(admin).click();
  await expect(alertOf(admin)).toContainText("keep changes of user spots to themselves");
  await admin.goto(PATH);
  await expect(cancel(admin)).toHaveCount(0);
  await expect(admin.getByRole("link", { name: /^(Add|Reduce) user spots$/ })).toHaveCount(0);
  await expect(part(admin, "Who changes user spots")).toContainText("Account Owners only, since");
  expect((await post(admin, PATH, fields)).status()).toBe(200);
  const open = () => sql`
    select 1 from seat_schedules where account_id = ${account.id} and ended_at is null`;
  expect(await open()).toHaveLength(1);

  await owner.getByRole("button", { name: "Let every admin change them" }).click();
  await expect(statusOf(owner).first()).toContainText("let every admin change user spots on");
  await admin.goto(PATH);
  await cancel(admin).click();
  await expect(statusOf(admin)).toContainText("cancelled the change");
  expect(await open()).toHaveLength(0);
});

test("the page and an invoice are no user's, and no invoice is another account's", async ({
  account,
  enter,
  sql,
}) => {
  await bill(sql, account);
  const user = await enter(account.emile, { expected: /403/ });
  for (const path of [PATH, `${PATH}/invoices/1`]) {
    expect((await user.goto(path))?.status()).toBe(403);
  }
  const other = await openAccount(sql);
  const outsider = await enter(other.admin, { expected: /404/ });
  const admin = await enter(account.admin, { expected: /404/ });
  expect((await outsider.goto(`${PATH}/invoices/1`))?.status()).toBe(404);
  for (const odd of ["0", "-1", "1.5", "01", "2", "99999999999", "one"]) {
    expect([odd, (await admin.goto(`${PATH}/invoices/${odd}`))?.status()]).toEqual([odd, 404]);
  }
  expect((await admin.goto(`${PATH}/invoices/1`))?.status()).toBe(200);
});

test("another account's form cancels nothing here", { tag: "@with-javascript" }, async ({
  account,
  enter,
  sql,
}) => {
  await schedule(sql, account);
  const admin = await enter(account.admin);
  const fields = await fieldsOf(admin, PATH, "Cancel the change");
  const outsider = await enter((await openAccount(sql)).admin);
  await outsider.goto(PATH);
  const answer = await post(outsider, PATH, fields);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("This reduction is over already");
  for (const scheduleId of ["", "no-id", crypto.randomUUID()]) {
    expect((await post(admin, PATH, withFields(fields, { scheduleId }))).status()).toBe(200);
  }
  expect(
    await sql`select 1 from seat_schedules where account_id = ${account.id} and ended_at is null`,
  ).toHaveLength(1);
});

/** From the renewal on eight rather than nine, as the Owner has scheduled. */
async function schedule(sql: Sql, { id, owner }: Account): Promise<void> {
  await sql`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
    select ${id}, 9, 8, renews_at, ${owner.id} from subscriptions where account_id = ${id}`;
}

async function bill(sql: Sql, { id }: Account): Promise<void> {
  await sql.begin(async (tx) => {
    const [invoice] = await tx<{ id: string }[]>`
      insert into invoices (account_id, kind, issued_at, currency, amount, status, paid_at)
      values (${id}, 'period', now(), 'USD', 13500, 'paid', now()) returning id`;
    await tx`
      insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
        period_end, from_on, days, amount)
      values (${id}, ${invoice?.id ?? ""}, 1, 9, 1500, '2026-11-01', '2026-12-01', '2026-11-01',
        30, 13500)`;
  });
}
