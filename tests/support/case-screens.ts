import type { Cookie, Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { AgentRole } from "#lib/actor";
import type { Screen } from "#tests/support/contact-screens";
import { type Account, openAccount, password } from "#tests/support/e2e-account";
import { type ConsoleAgent, insertAgent } from "#tests/support/e2e-agents";
import {
  answer,
  askCardHolderOf,
  insertCase,
  type StoryCase,
  verifiedBy,
} from "#tests/support/e2e-cases";

/** The queue and the cases of support's console, each as who looks at it. */
export const caseScreens: Screen[] = [
  { name: "case-queue", open: (page) => openAs(page, "agent", () => "/support/cases") },
  {
    name: "case-queue-none",
    open: (page) => openAs(page, "agent", () => "/support/cases?assigned=me"),
  },
  {
    name: "case-queue-ended",
    open: (page) => openAs(page, "agent", () => "/support/cases?state=ended"),
  },
  { name: "case-to-verify", open: (page) => openCase(page, "agent", "unverified") },
  { name: "case-refused-form", open: openRefused },
  { name: "case-to-verify-technical", open: (page) => openCase(page, "technical", "unverified") },
  { name: "case-card-holder", open: (page) => openCase(page, "agent", "asked") },
  { name: "case-objected", open: (page) => openCase(page, "lead", "objected") },
  { name: "case-waiting", open: (page) => openCase(page, "technical", "waiting") },
  { name: "case-ready", open: (page) => openCase(page, "technical", "ready") },
  { name: "case-lapsed", open: (page) => openCase(page, "agent", "lapsed") },
  { name: "case-refused", open: (page) => openCase(page, "agent", "refused") },
  { name: "case-carried-out", open: (page) => openCase(page, "technical", "done") },
  { name: "case-new", open: openNew },
];

type Prepared = {
  sql: Sql;
  agents: Record<AgentRole, ConsoleAgent>;
  /** Without an open case. */
  free: Account;
  cases: Record<string, StoryCase>;
};
let prepared: Promise<Prepared> | undefined;
/** Each role's cookies, as a code counts once. */
const signedIn: Partial<Record<AgentRole, Cookie[]>> = {};

async function openAs(
  page: Page,
  role: AgentRole,
  address: (all: Prepared) => string,
): Promise<void> {
  prepared ??= prepare();
  const all = await prepared;
  await page.context().clearCookies({ name: /support/ });
  const known = signedIn[role];
  if (known) await page.context().addCookies(known);
  else signedIn[role] = await signInAs(page, all.agents[role]);
  await page.goto(address(all));
}

async function signInAs(page: Page, { email, nextCode }: ConsoleAgent): Promise<Cookie[]> {
  await page.goto("/support/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Go on to the code" }).click();
  await page.getByRole("textbox", { name: "Code" }).fill(nextCode());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/support/cases");
  const cookies = await page.context().cookies();
  return cookies.filter(({ name }) => name.includes("support"));
}

function openCase(page: Page, role: AgentRole, name: string): Promise<void> {
  return openAs(page, role, ({ cases }) => `/support/cases/${cases[name]?.number}`);
}

/** With digits that are not those of the card. */
async function openRefused(page: Page): Promise<void> {
  await openCase(page, "agent", "unverified");
  await page.getByText("Ask the card holder to confirm").click();
  await page.getByLabel(/^Card holder’s name/).fill("Paul Payer");
  await page.getByLabel(/^Last four digits/).fill("1111");
  await page.getByLabel("Callback number").fill("+49 30 1234567");
  await page.getByRole("button", { name: "Send the confirmation" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
}

async function openNew(page: Page): Promise<void> {
  // The look into the account of an ended case is what lets in.
  await openCase(page, "agent", "refused");
  const { free } = await (prepared as Promise<Prepared>);
  await page.goto(`/support/accounts/${free.id}/new-case`);
}

/** One case in each state, in accounts of their own and of different ages. */
async function prepare(): Promise<Prepared> {
  const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  const agents = {
    agent: await insertAgent(sql, "agent"),
    technical: await insertAgent(sql, "technical"),
    lead: await insertAgent(sql, "lead"),
  };
  const { agent, technical } = agents;
  const over = { waits_until: new Date(Date.now() - 1000) };
  const end = { ended_at: new Date(), end_reason: "Could not be reached.", outcome: "refused" };
  const account = await openAccount(sql);
  const add = async (
    days: number,
    change: Parameters<typeof insertCase>[2] = {},
    where = account,
  ) =>
    insertCase(sql, where, {
      created_at: new Date(Date.now() - days * 86_400_000 - 3_600_000),
      ...change,
    });
  const elsewhere = async (days: number, change: Parameters<typeof insertCase>[2] = {}) =>
    add(days, change, await openAccount(sql));
  const [objecting, free] = [await openAccount(sql), await openAccount(sql)];
  const cases: Record<string, StoryCase> = {
    unverified: await add(0),
    asked: await elsewhere(1, { assigned_to: agent.id }),
    objected: await add(4, verifiedBy(agent), objecting),
    waiting: await elsewhere(2, verifiedBy(agent)),
    ready: await elsewhere(9, { ...verifiedBy(agent), ...over, assigned_to: technical.id }),
    lapsed: await elsewhere(16, { lapse: "requester_no_admin" }),
    refused: await add(20, { ...end, ended_by_agent: agent.id }, free),
    done: await elsewhere(3, { ...verifiedBy(agent), ...over }),
  };
  for (const days of [0, 0, 1, 2, 5]) await elsewhere(days);
  await askCardHolderOf(sql, cases.asked as StoryCase);
  await answer(
    sql,
    objecting.owner,
    cases.objected as StoryCase,
    "objected",
    "I am on leave, not gone.",
  );
  await sql`
    update owner_requests set outcome = 'carried_out', ended_at = now(), ended_by_agent = ${technical.id}
    where id = ${cases.done?.id ?? ""}`;
  await sql`
    insert into owner_request_notes (account_id, request_id, agent_id, body, form_id)
    values (${account.id}, ${cases.unverified?.id ?? ""}, ${agent.id},
      'Called the number on the web site: nobody there before ten.', gen_random_uuid())`;
  return { sql, agents, free, cases };
}
