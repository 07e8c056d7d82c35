import type { Sql } from "postgres";
import { type Account, alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const ADD = "/admin/subscription/add";

test("from the full Add user page to more spots and back, for the sum that was shown", async ({
  account,
  enter,
  sql,
}) => {
  await fill(sql, account);
  const page = await enter(account.admin);
  await page.goto("/admin/users/new");
  await expect(alertOf(page)).toContainText("All user spots are used.");
  await page.getByRole("link", { name: "Add user spots" }).click();
  await page.getByLabel("How many more").fill("2");
  await page.getByRole("button", { name: "Show the sum" }).click();
  await expect(page).toHaveURL(/[?&]count=2(&|$)/);
  await page.reload();
  const main = page.getByRole("main");
  await expect(main).toContainText(/2 user spots × US\$15\.00 for \d+ of \d+ days = US\$\d+\.\d\d/);
  await expect(main).toContainText("Paul Payer’s card, which ends in 4242");
  await expect(main).toContainText("US$135.00 per month for 9 user spots, instead of US$105.00");
  const button = page.getByRole("button", { name: /^Add 2 user spots for US\$/ });
  const sum = /\$(\d+)\.(\d\d)$/.exec((await button.textContent()) ?? "");
  expect(await totalOf(sql, account)).toBe(7);
  await button.click();

  await expect(page).toHaveURL(/\/admin\/users\/new\?spots=/);
  await expect(statusOf(page).first()).toContainText("2 user spots were added: 9 now.");
  const receipt = await page.getByRole("link", { name: "See the receipt" }).getAttribute("href");
  expect((await page.request.get(receipt ?? "")).status()).toBe(200);
  await expect(alertOf(page)).toHaveCount(0);
  const [invoice] = await sql`select amount::int from invoices where account_id = ${account.id}`;
  expect(invoice?.amount).toBe(Number(`${sum?.[1]}${sum?.[2]}`));
  await typeNora(page, account);
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(statusOf(page).first()).toContainText("was added.");
});

test("the refusal, Make Active and the full table lead there too, and back", async ({
  account,
  enter,
  sql,
}) => {
  await fill(sql, account);
  const page = await enter(account.admin);
  await page.goto("/admin/users/new");
  await typeNora(page, account);
  await page.getByRole("button", { name: "Add user" }).click();
  await alertOf(page).getByRole("link", { name: "Add user spots" }).click();
  await expect(page).toHaveURL(`${ADD}?next=%2Fadmin%2Fusers%2Fnew`);

  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Add user spots" }).click();
  await addOne(page);
  await expect(page).toHaveURL(/\/admin\/users\?spots=/);
  await expect(statusOf(page).first()).toContainText("1 user spot was added: 8 now.");
  await expect(page.getByRole("link", { name: "Add user spots" })).toHaveCount(0);

  await fill(sql, account);
  const { former } = account;
  await page.goto(`/admin/users/${former.id}/reactivate`);
  await page.getByRole("link", { name: "Add user spots" }).click();
  await addOne(page);
  await expect(page).toHaveURL(new RegExp(`/admin/users/${former.id}/reactivate\\?spots=`));
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(statusOf(page)).toContainText(`made ${former.name} active on`);
});

test("without a page to go back to, or with a foreign one, it ends at the receipt", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  for (const next of ["https://evil.example/", "//evil.example", "/admin/users/../../sign-in"]) {
    await page.goto(`${ADD}?next=${encodeURIComponent(next)}`);
    await expect(page.getByRole("link", { name: "Cancel" })).toHaveAttribute(
      "href",
      "/admin/subscription",
    );
  }
  await addOne(page);
  await expect(page).toHaveURL(/\/admin\/subscription\/changes\/[0-9a-f-]{36}$/);
  await expect(statusOf(page)).toContainText("added 1 user spot: 10 user spots instead of 9");
  expect(await totalOf(sql, account)).toBe(10);
});

test("a bad number is one sentence at the field, and nothing else", async ({ account, enter }) => {
  const page = await enter(account.admin);
  for (const [count, sentence] of [
    ["0", "Add at least one user spot."],
    ["-1", "Enter a whole number, such as 2."],
    ["1e9", "Enter a whole number, such as 2."],
    ["3.5", "Enter a whole number, such as 2."],
    ["ten", "Enter a whole number, such as 2."],
    ["1000000000", "There can be at most 100,000 user spots, so you can add 99,991 at most."],
  ] as const) {
    await page.goto(`${ADD}?count=${count}`);
    const field = page.getByLabel("How many more");
    await expect(field).toHaveValue(count);
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(page.getByRole("main").getByRole("button")).toHaveText(["Show the sum"]);
    await expect(page.getByRole("main")).not.toContainText("To pay now");
  }
});

test("what two admins see at once is decided once, and the second looks at new numbers", async ({
  account,
  enter,
  sql,
}) => {
  const [one, other] = [await enter(account.admin), await enter(account.owner)];
  for (const page of [one, other]) await page.goto(`${ADD}?next=/admin/users`);
  await addOne(one);
  await expect(statusOf(one).first()).toContainText("1 user spot was added: 10 now.");
  await addOne(other);
  await expect(alertOf(other)).toContainText(`${account.admin.name} changed the user spots on`);
  await expect(alertOf(other)).toContainText("there are 10 now. Nothing was changed.");
  await expect(other.getByRole("main")).toContainText("11 instead of 10 at once");
  await addOne(other);
  await expect(statusOf(other).first()).toContainText("1 user spot was added: 11 now.");
  expect(await totalOf(sql, account)).toBe(11);
});

test("where it is kept to Owners an admin reads so before typing anything", async ({
  account,
  enter,
  sql,
}) => {
  await sql`update accounts set owners_keep_seats = true where id = ${account.id}`;
  const page = await enter(account.admin);
  await page.goto(ADD);
  await expect(alertOf(page)).toContainText("Ask one of your Account Owners.");
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("a spot that a reduction would take: the reduction is raised with the new user", async ({
  account,
  enter,
  sql,
}) => {
  await scheduleSeven(sql, account);
  const page = await enter(account.admin);
  await page.goto("/admin/users/new");
  await expect(page.getByRole("note")).toContainText("The 2 open user spots go on");
  await typeNora(page, account);
  await page.getByRole("radio", { name: /^Reduce to 8 instead of 7 on/ }).check();
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(statusOf(page).first()).toContainText("was added.");
  await expect(statusOf(page).first()).toContainText("to 8 user spots instead of 7.");
  expect(await scheduledOf(sql, account)).toBe(8);
});

test("a reduction that came meanwhile is asked about with everything typed kept", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users/new");
  await expect(page.getByRole("note")).toHaveCount(0);
  await typeNora(page, account);
  await scheduleSeven(sql, account);
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(alertOf(page)).toContainText("Choose what is to happen with that reduction.");
  await expect(page.getByLabel("Last name")).toHaveValue("Novák");
  await page.getByRole("radio", { name: "Cancel the reduction, keep 9" }).check();
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(statusOf(page).first()).toContainText("Nora Novák");
  await expect(statusOf(page).first()).toContainText("The reduction to 7 user spots on");
  expect(await scheduledOf(sql, account)).toBeNull();
});

test("who comes back keeps the spot where the reduction is cancelled, and the result says so", async ({
  account,
  enter,
  sql,
}) => {
  await scheduleSeven(sql, account);
  const page = await enter(account.admin);
  await page.goto(`/admin/users/${account.former.id}/reactivate`);
  await page.getByRole("radio", { name: "Cancel the reduction, keep 9" }).check();
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(statusOf(page)).toContainText(`made ${account.former.name} active on`);
  await expect(statusOf(page)).toContainText("was cancelled.");
  expect(await scheduledOf(sql, account)).toBeNull();
});

test("more spots beside a reduction: whether it stays is chosen, not guessed", async ({
  account,
  enter,
  sql,
}) => {
  await scheduleSeven(sql, account);
  const page = await enter(account.admin);
  await page.goto(`${ADD}?count=3&next=/admin/users`);
  await page.getByRole("radio", { name: "It stays: 12 until then, 7 afterwards" }).check();
  await page.getByRole("button", { name: /^Add 3 user spots/ }).click();
  await expect(statusOf(page).first()).toContainText("3 user spots were added: 12 now.");
  expect(await scheduledOf(sql, account)).toBe(7);
});

/** As many spots as are used. */
async function fill(sql: Sql, { id }: Account): Promise<void> {
  await sql`update accounts set seats_total = seats_used where id = ${id}`;
}

async function typeNora(page: Page, { id }: Account): Promise<void> {
  await page.getByLabel("First name").fill("Nora");
  await page.getByLabel("Last name").fill("Novák");
  await page.getByLabel("E-mail").fill(`nora@${id}.example`);
}

async function addOne(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Add 1 user spot for/ }).click();
}

/** From the renewal on only as many as are used now. */
async function scheduleSeven(sql: Sql, { id, owner }: Account): Promise<void> {
  await sql`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
    select account_id, 9, 7, renews_at, ${owner.id} from subscriptions where account_id = ${id}`;
}

async function totalOf(sql: Sql, { id }: Account): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    select seats_total as total from accounts where id = ${id}`;
  return row?.total ?? 0;
}

async function scheduledOf(sql: Sql, { id }: Account): Promise<number | null> {
  const [row] = await sql<{ to: number }[]>`
    select to_total as to from seat_schedules where account_id = ${id} and ended_at is null`;
  return row?.to ?? null;
}
