import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { type ContactFilter, contactFilterSchema } from "#lib/contacts/filter";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, addUsers, buildCast, member, type Person } from "#tests/support/cast";

test("contacts come with their assignee, and an inactive one is marked", async () => {
  const cast = await buildCast({ contacts: 2 });
  const user = await member(cast.successor);
  await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  const { page, total, assignees } = await getContactsPage(user, filter());
  expect(total).toBe(2);
  expect(page.rows).toMatchObject(
    Array(2).fill({ assigneeName: "Uma Ullman", assigneeStatus: "inactive" }),
  );
  // The inactive user can be chosen while contacts lie there; the other inactive one has none.
  const offered = assignees.offered.map(({ name, contacts }) => [name, contacts]);
  expect(offered).toContainEqual(["Uma Ullman", 2]);
  expect(offered).toContainEqual(["Samuel Sato", 0]);
  expect(offered.map(([name]) => name)).not.toContain("Ines Ibarra");
  expect(assignees).toMatchObject({ inactive: 2, chosen: null, hasMore: false, matches: null });
});

test("the filter shows one assignee's contacts, or those of all inactive users", async () => {
  const cast = await buildCast({ contacts: 3 });
  await addContacts(cast.successor, 2);
  const admin = await member(cast.admin);
  const total = async (changes: Partial<ContactFilter>) =>
    (await getContactsPage(admin, filter(changes))).total;
  expect(await total({})).toBe(5);
  expect(await total({ assignee: cast.user.id })).toBe(3);
  expect(await total({ assignee: "inactive" })).toBe(0);
  await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  expect(await total({ assignee: "inactive" })).toBe(3);
  expect(await total({ assignee: cast.outsider.id })).toBe(0);
});

test("search looks at name, company, e-mail and phone; a deleted contact is hidden", async () => {
  const cast = await buildCast();
  await sql`
    insert into contacts (account_id, book_id, first_name, last_name, company, email, phone, mobile)
    select account_id, id, 'José', 'Ñandú', 'Łódź Textiles', 'jose@mail.example', '(45) 555-0100',
      '0177/88 99'
    from books where assignee_id = ${cast.user.id}`;
  const admin = await member(cast.admin);
  for (const search of [
    "jose",
    "NANDU",
    "lodz",
    "mail.example",
    "555-0100",
    "455550100",
    "(45) 555",
    "0177 88",
    "01778899",
    "textiles jose",
  ]) {
    expect([search, (await getContactsPage(admin, filter({ search }))).total]).toEqual([search, 1]);
  }
  expect((await getContactsPage(admin, filter({ search: "%" }))).total).toBe(0);
  await sql`update contacts set deleted_at = now() where account_id = ${cast.accountId}`;
  expect((await getContactsPage(admin, filter({ search: "jose" }))).total).toBe(0);
});

test("pages go both ways, and a forged cursor begins at the start", async () => {
  const cast = await buildCast({ contacts: 120 });
  const admin = await member(cast.admin);
  const first = await getContactsPage(admin, filter());
  const second = await getContactsPage(admin, filter({ cursor: first.page.next ?? "" }));
  const back = await getContactsPage(admin, filter({ cursor: second.page.previous ?? "" }));
  expect(first.page.rows).toHaveLength(50);
  expect(second.page.rows).toHaveLength(50);
  expect(back.page.rows).toEqual(first.page.rows);
  for (const cursor of [
    "x",
    first.page.next?.slice(2),
    btoa('{"way":"after","values":["a","b"]}'),
  ]) {
    const page = await getContactsPage(admin, filter({ cursor }));
    expect(page.page.rows).toEqual(first.page.rows);
  }
});

test.each(["name", "company", "email", "phone", "assignee", "activity"] as const)(
  "pages by %s hold every contact once, in order, both ways, under every filter",
  async (sort) => {
    const cast = await buildCast();
    const people = [cast.owner, cast.user, cast.successor];
    for (const [n, person] of people.entries()) await addVariedContacts(person, 47 + 30 * n);
    // Some of the successor's lie in books of their own, as after many transfers.
    await carveEach(cast.successor, 20);
    const admin = await member(cast.admin);
    for (const changes of [
      {},
      { assignee: cast.successor.id },
      { assignee: cast.user.id },
      { search: "varied" },
      { search: "varied", assignee: cast.successor.id },
    ]) {
      for (const direction of ["asc", "desc"] as const) {
        const forwards = await walkPages(admin, filter({ ...changes, sort, direction }), "next");
        const expected = await idsInOrder(cast.accountId, sort, direction, changes.assignee);
        expect(forwards.ids).toEqual(expected);
        const backwards = await walkPages(admin, forwards.last, "previous");
        expect(backwards.ids).toEqual(expected);
      }
    }
  },
);

test("a page knows its place and the exact count, whatever the filter", async () => {
  const cast = await buildCast({ contacts: 120 });
  await addContacts(cast.successor, 60);
  const admin = await member(cast.admin);
  const first = await getContactsPage(admin, filter({ assignee: cast.user.id }));
  expect([first.page.first, first.total, first.all]).toEqual([1, 120, 180]);
  const cursor = first.page.next ?? "";
  const second = await getContactsPage(admin, filter({ assignee: cast.user.id, cursor }));
  expect([second.page.first, second.total]).toEqual([51, 120]);
  await sql`update contacts set deleted_at = now() where account_id = ${cast.accountId}`;
  expect(await getContactsPage(admin, filter())).toMatchObject({ total: 0, all: 0 });
});

test("a search counts exactly up to a thousand, and shows the page of more without counting", async () => {
  const cast = await buildCast({ contacts: 1_000 });
  const admin = await member(cast.admin);
  const search = "contact number";
  expect(await getContactsPage(admin, filter({ search }))).toMatchObject({ total: 1_000 });
  await addContacts(cast.successor, 1);
  const { total, page } = await getContactsPage(admin, filter({ search }));
  expect([total, page.rows.length]).toEqual([null, 50]);
  // By assignee no index has so many in order: they come by name, and the page says so.
  const found = await getContactsPage(admin, filter({ search, sort: "assignee" }));
  expect([found.filter.sort, found.page.rows]).toEqual(["name", page.rows]);
});

test("one or two letters find the beginnings of words", async () => {
  const cast = await buildCast();
  await sql`
    insert into contacts (account_id, book_id, first_name, last_name, company)
    select account_id, id, 'Jo', 'Abbott', 'Major & Ko' from books
    where assignee_id = ${cast.user.id}`;
  const admin = await member(cast.admin);
  const total = async (search: string) => (await getContactsPage(admin, filter({ search }))).total;
  for (const search of ["j", "JO", "ab jo", "ko", "m k", "&", "jo & abb"]) {
    expect([search, await total(search)]).toEqual([search, search === "&" ? 0 : 1]);
  }
  for (const search of ["bb", "o", "aj", "-", "\\", "'"]) {
    expect([search, await total(search)]).toEqual([search, 0]);
  }
});

test("among very many users an assignee is found by a name that fits one person", async () => {
  const cast = await buildCast({ seatsTotal: 200, contacts: 2 });
  await addUsers(cast.accountId, ...Array.from({ length: 100 }, (_, n) => `Extra Person${n}`));
  const admin = await member(cast.admin);
  const first = await getContactsPage(admin, filter());
  expect(first.assignees.hasMore).toBe(true);
  expect(first.assignees.offered.map(({ id }) => id)).toEqual([cast.admin.id]);
  const found = await getContactsPage(admin, filter({ who: "ullman" }));
  expect(found).toMatchObject({ total: 2, filter: { assignee: cast.user.id, who: "" } });
  expect(found.assignees.offered.map(({ id }) => id)).toContain(cast.user.id);
  const several = await getContactsPage(admin, filter({ who: "extra" }));
  expect([several.total, several.assignees.matches?.length]).toEqual([0, 20]);
  const nobody = await getContactsPage(admin, filter({ who: "nobody at all" }));
  expect(nobody.assignees.matches).toEqual([]);
});

test("a user's books are told by how they came, and a book of somebody else is not kept", async () => {
  const cast = await buildCast({ contacts: 3 });
  await addContacts(cast.successor, 2);
  const admin = await member(cast.admin);
  const { data } = await inactivateUser(admin, {
    ...{ requestId: randomUUID(), userId: cast.user.id, contacts: "one", reason: "" },
    ...{ successorId: cast.successor.id, successorIds: [] },
  });
  const transferId = data.transferId ?? "";
  const assignee = cast.successor.id;
  const page = await getContactsPage(admin, filter({ assignee }));
  expect(page.groups).toMatchObject({
    groups: [
      { book: "own", contacts: 2, fromName: null },
      { book: transferId, contacts: 3, fromName: "Uma Ullman", isReturn: false },
    ],
    older: 0,
  });
  const total = async (changes: object) =>
    (await getContactsPage(admin, filter({ assignee, ...changes }))).total;
  expect(await total({ book: "own" })).toBe(2);
  expect(await total({ book: transferId })).toBe(3);
  expect(await total({ book: transferId, search: "contact" })).toBe(3);
  expect(await total({ book: randomUUID() })).toBe(5);
});

/** Names, companies, addresses and phones that repeat or are missing, and any time of activity. */
async function addVariedContacts({ accountId, id }: Person, count: number): Promise<void> {
  await sql`
    insert into contacts (account_id, book_id, first_name, company, email, phone, last_activity_at)
    select b.account_id, b.id, 'Varied ' || n % 17, case when n % 3 = 0 then '' else 'C' || n % 5 end,
      case when n % 4 = 0 then '' else 'v' || n % 7 || '@mail.example' end,
      case when n % 5 = 0 then '' else '+1 555 ' || n % 11 end, now() - n % 13 * interval '1 day'
    from books b, generate_series(1, ${count}::int) n
    where b.account_id = ${accountId} and b.assignee_id = ${id} and b.is_main`;
}

async function carveEach({ accountId, id }: Person, count: number): Promise<void> {
  await sql`
    with main as (
      select id from books where account_id = ${accountId} and assignee_id = ${id} and is_main
    ), picked as (
      select c.id, uuidv7() as book from contacts c, main
      where c.account_id = ${accountId} and c.book_id = main.id limit ${count}
    ), made as (
      insert into books (account_id, id, assignee_id, carved_from_id)
      select ${accountId}, book, ${id}, main.id from picked, main)
    update contacts c set book_id = picked.book from picked
    where c.account_id = ${accountId} and c.id = picked.id`;
}

async function idsInOrder(
  accountId: string,
  sort: ContactFilter["sort"],
  direction: "asc" | "desc",
  assignee?: string,
): Promise<string[]> {
  const keys = {
    name: ["c.name_key"],
    company: ["(c.company_key = '')", "c.company_key"],
    email: ["(c.email_key = '')", "c.email_key"],
    phone: ["(c.phone_key = '')", "c.phone_key"],
    assignee: ["u.name_key", "u.id", "c.name_key"],
    activity: ["c.last_activity_at"],
  }[sort];
  const order = [...keys, "c.id"].map((key) => `${key} ${direction}`).join(", ");
  const rows = await sql.unsafe<{ id: string }[]>(
    `select c.id from contacts c join books b on b.id = c.book_id join users u on u.id = b.assignee_id
     where c.account_id = $1 and coalesce(u.id = $2, true) order by ${order}`,
    [accountId, assignee ?? null],
  );
  return rows.map(({ id }) => id);
}

/** Every id from a page on, in its order, and the filter of the last page. */
async function walkPages(admin: Member, start: ContactFilter, way: "next" | "previous") {
  const ids: string[] = [];
  let last = start;
  for (let cursor: string | null | undefined = start.cursor; cursor !== null; ) {
    last = { ...start, cursor };
    const { page } = await getContactsPage(admin, last);
    const found = page.rows.map(({ id }) => id);
    if (way === "next") ids.push(...found);
    else ids.unshift(...found);
    cursor = page[way];
  }
  return { ids, last };
}

function filter(changes: Partial<ContactFilter> = {}): ContactFilter {
  return { ...contactFilterSchema.parse({}), ...changes };
}
