import AxeBuilder from "@axe-core/playwright";
import { type Account, expect, type Page, test } from "#tests/support/e2e-test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const forAdmins: [string, (account: Account) => string][] = [
  ["Contacts", () => "/contacts"],
  ["Contacts, none found", () => "/contacts?q=nobody-at-all"],
  ["a contact", ({ contact }) => `/contacts/${contact.id}`],
  ["Admin", () => "/admin"],
  ["Manage Users", () => "/admin/users"],
  ["Manage Users, none found", () => "/admin/users?q=nobody-at-all"],
  ["Add user", () => "/admin/users/new"],
  ["the sheet", ({ leaver }) => `/admin/users/${leaver.id}/inactivate`],
  ["an Owner's sheet", ({ owner }) => `/admin/users/${owner.id}/inactivate`],
  ["what happened", ({ former }) => `/admin/users/${former.id}/inactivate`],
  ["Make Active", ({ former }) => `/admin/users/${former.id}/reactivate`],
  ["a password link", ({ leaver }) => `/admin/users/${leaver.id}/link`],
  ["Subscription", () => "/admin/subscription"],
  ["Account log", () => "/admin/audit"],
  ["Help", () => "/help"],
  ["a help page", () => "/help/roles"],
  ["not found", () => "/contacts/00000000-0000-4000-8000-000000000000"],
];

test("no page of an admin has an accessibility violation, in either colour scheme, wide or narrow", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  const page = await enter(account.admin);
  for (const [name, address] of forAdmins) {
    await page.goto(address(account));
    await check(page, name);
  }
});

test("nor has any page of somebody who is not signed in", { tag: "@with-javascript" }, async ({
  visit,
}) => {
  const page = await visit();
  for (const address of [
    "/sign-in",
    "/sign-in?ended=inactivated",
    "/choose-password/x/y",
    "/help",
    "/help?q=password",
    "/help?q=nothing-like-this",
    "/help/account-owners",
    "/help/roles",
  ]) {
    await page.goto(address);
    await check(page, address);
  }
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("nobody@nowhere.example");
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a refused sign-in");
});

test("nor has a refusal, a result, or the page that a plain user may not see", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto(`/admin/users/${account.leaver.id}/inactivate`);
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a refusal");
  await page.getByRole("radio", { name: "Split evenly" }).check();
  for (const { name } of [account.carl, account.dora]) {
    await page.getByRole("checkbox", { name }).check();
  }
  await check(page, "the sheet with several successors");
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("region", { name: "What happened" })).toBeVisible();
  await check(page, "the result");
  await page.getByRole("button", { name: "Undo the reassignment" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Reassignment of");
  await check(page, "a reassignment");
  await page.goto("/admin/users/new");
  await page.getByLabel("First name").fill("Fred");
  await page.getByLabel("Last name").fill("Fuller");
  await page.getByLabel("E-mail").fill(account.former.email);
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "the same or a different person");
  await page.getByRole("checkbox", { name: /different person/ }).check();
  await page.getByRole("button", { name: "Add user" }).click();
  const link = page.getByLabel("Link to choose a password");
  await expect(link).toBeVisible();
  await check(page, "a user who was added");
  await page.goto(await link.inputValue());
  await expect(page.getByRole("button", { name: "Set password" })).toBeVisible();
  await check(page, "choosing a password");
  await page.goto(`/admin/users/${account.leaver.id}/reactivate`);
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "a user who is active again");
  const colleague = await enter(account.emile);
  await colleague.goto("/admin/users");
  await check(colleague, "no permission");
});

async function check(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" | ")}`,
      );
      expect([name, colorScheme, width, found]).toEqual([name, colorScheme, width, []]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, width, overflow]).toEqual([name, width, 0]);
    }
  }
}
