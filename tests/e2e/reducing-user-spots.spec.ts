import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { openAccount } from "#tests/support/e2e-account";
import { type Changes, fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import { alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

// Nine spots at USD 15 a month, seven of them used.
const reduce = "/admin/subscription/reduce";
const part = (page: Page, name: string) => page.getByRole("region", { name });
const field = (page: Page) => page.getByLabel(/^User spots/);
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const step = (page: Page) =>
  page.getByRole("navigation", { name: "Steps" }).locator("[aria-current=step]");
const go = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

test("somebody leaves, and the important final step leads to a receipt", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver, admin } = account;
  const page = await enter(admin);
  await page.goto(`/admin/users/${leaver.id}/inactivate`);
  await page.getByRole("radio", { name: `Leave them with ${leaver.name} for now` }).check();
  await press(page, "Make Inactive");
  await expect(part(page, "Important final step")).toContainText(
    "You pay for 3 open user spots: US$45.00 a month. Reduce to 6 and save US$540.00 a year.",
  );
  await go(page, "Reduce user spots");

  await expect(step(page)).toHaveText("1Your user spots");
  const left = part(page, "Who left");
  await expect(left).toContainText(`${leaver.name}, inactive since`);
  await expect(left).toContainText("1 more spot is open than they left");
  await go(page, "Continue");
  await expect(field(page)).toHaveValue("6");
  await press(page, "Continue");
  await expect(part(page, "What changes")).toContainText(/Bill a month\s*US\$135\.00\s*US\$90\.00/);
  await expect(part(page, "When, and what it saves")).toContainText("US$540.00");
  await go(page, "Continue");
  await expect(part(page, "Confirm")).toContainText(
    `${account.name} has 6 user spots instead of 9 and pays US$90.00 a month instead of US$135.00, which saves US$540.00 a year.`,
  );
  await page.getByLabel("Reason").fill(`${leaver.name} has left`);
  await press(page, "Reduce user spots");

  await expect(heading(page)).toHaveText("Reduction scheduled");
  const receipt = page.url();
  await expect(statusOf(page)).toContainText(
    `${admin.name} scheduled 6 user spots instead of 9, from`,
  );
  await expect(page.getByRole("main")).toContainText("Receipt 2");
  await expect(part(page, "The change")).toContainText("US$45.00 a month, US$540.00 a year");
  await expect(part(page, "The change")).toContainText(`${leaver.name} has left`);
  await expect(part(page, "Still to come")).toContainText("It is carried out on");
  await expect(page.getByRole("link", { name: "Cancel the change" })).toHaveAttribute(
    "href",
    "/admin/subscription",
  );
  expect(await spots(sql, account.id)).toEqual({ total: 9, scheduled: 6 });

  await page.goto(`/admin/users/${leaver.id}/inactivate`);
  await expect(part(page, "Important final step")).toContainText(`A reduction to 6 user spots on`);
  await expect(part(page, "Important final step")).toContainText(
    `is scheduled already, by ${admin.name}: from then on you pay US$45.00 less a month.`,
  );

  await page.goto(receipt);
  await go(page, "Cancel the change");
  await press(page, "Cancel the change");
  await expect(page).toHaveURL(/\?cancelled=/);
  expect(await spots(sql, account.id)).toEqual({ total: 9, scheduled: null });
  await page.goto(receipt);
  await expect(part(page, "What became of it")).toContainText(`${admin.name} cancelled it on`);
  await go(page, "receipt 3");
  await expect(heading(page)).toHaveText("Reduction cancelled");
});

test("back, reload and the steps above lose no choice", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto(reduce);
  await go(page, "Continue");
  await expect(field(page)).toHaveValue("7");
  await field(page).fill("8");
  await press(page, "Back");
  await expect(step(page)).toHaveText("1Your user spots");
  await go(page, "Continue");
  await expect(field(page)).toHaveValue("8");
  await press(page, "Continue");
  await expect(step(page)).toHaveText("3What changes");
  await page.reload();
  await expect(part(page, "What changes")).toContainText(/User spots\s*9\s*8/);
  await go(page, "Back");
  await expect(field(page)).toHaveValue("8");
  await field(page).press("Enter");
  await expect(step(page)).toHaveText("3What changes");
  await go(page, "Continue");
  await expect(step(page)).toHaveText("4Confirm");
  await page.reload();
  await expect(part(page, "Confirm")).toContainText("8 user spots instead of 9");
  await go(page, "New total");
  await expect(field(page)).toHaveValue("8");
  await page.goBack();
  await expect(part(page, "Confirm")).toContainText("8 user spots instead of 9");
  await page.goBack();
  await expect(step(page)).toHaveText("3What changes");
});

test("a total that cannot be lands on the second step, and what was typed stays", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  const bad: [string, string][] = [
    ["0", "There is at least one user spot."],
    ["-1", "Enter a whole number, such as 8."],
    ["1e9", "Enter a whole number, such as 8."],
    ["3.5", "Enter a whole number, such as 8."],
    ["ten", "Enter a whole number, such as 8."],
    ["9", "You have 9 user spots already"],
    ["12", "this is no reduction"],
    ["6", "7 user spots are used, so there cannot be 6."],
    ["", "Enter the new number of user spots."],
  ];
  await page.goto(`${reduce}?step=2`);
  for (const [total, sentence] of bad) {
    await field(page).fill(total);
    await press(page, "Continue");
    await expect(alertOf(page)).toContainText(sentence);
    await expect(step(page)).toHaveText("2New total");
    await expect(field(page)).toHaveValue(total);
  }
  for (const address of ["step=4", "step=4&total=ten", "step=3&total=6&total=8"]) {
    await page.goto(`${reduce}?${address}`);
    await expect(step(page)).toHaveText("2New total");
    await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  }
  await page.goto(`${reduce}?step=99&total=8&seen=x`);
  await expect(step(page)).toHaveText("1Your user spots");
  expect(await spots(sql, account.id)).toEqual({ total: 9, scheduled: null });
});

test("of two admins in two tabs the second is led back to the new numbers with the same wish", async ({
  account,
  enter,
  sql,
}) => {
  const { admin, otherAdmin } = account;
  const page = await enter(admin);
  await page.goto(reduce);
  for (const button of ["Continue", null, "Continue"]) {
    if (button) await go(page, button);
    else await press(page, "Continue");
  }
  await expect(part(page, "Confirm")).toContainText("7 user spots instead of 9");
  const other = await enter(otherAdmin);
  await other.goto(`${reduce}?step=4&total=8`);
  await press(other, "Reduce user spots");
  await expect(heading(other)).toHaveText("Reduction scheduled");

  await page.getByLabel("Reason").fill("Two have left");
  await press(page, "Reduce user spots");
  await expect(alertOf(page)).toContainText(
    new RegExp(`${otherAdmin.name} changed the user spots on .+, after you had opened the page`),
  );
  await expect(alertOf(page)).toContainText("Nothing was changed.");
  await expect(page.getByRole("button", { name: "Reduce user spots" })).toHaveCount(0);
  expect(await spots(sql, account.id)).toEqual({ total: 9, scheduled: 8 });
  await go(page, "Look at the new numbers");
  await expect(step(page)).toHaveText("3What changes");
  await expect(statusOf(page)).toContainText("This replaces the reduction to 8 user spots");
  await expect(part(page, "What changes")).toContainText(/User spots\s*9\s*7/);
  await go(page, "Continue");
  await expect(part(page, "Confirm")).toContainText(
    `It replaces the reduction to 8 that ${otherAdmin.name} scheduled.`,
  );
  await press(page, "Reduce user spots");
  await expect(heading(page)).toHaveText("Reduction scheduled anew");
  await expect(part(page, "The change")).toContainText("In place of");
  expect(await spots(sql, account.id)).toEqual({ total: 9, scheduled: 7 });

  await go(page, "receipt 2");
  await expect(part(page, "What became of it")).toContainText(`${admin.name} replaced it on`);
});

test("steps from before a change say that it came, by whom", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto(reduce);
  await go(page, "Continue");
  const other = await enter(account.otherAdmin);
  await other.goto(`${reduce}?step=4&total=8`);
  await press(other, "Reduce user spots");
  await expect(heading(other)).toHaveText("Reduction scheduled");
  await press(page, "Continue");
  await expect(alertOf(page)).toContainText(`${account.otherAdmin.name} changed the user spots`);
  await expect(part(page, "What changes")).toContainText(/User spots\s*9\s*7/);
  await go(page, "Continue");
  await expect(alertOf(page)).toHaveCount(0);
  await expect(part(page, "Confirm")).toContainText("It replaces the reduction to 8");
});

test("where it cannot be done the page says why and the way on", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await sql`update accounts set owners_keep_seats = true where id = ${account.id}`;
  await page.goto(`${reduce}?step=4&total=8`);
  await expect(statusOf(page)).toContainText(`Who can: ${account.owner.name}.`);
  await expect(page.getByRole("button", { name: "Reduce user spots" })).toHaveCount(0);
  await sql`update accounts set owners_keep_seats = false where id = ${account.id}`;
  await sql`
    update subscriptions set status = 'ended', read_only_at = now() where account_id = ${account.id}`;
  await page.goto(`${reduce}?step=3&total=8`);
  await expect(statusOf(page)).toContainText("The subscription has ended.");
  await sql`
    update subscriptions set status = 'active', read_only_at = null where account_id = ${account.id}`;
  await sql`
    insert into seat_changes (account_id, kind, from_total, to_total, reason)
    values (${account.id}, 'reduced', 9, 7, '')`;
  await page.goto(reduce);
  await expect(statusOf(page)).toContainText("No user spot is open, so none can go.");
  await expect(page.getByRole("link", { name: "Continue" })).toHaveCount(0);
});

test("a trial reduces at once, and its receipt says that it was carried out", async ({
  account,
  enter,
  sql,
}) => {
  await sql`update subscriptions set status = 'trial' where account_id = ${account.id}`;
  const page = await enter(account.admin);
  await page.goto(`${reduce}?step=3&total=7`);
  await expect(part(page, "When, and what it saves")).toContainText("At once");
  await go(page, "Continue");
  await press(page, "Reduce user spots");
  await expect(part(page, "What became of it")).toContainText("Carried out on");
  await go(page, "receipt 3");
  await expect(heading(page)).toHaveText("User spots reduced");
  expect(await spots(sql, account.id)).toEqual({ total: 7, scheduled: null });
});

test("a plain user sees neither the steps nor a receipt, another account's admin no receipt", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  const [row] = await sql<{ id: string }[]>`
    select id from seat_changes where account_id = ${account.id}`;
  const receipt = `/admin/subscription/changes/${row?.id}`;
  const plain = await enter(account.carl, { expected: /403/ });
  for (const path of [reduce, receipt]) {
    const answer = await plain.goto(path);
    expect(answer?.status()).toBe(403);
  }
  const outsider = await enter((await openAccount(sql)).admin, { expected: /404/ });
  for (const id of [row?.id, randomUUID(), "1", "x", "12%2F"]) {
    const answer = await outsider.goto(`/admin/subscription/changes/${id}`);
    expect(answer?.status()).toBe(404);
  }
});

// Posted by hand, they say nothing about the browser's own scripts: once is enough.
test("forms that are posted by hand change nothing that they may not", {
  tag: "@with-javascript",
}, async ({ account, enter, visit, sql }) => {
  const page = await enter(account.admin);
  const path = `${reduce}?step=4&total=8`;
  const fields = await fieldsOf(page, path, "Reduce user spots");
  const changes: Changes[] = [
    ...["0", "-1", "1e9", "3.5", "ten", "9", "10", "6", ""].map((total) => ({ total })),
    { total: null },
    { total: ["8", "7"] },
    { seenTotal: "10" },
    { seenTotal: "" },
    { seenTotal: "nine" },
    { seenTotal: null },
    { scheduleId: randomUUID() },
    { scheduleId: "1" },
    { requestId: "1" },
    { requestId: null },
    { reason: "x".repeat(501) },
    { reason: "\u0007" },
    { reason: ["a", "b"] },
  ];
  for (const change of changes) {
    const answer = await post(page, path, withFields(fields, change));
    expect([change, answer.status()]).toEqual([change, 200]);
  }
  const plain = await enter(account.emile);
  expect((await post(plain, path, fields)).status()).toBe(403);
  const stranger = await visit();
  await stranger.goto("/sign-in");
  const answer = await post(stranger, path, fields);
  expect(answer.headers().location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  // It names no account: what somebody else posts is about their own.
  const outsider = await enter((await openAccount(sql)).admin);
  expect((await post(outsider, path, fields)).status()).toBe(303);
  const fallen = await enter(account.otherAdmin);
  await sql`update users set status = 'inactive', inactivated_by = ${account.admin.id}
    where id = ${account.otherAdmin.id}`;
  expect((await post(fallen, path, fields)).headers().location).toBe("/sign-in?ended=inactivated");
  expect(await spots(sql, account.id)).toEqual({ total: 9, scheduled: null });

  // The same form twice is one reduction, and leads to the same receipt.
  const first = await post(page, path, fields);
  const again = await post(page, path, fields);
  expect(first.status()).toBe(303);
  expect(again.headers().location).toBe(first.headers().location);
  const stale = await post(page, path, withFields(fields, { requestId: randomUUID() }));
  expect(stale.status()).toBe(200);
  expect(await stale.text()).toContain("changed the user spots");
  expect(await spots(sql, account.id)).toEqual({ total: 9, scheduled: 8 });
});

async function spots(sql: Sql, accountId: string) {
  const [row] = await sql`
    select a.seats_total as total, s.to_total as scheduled
    from accounts a
    left join seat_schedules s on s.account_id = a.id and s.ended_at is null
    where a.id = ${accountId}`;
  return row;
}
