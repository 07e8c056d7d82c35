import { alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const part = (page: Page, name: string) => page.getByRole("region", { name });

async function openSheet(page: Page, name: string): Promise<void> {
  await page.goto("/admin/users");
  await page.getByRole("link", { name: `Make Inactive: ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Make ${name} inactive`);
}

const confirm = (page: Page) => page.getByRole("button", { name: "Make Inactive" }).click();

test("the sheet names every consequence before the click", async ({ account, enter }) => {
  await enter(account.leaver);
  const page = await enter(account.admin);
  await openSheet(page, account.leaver.name);
  await expect(part(page, "Access")).toContainText("1 open sign-in");
  await expect(part(page, "Access")).toContainText(/Chrome on Linux, last used \d/);
  await expect(part(page, "Contacts")).toContainText("10 contacts");
  await expect(part(page, "User spot")).toContainText("6 of 9 user spots used afterwards");
  await expect(part(page, "User spot")).toContainText("The bill does not change by itself");
  await expect(part(page, "History")).toContainText("1 entry");
  const people = await page.getByLabel("Who receives them").locator("option").allInnerTexts();
  expect(people).toHaveLength(7);
  expect(people.join()).not.toContain(account.leaver.name);
  expect(people.join()).not.toContain(account.former.name);
});

test("all contacts to one person: access ends, the spot opens, the contacts move, the log says why", async ({
  account,
  enter,
}) => {
  const leaver = await enter(account.leaver);
  const page = await enter(account.admin);
  await openSheet(page, account.leaver.name);
  await page.getByRole("radio", { name: "Give all to one person" }).check();
  await page.getByLabel("Who receives them").selectOption(account.carl.id);
  await page.getByLabel("Reason").fill("Moves to another city");
  await confirm(page);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${account.leaver.name} is inactive`,
  );
  await expect(statusOf(page)).toContainText(
    `${account.admin.name} made ${account.leaver.name} inactive on`,
  );
  const result = part(page, "What happened");
  await expect(result).toContainText(/1 sign-in ended at \d\d:\d\d:\d\d/);
  await expect(result).toContainText(`10 contacts to ${account.carl.name}`);
  await expect(result).toContainText("6 of 9 user spots were used then");
  await expect(result).toContainText(`1 entry by ${account.leaver.name} stays`);
  await expect(result).toContainText("Moves to another city");
  await expect(part(page, "Important final step")).toContainText(
    "You pay for 3 open user spots: US$45.00 a month. Reduce to 6 and save US$540.00 a year.",
  );

  await leaver.goto("/contacts");
  await expect(leaver).toHaveURL(/\/sign-in\?ended=inactivated$/);
  await result.getByRole("link", { name: account.carl.name }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(10);
  await page.goto("/admin/audit");
  await expect(page.getByRole("listitem").filter({ hasText: "made" }).first()).toContainText(
    `${account.admin.name} made ${account.leaver.name} inactive: 1 sign-in ended, ` +
      `10 contacts given to ${account.carl.name}. Reason: Moves to another city`,
  );
});

test("an even split gives everyone the same number, give or take one", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await openSheet(page, account.leaver.name);
  await page.getByRole("radio", { name: "Split evenly among several" }).check();
  for (const { name } of [account.carl, account.dora, account.emile]) {
    await page.getByRole("checkbox", { name }).check();
  }
  await confirm(page);
  const shares = part(page, "What happened").getByRole("listitem");
  await expect(shares).toHaveCount(3);
  const counts = (await shares.allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(counts.sort()).toEqual([3, 3, 4]);
  const held = await sql<{ n: number }[]>`
    select count(*)::int as n from contacts c join books b on b.id = c.book_id
    where b.account_id = ${account.id}
      and b.assignee_id in ${sql([account.carl.id, account.dora.id, account.emile.id])}
    group by b.assignee_id order by n`;
  expect(held.map(({ n }) => n)).toEqual([3, 3, 4]);
});

test("contacts can stay: everyone still finds them", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await openSheet(page, account.leaver.name);
  await page.getByRole("radio", { name: `Leave them with ${account.leaver.name} for now` }).check();
  await confirm(page);
  await expect(part(page, "What happened")).toContainText(
    `10 contacts stayed with ${account.leaver.name}`,
  );
  await expect(page.getByRole("button", { name: "Undo the reassignment" })).toHaveCount(0);
  const colleague = await enter(account.carl);
  await colleague.goto("/contacts?assignee=inactive");
  await expect(colleague.getByRole("rowheader")).toHaveCount(13);
});

test("the next steps lead to a new user, to fewer user spots, and back", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await openSheet(page, account.leaver.name);
  await page.getByLabel("Who receives them").selectOption(account.dora.id);
  await confirm(page);
  const address = page.url();
  await page.getByRole("link", { name: "Add a user to the open spot" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add user");
  await page.goto(address);
  await page.getByRole("link", { name: "Reduce user spots" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reduce user spots");

  await page.goto(address);
  await expect(part(page, "Next steps")).toContainText(
    `10 contacts go back to ${account.leaver.name}, who stays inactive`,
  );
  await page.getByRole("button", { name: "Undo the reassignment" }).click();
  await expect(statusOf(page)).toContainText(`${account.admin.name} undid it on`);
  await expect(statusOf(page)).toContainText(`10 contacts went back to ${account.leaver.name}`);
  await expect(page.getByRole("button", { name: "Undo the reassignment" })).toHaveCount(0);
  await page.goto(address);
  await expect(part(page, "What happened")).toContainText("Undone on");
  await expect(page.getByRole("button", { name: "Undo the reassignment" })).toHaveCount(0);
});

test("whoever is missing to receive the contacts is asked for, and nothing has changed", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await openSheet(page, account.leaver.name);
  await page.getByLabel("Reason").fill("Kept while I choose");
  await confirm(page);
  await expect(alertOf(page)).toContainText(
    "Choose who receives the contacts. Nothing was changed.",
  );
  await page.getByRole("radio", { name: "Split evenly among several" }).check();
  await page.getByRole("checkbox", { name: account.carl.name }).check();
  await confirm(page);
  await expect(alertOf(page)).toContainText("Choose at least two colleagues");
  await expect(page.getByRole("checkbox", { name: account.carl.name })).toBeChecked();
  await expect(page.getByLabel("Reason")).toHaveValue("Kept while I choose");
});
