import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { getAuditPage } from "#lib/audit/audit-page";
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

test("a page of the account log is read in the index's order, however long the log", async () => {
  await owner`
    insert into audit_events (account_id, at, kind, actor_kind, actor_name)
    select ${cast.accountId}, now() - n * interval '1 minute', 'user.signed_out', 'member', 'Ada'
    from generate_series(1, 5000) n`;
  await owner`analyze audit_events`;
  const plans = await planOf("audit_events", (cursor) => getAuditPage(actor, cursor));
  for (const plan of plans) {
    expect(plan).not.toContain("Sort");
    expect(plan).toContain("Index Scan Backward using audit_events_by_time on audit_events");
  }
});

type PageOf = (cursor?: string) => Promise<{ next: string | null }>;

/** The plans, as the application's role, of the queries that list the first and the second page. */
async function planOf(table: string, getPage: PageOf): Promise<string[]> {
  queries.length = 0;
  const { next } = await getPage();
  await getPage(next ?? "");
  const lists = queries.filter(({ text }) =>
    new RegExp(`^select .* from "${table}" .* order by .* limit \\$\\d+$`, "s").test(text),
  );
  const paged = lists.filter(({ params }) => params.at(-1) === 51);
  expect(paged).toHaveLength(2);
  return attempt("app", cast.accountId, async (tx) => {
    const plans: string[] = [];
    for (const { text, params } of paged) {
      const lines = await tx.unsafe(`explain ${text}`, params as string[]);
      plans.push(lines.map((line) => line["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}
