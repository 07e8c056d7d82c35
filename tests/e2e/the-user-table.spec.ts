import { insertPeople } from "#tests/support/e2e-account";
import { expect, type Page, test } from "#tests/support/e2e-test";

const names = (page: Page) => page.getByRole("rowheader").allInnerTexts();
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("the meter says how many user spots are used and open, and leads to the subscription", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.getByRole("link", { name: "Admin" }).click();
  await page.getByRole("link", { name: "Add/Edit users" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Manage Users");
  await page.getByRole("link", { name: "7 of 9 user spots used, 2 open" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Subscription");
});

test("each filter says how many it shows, and shows them", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  const filters = page.getByRole("navigation", { name: "Status" });
  await expect(filters.getByRole("link")).toHaveText(["All 8", "Active 7", "Inactive 1"]);
  await filters.getByRole("link", { name: "Inactive" }).click();
  await expect(page).toHaveURL(/status=inactive/);
  await expect(page.getByRole("rowheader")).toHaveText([account.former.name]);
  await filters.getByRole("link", { name: /^Active/ }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  await page.goBack();
  await expect(page.getByRole("rowheader")).toHaveCount(1);
});

test("an inactive user stays in place, with since when and by whom", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  const former = row(page, account.former.name);
  await expect(former).toContainText(/Inactive since \d+ \w+ \d{4} by Adam Archer/);
  await expect(
    former.getByRole("link", { name: `Make Active: ${account.former.name}` }),
  ).toBeVisible();
  await former.getByRole("link", { name: "3", exact: true }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

test("search finds by name and e-mail, whatever the case and the accents", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  for (const words of ["emile", "ÉMILE dubois", "DUBOIS émi", account.emile.email.toUpperCase()]) {
    await page.getByRole("searchbox").fill(words);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("rowheader")).toHaveText([account.emile.name]);
    await expect(page.getByRole("navigation", { name: "Status" })).toHaveText(
      "All 1Active 1Inactive 0",
    );
  }
  await page.getByRole("searchbox").fill("Díaz 100%_");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "No user matches “Díaz 100%_”" })).toBeVisible();
  await page.getByRole("link", { name: "Show all users" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(8);
});

test("a column's head sorts, and once more the other way", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  const byName = await names(page);
  expect(byName[0]).toBe(`${account.admin.name} (you)`);
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await expect(page.getByRole("rowheader").first()).toHaveText(account.leaver.name);
  expect(await names(page)).toEqual(byName.toReversed());
  for (const [column, first, last] of [
    ["E-mail", account.admin.name, account.owner.name],
    ["Role", account.owner.name, account.leaver.name],
    ["Status", account.admin.name, account.former.name],
    ["Last sign-in", account.otherAdmin.name, account.admin.name],
  ] as const) {
    const head = page.getByRole("columnheader", { name: column });
    await head.getByRole("link").click();
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    await expect(page.getByRole("rowheader").first()).toContainText(first);
    await head.getByRole("link").click();
    await expect(head).toHaveAttribute("aria-sort", "descending");
    await expect(page.getByRole("rowheader").first()).toContainText(last);
  }
});

test("127 users come in pages of 50, none left out and none shown twice", async ({
  account,
  enter,
  sql,
}) => {
  await sql`update accounts set seats_total = 200 where id = ${account.id}`;
  await insertPeople(sql, account, 119);
  const page = await enter(account.admin);
  await page.goto("/admin/users?sort=email&direction=desc");
  const pages = page.getByRole("navigation", { name: "Pages of Users" });
  const rows = page.getByRole("rowheader");
  const read: string[][] = [];
  for (const [count, move] of [
    [50, "Next"],
    [50, "Next"],
    [27, "Previous"],
    [50, ""],
  ] as const) {
    await expect(pages).toContainText(`${count} users of 127`);
    const names = await rows.allInnerTexts();
    read.push(names);
    if (move) await pages.getByRole("link", { name: move }).click();
    if (move) await expect(rows.first()).not.toHaveText(names[0] ?? "");
  }
  expect(new Set(read.slice(0, 3).flat()).size).toBe(127);
  expect(read[3]).toEqual(read[1]);
});

test("each row offers what can be done with that user, and says why something cannot", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto("/admin/users");
  const owner = row(page, account.owner.name);
  await expect(owner).toContainText("Account Owner");
  await expect(owner).toContainText("cannot be made inactive");
  await expect(owner.getByRole("link", { name: /^Ask support to lift that status/ })).toBeVisible();
  await expect(owner.getByRole("link", { name: /Make/ })).toHaveCount(0);

  const self = row(page, account.admin.name).filter({ hasText: "(you)" });
  await expect(self).toContainText("Another admin can make you inactive");
  await expect(self.getByRole("link", { name: /Make/ })).toHaveCount(0);

  for (const person of [account.otherAdmin, account.leaver, account.carl]) {
    await expect(page.getByRole("link", { name: `Make Inactive: ${person.name}` })).toBeVisible();
  }
  await expect(page.getByRole("link", { name: /^Make Inactive/ })).toHaveCount(5);
  await expect(page.getByRole("link", { name: /^Make Active/ })).toHaveCount(1);
});
