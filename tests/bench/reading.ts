import type { Sql } from "postgres";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { contactFilterSchema } from "#lib/contacts/filter";
import type { Company } from "#tests/bench/company";
import { compare } from "#tests/bench/measure";

const ROUNDS = 40;

/** What people look at, and the plainest SQL for the same rows: medians in ms of each. */
export async function benchReading(sql: Sql, company: Company): Promise<Record<string, Reading>> {
  const middle = await middlePage(company);
  const page = (filter: Record<string, string>) => async () =>
    getContactsPage(company.admin, contactFilterSchema.parse(filter));
  const looks: Record<string, [ours: () => Promise<unknown>, plain: () => Promise<unknown>]> = {
    "first page": [page({}), () => plainPage(sql, company, sql``)],
    "filter by assignee": [
      page({ assignee: company.userId }),
      () => plainPage(sql, company, sql`and u.id = ${company.userId}`),
    ],
    "page from its cursor": [
      page({ cursor: middle }),
      () => plainPage(sql, company, sql`and (c.name_key, c.id) > ('m', ${company.bookId}::uuid)`),
    ],
    "search, 500 matches": [
      page({ search: "zanzibar" }),
      () => plainPage(sql, company, sql`and c.search_text like '%zanzibar%'`),
    ],
    "search, 1 match": [
      page({ search: "person4711@" }),
      () => plainPage(sql, company, sql`and c.search_text like '%person4711@%'`),
    ],
  };
  const readings: Record<string, Reading> = {};
  for (const [name, [ours, plain]] of Object.entries(looks)) {
    const took = await compare(ROUNDS, { ours, plain });
    readings[name] = { ours: took.ours ?? Number.NaN, plain: took.plain ?? Number.NaN };
  }
  return readings;
}

export type Reading = { ours: number; plain: number };

/** A cursor from far inside: that of the page before one that begins beside the middle. */
async function middlePage(company: Company): Promise<string> {
  const last = await getContactsPage(
    company.admin,
    contactFilterSchema.parse({ search: "", direction: "desc" }),
  );
  if (!last.page.next) throw new Error("There is no second page.");
  return last.page.next;
}

function plainPage(sql: Sql, { accountId }: Company, also: ReturnType<Sql>) {
  return sql`
    select c.id, c.name, c.company, c.email, c.phone, u.id as assignee_id, u.name as assignee
    from contacts c
    join books b on b.account_id = c.account_id and b.id = c.book_id
    join users u on u.account_id = b.account_id and u.id = b.assignee_id
    where c.account_id = ${accountId} and c.deleted_at is null ${also}
    order by c.name_key, c.id limit 51`;
}
