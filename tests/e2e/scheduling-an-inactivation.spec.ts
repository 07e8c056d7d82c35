import { alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

/** Without JavaScript the button keeps its first name: the choice counts. */
const confirm = (page: Page) => page.getByRole("button", { name: /^(Make Inactive|Schedule)$/ });

async function schedule(page: Page, userId: string, runAt: string): Promise<void> {
  await page.goto(`/admin/users/${userId}/inactivate`);
  await page.getByRole("radio", { name: "Leave them" }).check();
  await page.getByRole("radio", { name: "On a date and time" }).check();
  await page.getByLabel("Date and time", { exact: true }).fill(runAt);
  await confirm(page).click();
}

/** 18:00 on a day next month, as a field takes it and as the table shows it. */
function nextMonth() {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() + 1, 15);
  const text = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return {
    runAt: `${date.toISOString().slice(0, 10)}T18:00`,
    shown: `${text.format(date)}, 18:00`,
  };
}

test("a schedule shows in the row and in the sheet, and is cancelled", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver, admin } = account;
  await sql`update accounts set time_zone = 'America/New_York' where id = ${account.id}`;
  const page = await enter(admin);
  const { runAt } = nextMonth();
  await schedule(page, leaver.id, runAt);
  await expect(statusOf(page)).toContainText(`${leaver.name} becomes inactive on`);
  await expect(statusOf(page)).toContainText("18:00");
  await expect(statusOf(page)).toContainText("in the time zone America/New York");
  const [kept] = await sql`
    select to_char(run_at at time zone 'America/New_York', 'YYYY-MM-DD"T"HH24:MI') as at
    from scheduled_inactivations where user_id = ${leaver.id}`;
  expect(kept?.at).toBe(runAt);

  await page.goto("/admin/users");
  await expect(row(page, leaver.name)).toContainText(/Active ?Becomes inactive on .+, 18:00/);
  await page.getByRole("link", { name: `Cancel: ${leaver.name} becomes inactive` }).click();
  await page.getByRole("button", { name: "Cancel the schedule" }).click();
  await expect(statusOf(page)).toContainText(`${admin.name} cancelled it on`);
  await page.goto("/admin/users");
  await expect(row(page, leaver.name)).not.toContainText("Becomes inactive");
  await page.goto("/admin/audit");
  const log = page.getByRole("main");
  await expect(log).toContainText(`${admin.name} scheduled ${leaver.name} to become inactive on`);
  await expect(log).toContainText(
    `${admin.name} cancelled that ${leaver.name} becomes inactive on`,
  );
});

test("a schedule is changed in one step, and Make Inactive overtakes it", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver } = account;
  const page = await enter(account.admin);
  const { runAt, shown } = nextMonth();
  await schedule(page, leaver.id, runAt);
  await expect(statusOf(page)).toContainText(shown.slice(-5));
  await page.getByRole("radio", { name: "On a date and time" }).check();
  await expect(page.getByLabel("Date and time", { exact: true })).toHaveValue(runAt);
  await page.getByLabel("Date and time", { exact: true }).fill(runAt.replace("18:00", "19:30"));
  await confirm(page).click();
  await expect(statusOf(page)).toContainText("19:30");
  const outcomes = () => sql`
    select outcome from scheduled_inactivations where user_id = ${leaver.id} order by id`;
  expect(await outcomes()).toEqual([{ outcome: "cancelled" }, { outcome: null }]);
  await page.getByRole("radio", { name: "Now", exact: true }).check();
  await confirm(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${leaver.name} is inactive`);
  expect(await outcomes()).toEqual([{ outcome: "cancelled" }, { outcome: "overtaken" }]);
});

test("an hour that the clock jumps over is refused by name, and nothing typed is lost", async ({
  account,
  enter,
  sql,
}) => {
  await sql`update accounts set time_zone = 'Europe/London' where id = ${account.id}`;
  const page = await enter(account.admin);
  const runAt = `${lastSundayOfMarch()}T01:30`;
  await schedule(page, account.leaver.id, runAt);
  await expect(alertOf(page)).toContainText(
    /01:30 does not exist in Europe\/London: the clock goes from 01:00 straight to 02:00. Nothing was changed./,
  );
  await expect(page.getByRole("radio", { name: "On a date and time" })).toBeChecked();
  await expect(page.getByLabel("Date and time", { exact: true })).toHaveValue(runAt);
  await page.getByLabel("Date and time", { exact: true }).fill("2020-01-01T10:00");
  await confirm(page).click();
  await expect(alertOf(page)).toContainText("1 Jan 2020, 10:00 in Europe/London is over already.");
  await page.getByLabel("Date and time", { exact: true }).fill("");
  await confirm(page).click();
  await expect(alertOf(page)).toContainText("Choose a date and time.");
  expect(await sql`select 1 from scheduled_inactivations where account_id = ${account.id}`).toEqual(
    [],
  );
});

test("when its moment comes the user is signed out and inactive, as the log tells", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver, admin } = account;
  const open = await enter(leaver);
  const page = await enter(admin);
  await schedule(page, leaver.id, nextMonth().runAt);
  await expect(statusOf(page)).toContainText("becomes inactive on");
  await letTimeCome(leaver.id);
  await expect(async () => {
    await page.goto(`/admin/users/${leaver.id}/inactivate`);
    await expect(statusOf(page)).toContainText(
      new RegExp(`${leaver.name} was made inactive on .+, as ${admin.name} scheduled on`),
      { timeout: 500 },
    );
  }).toPass({ timeout: 30_000 });
  await open.goto("/contacts");
  await expect(open).toHaveURL(/\/sign-in\?ended=inactivated$/);
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText(
    `${leaver.name} was made inactive, as ${admin.name} scheduled on`,
  );

  async function letTimeCome(userId: string) {
    const [scheduled] = await sql<{ id: string }[]>`
      update scheduled_inactivations set run_at = now() where user_id = ${userId} returning id`;
    await sql`
      update graphile_worker._private_jobs set run_at = now()
      where payload ->> 'scheduleId' = ${scheduled?.id ?? ""}`;
  }
});

test("the leaver's default successor is proposed, and the leaver can be told", async ({
  account,
  enter,
  sql,
}) => {
  const { leaver, dora } = account;
  await sql`update users set default_successor_id = ${dora.id} where id = ${leaver.id}`;
  const page = await enter(account.admin);
  await page.goto(`/admin/users/${leaver.id}/inactivate`);
  await expect(page.getByLabel("Who receives them")).toHaveValue(dora.id);
  await expect(page.getByRole("main")).toContainText(
    `${dora.name} is ${leaver.name}'s default successor.`,
  );
  const tell = page.getByRole("checkbox", { name: `Tell ${leaver.name} by e-mail` });
  await expect(tell).not.toBeChecked();
  await expect(page.getByLabel("Personal line")).toBeHidden();
  await tell.check();
  await page.getByLabel("Personal line").fill("Thank you for eleven years!");
  await confirm(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${leaver.name} is inactive`);
});

/** When clocks in London go forward next. */
function lastSundayOfMarch(): string {
  for (let year = new Date().getUTCFullYear(); ; year++) {
    const last = new Date(Date.UTC(year, 2, 31));
    last.setUTCDate(31 - last.getUTCDay());
    if (last.getTime() > Date.now()) return last.toISOString().slice(0, 10);
  }
}
