import type { Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { Screen } from "#tests/support/contact-screens";
import { type Account, openAccount } from "#tests/support/e2e-account";
import { insertAgent } from "#tests/support/e2e-agents";
import { signInAgent } from "#tests/support/e2e-test";

/** Where a lead proposes an Owner, in each of its states; each in an account of its own. */
export const rescueScreens: Screen[] = [
  { name: "rescue-somebody-there", open: (page) => openRescue(page, async () => {}) },
  { name: "rescue", open: (page) => openRescue(page, leaveNobody) },
  { name: "rescue-refused", open: openRefused },
  { name: "rescue-nobody-fits", open: (page) => openRescue(page, leaveNobodyWhoSignedIn) },
];

async function openRescue(page: Page, prepare: (sql: Sql, account: Account) => Promise<unknown>) {
  const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  const account = await openAccount(sql);
  await prepare(sql, account);
  await page.context().clearCookies({ name: /handover\.support/ });
  await signInAgent(page, await insertAgent(sql, "lead"));
  await page.waitForURL("**/support/cases");
  await sql.end();
  await page.goto(`/support/accounts/${account.id}`);
  await page.getByLabel("Your reason").fill("Nobody answers any more");
  await page.getByRole("button", { name: "Look into the account" }).click();
  await page.getByRole("table", { name: "Users" }).waitFor();
  await page.goto(`/support/accounts/${account.id}/rescue`);
}

async function openRefused(page: Page): Promise<void> {
  await openRescue(page, leaveNobody);
  await page
    .locator("form")
    .last()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.locator(".field-error").first().waitFor();
}

async function leaveNobody(sql: Sql, { id, carl, dora }: Account): Promise<void> {
  await sql`update users set role = 'user' where account_id = ${id} and not is_owner`;
  await sql`
    update users set last_sign_in_at = now() - interval '2 days'
    where account_id = ${id} and id in (${carl.id}, ${dora.id})`;
}

async function leaveNobodyWhoSignedIn(sql: Sql, account: Account): Promise<void> {
  await leaveNobody(sql, account);
  await sql`update users set last_sign_in_at = null where account_id = ${account.id}`;
}
