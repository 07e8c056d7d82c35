import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-test";

async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("what the Contact Table shows is taken along as CSV or vCard, and the log says so", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto(`/contacts?q=client&assignee=${account.leaver.id}`);
  await page.getByRole("link", { name: "Export" }).click();
  await expect(page.getByRole("main")).toContainText("10 contacts to export");
  await expect(page.getByRole("main")).toContainText(
    `Those found by “client”, of ${account.leaver.name}.`,
  );
  const csv = await download(page, "Download CSV");
  expect(csv.name).toMatch(/^contacts-cedar-trading-.*\.csv$/);
  expect(csv.text.trim().split("\r\n")).toHaveLength(11);
  expect(csv.text).toContain("'+49 30 555001");
  await page.getByRole("link", { name: "Export all instead" }).click();
  await expect(page.getByRole("main")).toContainText("13 contacts to export");
  const vcard = await download(page, "Download vCard");
  expect(vcard.name).toMatch(/\.vcf$/);
  expect(vcard.text.match(/^BEGIN:VCARD\r$/gm)).toHaveLength(13);
  await page.goto("/admin/audit?kind=details");
  const main = page.getByRole("main");
  await expect(main).toContainText("exported 13 contacts as vCard: all contacts.");
  await expect(main).toContainText("exported 10 contacts as CSV: those found by “client”");
});

test("a filter that matches nothing has nothing to export, and the file's address leads back", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto("/contacts/export?q=nobody-at-all");
  await expect(page.getByRole("heading", { name: "No contact matches" })).toBeVisible();
  await page.goto("/contacts/export/file?q=client");
  await expect(page).toHaveURL(/\/contacts\/export\?q=client$/);
});

test("a plain user has no export, by hand neither", async ({ account, enter }) => {
  const page = await enter(account.carl);
  await expect(page.getByRole("link", { name: "Export" })).toHaveCount(0);
  const answer = await page.request.post("/contacts/export/file", {
    form: { format: "csv" },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).not.toContain("customer.example");
});
