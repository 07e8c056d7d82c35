import { expect, test } from "vitest";
import { type UserFilter, userFilterSchema, userSorts } from "#lib/users/filter";
import { getUsersPage } from "#lib/users/users-page";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member } from "#tests/support/cast";

test("the table shows spots, counts by status, and what each row needs", async () => {
  const cast = await buildCast({ contacts: 3 });
  const page = await getUsersPage(await member(cast.admin), filter());
  expect(page.seats).toEqual({ total: 10, used: 5, scheduled: null });
  expect(page.counts).toEqual({ all: 6, active: 5, inactive: 1 });
  expect(page.users.rows.map(({ name }) => name)).toEqual([
    "Adam Aalto",
    "Beatriz Braga",
    "Ines Ibarra",
    "Olivia Okafor",
    "Samuel Sato",
    "Uma Ullman",
  ]);
  const [ines, uma] = [page.users.rows[2], page.users.rows[5]];
  expect(ines).toMatchObject({ status: "inactive", inactivatedByName: "Adam Aalto", contacts: 0 });
  expect(uma).toMatchObject({ contacts: 3, hasPassword: false });
  expect(page.users).toMatchObject({ previous: null, next: null });
});

test("search finds names and addresses without regard to case, accents, apostrophes and word order", async () => {
  const cast = await buildCast();
  await sql`update users set first_name = 'Zoë', last_name = 'O’Müller' where id = ${cast.user.id}`;
  const admin = await member(cast.admin);
  for (const search of [
    "zoe",
    "OMULLER",
    "o'mull zo",
    "Zoë O’Müller",
    cast.user.email.slice(0, 12),
  ]) {
    const { users, counts } = await getUsersPage(admin, filter({ search }));
    expect([search, users.rows.map(({ id }) => id)]).toEqual([search, [cast.user.id]]);
    expect(counts.all).toBe(1);
  }
  for (const search of ["100%", "_", "\\", "'; drop table users; --", "zoe nobody"]) {
    const { users } = await getUsersPage(admin, filter({ search }));
    expect([search, users.rows]).toEqual([search, []]);
  }
});

test.each(userSorts)(
  "pages sorted by %s miss nobody and repeat nobody, both ways",
  async (sort) => {
    const cast = await crowd();
    const admin = await member(cast.admin);
    for (const direction of ["asc", "desc"] as const) {
      const forwards: string[] = [];
      let cursor: string | undefined;
      let last = await getUsersPage(admin, filter({ sort, direction }));
      forwards.push(...last.users.rows.map(({ id }) => id));
      while (last.users.next) {
        cursor = last.users.next;
        last = await getUsersPage(admin, filter({ sort, direction, cursor }));
        forwards.push(...last.users.rows.map(({ id }) => id));
      }
      expect(new Set(forwards).size).toBe(126);
      expect(forwards).toHaveLength(126);
      const backwards = last.users.rows.map(({ id }) => id);
      while (last.users.previous) {
        const previous: string = last.users.previous;
        last = await getUsersPage(admin, filter({ sort, direction, cursor: previous }));
        backwards.unshift(...last.users.rows.map(({ id }) => id));
      }
      expect(backwards).toEqual(forwards);
    }
  },
);

test("another account's users are not there", async () => {
  const cast = await buildCast();
  const page = await getUsersPage(await member(cast.outsider), filter());
  expect(page.users.rows.map(({ id }) => id)).toEqual([cast.outsider.id]);
  expect(page.counts.all).toBe(1);
});

test("contacts in several books of one user are one count", async () => {
  const cast = await buildCast({ contacts: 2 });
  await sql`insert into books (account_id, assignee_id) values (${cast.accountId}, ${cast.user.id})`;
  await sql`
    insert into contacts (account_id, book_id, last_name) select account_id, id, 'Other'
    from books where assignee_id = ${cast.user.id} and not is_main`;
  await addContacts(cast.successor, 1);
  const { users } = await getUsersPage(await member(cast.admin), filter());
  const counts = Object.fromEntries(users.rows.map(({ name, contacts }) => [name, contacts]));
  expect(counts).toMatchObject({ "Uma Ullman": 3, "Samuel Sato": 1 });
});

/** 126 users: many of one name, signed in at a few times or never. */
async function crowd(): Promise<Cast> {
  const cast = await buildCast({ seatsTotal: 200 });
  await sql`
    insert into users (account_id, first_name, last_name, email, role, status, last_sign_in_at)
    select ${cast.accountId}, 'Same', 'Name ' || n % 7, 'same' || n || '@crowd.example',
      case when n % 3 = 0 then 'admin' else 'user' end,
      case when n % 5 = 0 then 'inactive' else 'active' end,
      case when n % 2 = 0 then timestamptz '2026-01-01 10:00:00.123456Z' + make_interval(days => n % 4) end
    from generate_series(1, 120) n`;
  return cast;
}

function filter(changes: Partial<UserFilter> = {}): UserFilter {
  return { ...userFilterSchema.parse({}), ...changes };
}
