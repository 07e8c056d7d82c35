import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { TransferPlan } from "#lib/transfers/plan";
import { getTransferPage } from "#lib/transfers/transfer-page";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { allOf, contactIdsOf, reassign, sizes, whoHasWhich } from "#tests/support/reassign";
import { expectRefusal } from "#tests/support/refused";

const one = ({ id }: { id: string }): TransferPlan => ({ kind: "one", to: id });

/** By the company's last digit, which each contact of a cast has. */
const plans: [string, (cast: Cast) => TransferPlan][] = [
  ["one", (cast) => one(cast.successor)],
  [
    "shares",
    ({ successor, admin2 }) => ({
      kind: "shares",
      shares: [
        { to: successor.id, parts: 2 },
        { to: admin2.id, parts: 1 },
      ],
    }),
  ],
  [
    "rule",
    ({ successor, admin2 }) => ({
      kind: "rule",
      by: "company",
      values: [
        { value: "company 1", to: successor.id },
        { value: "company 2", to: null },
      ],
      rest: admin2.id,
    }),
  ],
];

describe.each(plans)("reassigned by %s, undo restores exactly who had which", (_kind, planOf) => {
  test.each([20, 620])("of %i contacts of one user, who is inactive by then", async (contacts) => {
    const cast = await buildCast({ contacts });
    const before = await whoHasWhich(cast.accountId);
    const admin = await member(cast.admin);
    const { data } = await reassign(admin, allOf(cast.user), planOf(cast));
    expect(await whoHasWhich(cast.accountId)).not.toEqual(before);
    await leave(cast, cast.user);
    const { counts } = await getTransferPage(admin, data.transferId);
    expect(counts).toEqual({ returned: data.contacts, stayed: 0, carvedOut: 0 });
    const undone = await undoTransfer(admin, input(data.transferId));
    expect(undone.data.returned).toBe(data.contacts);
    expect(await whoHasWhich(cast.accountId)).toEqual(before);
  });

  test.each([12, 600])("of a search's %i contacts of several users", async (contacts) => {
    const cast = await buildCast({ contacts });
    await addContacts(cast.admin2, 5);
    const before = await whoHasWhich(cast.accountId);
    const admin = await member(cast.admin);
    const meant = { selection: { search: "number" } };
    const { data } = await reassign(admin, meant, planOf(cast));
    await undoTransfer(admin, input(data.transferId));
    expect(await whoHasWhich(cast.accountId)).toEqual(before);
  });
});

test("single contacts come back into the book they came from", async () => {
  const cast = await buildCast({ contacts: 4 });
  const admin = await member(cast.admin);
  const [contactId = ""] = await contactIdsOf(cast.user);
  const [was] = await sql`select book_id from contacts where id = ${contactId}`;
  const { data } = await reassign(admin, { contactIds: [contactId] }, one(cast.successor));
  await undoTransfer(admin, input(data.transferId));
  const [is] = await sql`
    select c.book_id, t.undoes_id from contacts c join transfers t on t.id = c.transfer_id
    where c.id = ${contactId}`;
  expect(is).toEqual({ book_id: was?.book_id, undoes_id: data.transferId });
});

test("and where that book is somebody else's by now, into the main book of whom they came from", async () => {
  const cast = await buildCast({ contacts: 4 });
  const admin = await member(cast.admin);
  const contactIds = (await contactIdsOf(cast.user)).slice(0, 1);
  const { data } = await reassign(admin, { contactIds }, one(cast.successor));
  await reassign(admin, allOf(cast.user), one(cast.admin2));
  await undoTransfer(admin, input(data.transferId));
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 1, "Beatriz Braga": 3 });
});

test("a contact stays that was handed on since, by itself or with its book", async () => {
  const cast = await buildCast({ contacts: 6 });
  const admin = await member(cast.admin);
  const contactIds = (await contactIdsOf(cast.user)).slice(0, 4);
  const { data } = await reassign(
    admin,
    { contactIds },
    {
      kind: "shares",
      shares: [
        { to: cast.successor.id, parts: 1 },
        { to: cast.admin2.id, parts: 1 },
      ],
    },
  );
  const [alone = ""] = await contactIdsOf(cast.successor);
  await reassign(admin, { contactIds: [alone] }, one(cast.owner));
  await reassign(admin, allOf(cast.admin2), one(cast.owner));
  const { counts } = await getTransferPage(admin, data.transferId);
  expect(counts).toEqual({ returned: 1, stayed: 3, carvedOut: 0 });
  await undoTransfer(admin, input(data.transferId));
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 3, "Olivia Okafor": 3 });
});

test("a contact stays that left a book by itself after the book had changed hands", async () => {
  const cast = await buildCast({ contacts: 6 });
  const admin = await member(cast.admin);
  const { data } = await reassign(admin, allOf(cast.user), one(cast.successor));
  const contactIds = (await contactIdsOf(cast.successor)).slice(0, 2);
  await reassign(admin, { contactIds }, one(cast.owner));
  const { counts } = await getTransferPage(admin, data.transferId);
  expect(counts).toEqual({ returned: 4, stayed: 2, carvedOut: 0 });
  await undoTransfer(admin, input(data.transferId));
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 4, "Olivia Okafor": 2 });
});

test("what was carved and never changed hands goes back with what it was carved from", async () => {
  const cast = await buildCast({ contacts: 6 });
  const admin = await member(cast.admin);
  const { data } = await reassign(admin, allOf(cast.user), one(cast.successor));
  const inner = await carve(cast.successor, 4);
  await carve(cast.successor, 2, inner);
  await leave(cast, cast.user);
  const { counts } = await getTransferPage(admin, data.transferId);
  expect(counts).toEqual({ returned: 6, stayed: 0, carvedOut: 0 });
  await undoTransfer(admin, input(data.transferId));
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 6 });
});

test("carved out and left behind when its source was handed on, it goes back alone", async () => {
  const cast = await buildCast({ contacts: 6 });
  const admin = await member(cast.admin);
  const { data } = await reassign(admin, allOf(cast.user), one(cast.successor));
  const carved = await carve(cast.successor, 2);
  await sql`
    update books set assignee_id = ${cast.owner.id}
    where assignee_id = ${cast.successor.id} and id <> ${carved} and not is_main`;
  const { counts } = await getTransferPage(admin, data.transferId);
  expect(counts).toEqual({ returned: 2, stayed: 4, carvedOut: 0 });
  await undoTransfer(admin, input(data.transferId));
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 2, "Olivia Okafor": 4 });
});

test("deleted contacts go back too, uncounted, so that restoring finds them where they were", async () => {
  const cast = await buildCast({ contacts: 3 });
  const admin = await member(cast.admin);
  const contactIds = await contactIdsOf(cast.user);
  const { data } = await reassign(admin, { contactIds }, one(cast.successor));
  await sql`update contacts set deleted_at = now() where id = ${contactIds[0] ?? ""}`;
  const undone = await undoTransfer(admin, input(data.transferId));
  expect(undone.data.returned).toBe(2);
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 3 });
});

test("a plain user sees and undoes their own reassignment, and no other", async () => {
  const cast = await buildCast({ contacts: 4 });
  const user = await member(cast.user);
  const contactIds = (await contactIdsOf(cast.user)).slice(0, 2);
  const own = await reassign(user, { contactIds }, one(cast.successor));
  const byAdmin = await reassign(await member(cast.admin), allOf(cast.user), one(cast.admin2));
  await expectRefusal(() => undoTransfer(user, input(byAdmin.data.transferId)), "not_admin");
  await expectRefusal(() => getTransferPage(user, byAdmin.data.transferId), "not_found");
  const receiver = await member(cast.successor);
  await expectRefusal(() => undoTransfer(receiver, input(own.data.transferId)), "not_admin");
  const page = await getTransferPage(user, own.data.transferId);
  expect(page).toMatchObject({
    whyNot: null,
    successors: [{ name: "Samuel Sato", contacts: 2 }],
    counts: { returned: 2, stayed: 0, carvedOut: 0 },
  });
  await undoTransfer(user, input(own.data.transferId));
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 2, "Beatriz Braga": 2 });
});

test("two undos at once, the same form or not, undo once", async () => {
  const cast = await buildCast({ contacts: 4 });
  const user = await member(cast.user);
  const contactIds = (await contactIdsOf(cast.user)).slice(0, 2);
  const { data } = await reassign(user, { contactIds }, one(cast.successor));
  const form = input(data.transferId);
  const [first, same, other] = await Promise.allSettled([
    undoTransfer(user, form),
    undoTransfer(user, form),
    undoTransfer(await member(cast.admin), input(data.transferId)),
  ]);
  const done = [first, same, other].filter(({ status }) => status === "fulfilled");
  expect([1, 2]).toContain(done.length);
  expect(await sql`select from transfers where undoes_id = ${data.transferId}`).toHaveLength(1);
  expect(await sizes(cast.accountId)).toEqual({ "Uma Ullman": 4 });
});

async function leave(cast: Cast, { id }: Person): Promise<void> {
  await inactivateUser(await member(cast.admin), {
    requestId: randomUUID(),
    userId: id,
    contacts: "leave",
    successorIds: [],
    reason: "",
  });
}

/** Carves so many contacts out of this book, or out of the only one with any, as a cancelled job leaves it. */
async function carve({ accountId, id }: Person, count: number, from?: string): Promise<string> {
  const [source] = from
    ? [{ id: from }]
    : await sql`
        select b.id from books b join contacts c on c.book_id = b.id
        where b.assignee_id = ${id} limit 1`;
  const [carved] = await sql<{ id: string }[]>`
    insert into books (account_id, assignee_id, carved_from_id)
    values (${accountId}, ${id}, ${source?.id}) returning id`;
  await sql`
    update contacts set book_id = ${carved?.id ?? ""}
    where id in (select id from contacts where book_id = ${source?.id} order by id limit ${count})`;
  return carved?.id ?? "";
}

function input(transferId: string) {
  return { requestId: randomUUID(), transferId };
}
