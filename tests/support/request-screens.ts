import type { Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { Screen } from "#tests/support/contact-screens";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";

const path = "/admin/owner-request";
const owner = "owner@alder.example";
const payer = "billing@alder.example";

/** Asking support to lift an Owner's status, and what comes of it, in the demo's account. */
export const requestScreens: Screen[] = [
  {
    name: "owner-request",
    open: (page) => shown(page, (sql) => endCases(sql)),
  },
  {
    name: "owner-request-refused",
    open: async (page) => {
      await shown(page, (sql) => endCases(sql));
      await page.getByRole("combobox").selectOption({ index: 1 });
      await page.getByLabel("Reason").fill("Has left us in May");
      await withSql((sql) => openCase(sql));
      await page.getByRole("button", { name: "Ask support" }).click();
      await page.getByRole("main").getByRole("alert").waitFor();
    },
  },
  {
    name: "owner-request-card-holder",
    open: async (page) => {
      await shown(page, async (sql) => {
        await endCases(sql);
        await holdCard(sql, true);
      });
      await withSql((sql) => holdCard(sql, false));
    },
  },
  { name: "owner-request-open", open: (page) => shown(page, (sql) => openCase(sql)) },
  {
    name: "owner-request-objected",
    open: (page) =>
      shown(page, async (sql) => {
        await openCase(sql);
        await sql`
          update owner_requests set objected_at = now(), objected_by_name = 'Olivia Alder',
            objection = 'I am on leave until June, and coming back.' where ended_at is null`;
      }),
  },
  {
    name: "owner-request-lapsed",
    open: (page) =>
      shown(page, async (sql) => {
        const by = "user3@alder.example";
        await sql`update users set role = 'admin' where email = ${by}`;
        await openCase(sql, { by });
        await sql`update users set role = 'user' where email = ${by}`;
      }),
  },
  {
    name: "answer-owner-request",
    open: (page) => openLink(page, owner, "begun"),
  },
  {
    name: "answer-owner-request-objected",
    open: async (page) => {
      await openLink(page, owner, "begun");
      await page.getByLabel(/^Why you object/).fill("I am coming back.");
      await page.getByRole("button", { name: "Object" }).click();
      await page.getByRole("main").getByRole("status").waitFor();
    },
  },
  { name: "answer-owner-request-over", open: (page) => page.goto("/answer-owner-request/x/y") },
  { name: "confirm-owner-request", open: (page) => openLink(page, payer, "confirm") },
  {
    name: "help-owner-request",
    open: (page) => page.goto("/help/when-an-account-owner-leaves"),
  },
  { name: "users-owner-request", open: (page) => page.goto(`/admin/users?q=${owner}`) },
  { name: "admin-owner-request", open: (page) => page.goto("/admin") },
];

async function shown(page: Page, prepare: (sql: Sql) => Promise<void>): Promise<void> {
  await withSql(prepare);
  await page.goto(path);
}

async function withSql(work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

async function endCases(sql: Sql): Promise<void> {
  await sql`
    update owner_requests set ended_at = now(), outcome = 'refused', end_reason = 'Not needed'
    where ended_at is null`;
}

/** The demo's admin asks about its Owner; beside the events that the steps show. */
async function openCase(
  sql: Sql,
  { isHolder = false, by = "admin@alder.example" } = {},
): Promise<void> {
  await endCases(sql);
  await sql`
    with people as (
      select o.account_id, o.id as owner_id, o.name as owner_name, a.id as admin_id,
        a.name as admin_name, c.card_holder_name, c.card_last4
      from users o join users a on a.account_id = o.account_id and a.email = ${by}
      join accounts c on c.id = o.account_id where o.email = ${owner}),
    request as (
      insert into owner_requests (account_id, kind, user_id, successor_id, capacity, requested_by,
        requested_by_name, reason, waits_until, stated_holder, stated_last4, confirm_asked_at)
      select account_id, 'removal', owner_id, admin_id, case when ${isHolder} then 'card_holder' else 'admin' end,
        case when ${isHolder} then null else admin_id end,
        case when ${isHolder} then card_holder_name else admin_name end,
        'She left the company in May, and her mail comes back.', now() + interval '1 day',
        case when ${isHolder} then card_holder_name end, case when ${isHolder} then card_last4 end,
        case when ${isHolder} then now() end
      from people returning account_id, number)
    insert into audit_events (account_id, kind, actor_kind, actor_id, actor_name, user_id, user_name,
      data)
    select p.account_id, step.kind, step.actor_kind, p.admin_id,
      coalesce(step.actor_name, p.admin_name), p.owner_id, p.owner_name,
      step.data || jsonb_build_object('caseNumber', r.number)
    from people p, request r, (values
      ('owner_request.opened', 'member', null, jsonb_build_object('capacity', 'admin', 'byName', '',
        'reason', 'She left the company in May, and her mail comes back.')),
      ('owner_request.assigned', 'agent', 'Rita Reyes of support',
        jsonb_build_object('to', 'Rita Reyes'))
    ) as step (kind, actor_kind, actor_name, data)`;
}

async function holdCard(sql: Sql, holds: boolean): Promise<void> {
  await sql`
    update accounts a set card_holder_user_id = case when ${holds} then u.id end
    from users u where u.account_id = a.id and u.email = ${owner}`;
}

/** The latest link that was mailed to this address about a case. */
async function openLink(page: Page, address: string, news: "begun" | "confirm"): Promise<void> {
  const subject = news === "begun" ? "is to be lifted" : "Please confirm";
  const about = async () =>
    (await mailsTo(address, 0)).filter((mail) => mail.subject?.includes(subject));
  const before = (await about()).length;
  await withSql(async (sql) => {
    await openCase(sql, { isHolder: news === "confirm" });
    await sql`
      select graphile_worker.add_job('tell_of_request', json_build_object('accountId', account_id,
        'requestId', id, 'news', ${news}::text))
      from owner_requests where ended_at is null`;
  });
  let mails = await about();
  while (mails.length === before) {
    await page.waitForTimeout(100);
    mails = await about();
  }
  await page.goto(linkIn(mails.at(-1)));
}
