import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LookingAgent } from "#lib/actor";
import { accountFilterSchema } from "#lib/support/account-filter";
import { accountLogFilterSchema, getAccountLogPage } from "#lib/support/account-log-page";
import { type AccountPage, getAccountPage } from "#lib/support/account-page";
import { owner } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast } from "#tests/support/cast";
import { connectAs } from "#tests/support/database";
import { agent, lookInto, ownerRequest } from "#tests/support/support-cast";

let cast: Cast;
let looking: LookingAgent;

beforeEach(async () => {
  cast = await buildCast();
  looking = await lookInto(await agent("technical"), cast);
});

async function page(filter: Record<string, string> = {}): Promise<AccountPage> {
  const found = await getAccountPage(looking, accountFilterSchema.parse(filter));
  if (!found) throw new Error("The look is over.");
  return found;
}

async function logPage(filter: Record<string, string> = {}) {
  const found = await getAccountLogPage(looking, accountLogFilterSchema.parse(filter));
  if (!found) throw new Error("The look is over.");
  return found.page;
}

function event(kind: string, data: object = {}) {
  return owner`
    insert into audit_events (account_id, kind, actor_kind, actor_name, data)
    values (${cast.accountId}, ${kind}, 'system', 'Handover', ${owner.json({ ...data })})`;
}

test("an account is shown with who pays, its spots, its Owners and the look it is shown by", async () => {
  await owner`
    update accounts set card_holder_name = 'Rosa Reyes', card_last4 = '4417',
      billing_email = 'bills@reyes.example', card_holder_user_id = ${cast.owner.id}
    where id = ${cast.accountId}`;
  await owner`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
    values (${cast.accountId}, 10, 7, now() + interval '1 day', ${cast.owner.id})`;
  expect(await page()).toMatchObject({
    reason: "A test looks",
    expiresAt: expect.any(Date),
    account: { id: cast.accountId, name: "Brightwater" },
    holder: { id: cast.owner.id, name: cast.owner.name },
    subscription: {
      ...{ status: "active", total: 10, used: 5, schedule: { toTotal: 7 } },
      ...{ cardHolderName: "Rosa Reyes", cardLast4: "4417", billingEmail: "bills@reyes.example" },
    },
    owners: [{ id: cast.owner.id, email: cast.owner.email }],
    counts: { all: 6, active: 5, inactive: 1 },
    cases: [],
  });
});

test("a card holder who is no user is no user", async () => {
  expect((await page()).holder).toBeNull();
});

test("every user is listed by name, an inactive one with since when and by whom", async () => {
  const { rows } = (await page()).users;
  expect(rows.map(({ name }) => name)).toEqual(
    [cast.admin, cast.admin2, cast.inactive, cast.owner, cast.successor, cast.user].map(
      ({ name }) => name,
    ),
  );
  expect(rows[2]).toMatchObject({
    ...{ status: "inactive", inactivatedAt: expect.any(Date), inactivatedByName: cast.admin.name },
    ...{ email: cast.inactive.email, isOwner: false, role: "user" },
  });
  expect(rows[3]).toMatchObject({ isOwner: true, role: "admin", status: "active" });
});

test("users are found by name or e-mail, and narrowed to a status, with the counts of what fits", async () => {
  const found = await page({ search: cast.user.email });
  expect(found.users.rows.map(({ id }) => id)).toEqual([cast.user.id]);
  expect(found.counts).toEqual({ all: 1, active: 1, inactive: 0 });
  const inactive = await page({ status: "inactive" });
  expect(inactive.users.rows.map(({ id }) => id)).toEqual([cast.inactive.id]);
  expect((await page({ search: cast.outsider.email })).users.rows).toEqual([]);
});

test("pages of fifty follow one another, and nonsense for a place begins at the start", async () => {
  await owner`update accounts set seats_total = 200 where id = ${cast.accountId}`;
  await owner`
    insert into users (account_id, first_name, last_name, email)
    select ${cast.accountId}, 'Zed', lpad(n::text, 3, '0'), 'zed' || n || '@many.example'
    from generate_series(1, 70) n`;
  const first = (await page()).users;
  const second = (await page({ cursor: first.next ?? "" })).users;
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 26, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(76);
  const back = (await page({ cursor: second.previous ?? "" })).users;
  expect(back.rows).toEqual(first.rows);
  for (const cursor of ["x", "e30", "' or true --"]) {
    expect((await page({ cursor })).users.rows).toEqual(first.rows);
  }
});

test("its cases are listed, the open ones first, with whom they are about", async () => {
  const old = await ownerRequest(cast.owner, cast.admin);
  await owner`
    update owner_requests set ended_at = now(), outcome = 'withdrawn', ended_by_user = ${cast.admin.id}
    where account_id = ${cast.accountId} and id = ${old.id}`;
  const open = await ownerRequest(cast.owner, cast.admin2);
  await ownerRequest(cast.outsider, cast.outsider);
  expect((await page()).cases).toMatchObject([
    { number: open.number, state: "unverified", userName: cast.owner.name, endedAt: null },
    { number: old.number, state: "withdrawn", userName: cast.owner.name, kind: "removal" },
  ]);
});

test("what it shows is nothing of contacts and no secret", async () => {
  await addContacts(cast.user, 2);
  const text = JSON.stringify(await page());
  expect(text).not.toMatch(/contact1@|Company 1|password|hash/i);
});

test("the log leaves out what tells of contacts, whichever group is asked for", async () => {
  const hidden = [
    ...["contact.added", "contact.edited", "contact.merged", "contact.deleted", "contact.restored"],
    ...["contacts.exported", "history.added", "book.named"],
  ];
  for (const kind of hidden) await event(kind, { contactName: "Zoe Zhang" });
  await event("user.signed_in", { device: "Firefox" });
  const kinds = (await logPage()).rows.map(({ kind }) => kind);
  expect(kinds).toEqual(["user.signed_in", "support.looked"]);
  const asked = async (kind: string) => (await logPage({ kind })).rows.map((row) => row.kind);
  expect(await asked("support")).toEqual(["support.looked"]);
  expect(await asked("contacts")).toEqual([]);
  // No group of support's: it falls back to everything.
  expect(await asked("history")).toEqual(kinds);
});

test("the log is read in pages, newest first, and holds one account's events alone", async () => {
  await owner`
    insert into audit_events (account_id, at, kind, actor_kind, actor_name)
    select ${cast.accountId}, now() - n * interval '1 minute', 'user.signed_out', 'system', 'x'
    from generate_series(1, 60) n`;
  await owner`
    insert into audit_events (account_id, kind, actor_kind, actor_name)
    values (${cast.outsider.accountId}, 'user.signed_out', 'system', 'x')`;
  const first = await logPage();
  const second = await logPage({ cursor: first.next ?? "" });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 11, null]);
  const times = [...first.rows, ...second.rows].map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

describe("with ten thousand users and as many events", () => {
  const console = connectAs("agent", { max: 1 });
  const queries: { text: string; params: unknown[] }[] = [];
  let large: LookingAgent;

  beforeAll(async () => {
    const { accountId } = await buildCast({ seatsTotal: 20_000 });
    await owner`
      insert into users (account_id, first_name, last_name, email)
      select ${accountId}, 'Person', 'Number ' || n, 'person' || n || '@many.example'
      from generate_series(1, 10000) n`;
    await owner`
      insert into audit_events (account_id, at, kind, actor_kind, actor_name)
      select ${accountId}, now() - n * interval '1 minute',
        case when n % 3 = 0 then 'contact.added' when n % 3 = 1 then 'user.signed_in'
          else 'user.signed_out' end, 'system', 'x'
      from generate_series(1, 10000) n`;
    await owner`vacuum analyze users`;
    await owner`analyze audit_events`;
    large = await lookInto(await agent("lead"), { accountId });
    const logger = {
      logQuery: (text: string, params: unknown[]) => void queries.push({ text, params }),
    };
    globalThis.handoverAgentDatabase = drizzle(console, { casing: "snake_case", logger });
  }, 120_000);

  afterAll(() => console.end());

  test.each([
    ["the account", 6, () => getAccountPage(large, accountFilterSchema.parse({}))],
    ["a search", 6, () => getAccountPage(large, accountFilterSchema.parse({ search: "person" }))],
    ["the log", 2, () => getAccountLogPage(large, accountLogFilterSchema.parse({}))],
    [
      "a group of it",
      2,
      () => getAccountLogPage(large, accountLogFilterSchema.parse({ kind: "sign-ins" })),
    ],
  ])(
    "%s is %i queries, each of which asks once and not for every row whose look it is",
    async (_what, count, get) => {
      queries.length = 0;
      expect(await get()).not.toBeNull();
      const asked = queries.filter(({ text }) => / from /.test(text));
      expect(asked).toHaveLength(count);
      for (const { text, params } of asked) {
        const [plan, looks] = await console.begin(async (tx) => {
          await tx`select set_config('app.look_id', ${large.lookId}, true)`;
          const scans = async () =>
            (
              await tx<{ count: number }[]>`
              select (pg_stat_get_xact_numscans('support_looks'::regclass)
                + pg_stat_get_xact_numscans('support_looks_pkey'::regclass))::int as count`
            )[0]?.count ?? 0;
          const before = await scans();
          const lines = await tx.unsafe(
            `explain (analyze, costs off, timing off) ${text}`,
            params as string[],
          );
          return [lines.map((line) => line["QUERY PLAN"]).join("\n"), (await scans()) - before];
        });
        expect(plan).toContain("InitPlan");
        expect(plan).not.toContain("stated_account");
        // Once for each table of the query, and once where a search asks for itself.
        expect(looks).toBeLessThanOrEqual(10);
      }
    },
  );

  test("a page of users and of events is read in its index's order, as far as it goes", async () => {
    queries.length = 0;
    await getAccountPage(large, accountFilterSchema.parse({}));
    await getAccountLogPage(large, accountLogFilterSchema.parse({}));
    const lists = queries.filter(({ params }) => params.at(-1) === 51);
    const plans = await console.begin(async (tx) => {
      await tx`select set_config('app.look_id', ${large.lookId}, true)`;
      const all = [];
      for (const { text, params } of lists) {
        const lines = await tx.unsafe(
          `explain (analyze, costs off, timing off) ${text}`,
          params as string[],
        );
        all.push(lines.map((line) => line["QUERY PLAN"]).join("\n"));
      }
      return all;
    });
    expect(plans).toHaveLength(2);
    expect(plans[0]).toContain("Index Scan using users_by_name on users");
    expect(plans[1]).toContain("Index Scan Backward using audit_events_by_time on audit_events");
    for (const plan of plans) {
      const read = [...plan.matchAll(/actual rows=([\d.]+) loops=(\d+)/g)];
      expect(Math.max(...read.map(([, rows, loops]) => Number(rows) * Number(loops)))).toBeLessThan(
        60,
      );
    }
  });
});
