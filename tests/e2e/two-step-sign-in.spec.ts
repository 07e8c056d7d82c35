import { openAccount, password } from "#tests/support/e2e-account";
import { alertOf, expect, type Page, signIn, statusOf, test } from "#tests/support/e2e-test";
import { appCode, appCodes } from "#tests/support/second-step";

const codeField = (page: Page) => page.getByRole("textbox", { name: "Code" });

test("an app is set up, its codes sign in, each once, and a recovery code stands in for it", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.carl);
  const { nextCode, recoveryCodes } = await setUp(page);
  expect(new Set(recoveryCodes).size).toBe(10);
  await page.getByRole("link", { name: "I have saved them" }).click();
  await expect(page.getByRole("region", { name: "It is on" })).toContainText(
    "10 recovery codes left",
  );

  const elsewhere = await visit();
  await elsewhere.goto("/contacts?q=client");
  await fillIn(elsewhere, account.carl);
  await expect(elsewhere).toHaveURL(/\/sign-in\/code\?next=/);
  const code = nextCode();
  await enterCode(elsewhere, `${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(elsewhere).toHaveURL(/\/contacts\?q=client$/);

  const again = await visit();
  await signIn(again, account.carl);
  await enterCode(again, code);
  await expect(alertOf(again)).toContainText("This code was used already");
  await enterCode(again, "12345");
  await expect(alertOf(again)).toContainText("A code has six digits");
  await again.getByRole("link", { name: "Use a recovery code" }).click();
  await again.getByLabel("Recovery code").fill((recoveryCodes[0] ?? "").toUpperCase());
  await again.getByRole("button", { name: "Sign in" }).click();
  await expect(alertOf(again)).toContainText("You have 9 recovery codes left.");
  await again.getByRole("link", { name: "Go on" }).click();
  await expect(again).toHaveURL(/\/contacts$/);

  const third = await visit();
  await signIn(third, account.carl);
  await third.getByRole("link", { name: "Use a recovery code" }).click();
  await third.getByLabel("Recovery code").fill(recoveryCodes[0] ?? "");
  await third.getByRole("button", { name: "Sign in" }).click();
  await expect(alertOf(third)).toContainText("or was used already");
  await third.goto("/contacts");
  await expect(third).toHaveURL(/\/sign-in$/);
});

test("a phone's clock a minute ahead is let in, and one far off is told to look at its clock", async ({
  account,
  enter,
  visit,
}) => {
  const { secret } = await setUp(await enter(account.carl));
  const page = await visit();
  await signIn(page, account.carl);
  await enterCode(page, appCode(secret, 20));
  await expect(alertOf(page)).toContainText("check that your phone's clock is set by the network");
  await expect(codeField(page)).toHaveValue("");
  await enterCode(page, appCode(secret, 2));
  await expect(page).toHaveURL(/\/contacts$/);
});

test("nothing is turned on before a code fits, and the key is shown after the password alone", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.carl);
  await page.goto("/sign-ins/two-step/set-up");
  await expect(page).toHaveURL(/\/sign-ins\/two-step$/);
  await page.getByLabel("Your password").fill("not the password");
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
  await expect(alertOf(page)).toContainText("This is not your password.");
  await begin(page);
  const key = page.locator("code");
  const first = await key.textContent();
  await page.reload();
  expect(await key.textContent()).toBe(first);
  await codeField(page).fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(alertOf(page)).toContainText("This code does not fit.");
  expect(await key.textContent()).toBe(first);
  const other = await visit();
  await signIn(other, account.carl);
  await expect(other).toHaveURL(/\/contacts$/);
});

test("the recovery codes are saved as a text file", { tag: "@with-javascript" }, async ({
  account,
  enter,
}) => {
  const page = await enter(account.carl);
  const { recoveryCodes } = await setUp(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save as a text file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("handover-recovery-codes.txt");
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  for (const code of [account.name, account.carl.email, ...recoveryCodes]) {
    expect(text).toContain(code);
  }
});

test("new recovery codes, another app, and turning it off", async ({ account, enter, visit }) => {
  const page = await enter(account.carl);
  const { nextCode } = await setUp(page);
  await page.goto("/sign-ins/two-step/recovery-codes");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make new codes" }).click();
  const [recoveryCode = ""] = await listedCodes(page);

  await begin(page, "Set up another app");
  const newApp = appCodes(await shownKey(page));
  await page.getByRole("textbox", { name: "Code of the new app" }).fill(newApp());
  await page.getByRole("textbox", { name: "Code of the app so far" }).fill(nextCode());
  await page.getByRole("button", { name: "Use the new app" }).click();
  await listedCodes(page);

  await page.goto("/sign-ins/two-step/turn-off");
  await turnOff(page, recoveryCode);
  await expect(alertOf(page)).toContainText("This recovery code does not fit");
  await turnOff(page, newApp());
  await expect(statusOf(page)).toHaveText("Two-step sign-in is off.");
  const other = await visit();
  await signIn(other, account.carl);
  await expect(other).toHaveURL(/\/contacts$/);
});

test("an e-mail in two accounts chooses the account, then enters its code", async ({
  account,
  enter,
  visit,
  sql,
}) => {
  const { nextCode } = await setUp(await enter(account.carl));
  const other = await openAccount(sql);
  await sql`update users set email = ${account.carl.email} where id = ${other.carl.id}`;
  const page = await visit();
  await signIn(page, account.carl);
  await page.getByRole("radio", { name: account.name }).check();
  await page.getByRole("button", { name: "Open the account" }).click();
  await enterCode(page, nextCode());
  await expect(page.getByRole("banner")).toContainText(account.name);
});

test("an Owner requires it: an admin without it is led to set it up, keeps contacts, and goes on", async ({
  account,
  enter,
}) => {
  const owner = await enter(account.owner);
  await owner.goto("/admin/sign-in-rules");
  await expect(owner.getByRole("region", { name: "Two-step sign-in" })).toContainText(
    "Set up two-step sign-in for yourself first.",
  );
  await setUp(owner);
  const admin = await enter(account.admin);
  await admin.goto(`/admin/users/${account.former.id}/reactivate`);
  await owner.goto("/admin");
  await owner.getByRole("link", { name: "Sign-in rules" }).click();
  await owner.getByRole("button", { name: "Require it of all admins" }).click();
  await expect(statusOf(owner)).toContainText(`${account.owner.name} required two-step sign-in`);
  await expect(owner.getByRole("row", { name: new RegExp(account.admin.name) })).toContainText(
    "Not set up",
  );

  await admin.getByRole("button", { name: "Make Active" }).click();
  // The form says it in its place; before JavaScript its page leads there at once.
  await expect(alertOf(admin)).toContainText(
    "Your account requires two-step sign-in of its admins",
  );
  await admin.goto("/contacts");
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Contacts");
  for (const path of ["/admin", "/admin/users", "/admin/sign-in-rules"]) {
    await admin.goto(path);
    await expect(admin).toHaveURL(/\/sign-ins\/two-step\?required=yes$/);
  }
  await expect(alertOf(admin)).toContainText("You are an admin as before");
  await setUp(admin);
  await admin.goto("/sign-ins/two-step");
  await expect(admin.getByRole("link", { name: "Turn off" })).toHaveCount(0);
  await admin.goto("/admin/users");
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Manage Users");
  await owner.getByRole("button", { name: "Stop requiring it" }).click();
  await expect(statusOf(owner)).toContainText("stopped requiring two-step sign-in");
});

test("an admin resets a user's: open sign-ins end, the password alone signs in, and the log tells why", async ({
  account,
  enter,
  visit,
}) => {
  const carl = await enter(account.carl);
  await setUp(carl);
  const waiting = await visit();
  await signIn(waiting, account.carl);
  await expect(waiting).toHaveURL(/\/sign-in\/code$/);
  const admin = await enter(account.admin);
  await admin.goto(`/admin/users/${account.carl.id}/second-step`);
  await admin.getByLabel("Reason").fill("Lost the phone, asked by telephone.");
  await admin.getByRole("button", { name: "Reset two-step sign-in" }).click();
  await expect(statusOf(admin)).toContainText(`${account.admin.name} reset it on`);
  await admin.goto("/admin/audit");
  await expect(admin.getByText("Reason: Lost the phone, asked by telephone.")).toBeVisible();

  await carl.goto("/contacts");
  await expect(statusOf(carl)).toContainText(
    "an admin of your account reset your two-step sign-in",
  );
  await enterCode(waiting, "123456");
  await expect(alertOf(waiting)).toContainText("Sign in again: the password alone is enough.");
  await waiting.getByRole("link", { name: "Go to sign in" }).click();
  await fillIn(waiting, account.carl);
  await expect(waiting).toHaveURL(/\/contacts$/);
});

test("an admin does not reset an Owner's", async ({ account, enter }) => {
  await setUp(await enter(account.owner));
  const admin = await enter(account.admin);
  await admin.goto(`/admin/users/${account.owner.id}/second-step`);
  await expect(statusOf(admin)).toContainText("only another Account Owner resets");
  await expect(admin.getByRole("button", { name: "Reset two-step sign-in" })).toHaveCount(0);
});

test("a code that comes after five minutes asks to sign in again", async ({
  account,
  enter,
  visit,
}) => {
  const { nextCode } = await setUp(await enter(account.carl));
  const page = await visit();
  await signIn(page, account.carl);
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await page.context().clearCookies();
  await enterCode(page, nextCode());
  await expect(
    page.getByText(/The code (came too late|took too long)\. Sign in again\./),
  ).toBeVisible();
});

test("without a password before it there is no page for a code", async ({ visit }) => {
  const page = await visit();
  await page.goto("/sign-in/code");
  await expect(page).toHaveURL(/\/sign-in\?ended=code$/);
  await expect(statusOf(page)).toContainText("The code took too long. Sign in again.");
});

async function setUp(page: Page) {
  await begin(page);
  const secret = await shownKey(page);
  const nextCode = appCodes(secret);
  await codeField(page).fill(nextCode());
  await page.getByRole("button", { name: "Turn on" }).click();
  return { secret, nextCode, recoveryCodes: await listedCodes(page) };
}

async function begin(page: Page, button = "Set up two-step sign-in"): Promise<void> {
  await page.goto("/sign-ins/two-step");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: button }).click();
  await expect(page).toHaveURL(/\/set-up$/);
}

async function shownKey(page: Page): Promise<string> {
  return ((await page.locator("code").textContent()) ?? "").replaceAll(/\s/g, "");
}

async function listedCodes(page: Page): Promise<string[]> {
  const list = page.getByRole("list", { name: "Recovery codes" });
  await expect(list).toBeVisible();
  return list.getByRole("listitem").allInnerTexts();
}

async function fillIn(page: Page, person: { email: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function enterCode(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function turnOff(page: Page, code: string): Promise<void> {
  await page.getByLabel("Your password").fill(password);
  await page.getByLabel("Code or recovery code").fill(code);
  await page.getByRole("button", { name: "Turn off" }).click();
}
