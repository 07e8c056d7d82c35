import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import type { TransferPlan } from "#lib/transfers/plan";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import {
  allOf,
  confirmation,
  contactIdsOf,
  reassign,
  sizes,
  whoHasWhich,
} from "#tests/support/reassign";
import { expectRefusal } from "#tests/support/refused";

const one = ({ id }: { id: string }): TransferPlan => ({ kind: "one", to: id });
const evenly = (...people: { id: string }[]): TransferPlan => ({
  kind: "shares",
  shares: people.map(({ id }) => ({ to: id, parts: 1 })),
});

test("all contacts of one user go to another by their books, and the log says so", async () => {
  const cast = await buildCast({ contacts: 5 });
  const event = await reassign(await member(cast.admin), allOf(cast.user), one(cast.successor));
  expect(await sizes(cast.accountId)).toEqual({ "Samuel Sato": 5 });
  expect(event).toMatchObject({
    actorName: "Adam Aalto",
    userId: cast.user.id,
    data: {
      contacts: 5,
      givers: 1,
      receivers: [{ userId: cast.successor.id, name: "Samuel Sato", contacts: 5 }],
    },
  });
  const [transfer] = await sql`select * from transfers where id = ${event.data.transferId}`;
  expect(transfer).toMatchObject({
    kind: "reassignment",
    by_user_id: cast.admin.id,
    from_user_id: cast.user.id,
    contacts: 5,
  });
  expect(await sql`select from contact_moves`).toHaveLength(0);
});

test("all contacts of all inactive users go to one by their books", async () => {
  const cast = await buildCast({ contacts: 3 });
  await addContacts(cast.successor, 2);
  await sql`update users set status = 'inactive' where id in (${cast.user.id}, ${cast.successor.id})`;
  const meant = { selection: { search: "", assignee: "inactive" as const } };
  const event = await reassign(await member(cast.admin), meant, one(cast.admin2));
  expect(await sizes(cast.accountId)).toEqual({ "Beatriz Braga": 5 });
  expect(event).toMatchObject({ userId: null, data: { contacts: 5, givers: 2 } });
});

test("only the books that one transfer brought go on, and the others stay", async () => {
  const cast = await buildCast({ contacts: 4 });
  await addContacts(cast.successor, 3);
  const admin = await member(cast.admin);
  const { data } = await reassign(admin, allOf(cast.user), one(cast.successor));
  const taken = { search: "", assignee: cast.successor.id, book: data.transferId };
  await reassign(admin, { selection: taken }, one(cast.admin2));
  expect(await sizes(cast.accountId)).toEqual({ "Samuel Sato": 3, "Beatriz Braga": 4 });
});

test("single contacts move to the receiver's main book, with a row each", async () => {
  const cast = await buildCast({ contacts: 5 });
  const contactIds = (await contactIdsOf(cast.user)).slice(0, 2);
  const event = await reassign(await member(cast.admin), { contactIds }, one(cast.successor));
  expect(event.data.contacts).toBe(2);
  const moved = await sql`
    select contact_id from contact_moves where transfer_id = ${event.data.transferId}`;
  expect(moved.map(({ contact_id }) => contact_id).sort()).toEqual(contactIds.sort());
  const [book] = await sql`
    select b.is_main from contacts c join books b on b.id = c.book_id
    where c.id = ${contactIds[0] ?? ""}`;
  expect(book?.is_main).toBe(true);
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 3, "Samuel Sato": 2 });
});

test("more than 500 are carved into a book that keeps its name and where it came from", async () => {
  const cast = await buildCast({ contacts: 900 });
  await sql`update books set name = 'Texas' where assignee_id = ${cast.user.id}`;
  const admin = await member(cast.admin);
  const three = [cast.successor, cast.admin2, cast.owner];
  const event = await reassign(admin, allOf(cast.user), evenly(...three));
  expect(await sizes(cast.accountId)).toEqual({
    "Samuel Sato": 300,
    "Beatriz Braga": 300,
    "Olivia Okafor": 300,
  });
  const carved = await sql`
    select name, transfer_id from books where account_id = ${cast.accountId} and carved_from_id is not null`;
  expect(carved).toEqual(
    Array.from({ length: 3 }, () => ({ name: "Texas", transfer_id: event.data.transferId })),
  );
  expect(await sql`select from contact_moves where account_id = ${cast.accountId}`).toHaveLength(0);
});

test.each([40, 700])("%i contacts go in the given shares, exact to one", async (contacts) => {
  const cast = await buildCast({ contacts });
  const plan: TransferPlan = {
    kind: "shares",
    shares: [
      { to: cast.successor.id, parts: 2 },
      { to: cast.admin2.id, parts: 1 },
      { to: cast.owner.id, parts: 1 },
    ],
  };
  await reassign(await member(cast.admin), allOf(cast.user), plan);
  expect(await sizes(cast.accountId)).toEqual({
    "Samuel Sato": contacts / 2,
    "Beatriz Braga": contacts / 4,
    "Olivia Okafor": contacts / 4,
  });
});

test("a rule gives each state to somebody, or leaves it, whatever its case and spaces", async () => {
  const cast = await buildCast({ contacts: 9 });
  await sql`
    update contacts set state = (array['TX', ' tx', 'Québec', 'quebec', 'NY', 'CA', 'CA', '', ''])[n]
    from (select id as i, row_number() over (order by id) as n from contacts
      where account_id = ${cast.accountId}) numbered where id = i`;
  const plan: TransferPlan = {
    kind: "rule",
    by: "state",
    values: [
      { value: "tx", to: cast.successor.id },
      { value: "quebec", to: cast.admin2.id },
      { value: "", to: null },
    ],
    rest: cast.owner.id,
  };
  const event = await reassign(await member(cast.admin), allOf(cast.user), plan);
  expect(event.data.contacts).toBe(7);
  expect(await sizes(cast.accountId)).toEqual({
    "Samuel Sato": 2,
    "Beatriz Braga": 2,
    "Olivia Okafor": 3,
    "Uma Ullman": 2,
  });
});

test("who receives contacts and has some of them keeps those", async () => {
  const cast = await buildCast({ contacts: 3 });
  await addContacts(cast.successor, 2);
  const contactIds = [...(await contactIdsOf(cast.user)), ...(await contactIdsOf(cast.successor))];
  const event = await reassign(await member(cast.admin), { contactIds }, one(cast.successor));
  expect(event.data).toMatchObject({ contacts: 3, givers: 1 });
  expect(await sql`select from contact_moves where account_id = ${cast.accountId}`).toHaveLength(3);
});

test("more than a request takes is planned, and nothing changes hands yet", async () => {
  const cast = await buildCast({ contacts: IN_REQUEST_LIMIT + 1 });
  const before = await whoHasWhich(cast.accountId);
  const plan = evenly(cast.successor, cast.admin2);
  const event = await reassign(await member(cast.admin), allOf(cast.user), plan);
  expect(event.data).toMatchObject({ isPlanned: true, contacts: IN_REQUEST_LIMIT + 1 });
  const [planned] = await sql`select * from planned_transfers where id = ${event.data.transferId}`;
  expect(planned).toMatchObject({
    kind: "reassignment",
    by_user_id: cast.admin.id,
    from_user_id: cast.user.id,
    selection: { search: "", assignee: cast.user.id },
    plan,
  });
  expect(await whoHasWhich(cast.accountId)).toEqual(before);
});

test("each receiver gets one mail, and who did it none", async () => {
  const cast = await buildCast({ contacts: 6 });
  await reassign(await member(cast.admin), allOf(cast.user), evenly(cast.successor, cast.admin));
  const mails = await sql`
    select payload from graphile_worker._private_jobs where payload::text like ${`%${cast.accountId}%`}`;
  expect(mails).toMatchObject([
    {
      payload: {
        userId: cast.successor.id,
        kind: "contacts_received",
        data: { from: "Uma Ullman", by: "Adam Aalto", contacts: 3 },
      },
    },
  ]);
});

describe("who may", () => {
  test("a plain user gives away their own contacts", async () => {
    const cast = await buildCast({ contacts: 4 });
    const contactIds = (await contactIdsOf(cast.user)).slice(0, 1);
    const user = await member(cast.user);
    await reassign(user, { contactIds }, one(cast.successor));
    await reassign(user, allOf(cast.user), one(cast.admin2));
    expect(await sizes(cast.accountId)).toEqual({ "Samuel Sato": 1, "Beatriz Braga": 3 });
  });

  test("and nobody else's, however they are named", async () => {
    const cast = await buildCast({ contacts: 2 });
    await addContacts(cast.successor, 3);
    const user = await member(cast.user);
    const contactIds = [
      ...(await contactIdsOf(cast.user)),
      ...(await contactIdsOf(cast.successor)),
    ];
    const meants = [{ contactIds }, allOf(cast.successor), { selection: { search: "" } }];
    for (const meant of meants) {
      const form = await confirmation(user, meant, one(cast.admin2));
      await expectRefusal(() => reassignContacts(user, form), "contacts_not_yours", { count: 3 });
    }
  });

  test("nobody of another account, by any id", async () => {
    const cast = await buildCast({ contacts: 2 });
    const outsider = await member(cast.outsider);
    const contactIds = await contactIdsOf(cast.user);
    for (const meant of [{ contactIds }, allOf(cast.user)]) {
      const form = await confirmation(outsider, meant, one(cast.outsider));
      await expectRefusal(() => reassignContacts(outsider, form), "nothing_selected");
    }
    const admin = await member(cast.admin);
    const form = await confirmation(admin, allOf(cast.user), one(cast.outsider));
    await expectRefusal(() => reassignContacts(admin, form), "successor_not_active");
  });
});

describe("what has changed meanwhile", () => {
  test("a receiver who is inactive by now receives nothing", async () => {
    const cast = await buildCast({ contacts: 3 });
    const admin = await member(cast.admin);
    for (const plan of [one(cast.inactive), evenly(cast.successor, cast.inactive)]) {
      const form = await confirmation(admin, allOf(cast.user), plan);
      await expectRefusal(() => reassignContacts(admin, form), "successor_not_active", {
        successor: "Ines Ibarra",
      });
    }
  });

  test.each<[string, (cast: Cast, contactId: string) => Promise<unknown>]>([
    ["deleted", (_, id) => sql`update contacts set deleted_at = now() where id = ${id}`],
    [
      "reassigned",
      async (cast, id) =>
        reassign(await member(cast.admin2), { contactIds: [id] }, one(cast.owner)),
    ],
  ])("a contact that somebody %s since the preview stops it", async (_, change) => {
    const cast = await buildCast({ contacts: 4 });
    const admin = await member(cast.admin);
    const contactIds = await contactIdsOf(cast.user);
    const single = await confirmation(admin, { contactIds }, one(cast.successor));
    const split = await confirmation(admin, allOf(cast.user), evenly(cast.successor, cast.admin2));
    await change(cast, contactIds[0] ?? "");
    await expectRefusal(() => reassignContacts(admin, single), "contacts_changed");
    await expectRefusal(() => reassignContacts(admin, split), "contacts_changed", { count: 3 });
  });

  test("a contact that came to match since the preview is not swept in unseen", async () => {
    const cast = await buildCast({ contacts: 4 });
    const admin = await member(cast.admin);
    const form = await confirmation(admin, allOf(cast.user, "company"), one(cast.successor));
    await addContacts(cast.user, 1);
    await expectRefusal(() => reassignContacts(admin, form), "contacts_changed", { count: 5 });
  });

  test("a contact added while its books change hands goes with them", async () => {
    const cast = await buildCast({ contacts: 4 });
    const admin = await member(cast.admin);
    const form = await confirmation(admin, allOf(cast.user), one(cast.successor));
    await addContacts(cast.user, 1);
    const event = await reassignContacts(admin, form);
    expect(event.data.contacts).toBe(5);
  });
});

test("nothing to reassign, or to whom it lies already, is refused", async () => {
  const cast = await buildCast({ contacts: 2 });
  const admin = await member(cast.admin);
  const contactIds = await contactIdsOf(cast.user);
  const cases = [
    [allOf(cast.successor), one(cast.user), "nothing_selected"],
    [allOf(cast.user, "nobody is called so"), one(cast.successor), "nothing_selected"],
    [{ contactIds: [randomUUID()] }, one(cast.successor), "nothing_selected"],
    [allOf(cast.user), one(cast.user), "nothing_moves"],
    [{ contactIds }, one(cast.user), "nothing_moves"],
  ] as const;
  for (const [meant, plan, code] of cases) {
    const form = await confirmation(
      admin,
      "contactIds" in meant ? { contactIds: [...meant.contactIds] } : meant,
      plan,
    );
    await expectRefusal(() => reassignContacts(admin, form), code);
  }
});

test("the same form twice reassigns once and shows the first result", async () => {
  const cast = await buildCast({ contacts: 4 });
  const admin = await member(cast.admin);
  const contactIds = (await contactIdsOf(cast.user)).slice(0, 2);
  const form = await confirmation(admin, { contactIds }, one(cast.successor));
  const [first, second] = await Promise.all([
    reassignContacts(admin, form),
    reassignContacts(admin, form),
  ]);
  expect(second).toEqual(first);
  expect(await sql`select from transfers where account_id = ${cast.accountId}`).toHaveLength(1);
});

test("a user of twelve spots shares among ten, and everybody is counted", async () => {
  const cast = await buildCast({ contacts: 25, seatsTotal: 20 });
  const people = await addUsers(cast.accountId, ...Array.from({ length: 10 }, (_, n) => `P${n} Q`));
  await reassign(await member(cast.admin), allOf(cast.user), evenly(...people));
  const counts = Object.values(await sizes(cast.accountId));
  expect(counts.toSorted()).toEqual([2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
});
