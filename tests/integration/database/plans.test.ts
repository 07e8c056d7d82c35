import { drizzle } from "drizzle-orm/postgres-js";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { getAuditPage } from "#lib/audit/audit-page";
import { auditFilterSchema } from "#lib/audit/filter";
import { type ContactDetails, contactFieldNames } from "#lib/contacts/contact-fields";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { contactFilterOf } from "#lib/contacts/filter";
import { findDuplicates } from "#lib/contacts/find-duplicates";
import { addContacts as takeIn } from "#lib/imports/add-contacts";
import { type Tx, transact } from "#lib/transaction";
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

test.each([
  ["Cyrillic", "Иванова", "ИВАНОВ"],
  ["Greek", "Παπαδόπουλος", "παπαδοπ"],
  ["Hebrew", "שפירא", "שפיר"],
  ["Arabic", "الحريري", "الحرير"],
  ["Chinese", "北京公司", "京公司"],
])(
  "a search in letters that are not Latin reads the trigram index too: %s",
  async (_what, company, words) => {
    const [{ id } = { id: "" }] = await owner<{ id: string }[]>`
    insert into contacts (account_id, book_id, company)
    select account_id, id, ${company} from books
    where assignee_id = ${cast.user.id} and is_main returning id`;
    const scans = async (tx: TransactionSql) =>
      (
        await tx`
        select pg_stat_get_xact_numscans('contacts_search'::regclass)::int as index,
          pg_stat_get_xact_numscans('contacts'::regclass)::int as whole`
      )[0];
    const [found, before, after] = await attempt("app", cast.accountId, async (tx) => {
      const before = await scans(tx);
      const found = await tx`select contacts_matching(${words}) as id`;
      return [found, before, await scans(tx)];
    });
    expect(found).toEqual([{ id }]);
    expect(after?.index).toBeGreaterThan(before?.index);
    expect(after?.whole).toBe(before?.whole);
  },
);

test("an import and a new contact look for a number by its index, with or without its country", async () => {
  const nobody = Object.fromEntries(contactFieldNames.map((name) => [name, ""])) as ContactDetails;
  const phones = ["+49 30 7654321", "030 7654321"];
  const given = phones.map((phone, record) => ({ ...nobody, lastName: "Ott", phone, record }));
  const [book = { id: "" }] = await owner<{ id: string }[]>`
    select id from books where assignee_id = ${cast.user.id} and is_main`;
  const target = { accountId: cast.accountId, bookId: book.id, byUserId: cast.user.id };
  const scans = async (tx: Tx) =>
    (
      await tx.execute<{ index: number; whole: number }>(`
      select pg_stat_get_xact_numscans('contacts_by_phone_end'::regclass)::int as index,
        pg_stat_get_xact_numscans('contacts'::regclass)::int as whole`)
    )[0];
  const [before, after] = await transact(actor, async (tx) => {
    const before = await scans(tx);
    const taken = await takeIn(tx, given, { ...target, known: "leave" });
    expect(taken).toMatchObject({ added: 2, sharing: [1] });
    const after = await scans(tx);
    const phone = "0049 30 7654321";
    expect(await findDuplicates(tx, cast.accountId, { phone })).toHaveLength(2);
    return [before, after];
  });
  expect((after?.index ?? 0) - (before?.index ?? 0)).toBe(2);
  expect(after?.whole).toBe(before?.whole);
});

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

test("a page of users by name is read in the index's order, at whatever page", async () => {
  const [first, second] = await planOf("users", (cursor) =>
    getUsersPage(actor, userFilterSchema.parse({ cursor })).then((page) => page.users),
  );
  for (const plan of [first, second]) expect(plan).not.toContain("Sort");
  expect(first).toContain("Index Scan using users_by_name on users");
  // The second page begins where the first ended, instead of reading it again.
  expect(second).toMatch(/users_by_name on users.*\n.*Index Cond: .*ROW\(name_key, id\) > /);
});

describe("the Contact Table", () => {
  beforeAll(async () => {
    // The admin has a thousand books of 6 contacts each.
    await owner`
      with main as (
        select account_id, id, assignee_id from books
        where account_id = ${cast.accountId} and assignee_id = ${cast.admin.id}
      ), made as (
        insert into books (account_id, id, assignee_id, carved_from_id)
        select account_id, uuidv7(), assignee_id, id from main, generate_series(1, 1000)
        returning account_id, id)
      insert into contacts (account_id, book_id, first_name, company)
      select account_id, id, 'Kept ' || n, 'Firm ' || n from made, generate_series(1, 6) n`;
    await owner`analyze`;
  });

  test.each([
    ["name", "asc"],
    ["company", "desc"],
    ["email", "asc"],
    ["phone", "asc"],
    ["activity", "desc"],
  ])("a page by %s is read in its index's order, and only as far as it goes", async (sort, dir) => {
    for (const plan of await plansOf({ sort, dir }, /^select "contacts"\."id" from contacts/)) {
      expect(plan).toMatch(new RegExp(`Index Scan (Backward )?using contacts_by_${sort}`));
      expect(plan).not.toMatch(/Sort/);
      expect(mostRows(plan)).toBeLessThan(60);
    }
  });

  test("by name, a user's thousand books are looked into once each, and read no further", async () => {
    const plans = await plansOf({ assignee: cast.admin.id }, /with book as materialized/);
    for (const plan of plans) {
      expect(plan).toContain("using contacts_by_book on contacts");
      expect(plan).not.toMatch(/Seq Scan on contacts|using contacts_(by_name|pkey)/);
      expect(mostRows(plan)).toBeLessThanOrEqual(1_001);
    }
  });

  test("by anything else, many of the account are met on the way through all; few are sorted", async () => {
    const all = { assignee: cast.user.id, sort: "activity" };
    for (const plan of await plansOf(all, /select id from \(\s*select "contacts"/)) {
      expect(plan).toContain("using contacts_by_activity on contacts");
      expect(mostRows(plan)).toBeLessThan(6_200);
    }
  });

  test("a search in the page's order reads either the trigram index or that order's own", async () => {
    const scans = (words: string) =>
      attempt("app", cast.accountId, async (tx) => {
        const count = async () =>
          (
            await tx<{ trigrams: number; ordered: number }[]>`
              select pg_stat_get_xact_numscans('contacts_search'::regclass)::int as trigrams,
                pg_stat_get_xact_numscans('contacts_by_company'::regclass)::int as ordered`
          )[0] ?? { trigrams: 0, ordered: 0 };
        const before = await count();
        await tx`select contacts_found(${words}, null, null, 'company', 'asc', null, 51)`;
        const after = await count();
        return [after.trigrams - before.trigrams, after.ordered - before.ordered];
      });
    expect(await scans("number 777")).toEqual([1, 0]);
    expect(await scans("number")).toEqual([0, 1]);
  });
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

/** The plans, with what was read, of those queries of two pages whose text is like this. */
async function plansOf(parameters: Record<string, string>, like: RegExp): Promise<string[]> {
  queries.length = 0;
  const { page } = await getContactsPage(actor, contactFilterOf(parameters));
  await getContactsPage(actor, contactFilterOf({ ...parameters, after: page.next }));
  const found = queries.filter(({ text }) => like.test(text.trim()));
  expect(found).toHaveLength(2);
  return attempt("app", cast.accountId, async (tx) => {
    const plans: string[] = [];
    for (const { text, params } of found) {
      const explain = `explain (analyze, costs off, timing off) ${text}`;
      const lines = await tx.unsafe(explain, params as string[]);
      plans.push(lines.map((line) => line["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}

function mostRows(plan: string): number {
  const read = plan.matchAll(/actual rows=([\d.]+) loops=(\d+)/g);
  return Math.max(...[...read].map(([, rows, loops]) => Number(rows) * Number(loops)));
}

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
