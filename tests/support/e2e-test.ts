import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { type Account, openAccount, type Person, password } from "#tests/support/e2e-account";
import { watch } from "#tests/support/e2e-watch";

type Fixtures = {
  /** A fresh account that no other test knows. */
  account: Account;
  /** A page in a browser of its own, nobody signed in. */
  visit: () => Promise<Page>;
  /** The same with this person signed in through the form. */
  enter: (person: { email: string; password?: string }) => Promise<Page>;
  /** Problems in the browser that this test is about. */
  expected: RegExp[];
};

/** A story in the browser. Whatever the browser complains about fails it. */
export const test = base.extend<Fixtures, { sql: Sql }>({
  baseURL: async ({}, use) => use(process.env.E2E_URL),
  sql: [
    async ({}, use) => {
      const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 4, onnotice: () => {} });
      await use(sql);
      await sql.end();
    },
    { scope: "worker" },
  ],
  account: async ({ sql }, use) => use(await openAccount(sql)),
  expected: async ({}, use) => use([]),
  visit: async ({ browser, expected }, use) => {
    const problems: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ extraHTTPHeaders: fromSomewhere() });
      contexts.push(context);
      context.on("page", (page) => watch(page, problems));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    const unexpected = problems.filter((text) => !expected.some((known) => known.test(text)));
    expect(unexpected, "what the browser complained about").toEqual([]);
  },
  enter: async ({ visit }, use) => {
    await use(async (person) => {
      const page = await visit();
      await signIn(page, person);
      await expect(page).toHaveURL(/\/contacts$/);
      return page;
    });
  },
});

export type { Account, Page, Person };
export { expect };

export async function signIn(page: Page, person: { email: string; password?: string }) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password ?? password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The refusal on a page; Next's own announcer of page titles is an alert too. */
export function alertOf(page: Page) {
  return page.getByRole("main").getByRole("alert");
}

/** The result on a page. */
export function statusOf(page: Page) {
  return page.getByRole("main").getByRole("status");
}

/** The address that a proxy would have written down. */
function fromSomewhere(): Record<string, string> {
  const part = () => Math.floor(Math.random() * 254) + 1;
  return { "x-forwarded-for": `10.${part()}.${part()}.${part()}` };
}
