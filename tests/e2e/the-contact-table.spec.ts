import { insertManyContacts } from "#tests/support/e2e-account";
import { expect, test } from "#tests/support/e2e-test";

test("among 100,000 contacts one searches, sorts, filters, pages and takes all along", async ({
  account,
  enter,
  sql,
}) => {
  test.slow();
  await insertManyContacts(sql, account.dora, 100_000);
  const page = await enter(account.admin);
  const pages = page.getByRole("navigation", { name: "Pages of Contacts" });
  const rows = page.getByRole("rowheader");
  await expect(pages).toContainText("1–50 of 100,013 contacts");
  await pages.getByRole("link", { name: "Next" }).click();
  await expect(pages).toContainText("51–100 of 100,013 contacts");
  await page.reload();
  await expect(pages).toContainText("51–100 of 100,013 contacts");

  await page.getByRole("table").getByRole("link", { name: "E-mail" }).click();
  await expect(page.getByRole("columnheader", { name: "E-mail" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(rows.first()).toHaveText("Client 010");
  const assignee = page.getByRole("combobox", { name: "Assignee" });
  await assignee.selectOption({ label: `${account.dora.name} · 100,000` });
  await page.getByRole("searchbox").fill("mass 0990");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(pages).toContainText("1–50 of 120 contacts");
  await expect(page).toHaveURL(/sort=email/);
  await expect(rows.first()).toHaveText("Mass 010990");

  await page.getByRole("checkbox", { name: "Select all 120 contacts that match" }).check();
  await page.getByRole("button", { name: "Reassign…" }).click();
  await expect(page).toHaveURL(
    new RegExp(`/contacts/reassign\\?q=mass\\+0990&assignee=${account.dora.id}&all=1$`),
  );
});

test("typing searches by itself and keeps the cursor in the field", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  const page = await enter(account.admin);
  const field = page.getByRole("searchbox");
  await field.pressSequentially("company 7");
  await expect(page.getByRole("rowheader")).toHaveText(["Client 007"]);
  await expect(page).toHaveURL(/\?q=company\+7$/);
  await expect(field).toBeFocused();
  await field.pressSequentially("7");
  await expect(page.getByRole("heading", { name: "No contact matches" })).toBeVisible();
});

test("columns and density are remembered, and an assignee's own books get a name", async ({
  account,
  enter,
}) => {
  const page = await enter(account.leaver);
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Phone" }).uncheck();
  await page.getByRole("checkbox", { name: "City" }).check();
  await page.getByRole("radio", { name: "Compact" }).check();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page).toHaveURL(/density=compact/);
  await page.goto(`/contacts?assignee=${account.leaver.id}&book=own`);
  await expect(page.getByRole("columnheader", { name: "Phone" })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "City" })).toHaveCount(1);
  await page.getByText("Name these books").click();
  await page.getByRole("textbox", { name: /^Name/ }).fill("Leeds");
  await page.getByRole("button", { name: "Save the name" }).click();
  const book = page.getByRole("combobox", { name: "Book" });
  await expect(book.getByRole("option", { selected: true })).toHaveText("Leeds · 10");
});
