import { insertContacts } from "#tests/support/e2e-account";
import { expect, type Page, statusOf, test } from "#tests/support/e2e-test";

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("button", { name: "Search" }).click();
}

test("contacts are found by name, company, e-mail and phone, and by who looks after them", async ({
  account,
  enter,
}) => {
  const page = await enter(account.carl);
  await expect(page.getByRole("rowheader")).toHaveCount(13);
  for (const [words, count] of [
    ["CLIENT 00", 12],
    ["company 7", 1],
    ["client10@customer", 1],
    ["30 555003", 2],
    ["nobody of this name", 0],
  ] as const) {
    await search(page, words);
    await expect(page).toHaveURL(/\?q=/);
    await expect(page.getByRole("rowheader")).toHaveCount(count);
    await expect(page.getByRole("searchbox")).toHaveValue(words);
  }
  await page.getByRole("link", { name: "Show all contacts" }).click();
  const assignee = page.getByRole("combobox", { name: "Assignee" });
  await assignee.selectOption({ label: `${account.leaver.name} · 10` });
  await search(page, "");
  await expect(page.getByRole("rowheader")).toHaveCount(10);
  await assignee.selectOption({ label: "Inactive users' contacts · 3" });
  await search(page, "");
  await expect(page.getByRole("rowheader")).toHaveCount(3);
  await expect(page.getByRole("row").nth(1)).toContainText(`${account.former.name} (inactive)`);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(13);
});

test("long lists come in pages of 50", async ({ account, enter, sql }) => {
  await insertContacts(sql, account.dora, 107, "Many");
  const page = await enter(account.carl);
  const pages = page.getByRole("navigation", { name: "Pages of Contacts" });
  await search(page, "many");
  await expect(pages).toContainText("1–50 of 107 contacts");
  const rows = page.getByRole("rowheader");
  await expect(rows.first()).toHaveText("Many 001");
  await pages.getByRole("link", { name: "Next" }).click();
  await expect(rows.first()).toHaveText("Many 051");
  await expect(rows.last()).toHaveText("Many 100");
  await pages.getByRole("link", { name: "Next" }).click();
  await expect(rows.first()).toHaveText("Many 101");
  await expect(rows).toHaveCount(7);
  await expect(pages.getByRole("link", { name: "Next" })).toHaveCount(0);
  await pages.getByRole("link", { name: "Previous" }).click();
  await expect(rows.first()).toHaveText("Many 051");
  await expect(rows).toHaveCount(50);
});

test("a note, a call, an e-mail and a meeting stand in the History with author and time", async ({
  account,
  enter,
}) => {
  const page = await enter(account.carl);
  await page.getByRole("link", { name: account.contact.name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(account.contact.name);
  await expect(page).toHaveTitle(`${account.contact.name} · Handover`);
  await expect(page.getByRole("main")).toContainText("client1@customer.example");
  const history = page.getByRole("list", { name: `History of ${account.contact.name}` });
  for (const kind of ["Note", "Call", "E-mail", "Meeting"]) {
    await page.getByLabel("What it was").selectOption({ label: kind });
    await page.getByLabel("What happened").fill(`About the ${kind}.\nSecond line, <b>é</b> 日本`);
    await page.getByRole("button", { name: "Add to History" }).click();
    const latest = history.getByRole("listitem").first();
    await expect(latest).toContainText(`About the ${kind}.`);
    await expect(latest).toContainText("Second line, <b>é</b> 日本");
    await expect(latest.getByRole("paragraph").first()).toHaveText(kind);
    await expect(statusOf(page)).toHaveText("Added to the History.");
    await expect(latest).toContainText(account.carl.name);
    await expect(latest.getByRole("time")).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT/);
    await expect(page.getByLabel("What happened")).toHaveValue("");
  }
  await expect(history.getByRole("listitem")).toHaveCount(6);
});

test("an entry without a text is asked for, and nothing is added", async ({ account, enter }) => {
  const page = await enter(account.carl);
  await page.goto(`/contacts/${account.contact.id}`);
  await page.getByLabel("What happened").fill("   ");
  await page.getByRole("button", { name: "Add to History" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Write what happened.");
  await page.reload();
  await expect(page.getByRole("list", { name: /^History/ }).getByRole("listitem")).toHaveCount(2);
});

test("an author who has left keeps the name, marked inactive; reassignments stand there too", async ({
  account,
  enter,
}) => {
  const admin = await enter(account.admin);
  await admin.goto(`/admin/users/${account.leaver.id}/inactivate`);
  await admin.getByLabel("Who receives them").selectOption(account.dora.id);
  await admin.getByRole("button", { name: "Make Inactive" }).click();
  await expect(admin.getByRole("button", { name: "Undo the reassignment" })).toBeVisible();

  const page = await enter(account.carl);
  await page.goto(`/contacts/${account.contact.id}`);
  const entries = page.getByRole("list", { name: /^History/ }).getByRole("listitem");
  await expect(entries).toHaveCount(3);
  await expect(entries.first()).toContainText(
    `Reassigned from ${account.leaver.name} to ${account.dora.name}`,
  );
  await expect(entries.first()).toContainText(account.admin.name);
  for (const name of [account.former.name, account.leaver.name]) {
    await expect(entries.filter({ hasText: name }).last()).toContainText(`${name} Inactive`);
  }
  await expect(page.getByRole("definition").last()).toHaveText(account.dora.name);

  await admin.getByRole("button", { name: "Undo the reassignment" }).click();
  await expect(admin.getByRole("main").getByText(/undid it on/)).toBeVisible();
  await page.reload();
  await expect(entries.first()).toContainText(
    `Returned from ${account.dora.name} to ${account.leaver.name}`,
  );
  await expect(page.getByRole("definition").last()).toHaveText(`${account.leaver.name} Inactive`);
});
