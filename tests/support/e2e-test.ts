import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { AgentRole } from "#lib/actor";
import { type Account, openAccount, type Person, password } from "#tests/support/e2e-account";
import { type ConsoleAgent, insertAgent } from "#tests/support/e2e-agents";
import { watch } from "#tests/support/e2e-watch";

type Visit = {
  /** What the browser may complain about, where the story is about that. */
  expected?: RegExp;
};

type Fixtures = {
  /** A fresh account that no other test knows. */
  account: Account;
  /** A page in a browser of its own, nobody signed in. */
  visit: (options?: Visit) => Promise<Page>;
  /** The same with this person signed in through the form. */
  enter: (person: Credentials, options?: Visit) => Promise<Page>;
  /** The same in the support console: somebody new with this role, or this agent. */
  enterConsole: (who: AgentRole | ConsoleAgent, options?: Visit) => Promise<Page>;
};

type Credentials = { email: string; password?: string };

/** A story in the browser. Whatever the browser complains about fails it. */
export const test = base.extend<Fixtures, { sql: Sql }>({
  sql: [
    async ({}, use) => {
      const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 4, onnotice: () => {} });
      await use(sql);
      await sql.end();
    },
    { scope: "worker" },
  ],
  account: async ({ sql }, use) => use(await openAccount(sql)),
  visit: async ({ browser }, use) => {
    const problems: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async ({ expected } = {}) => {
      const context = await browser.newContext({ extraHTTPHeaders: fromSomewhere() });
      contexts.push(context);
      context.on("page", (page) => watch(page, expected, problems));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(problems, "what the browser complained about").toEqual([]);
  },
  enter: async ({ visit }, use) => {
    await use(async (person, options) => {
      const page = await visit(options);
      await signIn(page, person);
      await expect(page).toHaveURL(/\/contacts$/);
      return page;
    });
  },
  enterConsole: async ({ sql, visit }, use) => {
    await use(async (who, options) => {
      const agent = typeof who === "string" ? await insertAgent(sql, who) : who;
      const page = await visit(options);
      await signInAgent(page, agent);
      await expect(page).toHaveURL(/\/support\/cases$/);
      return page;
    });
  },
});

export type { Account, ConsoleAgent, Page, Person };
export { expect };

/** Through the form; `origin` is another server's than the one of all stories. */
export async function signIn(page: Page, person: Credentials, origin = "") {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password ?? password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Through both forms of the console's door, which this address leads to. */
export async function signInAgent(
  page: Page,
  agent: Pick<ConsoleAgent, "email" | "nextCode">,
  address = "/support/sign-in",
) {
  await page.goto(address);
  await page.getByLabel("E-mail").fill(agent.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Go on to the code" }).click();
  await page.getByRole("textbox", { name: "Code" }).fill(agent.nextCode());
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
