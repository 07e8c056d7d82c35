import type { Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { AgentRole } from "#lib/actor";
import type { Screen } from "#tests/support/contact-screens";
import { insertAgent } from "#tests/support/e2e-agents";
import { signInAgent } from "#tests/support/e2e-test";
import { insertSubscriptions } from "#tests/support/subscriptions";

const accounts = "/support/accounts";

/** The console's pages about the demo's account. Its cookie is another than the account's. */
export const supportScreens: Screen[] = [
  { name: "support-find", open: (page) => goTo(page, accounts) },
  { name: "support-find-card", open: openCard },
  {
    name: "support-find-refused",
    open: (page) => find(page, "Card holder", "4111 1111 1111 1111"),
  },
  { name: "support-found", open: (page) => find(page, "E-mail of a user", "owner@alder.example") },
  { name: "support-found-many", open: openMany },
  { name: "support-found-none", open: (page) => find(page, "Account name", "nobody at all") },
  { name: "support-find-over", open: (page) => goTo(page, `${accounts}?search=${noId}`) },
  { name: "support-reason", open: openReason },
  { name: "support-reason-refused", open: (page) => look(page, "agent", "no", "?fresh") },
  { name: "support-account-agent", open: (page) => look(page, "agent", "Card holder called") },
  { name: "support-account-lead", open: (page) => look(page, "lead", "Nobody answers any more") },
  {
    name: "support-account-nobody",
    open: (page) => look(page, "lead", "Nobody answers", "?q=nobody-at-all"),
  },
  { name: "support-account-log", open: (page) => openLog(page, "") },
  { name: "support-account-log-none", open: (page) => openLog(page, "?kind=imports&after=x") },
  { name: "support-log", open: (page) => goTo(page, "/support/log") },
  {
    name: "support-log-account",
    open: async (page) => goTo(page, `/support/log?account=${await demoAccount()}`),
  },
  { name: "support-nothing", open: (page) => goTo(page, `${accounts}/none`) },
];

const noId = "00000000-0000-4000-8000-000000000000";
const signedIn = new Map<AgentRole, { name: string; value: string; url: string }[]>();

/** With this role's sign-in, which is made once. */
export async function goTo(page: Page, path: string, role: AgentRole = "agent"): Promise<void> {
  const url = `${process.env.E2E_URL}/support`;
  const own = (name: string) => name.endsWith("handover.support-session");
  if (!signedIn.has(role)) {
    await page.context().clearCookies({ name: "handover.support-session" });
    await signInAgent(page, await asOwner((sql) => insertAgent(sql, role)));
    await page.waitForURL("**/support/cases");
    const cookies = await page.context().cookies(url);
    signedIn.set(
      role,
      cookies.filter(({ name }) => own(name)).map(({ name, value }) => ({ name, value, url })),
    );
  }
  await page.context().addCookies(signedIn.get(role) ?? []);
  await page.goto(path);
}

async function openCard(page: Page): Promise<void> {
  await goTo(page, accounts);
  await page.getByRole("radio", { name: "Card holder" }).check();
}

async function find(page: Page, way: string, words: string): Promise<void> {
  await goTo(page, accounts);
  await page.getByRole("radio", { name: way, exact: true }).check();
  await page.getByLabel("Search for").fill(words);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("main").locator("[role=status], [role=alert]").first().waitFor();
}

async function openMany(page: Page): Promise<void> {
  await asOwner((sql) =>
    sql.begin(async (tx) => {
      const made = await tx<{ id: string }[]>`
        insert into accounts (name, seats_total)
        select 'Birch & Sons, ' || lpad(n::text, 2, '0') || ' branch office', 3
        from generate_series(1, 22) n
        where not exists (select from accounts where name like 'Birch & Sons%') returning id`;
      if (made.length === 0) return;
      const ids = made.map(({ id }) => id);
      await insertSubscriptions(tx, ...ids);
      await tx`
        insert into users (account_id, first_name, last_name, email, role, is_owner)
        select id, 'Bert', 'Birch', 'bert@' || id || '.example', 'admin', true
        from unnest(${ids}::uuid[]) id`;
    }),
  );
  await find(page, "Account name", "birch");
}

async function openReason(page: Page): Promise<void> {
  await find(page, "E-mail of a user", "outsider@birch.example");
  await goTo(page, `${accounts}/${noId}`);
}

async function look(page: Page, role: AgentRole, reason: string, more = ""): Promise<void> {
  const isFresh = more === "?fresh";
  const path = `${accounts}/${isFresh ? noId : await demoAccount()}`;
  await goTo(page, path, role);
  const field = page.getByLabel("Your reason");
  if (await field.isVisible()) {
    await field.fill(reason);
    await page.getByRole("button", { name: "Look into the account" }).click();
    await page.getByRole("main").locator("table, [role=alert]").first().waitFor();
  }
  if (more && !isFresh) await page.goto(path + more);
}

async function openLog(page: Page, more: string): Promise<void> {
  await look(page, "agent", "Card holder called");
  await page.goto(`${accounts}/${await demoAccount()}/log${more}`);
}

async function demoAccount(): Promise<string> {
  return asOwner(async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from accounts where name = 'Alder Realty'`;
    return row?.id ?? "";
  });
}

export async function asOwner<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
