import { insertContacts } from "#tests/support/e2e-account";
import { type Account, alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const part = (page: Page, name: string) => page.getByRole("region", { name });

const preview = (page: Page) => page.getByRole("button", { name: "Preview" }).click();

const confirm = (page: Page) => page.getByRole("button", { name: /^Reassign \d/ }).click();

const allOfLeaver = ({ leaver }: Account) => `/contacts/reassign?all=1&assignee=${leaver.id}`;

test("all contacts of a user go to one colleague: preview, result, log, and back", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto(allOfLeaver(account));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reassign 10 contacts");
  await expect(part(page, "Which contacts")).toContainText(`10 contacts of ${account.leaver.name}`);
  await page.getByLabel("Colleague", { exact: true }).selectOption(account.carl.id);
  await preview(page);
  await expect(part(page, "Preview").getByRole("row", { name: account.carl.name })).toContainText(
    "10",
  );
  await confirm(page);

  await expect(page).toHaveURL(/\/transfers\//);
  await expect(statusOf(page)).toContainText(`${account.admin.name} reassigned 10 contacts on`);
  await expect(part(page, "To whom")).toContainText(`10 contacts to ${account.carl.name}`);
  await page.goto("/admin/audit");
  const line = page.getByRole("listitem").filter({
    hasText: `${account.admin.name} reassigned 10 contacts of ${account.leaver.name} to ${account.carl.name}.`,
  });
  await line.getByRole("link", { name: "See the reassignment" }).click();
  await expect(part(page, "Undo")).toContainText(`10 contacts go back to ${account.leaver.name}.`);
  await page.getByRole("button", { name: "Undo the reassignment" }).click();
  await expect(page.getByText(`${account.admin.name} undid it on`)).toBeVisible();
  await page.goto(`/contacts?assignee=${account.leaver.id}`);
  await expect(page.getByRole("rowheader")).toHaveCount(10);
});

test("single contacts go in given shares, and each one's History says so", async ({
  account,
  enter,
  sql,
}) => {
  const rows = await sql<{ id: string }[]>`
    select c.id from contacts c join books b on b.id = c.book_id
    where b.assignee_id = ${account.leaver.id} order by c.id limit 4`;
  const page = await enter(account.admin);
  await page.goto(`/contacts/reassign?${rows.map(({ id }) => `contact=${id}`).join("&")}`);
  await page.getByRole("link", { name: "In given shares" }).click();
  await page.getByLabel(account.carl.name).fill("3");
  await page.getByLabel(account.dora.name).fill("1");
  await preview(page);
  await expect(part(page, "Preview").getByRole("row", { name: account.carl.name })).toContainText(
    "3",
  );
  await confirm(page);
  await expect(part(page, "To whom")).toContainText(`1 contact to ${account.dora.name}`);
  await page.goto(`/contacts/${rows[0]?.id}`);
  await expect(
    page.getByText(`Reassigned from ${account.leaver.name} to ${account.carl.name}`),
  ).toBeVisible();
});

test("a rule by company shows what occurs, and who is not named stays", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto(allOfLeaver(account));
  await page.getByRole("link", { name: "By a rule" }).click();
  await page.getByRole("link", { name: "By company" }).click();
  await page.getByLabel("Company 3 (1)").selectOption(account.carl.id);
  await page.getByLabel("Company 4 (1)").selectOption(account.dora.id);
  await preview(page);
  await expect(
    part(page, "Preview").getByRole("row", { name: "Stay where they are" }),
  ).toContainText("8");
  await expect(page.getByLabel("Company 3 (1)")).toHaveValue(account.carl.id);
  await confirm(page);
  await expect(statusOf(page)).toContainText("reassigned 2 contacts");
});

test("an even split that names too few says so before anything is done", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto(allOfLeaver(account));
  await page.getByRole("link", { name: "Evenly among several" }).click();
  await page.getByRole("checkbox", { name: account.carl.name }).check();
  await preview(page);
  await expect(alertOf(page)).toContainText("Choose at least two colleagues.");
  await expect(page.getByRole("checkbox", { name: account.carl.name })).toBeChecked();
  await page.getByRole("checkbox", { name: account.dora.name }).check();
  await preview(page);
  await confirm(page);
  await expect(part(page, "To whom")).toContainText(`5 contacts to ${account.dora.name}`);
});

test("a plain user reassigns their own contacts, undoes it, and is refused those of others", async ({
  account,
  enter,
}) => {
  const page = await enter(account.leaver);
  await page.goto(allOfLeaver(account));
  await page.getByLabel("Colleague", { exact: true }).selectOption(account.carl.id);
  await preview(page);
  await confirm(page);
  await expect(statusOf(page)).toContainText(`${account.leaver.name} reassigned 10 contacts`);
  await page.getByRole("button", { name: "Undo the reassignment" }).click();
  await expect(page.getByText(`${account.leaver.name} undid it on`)).toBeVisible();
  await page.goto("/contacts/reassign?all=1");
  await expect(alertOf(page)).toContainText("3 of these contacts are not yours");
  await expect(page.getByRole("button", { name: "Preview" })).toHaveCount(0);
});

test("what somebody changed after the preview stops it, and shows what is there now", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await page.goto(`${allOfLeaver(account)}&q=client`);
  await page.getByLabel("Colleague", { exact: true }).selectOption(account.carl.id);
  await preview(page);
  await sql`update contacts set deleted_at = now() where id = ${account.contact.id}`;
  await confirm(page);
  await expect(alertOf(page)).toContainText("they are 9 now. Nothing was changed.");
  await page.getByRole("button", { name: "Reassign 9 contacts" }).click();
  await expect(statusOf(page)).toContainText("reassigned 9 contacts");
});

test("500 single contacts are named by one address", async ({ account, enter, sql }) => {
  const rows = await insertContacts(sql, account.leaver, 500, "Many");
  const page = await enter(account.admin);
  await page.goto(`/contacts/reassign?${rows.map(({ id }) => `contact=${id}`).join("&")}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reassign 500 contacts");
  await page.getByLabel("Colleague", { exact: true }).selectOption(account.carl.id);
  await preview(page);
  await confirm(page);
  await expect(statusOf(page)).toContainText("reassigned 500 contacts");
});

test("an address that names nothing, or nonsense, says what to do", async ({ account, enter }) => {
  const page = await enter(account.admin);
  for (const query of ["", "?contact=x", "?all=1&q=nobody-is-called-so", "?contact=&how=x&to=y"]) {
    await page.goto(`/contacts/reassign${query}`);
    await expect(alertOf(page)).toContainText("There is no contact to reassign");
  }
});
