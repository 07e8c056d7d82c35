import { openAccount } from "#tests/support/e2e-account";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";
import { alertOf, expect, type Page, signIn, statusOf, test } from "#tests/support/e2e-test";

const answer = "If an active user has this address, a mail with a link is on its way.";
const fresh = "four green frogs sing";

test("a forgotten password is chosen anew by a mailed link, and every sign-in ends", async ({
  account,
  enter,
  visit,
}) => {
  const tab = await enter(account.carl);
  const page = await visit();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forgotten password");
  await ask(page, account.carl.email.toUpperCase());
  const [mail] = await mailsTo(account.carl.email);
  expect(mail?.subject).toBe(`A new password for ${account.name}`);
  await page.goto(linkIn(mail));
  await expect(page.getByRole("main")).toContainText(`For ${account.carl.name}`);
  await choose(page, fresh);
  await expect(statusOf(page)).toContainText("Your password is set. Sign in with it.");

  await tab.goto("/contacts?q=client");
  await expect(tab).toHaveURL(/\/sign-in\?ended=password_changed&next=%2Fcontacts%3Fq%3Dclient$/);
  await expect(statusOf(tab)).toContainText("because your password was changed");
  await signIn(tab, account.carl);
  await expect(alertOf(tab)).toContainText("do not match");
  await signIn(tab, { ...account.carl, password: fresh });
  await expect(tab).toHaveURL(/\/contacts$/);
  const [, told] = await mailsTo(account.carl.email, 2);
  expect(told?.subject).toBe("Your password was changed");
});

test("known, unknown and inactive addresses get one answer in about the same time", async ({
  account,
  visit,
}) => {
  const page = await visit();
  const answers = [];
  const emails = [account.dora.email, account.former.email, `nobody@${account.id}.example`];
  for (const email of emails) {
    await page.goto("/forgotten-password");
    const started = performance.now();
    await ask(page, email);
    expect(performance.now() - started).toBeGreaterThan(700);
    await expect(page).toHaveURL(/\/forgotten-password\?asked=yes$/);
    answers.push(await page.getByRole("main").textContent());
  }
  expect(new Set(answers).size).toBe(1);
  await mailsTo(account.dora.email);
});

test("what is no address is said to be none, and the sixth time waits", async ({
  account,
  visit,
}) => {
  const page = await visit();
  await page.goto("/forgotten-password");
  for (const [typed, sentence] of [
    ["carl", "This does not look like an e-mail address."],
    ["   ", "E-mail is missing."],
  ] as const) {
    await page.getByLabel("E-mail").fill(typed);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(alertOf(page)).toContainText(sentence);
  }
  for (let time = 0; time < 5; time++) {
    await page.goto("/forgotten-password");
    await ask(page, `nobody@${account.id}.example`);
  }
  await page.getByRole("link", { name: "Ask again" }).click();
  await page.getByLabel("E-mail").fill(`nobody@${account.id}.example`);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(alertOf(page)).toContainText(/^Too many attempts\. Wait 1[45] minutes/);
});

test("a used, an expired, a foreign and a truncated link say what to do", async ({
  account,
  sql,
  visit,
}) => {
  const page = await visit();
  const other = await openAccount(sql);
  const link = await askedFor(page, account.emile.email);
  for (const wrong of [link.slice(0, -5), link.replace(account.id, other.id), `${link}x`]) {
    await page.goto(wrong);
    await expect(alertOf(page)).toContainText("This link does not work any more");
    await expect(page.getByRole("textbox")).toHaveCount(0);
  }
  await page.goto(link);
  await choose(page, fresh);
  await expect(statusOf(page)).toContainText("Your password is set.");
  await page.goto(link);
  await expect(alertOf(page)).toContainText("it works once, for 30 minutes");
  await page.getByRole("link", { name: "Ask for a new link" }).click();

  await ask(page, account.emile.email);
  const mails = await mailsTo(account.emile.email, 3);
  const second = linkIn(mails.filter(({ subject }) => subject?.startsWith("A new")).at(-1));
  await page.goto(second);
  await sql.begin(async (tx) => {
    await tx`alter table password_links disable trigger password_links_stay_ended`;
    await tx`update password_links set expires_at = now() where user_id = ${account.emile.id}`;
    await tx`alter table password_links enable trigger password_links_stay_ended`;
  });
  await choose(page, "another of the passwords");
  await expect(alertOf(page)).toContainText("it works once, for 30 minutes");
  await expect(alertOf(page).getByRole("link", { name: "Ask for a new link" })).toBeVisible();
});

test("the link of somebody made inactive meanwhile is dead", async ({ account, sql, visit }) => {
  const page = await visit();
  await page.goto(await askedFor(page, account.dora.email));
  await sql`update users set status = 'inactive' where id = ${account.dora.id}`;
  await choose(page, fresh);
  await expect(alertOf(page)).toContainText("This link does not work any more");
  await signIn(page, { ...account.dora, password: fresh });
  await expect(alertOf(page)).toContainText("do not match");
});

test("a password that is easy to guess is refused with its reason, and the link goes on", async ({
  account,
  visit,
}) => {
  const page = await visit();
  await page.goto(await askedFor(page, account.carl.email));
  for (const [typed, reason] of [
    ["Football2026!", "one of the 10,000 most common"],
    ["123456789012", "repeats or counts up"],
    ["carl-chen-2026", "made of your name"],
  ] as const) {
    await choose(page, typed);
    await expect(alertOf(page)).toContainText(reason);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  }
  await choose(page, "  Vier Wörter und ein 🦊 ");
  await expect(statusOf(page)).toContainText("Your password is set.");
  await signIn(page, { ...account.carl, password: "  Vier Wo\u0308rter und ein 🦊 " });
  await expect(page).toHaveURL(/\/contacts$/);
});

async function ask(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(statusOf(page)).toContainText(answer);
}

async function askedFor(page: Page, email: string): Promise<string> {
  await page.goto("/forgotten-password");
  await ask(page, email);
  const [mail] = await mailsTo(email);
  return linkIn(mail);
}

async function choose(page: Page, typed: string): Promise<void> {
  await page.getByLabel("Password", { exact: true }).fill(typed);
  await page.getByLabel("Repeat the password").fill(typed);
  await page.getByRole("button", { name: "Set password" }).click();
}
