import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { browserArguments } from "#tests/support/browser";
import { caseScreens } from "#tests/support/case-screens";
import { contactScreens, type Screen } from "#tests/support/contact-screens";
import { doorScreens } from "#tests/support/door-screens";
import setup from "#tests/support/e2e-setup";
import { requestScreens } from "#tests/support/request-screens";
import { rescueScreens } from "#tests/support/rescue-screens";
import { appCode } from "#tests/support/second-step";
import { spotScreens } from "#tests/support/spot-screens";
import { supportScreens } from "#tests/support/support-screens";

type Look = { width: number; scheme: "light" | "dark" };

const wide = 1440;
const phone = 390;

const users: Screen = { name: "users", open: (page) => page.goto("/admin/users") };
const sheet: Screen = {
  name: "sheet",
  open: async (page) => {
    await openSheet(page, "user1@alder.example");
    await page.getByRole("radio", { name: "Split evenly" }).check();
    for (const box of (await page.getByRole("checkbox").all()).slice(0, 3)) await box.check();
  },
};
const result: Screen = {
  name: "result",
  open: async (page) => {
    await openSheet(page, "user2@alder.example");
    if (await page.getByRole("button", { name: "Make Inactive" }).isVisible()) {
      await page.getByRole("radio", { name: "Split evenly" }).check();
      for (const box of (await page.getByRole("checkbox").all()).slice(0, 2)) await box.check();
      await page.getByLabel("Reason").fill("Left for a company of his own.");
      await page.getByRole("button", { name: "Make Inactive" }).click();
    }
    await page.getByRole("region", { name: "What happened" }).waitFor();
  },
};

const reduction: Screen = {
  name: "reduction",
  open: (page) => page.goto("/admin/subscription/reduce?step=3&total=10"),
};
const subscription: Screen = {
  name: "subscription",
  open: (page) => page.goto("/admin/subscription"),
};

/** The README's pictures, with the looks it shows. */
const shown: [Screen, Look][] = [
  [users, { width: wide, scheme: "light" }],
  [users, { width: wide, scheme: "dark" }],
  [users, { width: phone, scheme: "light" }],
  [sheet, { width: wide, scheme: "light" }],
  [result, { width: wide, scheme: "light" }],
  [reduction, { width: wide, scheme: "light" }],
  [subscription, { width: wide, scheme: "light" }],
  // As one of support: signed in besides the admin, in the same browser.
  ...caseScreens
    .filter(({ name }) => name === "case-to-verify")
    .map((screen): [Screen, Look] => [screen, { width: wide, scheme: "light" }]),
];

const everything: Screen[] = [
  { name: "users-long", open: openLongNames },
  ...["/contacts", "/contacts?q=nobody-at-all", "/admin", "/admin/users/new"].map(at),
  ...["/admin/audit", "/no-such-page"].map(at),
  ...caseScreens,
  ...spotScreens,
  ...requestScreens,
  ...["/admin/audit?kind=status&from=2026-01-01", "/admin/audit?who=user"].map(at),
  ...["/sign-ins", "/forgotten-password", "/forgotten-password?asked=yes"].map(at),
  { name: "sign-ins-password", open: ratePassword },
  ...["/help", "/help?q=deactivate", "/help?q=nothing-like-this"].map(at),
  ...["/help/making-a-user-inactive", "/help/roles"].map(at),
  ...["/help/finding-contacts", "/help/reassigning-contacts"].map(at),
  ...["/help/importing-contacts", "/help/exporting-contacts", "/help/deleting-contacts"].map(at),
  at("/contacts/import"),
  { name: "import-choices", open: openImport },
  { name: "contact", open: openContact },
  ...["/contacts/new", "/contacts/export", "/contacts/export?q=nobody-at-all"].map(at),
  { name: "contact-duplicates", open: addKnownContact },
  { name: "contact-edit", open: (page) => openContactPage(page, "edit") },
  { name: "contact-merge", open: openMerge },
  { name: "contact-delete", open: (page) => openContactPage(page, "delete") },
  { name: "contact-deleted", open: openDeleted },
  ...["/contacts/deleted", "/help/adding-contacts"].map(at),
  ...contactScreens,
  ...supportScreens,
  ...doorScreens,
  ...rescueScreens,
  users,
  { name: "users-none", open: (page) => page.goto("/admin/users?q=nobody-at-all") },
  { name: "users-inactive", open: (page) => page.goto("/admin/users?status=inactive") },
  { name: "sheet-before", open: (page) => openSheet(page, "user3@alder.example") },
  { name: "sheet-refused", open: refuse },
  { name: "sheet-later", open: openLater },
  { name: "users-chosen", open: chooseThree },
  {
    name: "sheet-of-several",
    open: async (page) => {
      await schedule(page);
      await chooseThree(page);
      await page.getByRole("row").filter({ hasText: "user4@" }).getByRole("checkbox").check();
      await page.getByRole("button", { name: "Make Inactive…" }).click();
      await page.getByRole("heading", { name: /^Make \d users inactive/ }).waitFor();
    },
  },
  { name: "several-none", open: (page) => page.goto("/admin/users/inactivate") },
  { name: "scheduled", open: schedule },
  {
    name: "users-scheduled",
    open: async (page) => {
      await schedule(page);
      await page.goto("/admin/users?q=user4@alder.example");
    },
  },
  {
    name: "cancel",
    open: async (page) => {
      await schedule(page);
      await page.getByRole("link", { name: "Cancel the schedule" }).click();
      await page.waitForURL("**/cancel-inactivation");
    },
  },
  sheet,
  result,
  { name: "transfer", open: openTransfer },
  { name: "reactivate", open: openReactivate },
  { name: "edit", open: (page) => openEdit(page, "user3@alder.example") },
  { name: "edit-another-person", open: openExchange },
  { name: "edit-owner", open: (page) => openEdit(page, "owner@alder.example") },
  ...["/admin/sign-in-rules", "/sign-ins/two-step"].map(at),
  { name: "two-step-set-up", open: openSetUp },
  { name: "two-step-codes", open: openRecoveryCodes },
  { name: "two-step-on", open: (page) => page.goto("/sign-ins/two-step?after=recovery-code") },
  ...["/sign-ins/two-step/turn-off", "/sign-ins/two-step/recovery-codes"].map(at),
  { name: "second-step-reset", open: openReset },
  // The last one: it signs out.
  { name: "sign-in-code", open: openSignInCode },
];

/**
 * `npm run screens` takes the README's pictures; `npm run screens -- FOLDER` takes every screen
 * there, in three widths, light and dark, to be looked at; a WORD behind it only those named so.
 */
async function takeScreens(folder: string | undefined, word = ""): Promise<void> {
  const stop = await setup();
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM,
    args: browserArguments,
  });
  try {
    const target = folder ?? "docs/screens";
    mkdirSync(target, { recursive: true });
    const page = await signedIn(browser);
    const looks = [wide, 1024, phone].flatMap((width) =>
      (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
    );
    const wanted = folder
      ? everything
          .filter(({ name }) => name.includes(word))
          .flatMap((screen) => looks.map((look): [Screen, Look] => [screen, look]))
      : shown;
    for (const [screen, look] of wanted) {
      await take(page, screen, look, target, folder !== undefined);
    }
  } finally {
    await browser.close();
    await stop();
  }
}

async function signedIn(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.E2E_URL,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await signIn(page, "admin@alder.example");
  await page.waitForURL("**/contacts");
  return page;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("handover-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function take(
  page: Page,
  { name, open }: Screen,
  look: Look,
  folder: string,
  whole: boolean,
) {
  await page.setViewportSize({ width: look.width, height: look.width === phone ? 844 : 900 });
  await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: "reduce" });
  await open(page);
  const suffix = whole
    ? `${look.width}-${look.scheme}`
    : look.width === phone
      ? "phone"
      : look.scheme;
  await page.screenshot({ path: join(folder, `${name}-${suffix}.png`), fullPage: whole });
}

function at(path: string): Screen {
  return { name: path.replaceAll(/\W+/g, "-").replace(/^-/, ""), open: (page) => page.goto(path) };
}

async function openLongNames(page: Page): Promise<void> {
  const email = `${"long.".repeat(58)}name@alder.example`;
  await page.goto(`/admin/users?q=${email}`);
  if ((await page.getByRole("rowheader").count()) === 0) {
    await page.goto("/admin/users/new");
    await page.getByLabel("First name").fill("Wolfeschlegelsteinhausen".repeat(4));
    await page.getByLabel("Last name").fill("Bergerdorff-Featherstonehaugh");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Add user" }).click();
    await page.getByRole("status").first().waitFor();
  }
  await page.goto("/admin/users");
}

async function openSheet(page: Page, email: string): Promise<void> {
  await page.goto(`/admin/users?q=${email}`);
  await page.goto(`${await hrefOf(page, /Make Inactive|What happened/)}`);
}

async function refuse(page: Page): Promise<void> {
  await openSheet(page, "user3@alder.example");
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
}

async function ratePassword(page: Page): Promise<void> {
  await page.goto("/sign-ins/password");
  await page.getByLabel("New password", { exact: true }).fill("correct horse battery");
  await page.getByText("The password is good").waitFor();
}

async function openLater(page: Page): Promise<void> {
  await openSheet(page, "user3@alder.example");
  await page.getByRole("radio", { name: "On a date and time" }).check();
  await page.getByRole("checkbox", { name: /by e-mail/ }).check();
}

async function chooseThree(page: Page): Promise<void> {
  await page.goto("/admin/users?status=active");
  const rows = page.getByRole("checkbox", { name: /^Choose (?!all)/ });
  for (const box of (await rows.all()).slice(0, 3)) await box.check();
}

/** Schedules the fourth user, or opens the sheet that says so. */
async function schedule(page: Page): Promise<void> {
  await openSheet(page, "user4@alder.example");
  const link = page.getByRole("link", { name: "Cancel the schedule" });
  if (await link.isVisible()) return;
  await page.getByRole("radio", { name: "Leave them" }).check();
  await page.getByRole("radio", { name: "On a date and time" }).check();
  const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString().slice(0, 16);
  await page.getByLabel("Date and time", { exact: true }).fill(inAWeek);
  await page.getByRole("button", { name: "Schedule" }).click();
  await link.waitFor();
}

/** A file that waits for its start. */
async function openImport(page: Page): Promise<void> {
  await page.goto("/contacts/import");
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "Name,E-mail,Phone,Town\nAnn Abel,ann@x.example,555 1234,Rome\nBob,bob,,\n",
    ),
  });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.waitForURL(/\/contacts\/import\/[0-9a-f-]{36}$/);
}

async function openContact(page: Page): Promise<void> {
  await page.goto("/contacts?q=a");
  await page.goto(await hrefOf(page, /./, "main table a"));
}

async function openContactPage(page: Page, what: string): Promise<void> {
  await openContact(page);
  await page.goto(`${new URL(page.url()).pathname}/${what}`);
}

/** A contact that has the e-mail of another. */
async function addKnownContact(page: Page): Promise<void> {
  await openContactPage(page, "edit");
  const email = await page.getByLabel("E-mail").inputValue();
  await page.goto("/contacts/new");
  await page.getByLabel("Last name").fill("Zhang");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.getByRole("button", { name: "Add it anyway" }).waitFor();
}

async function openMerge(page: Page): Promise<void> {
  await openContactPage(page, "merge?q=b");
  await page.getByRole("list", { name: "Found" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "Merge" }).waitFor();
}

/** The page of the latest deleted one; the first time, of one that is deleted for it. */
async function openDeleted(page: Page): Promise<void> {
  await page.goto("/contacts/deleted");
  if ((await page.getByRole("rowheader").count()) === 0) {
    await openContactPage(page, "delete");
    await page.getByRole("button", { name: "Delete contact" }).click();
    await page.getByRole("status").waitFor();
    return;
  }
  await page.goto(await hrefOf(page, /./, "main table a"));
}

async function openTransfer(page: Page): Promise<void> {
  await result.open(page);
  const undo = page.getByRole("button", { name: "Undo the reassignment" });
  if (await undo.isVisible()) await undo.click();
  else await page.getByRole("link", { name: "Undone on" }).click();
  await page.waitForURL("**/transfers/*");
}

async function openReactivate(page: Page): Promise<void> {
  await page.goto("/admin/users?q=former@alder.example");
  await page.goto(await hrefOf(page, /Make Active/));
}

async function openEdit(page: Page, email: string): Promise<void> {
  await page.goto(`/admin/users?q=${email}`);
  await page.goto(await hrefOf(page, "Edit"));
}

async function openExchange(page: Page): Promise<void> {
  await openEdit(page, "user3@alder.example");
  await page.getByLabel("First name").fill("Ben");
  await page.getByLabel("Last name").fill("Boll");
  await page.getByLabel("E-mail").fill("ben.boll@alder.example");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("checkbox", { name: "It is the same person" }).check();
}

async function openSetUp(page: Page): Promise<void> {
  await page.goto("/sign-ins/two-step");
  await page.getByLabel("Your password").fill("handover-demo");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.waitForURL("**/set-up");
}

async function openRecoveryCodes(page: Page): Promise<void> {
  await page.goto("/sign-ins/two-step/recovery-codes");
  const password = page.getByLabel("Your password");
  if (page.url().endsWith("/recovery-codes")) {
    await password.fill("handover-demo");
    await page.getByRole("button", { name: "Make new codes" }).click();
  } else {
    await openSetUp(page);
    const key = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
    await page.getByRole("textbox", { name: "Code" }).fill(appCode(key));
    await page.getByRole("button", { name: "Turn on" }).click();
  }
  await page.getByRole("list", { name: "Recovery codes" }).waitFor();
}

/** Of somebody who has none: in the demo nobody has. */
async function openReset(page: Page): Promise<void> {
  await page.goto("/admin/users?q=user4@alder.example");
  const sheet = await hrefOf(page, /Make Inactive/);
  await page.goto(sheet.replace(/inactivate$/, "second-step"));
}

async function openSignInCode(page: Page): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, "admin@alder.example");
  await page.waitForURL("**/sign-in/code");
}

async function hrefOf(page: Page, name: string | RegExp, within = "main a"): Promise<string> {
  const link = page.locator(within).filter({ hasText: name }).first();
  return (await link.getAttribute("href")) ?? "";
}

await takeScreens(process.argv[2], process.argv[3]);
