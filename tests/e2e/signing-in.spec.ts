import { openAccount, password } from "#tests/support/e2e-account";
import { alertOf, expect, signIn, test } from "#tests/support/e2e-test";

const wrong = "E-mail and password do not match an active user. Check both.";

test("the right password opens the contacts, and signing out closes them", async ({
  account,
  visit,
}) => {
  const page = await visit();
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole("contentinfo")).toContainText("support@handover.example");
  await signIn(page, account.admin);
  await expect(page).toHaveURL(/\/contacts$/);
  await expect(page.getByRole("banner")).toContainText(account.name);

  await page.getByRole("button", { name: account.admin.name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto("/contacts");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("signing in leads to the page that was asked for, and to no other site", async ({
  account,
  visit,
}) => {
  const page = await visit();
  const fillIn = async () => {
    await page.getByLabel("E-mail").fill(account.admin.email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await page.goto("/admin/users?status=inactive&q=fuller");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillIn();
  await expect(page).toHaveURL(/\/admin\/users\?status=inactive&q=fuller$/);
  await expect(page.getByRole("rowheader")).toHaveText([account.former.name]);
  for (const next of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:1",
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await fillIn();
    await expect(page).toHaveURL(/\/contacts$/);
  }
});

test("an e-mail counts in any case, and a signed-in person has no need of the sign-in page", async ({
  account,
  visit,
}) => {
  const page = await visit();
  await signIn(page, { email: ` ${account.admin.email.toUpperCase()}` });
  await expect(page).toHaveURL(/\/contacts$/);
  await page.goto("/sign-in");
  await expect(page).toHaveURL(/\/contacts$/);
});

test("a wrong password, an unknown e-mail and an inactive user get the same answer in about the same time", async ({
  account,
  visit,
}) => {
  const page = await visit();
  const answers = [];
  for (const person of [
    { email: account.admin.email, password: "not the password" },
    { email: "nobody@nowhere.example", password },
    { email: account.former.email, password: "not the password" },
  ]) {
    const started = performance.now();
    await signIn(page, person);
    await expect(alertOf(page)).toHaveText(wrong);
    expect(performance.now() - started).toBeGreaterThan(700);
    await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
    await expect(page.getByLabel("Password")).toHaveValue("");
    answers.push(await page.getByRole("main").textContent());
  }
  expect(new Set(answers).size).toBe(1);
});

test("an inactive user with the right password is told so", async ({ account, visit }) => {
  const page = await visit();
  await signIn(page, account.former);
  await expect(alertOf(page)).toHaveText(
    `Your user in ${account.name} was made inactive, so you cannot sign in. Ask an admin of your company.`,
  );
  await page.goto("/contacts");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("an e-mail that is used in two accounts chooses one after the password", async ({
  account,
  sql,
  visit,
}) => {
  const other = await openAccount(sql);
  await sql`update users set email = ${account.admin.email} where id = ${other.dora.id}`;
  const page = await visit();
  await signIn(page, account.admin);
  await expect(page.getByRole("radio")).toHaveCount(2);
  await page.getByRole("radio", { name: other.name }).check();
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page).toHaveURL(/\/contacts$/);
  await expect(page.getByRole("banner")).toContainText(other.name);
  await expect(page.getByRole("banner")).toContainText(other.dora.name);
});

test("after ten wrong passwords even the right one has to wait", async ({ account, visit }) => {
  const page = await visit();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(account.carl.email);
  for (const guess of [...Array.from({ length: 10 }, (_, n) => `guess ${n}`), password]) {
    await page.getByLabel("Password").fill(guess);
    await page.getByRole("button", { name: "Sign in" }).click();
    const answer = guess === password ? /^Too many attempts\. Wait 1[45] minutes/ : wrong;
    await expect(alertOf(page)).toHaveText(answer);
    await expect(page.getByLabel("Password")).toHaveValue("");
  }
  const elsewhere = await visit();
  await signIn(elsewhere, account.carl);
  await expect(alertOf(elsewhere)).toContainText("Too many attempts.");
  await signIn(elsewhere, account.dora);
  await expect(elsewhere).toHaveURL(/\/contacts$/);
});

test("next-auth's own way out ends the sign-in too", { tag: "@with-javascript" }, async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.carl);
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const { origin } = new URL(page.url());
  await page.request.post("/api/auth/signout", { form: { csrfToken }, headers: { origin } });
  const [session] = await sql`
    select end_reason from sessions where account_id = ${account.id} and user_id = ${account.carl.id}`;
  expect(session).toEqual({ end_reason: "signed_out" });
  await page.goto("/contacts");
  await expect(page).toHaveURL(/\/sign-in$/);
});
