import type { Sql } from "postgres";
import { type Account, alertOf, expect, type Page, test } from "#tests/support/e2e-test";

const reason = "The Owner died, and the office manager called";

test("one lead proposes an Owner for an account with nobody left, and another one carries it out", async ({
  account,
  enter,
  enterConsole,
  sql,
}) => {
  const path = `/support/accounts/${account.id}/rescue`;
  const lead = await enterConsole("lead", { expected: /404|403/ });
  await look(lead, account);
  await lead.getByRole("link", { name: "Nobody left?" }).click();
  await expect(alertOf(lead)).toContainText(account.admin.name);
  await expect(lead.getByRole("button", { name: "Propose it" })).toHaveCount(0);

  await leaveNobody(sql, account);
  await lead.reload();
  const happens = lead.getByRole("region", { name: "What happens" });
  await expect(happens).toContainText("8 letters go out at once");
  await lead.getByLabel("Who becomes an Account Owner").selectOption(account.carl.id);
  await lead.getByLabel("Reason").fill(reason);
  await lead.getByRole("button", { name: "Propose it" }).click();
  await expect(lead).toHaveURL(/\/support\/cases\/\d+/);
  const address = new URL(lead.url()).pathname;
  await expect(lead.getByRole("main")).toContainText(reason);
  await lead.goto(path);
  await expect(alertOf(lead)).toContainText("proposed already");

  const technical = await enterConsole("technical", { expected: /404|403/ });
  await look(technical, account);
  expect((await technical.goto(path))?.status()).toBe(403);

  const other = await enterConsole("lead", { expected: /404/ });
  // Whose reason was not stated sees nothing of the account.
  await other.goto(path);
  await expect(other).toHaveURL(new RegExp(`/support/accounts/${account.id}$`));
  await other.goto(address);
  await other.getByRole("button", { name: "Carry it out" }).click();
  await expect(other.getByRole("main")).toContainText("Carried out");

  const carl = await enter(account.carl);
  await carl.goto("/admin/audit?kind=support");
  await expect(carl.getByRole("list", { name: /^Events of/ })).toContainText(
    `made ${account.carl.name} an admin and an Account Owner`,
  );
});

async function look(page: Page, { id }: Account): Promise<void> {
  await page.goto(`/support/accounts/${id}`);
  await page.getByLabel("Your reason").fill("Somebody called");
  await page.getByRole("button", { name: "Look into the account" }).click();
  await expect(page.getByRole("table", { name: "Users" })).toBeVisible();
}

/** The Owner alone is an admin, and one user has signed in. */
async function leaveNobody(sql: Sql, { id, carl }: Account): Promise<void> {
  await sql`update users set role = 'user' where account_id = ${id} and not is_owner`;
  await sql`
    update users set last_sign_in_at = now() - interval '2 days'
    where account_id = ${id} and id = ${carl.id}`;
}
