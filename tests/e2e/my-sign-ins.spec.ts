import { password } from "#tests/support/e2e-account";
import { mailsTo } from "#tests/support/e2e-mails";
import { alertOf, expect, type Page, signIn, statusOf, test } from "#tests/support/e2e-test";

const fresh = "four green frogs sing";

test("everybody sees their own sign-ins and ends one that is lost", async ({ account, enter }) => {
  const page = await enter(account.carl);
  const lost = await enter(account.carl);
  const admin = await enter(account.admin);
  await page.getByRole("button", { name: account.carl.name }).click();
  await page.getByRole("link", { name: "My sign-ins" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My sign-ins");
  const rows = page.getByRole("table", { name: "Open sign-ins" }).getByRole("rowheader");
  await expect(rows).toHaveText([/this one$/, /Chrom/]);
  await page.getByRole("button", { name: /^End: / }).click();
  await expect(statusOf(page)).toContainText(/1 sign-in ended at \d\d:\d\d:\d\d\./);
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Ended in the last 30 days" })).toContainText(
    "Ended from another sign-in",
  );
  await expect(page.getByRole("button", { name: "End all others" })).toHaveCount(0);

  await lost.goto("/contacts");
  await expect(lost).toHaveURL(/\/sign-in\?ended=ended_by_user$/);
  await expect(statusOf(lost)).toHaveText("This sign-in was ended on another of your devices.");
  await admin.goto("/admin/audit");
  await expect(admin.getByRole("main")).toContainText(`${account.carl.name} ended a sign-in with`);
});

test("all others end at once, and this one goes on", async ({ account, enter }) => {
  const page = await enter(account.carl);
  const others = [await enter(account.carl), await enter(account.carl)];
  await page.goto("/sign-ins");
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(statusOf(page)).toContainText("2 sign-ins ended at");
  for (const other of others) {
    await other.reload();
    await expect(other).toHaveURL(/\/sign-in\?ended=ended_by_user$/);
  }
  await page.goto("/contacts");
  await expect(page).toHaveURL(/\/contacts$/);
});

test("one that was ended meanwhile is said to have ended, and what it sends changes nothing", async ({
  account,
  enter,
}) => {
  const page = await enter(account.carl);
  const other = await enter(account.carl);
  await page.goto("/sign-ins");
  await other.goto(`/contacts/${account.contact.id}`);
  await other.getByLabel("What happened").fill("Too late");
  const third = await enter(account.carl);
  await third.goto("/sign-ins");
  await third.getByRole("button", { name: "End all others" }).click();
  await expect(statusOf(third)).toContainText("2 sign-ins ended at");
  await page.getByRole("button", { name: /^End: / }).click();
  await expect(page).toHaveURL(/\/sign-in\?ended=ended_by_user/);
  await other.getByRole("button", { name: "Add to History" }).click();
  await expect(other).toHaveURL(/\/sign-in\?ended=ended_by_user/);
  await third.goto(`/contacts/${account.contact.id}`);
  await expect(third.getByRole("main")).not.toContainText("Too late");
});

test("changing the password ends the other sign-ins and keeps this one", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.carl);
  const other = await enter(account.carl);
  await page.goto("/sign-ins");
  await page.getByRole("link", { name: "Change password" }).click();
  await change(page, password, fresh);
  await expect(statusOf(page)).toContainText(
    /Your password was changed at \d\d:\d\d:\d\d\. 1 other sign-in ended\./,
  );
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in\?ended=password_changed/);
  const [mail] = await mailsTo(account.carl.email);
  expect(mail?.subject).toBe("Your password was changed");
  const visitor = await visit();
  await signIn(visitor, account.carl);
  await expect(alertOf(visitor)).toContainText("do not match");
  await signIn(visitor, { ...account.carl, password: fresh });
  await expect(visitor).toHaveURL(/\/contacts$/);
});

test("a password is not changed without the present one, nor to one that does not do", async ({
  account,
  enter,
}) => {
  const page = await enter(account.carl);
  await page.goto("/sign-ins/password");
  for (const [current, next, again, sentence] of [
    ["not the password", fresh, fresh, "This is not your password. Nothing was changed."],
    [password, password, password, "is the one you have already"],
    [password, "Password2026!", "Password2026!", "one of the 10,000 most common"],
    [password, "carlchen 2026", "carlchen 2026", "made of your name"],
    [password, fresh, `${fresh}!`, "The two passwords differ."],
  ] as const) {
    await change(page, current, next, again);
    await expect(alertOf(page)).toContainText(sentence);
    await expect(page.getByLabel("Present password")).toHaveValue("");
  }
  await change(page, password, fresh);
  await expect(statusOf(page)).toContainText("Your password was changed at");
});

test("a new password is rated as it is typed, and can be looked at", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  const page = await enter(account.carl);
  await page.goto("/sign-ins/password");
  const field = page.getByLabel("New password", { exact: true });
  const height = await page.getByRole("main").evaluate((main) => main.scrollHeight);
  for (const [typed, word] of [
    ["short", "too short"],
    ["Football2026!!", "weak"],
    ["correct horse battery", "good"],
    ["correct horse battery staple", "strong"],
  ] as const) {
    await field.fill(typed);
    await expect(page.getByText(`The password is ${word}`)).toBeVisible();
  }
  expect(await page.getByRole("main").evaluate((main) => main.scrollHeight)).toBe(height);
  await page.getByRole("button", { name: "Show password" }).last().click();
  await expect(field).toHaveAttribute("type", "text");
});

async function change(page: Page, current: string, next: string, again = next): Promise<void> {
  await page.getByLabel("Present password").fill(current);
  await page.getByLabel("New password", { exact: true }).fill(next);
  await page.getByLabel("Repeat the new password").fill(again);
  await page.getByRole("button", { name: "Change password" }).click();
}
