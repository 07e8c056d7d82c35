import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Sql } from "postgres";
import { insertPeople } from "#tests/support/e2e-account";
import { type Account, expect, type Page, test } from "#tests/support/e2e-test";

test("the account log tells every change as a sentence, newest first, and can be paged", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await page.goto(`/contacts/${account.contact.id}`);
  await page.getByLabel("What happened").fill("Rang twice");
  await page.getByRole("button", { name: "Add to History" }).click();
  await expect(page.getByRole("list", { name: /^History/ })).toContainText("Rang twice");

  await page.goto("/admin");
  await page.getByRole("link", { name: "Account log" }).click();
  const events = eventsOf(page);
  await expect(events.first()).toContainText(
    `${account.admin.name} added a note to the History of ${account.contact.name}.`,
  );
  await expect(events.nth(1)).toContainText(
    new RegExp(`${account.admin.name} signed in with Chrome on`),
  );
  await expect(page.getByRole("main")).not.toContainText("Rang twice");

  await sql`
    insert into audit_events (account_id, kind, actor_kind, actor_name, user_name, data)
    select ${account.id}, 'user.signed_out', 'member', ${account.carl.name},
      ${account.carl.name}, '{}'
    from generate_series(1, 60)`;
  await page.reload();
  await expect(events.first()).toContainText(`${account.carl.name} signed out.`);
  const newest = await events.count();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(events.last()).toContainText("signed in with");
  expect(newest + (await events.count())).toBe(62);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(events).toHaveCount(newest);
});

test("the log is filtered by person, kind and days, and the address keeps it", async ({
  account,
  enter,
  sql,
}) => {
  await november(sql, account);
  const page = await enter(account.admin);
  await page.goto("/admin/audit");
  await page.getByLabel("Person", { exact: true }).selectOption({ label: account.carl.name });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(eventsOf(page)).toContainText([
    `${account.carl.name} signed out.`,
    `${account.admin.name} made a new password link for ${account.carl.name}.`,
  ]);
  await expect(eventsOf(page)).toHaveCount(2);

  await page.getByLabel("Kind", { exact: true }).selectOption("Passwords and two-step sign-in");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(eventsOf(page)).toHaveCount(1);
  const filtered = page.url();
  await page.getByRole("link", { name: "Clear person" }).click();
  await expect(eventsOf(page)).toHaveCount(2);
  await expect(page.getByLabel("Person", { exact: true })).toHaveValue("");
  await page.goBack();
  await expect(page).toHaveURL(filtered);
  await expect(page.getByLabel("Person", { exact: true })).toHaveValue(account.carl.id);
  await expect(page.getByLabel("Kind", { exact: true })).toHaveValue("passwords");
  await expect(eventsOf(page)).toHaveCount(1);

  await page.getByRole("link", { name: "Clear all" }).click();
  await page.getByLabel("From", { exact: true }).fill("2025-11-03");
  await page.getByLabel("To", { exact: true }).fill("2025-11-02");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    "Monday, 3 November 2025",
    "Sunday, 2 November 2025",
  ]);
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2025-11-02");
  await page.reload();
  await expect(eventsOf(page)).toHaveCount(2);

  await page.goto("/admin/audit?kind=contacts&from=2025-11-01&to=2025-11-30");
  await expect(page.getByRole("heading", { name: "No event fits" })).toBeVisible();
  await page.getByRole("link", { name: "Show all events" }).click();
  await expect(page.getByText("All events, newest first")).toBeVisible();
  await page.goto("/admin/audit?person=x&kind=y&from=2025-02-30&to=&after=z");
  await expect(page.getByText("All events, newest first")).toBeVisible();
});

test("in a large account a person is found by name, and chosen where several have it", async ({
  account,
  enter,
  sql,
}) => {
  await november(sql, account);
  await sql`update accounts set seats_total = 300 where id = ${account.id}`;
  await insertPeople(sql, account, 101);
  const page = await enter(account.admin);
  await page.goto("/admin/audit?kind=passwords");
  const field = page.getByRole("searchbox", { name: "Person" });
  await field.fill("emil dub");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(field).toHaveValue(account.emile.name);
  await expect(eventsOf(page)).toHaveText([
    new RegExp(`made a new password link for ${account.emile.name}\\.$`),
  ]);
  await field.fill("extra 00");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(
    page.getByRole("heading", { name: "Whom do you mean by “extra 00”?" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Extra 007" }).click();
  await expect(page).toHaveURL(/kind=passwords/);
  await expect(page.getByRole("heading", { name: "No event fits" })).toBeVisible();
  await field.fill("nobody at all");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Nobody matches “nobody at all”" })).toBeVisible();
  await field.fill("");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(eventsOf(page)).toHaveCount(2);
});

test("what the filter shows can be downloaded as CSV and as JSON Lines, and the log says so", async ({
  account,
  enter,
  sql,
}) => {
  await november(sql, account);
  const page = await enter(account.admin);
  await page.goto("/admin/audit?kind=passwords&from=2025-11-01&to=2025-11-30");
  const shown = await eventsOf(page).locator("p").allInnerTexts();
  const csv = await download(page, "Download CSV");
  expect(csv.name).toMatch(/^account-log-cedar-trading-[0-9a-f]{8}-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.text.startsWith("\uFEFFtime_utc,")).toBe(true);
  const rows = parse(csv.text, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map(({ sentence }) => sentence)).toEqual(shown);
  const lines = await download(page, "Download JSON Lines");
  expect(lines.name).toMatch(/\.jsonl$/);
  const events = lines.text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ sentence }) => sentence)).toEqual(shown);

  await page.goto("/admin/audit");
  const exported = "“Passwords and two-step sign-in”, from 2025-11-01, to 2025-11-30.";
  await expect(eventsOf(page).first()).toContainText(
    `${account.admin.name} exported the account log as JSON Lines: events ${exported}`,
  );
  await expect(eventsOf(page).nth(1)).toContainText(`as CSV: events ${exported}`);
});

test("an export is for admins of the account, and never begins by a link or from elsewhere", async ({
  account,
  enter,
  visit,
  sql,
  baseURL,
}) => {
  const path = "/admin/audit/export?kind=passwords";
  const form = { format: "csv" };
  const html = { accept: "text/html" };
  const post = (page: Page, headers = {}) =>
    page.request.post(path, { form, maxRedirects: 0, headers: { ...html, ...headers } });
  const user = await enter(account.carl);
  const refused = await post(user, { origin: baseURL ?? "" });
  expect([refused.status(), await refused.text()]).toEqual([
    403,
    expect.stringContaining("This page is for admins"),
  ]);
  expect((await user.request.get(path, { headers: html })).status()).toBe(403);

  const admin = await enter(account.admin);
  expect((await post(admin, { origin: "https://elsewhere.example" })).status()).toBe(403);
  await admin.goto(path);
  await expect(admin).toHaveURL(/\/admin\/audit\?kind=passwords$/);
  const [kept] = await sql`
    select from audit_events where account_id = ${account.id} and kind = 'audit.exported'`;
  expect(kept).toBeUndefined();

  const nobody = await visit();
  const answer = await post(nobody);
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  await nobody.goto(path);
  await nobody.getByLabel("E-mail").fill(account.admin.email);
  await nobody.getByLabel("Password").fill("a password of the stories");
  await nobody.getByRole("button", { name: "Sign in" }).click();
  await expect(nobody.getByRole("heading", { level: 1 })).toHaveText("Account log");
  await expect(nobody.getByLabel("Kind", { exact: true })).toHaveValue("passwords");
});

test("the subscription shows the spots, the card on file and every change of the total", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Update subscription" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Subscription");
  const main = page.getByRole("main");
  await expect(main).toContainText("7 of 9 user spots used, 2 open");
  await expect(main).toContainText("Paul Payer");
  await expect(main).toContainText("ends in 4242");
  await expect(main.getByRole("row", { name: /Account opened/ })).toContainText("9");
});

function eventsOf(page: Page) {
  return page.getByRole("list", { name: /^Events of/ }).getByRole("listitem");
}

async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** What happened on the first days of a November: three events, two of them about links. */
async function november(sql: Sql, { id, admin, carl, emile }: Account): Promise<void> {
  await sql`
    insert into audit_events
      (account_id, at, kind, actor_kind, actor_id, actor_name, user_id, user_name, data)
    values
      (${id}, '2025-11-03T12:00Z', 'user.signed_out', 'member', ${carl.id}, ${carl.name},
        ${carl.id}, ${carl.name}, '{}'),
      (${id}, '2025-11-02T12:00Z', 'user.link_created', 'member', ${admin.id}, ${admin.name},
        ${carl.id}, ${carl.name}, '{"linkId":"x"}'),
      (${id}, '2025-11-01T12:00Z', 'user.link_created', 'member', ${admin.id}, ${admin.name},
        ${emile.id}, ${emile.name}, '{"linkId":"y"}')`;
}
