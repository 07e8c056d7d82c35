import type { Page } from "@playwright/test";
import { alertOf, expect, statusOf, test } from "#tests/support/e2e-test";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("a contact is added with all that is known of it, and lies with who added it", async ({
  account,
  enter,
}) => {
  const page = await enter(account.carl);
  await page.getByRole("link", { name: "Add contact" }).click();
  await expect(page.getByLabel("Assignee")).toHaveCount(0);
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(alertOf(page)).toContainText("a contact needs one of them");
  const fields: Record<string, string> = {
    "First name": "زينب 👩‍👩‍👧‍👦",
    "Last name": "الحسن",
    Company: "=HYPERLINK(1)",
    "Job title": "Head of Things",
    "E-mail": "zaynab@hasan.example",
    Phone: "+44 20 7946 0000",
    Street: "1 High Street",
    "Postal code": "YO1 7HH",
    City: "York",
    Country: "United Kingdom",
    Notes: "First line\nsecond line",
  };
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(statusOf(page)).toContainText("added the contact");
  await expect(heading(page)).toHaveText("زينب 👩‍👩‍👧‍👦 الحسن");
  const main = page.getByRole("main");
  for (const text of ["=HYPERLINK(1)", "Head of Things", "1 High Street, YO1 7HH York"]) {
    await expect(main).toContainText(text);
  }
  await expect(main.getByText("First line")).toHaveText("First line\nsecond line");
  await expect(page.getByRole("definition").last()).toHaveText(account.carl.name);
  await expect(page.getByRole("link", { name: "Reassign" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Merge" })).toHaveCount(0);
  await page.goto(`/contacts/${account.contact.id}`);
  await expect(page.getByRole("link", { name: "Reassign" })).toHaveCount(0);
});

test("an admin adds a contact for a colleague", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto("/contacts/new");
  await page.getByLabel("Company").fill("Zhang & Sons");
  await page.getByLabel("Assignee").selectOption(account.dora.id);
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(statusOf(page)).toHaveText(
    `${account.admin.name} added the contact Zhang & Sons for ${account.dora.name}.`,
  );
  await expect(page.getByRole("definition").last()).toHaveText(account.dora.name);
});

test("who is there already is pointed out, and added anyway only by the second button", async ({
  account,
  enter,
}) => {
  const page = await enter(account.carl);
  await page.goto("/contacts/new");
  await page.getByLabel("Last name").fill("Zhang");
  await page.getByLabel("E-mail").fill("CLIENT3@customer.example");
  await page.getByLabel("Mobile").fill("0049 30 555007".slice(2));
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(alertOf(page)).toContainText("Nothing was changed yet.");
  const found = page.getByRole("list", { name: "Contacts that are there already" });
  await expect(found.getByRole("link", { name: "Client 003", exact: true })).toBeVisible();
  await expect(found.getByRole("link", { name: "Client 007", exact: true })).toBeVisible();
  await expect(found).toContainText(`with ${account.leaver.name}`);
  await expect(page.getByLabel("Last name")).toHaveValue("Zhang");
  // Enter is the first button, which asks again.
  await page.getByLabel("Last name").press("Enter");
  await expect(page.getByRole("button", { name: "Add it anyway" })).toBeVisible();
  await page.getByRole("button", { name: "Add it anyway" }).click();
  await expect(statusOf(page)).toHaveText(`${account.carl.name} added the contact Zhang.`);
});

test("who is there already can be opened instead", async ({ account, enter }) => {
  const page = await enter(account.carl);
  await page.goto("/contacts/new");
  await page.getByLabel("Last name").fill("Zhang");
  await page.getByLabel("Phone").fill("(+49) 30 555-004");
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.getByRole("link", { name: "Client 004", exact: true }).click();
  await expect(heading(page)).toHaveText("Client 004");
});

test("an edit is shown by what it changed; one of an old page loses nothing of what was typed", async ({
  account,
  enter,
}) => {
  const { id } = account.contact;
  const page = await enter(account.carl);
  await page.goto(`/contacts/${id}`);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("City").fill("York");
  const other = await enter(account.dora);
  await other.goto(`/contacts/${id}/edit`);
  await other.getByLabel("City").fill("Leeds");
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(statusOf(other)).toHaveText(
    `${account.dora.name} edited the contact ${account.contact.name}: city from none to Leeds.`,
  );
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(alertOf(page)).toContainText(
    `${account.dora.name} changed ${account.contact.name} on`,
  );
  await expect(alertOf(page).getByRole("definition")).toHaveText("Leeds");
  await expect(page.getByLabel("City")).toHaveValue("York");
  // Sending it again without saying so is told again.
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(alertOf(page)).toContainText("Nothing was changed.");
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(statusOf(page)).toContainText("city from Leeds to York");
  await other.goto(`/contacts/${id}/edit`);
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(alertOf(other)).toContainText("You changed nothing");
});

test("the present values can be loaded instead", async ({ account, enter, sql }) => {
  const { id } = account.contact;
  const page = await enter(account.carl);
  await page.goto(`/contacts/${id}/edit`);
  await sql`update contacts set city = 'Leeds', updated_by = ${account.dora.id} where id = ${id}`;
  await page.getByLabel("City").fill("York");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("link", { name: "Load the present values" }).click();
  await expect(page.getByLabel("City")).toHaveValue("Leeds");
  await page.getByLabel("City").fill("Bath");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(statusOf(page)).toContainText("city from Leeds to Bath");
});

test("two contacts become one with the values chosen; the other's address leads there", async ({
  account,
  enter,
  sql,
}) => {
  const { id, name } = account.contact;
  const [other] = await sql`
    select id from contacts where account_id = ${account.id} and name = 'Client 002'`;
  const page = await enter(account.admin);
  await page.goto(`/contacts/${id}`);
  await page.getByRole("link", { name: "Merge" }).click();
  await page.getByRole("searchbox").fill("client 002");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "Client 002", exact: true }).click();
  await expect(heading(page)).toHaveText(`Merge Client 002 into ${name}`);
  await page
    .getByRole("group", { name: "E-mail" })
    .getByRole("radio", { name: "client2@customer.example" })
    .check();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(statusOf(page)).toHaveText(
    `${account.admin.name} merged the contact Client 002 into ${name}.`,
  );
  await expect(page.getByRole("main")).toContainText("client2@customer.example");
  await expect(page.getByRole("main")).toContainText("+49 30 555001");
  await page.goto(`/contacts/${other?.id}`);
  await expect(page).toHaveURL(new RegExp(`/contacts/${id}\\?merged=`));
  await expect(statusOf(page)).toContainText("Client 002 was merged into this contact.");
  await page.getByRole("link", { name: "deleted contacts" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText(`merged into ${name}`);
  await page.getByRole("button", { name: "Restore Client 002", exact: true }).click();
  await expect(statusOf(page)).toContainText("restored the contact Client 002");
  await expect(heading(page)).toHaveText("Client 002");
});

test("a deleted contact is hidden, says by whom, and an admin restores it", async ({
  account,
  enter,
}) => {
  const { id, name } = account.contact;
  const page = await enter(account.admin);
  await page.goto(`/contacts/${id}`);
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete contact" }).click();
  await expect(statusOf(page)).toContainText(`${name} was deleted on`);
  await expect(statusOf(page)).toContainText(`by ${account.admin.name}`);
  const colleague = await enter(account.carl);
  await expect(colleague.getByRole("link", { name, exact: true })).toHaveCount(0);
  await colleague.goto(`/contacts/${id}/edit`);
  await expect(statusOf(colleague)).toContainText("An admin can restore it until");
  await expect(colleague.getByRole("button", { name: /^Restore/ })).toHaveCount(0);
  await page.goto("/contacts/deleted");
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: `Restore ${name}` }).click();
  await expect(statusOf(page)).toHaveText(`${account.admin.name} restored the contact ${name}.`);
  await colleague.goto(`/contacts/${id}`);
  await expect(colleague.getByRole("list", { name: /^History/ })).toContainText("telephone");
});

test("a contact deleted while another edits it stays deleted, and the editor is told", async ({
  account,
  enter,
}) => {
  const { id, name } = account.contact;
  const page = await enter(account.carl);
  await page.goto(`/contacts/${id}/edit`);
  await page.getByLabel("City").fill("York");
  const admin = await enter(account.admin);
  await admin.goto(`/contacts/${id}/delete`);
  await admin.getByRole("button", { name: "Delete contact" }).click();
  await expect(statusOf(admin)).toContainText("was deleted on");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("main")).toContainText(`${name} was deleted on`);
});
