import { expect, test } from "vitest";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { type ContactFilter, contactFilterSchema } from "#lib/contacts/filter";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, buildCast, member } from "#tests/support/cast";

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
  expect(assignees.map(({ name }) => name)).toContain("Uma Ullman");
  expect(assignees.map(({ name }) => name)).not.toContain("Ines Ibarra");
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

function filter(changes: Partial<ContactFilter> = {}): ContactFilter {
  return { ...contactFilterSchema.parse({}), ...changes };
}
