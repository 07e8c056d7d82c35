import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { getAuditPage } from "#lib/audit/audit-page";
import { auditFilterSchema } from "#lib/audit/filter";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { contactFilterSchema } from "#lib/contacts/filter";
import { userFilterSchema } from "#lib/users/filter";
import { getUsersPage } from "#lib/users/users-page";
import { attempt, owner } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member } from "#tests/support/cast";
import { connectAs } from "#tests/support/database";

let cast: Cast;
let actor: Member;
const app = connectAs("app", { max: 1 });
const queries: { text: string; params: unknown[] }[] = [];

beforeAll(async () => {
  const neighbours = await buildCast({ seatsTotal: 5000 });
  cast = await buildCast({ seatsTotal: 5000 });
  actor = await member(cast.admin);
  for (const { accountId, user } of [neighbours, cast]) {
    await owner`
      insert into users (account_id, first_name, last_name, email)
      select ${accountId}, 'Person', 'Number ' || n, 'person' || n || '@many.example'
      from generate_series(1, 3000) n`;
    await addContacts(user, 15_000);
  }
  await owner`analyze`;
  const logger = {
    logQuery: (text: string, params: unknown[]) => void queries.push({ text, params }),
  };
  globalThis.handoverDatabase = drizzle(app, { casing: "snake_case", logger });
});

afterAll(() => app.end());

test.each(["users", "contacts"])(
  "searching %s reads the trigram index, not the table, though the longest word is in every row",
  async (table) => {
    const scans = await attempt("app", cast.accountId, async (tx) => {
      const found = await tx`select from ${tx(`${table}_matching`)}('number 777')`;
      expect(found.length).toBeGreaterThan(0);
      return tx`
        select pg_stat_get_xact_numscans(${`${table}_search`}::regclass)::int as index,
          pg_stat_get_xact_numscans(${table}::regclass)::int as whole`;
    });
    expect(scans).toEqual([{ index: 1, whole: 0 }]);
  },
);

test("a search minds neither order, case nor accents, and finds the set account's contacts alone", async () => {
  const [{ id } = { id: "" }] = await owner<{ id: string }[]>`
    insert into contacts (account_id, book_id, first_name, last_name, company)
    select account_id, id, 'Zoë', 'Żółtowska', '100% Öl_Handel' from books
    where assignee_id = ${cast.user.id} and is_main returning id`;
  for (const words of ["zoltowska zoe", "ŻÓŁT", "  zoë  100%", "öl_handel"]) {
    const found = await attempt(
      "app",
      cast.accountId,
      (tx) => tx`select contacts_matching(${words}) as id`,
    );
    expect(found, words).toEqual([{ id }]);
    for (const account of [cast.outsider.accountId, ""]) {
      expect(await attempt("app", account, (tx) => tx`select contacts_matching(${words})`)).toEqual(
        [],
      );
    }
  }
  for (const words of ["", "   ", "100_", "ol%handel"]) {
    expect(
      await attempt("app", cast.accountId, (tx) => tx`select contacts_matching(${words})`),
    ).toEqual([]);
  }
});

test("a page of users or contacts by name is read in the index's order, at whatever page", async () => {
  const users = await planOf("users", (cursor) =>
    getUsersPage(actor, userFilterSchema.parse({ cursor })).then((page) => page.users),
  );
  const contacts = await planOf("contacts", (cursor) =>
    getContactsPage(actor, contactFilterSchema.parse({ cursor })).then(({ page }) => page),
  );
  for (const plan of [...users, ...contacts]) expect(plan).not.toContain("Sort");
  expect(users[0]).toContain("Index Scan using users_by_name on users");
  expect(contacts[0]).toContain("Index Scan using contacts_by_name on contacts");
  // The second page begins where the first ended, instead of reading it again.
  expect(users[1]).toMatch(/users_by_name on users.*\n.*Index Cond: .*ROW\(name_key, id\) > /);
  expect(contacts[1]).toMatch(
    /contacts_by_name on contacts.*\n.*Index Cond: .*ROW\(name_key, id\) > /,
  );
});

describe("the account log", () => {
  const count = 30_000;

  beforeAll(async () => {
    // One busy person among others, some kinds rare; nothing before 2026.
    await owner`
      insert into audit_events (account_id, at, kind, actor_kind, actor_id, actor_name, user_id)
      select ${cast.accountId}, timestamptz '2026-11-12 12:00Z' - n * interval '5 minutes',
        case when n % 500 = 0 then 'user.inactivated' when n % 500 = 1 then 'user.reactivated'
          when n % 2 = 0 then 'user.signed_in' else 'user.signed_out' end, 'member',
        case when n % 3 = 0 then ${cast.user.id}::uuid else u.id end, 'x',
        case when n % 3 = 1 then ${cast.user.id}::uuid else u.id end
      from generate_series(1, ${count}::int) n
      join (select id, row_number() over (order by id) as at from users
            where account_id = ${cast.accountId}) u on u.at = 1 + n % 3000`;
    await owner`analyze audit_events`;
  });

  test.each([
    ["no filter", () => ({}), ["time"]],
    ["a person", () => ({ person: cast.user.id }), ["actor", "user"]],
    ["a kind of several", () => ({ kind: "status" }), Array(5).fill("kind")],
    ["a kind of which there is nothing", () => ({ kind: "history" }), ["kind"]],
    ["days", () => ({ from: "2026-09-01", to: "2026-09-03" }), ["time"]],
    ["a kind and days", () => ({ kind: "status", to: "2026-09-03" }), Array(5).fill("kind")],
    ["a person and a kind", () => ({ person: cast.user.id, kind: "sign-ins" }), ["actor", "user"]],
    [
      "all of them",
      () => ({ person: cast.user.id, kind: "sign-ins", from: "2026-09-01", to: "2026-10-01" }),
      ["actor", "user"],
    ],
  ])(
    "a page under %s is read in the order of the index that is for it, and only as far as it goes",
    async (_what, filterOf, indexes) => {
      const pageOf = async (cursor?: string) => {
        const filter = auditFilterSchema.parse({ ...filterOf(), cursor });
        return (await getAuditPage(actor, filter)).page;
      };
      const plans = await planOf("found", pageOf, "explain (analyze, costs off, timing off)");
      for (const plan of plans) {
        expect(plan).not.toMatch(/Sort$|Sort {2}|Bitmap|Seq Scan|Rows Removed by Filter/m);
        const used = plan.matchAll(/Index Scan Backward using audit_events_by_(\w+)/g);
        expect([...used].map(([, index]) => index)).toEqual(indexes);
        const rows = plan.matchAll(/actual rows=(\d+)/g);
        expect(Math.max(...[...rows].map(([, read]) => Number(read)))).toBeLessThan(110);
      }
    },
  );
});

type PageOf = (cursor?: string) => Promise<{ next: string | null }>;

/** The plans, as the application's role, of the queries that list the first and the second page. */
async function planOf(table: string, getPage: PageOf, explain = "explain"): Promise<string[]> {
  queries.length = 0;
  const { next } = await getPage();
  await getPage(next ?? "");
  const lists = queries.filter(({ text }) =>
    new RegExp(`^select .*(from "${table}"|as ${table}) .*order by .* limit \\$\\d+$`, "s").test(
      text,
    ),
  );
  const paged = lists.filter(({ params }) => params.at(-1) === 51);
  expect(paged).toHaveLength(2);
  return attempt("app", cast.accountId, async (tx) => {
    const plans: string[] = [];
    for (const { text, params } of paged) {
      const lines = await tx.unsafe(`${explain} ${text}`, params as string[]);
      plans.push(lines.map((line) => line["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}
