import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getTransferPage } from "#lib/transfers/transfer-page";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";

test("undo returns all contacts to the inactive user, once", async () => {
  const cast = await buildCast({ contacts: 9 });
  const admin = await member(cast.admin);
  const transferId = await inactivate(cast, cast.user.id, [cast.successor.id, cast.admin2.id]);
  const event = await undoTransfer(admin, input(transferId));
  expect(event.data).toMatchObject({ returned: 9, stayed: 0, carvedOut: 0 });
  expect(await contactsOf(cast.user.id)).toBe(9);
  await expectRefusal(() => undoTransfer(admin, input(transferId)), "already_undone", {
    by: "Adam Aalto",
  });
});

test("a book that comes back is an ordinary book beside the main one", async () => {
  const cast = await buildCast({ contacts: 2 });
  const transferId = await inactivate(cast, cast.user.id, [cast.successor.id]);
  await undoTransfer(await member(cast.admin), input(transferId));
  const books = await sql`
    select is_main from books where assignee_id = ${cast.user.id} order by is_main`;
  expect(books.map(({ is_main }) => is_main)).toEqual([false, true]);
});

test("what was handed on since stays where it is, and is counted before and after", async () => {
  const cast = await buildCast({ contacts: 8 });
  const admin = await member(cast.admin);
  const transferId = await inactivate(cast, cast.user.id, [cast.successor.id, cast.admin2.id]);
  await inactivate(cast, cast.successor.id, [cast.owner.id]);
  const page = await getTransferPage(admin, transferId);
  expect(page.counts).toEqual({ returned: 4, stayed: 4, carvedOut: 0 });
  const event = await undoTransfer(admin, input(transferId));
  expect(event.data).toMatchObject({ returned: 4, stayed: 4 });
  expect(await contactsOf(cast.user.id)).toBe(4);
  expect(await contactsOf(cast.owner.id)).toBe(4);
});

test("what was carved out of a book since stays, and is counted, however deep", async () => {
  const cast = await buildCast({ contacts: 16 });
  const admin = await member(cast.admin);
  const transferId = await inactivate(cast, cast.user.id, [cast.successor.id, cast.admin2.id]);
  const [eve, finn] = await addUsers(cast.accountId, "Eve Early", "Finn Fuller");
  await inactivate(cast, cast.successor.id, [cast.owner.id, cast.admin.id, finn?.id ?? ""]);
  const counts = { returned: 8, stayed: 3, carvedOut: 5 };
  expect(await getTransferPage(admin, transferId)).toMatchObject({ counts, whyNot: null });
  await inactivate(cast, cast.admin2.id, [eve?.id ?? "", cast.owner.id]);
  const later = { returned: 0, stayed: 7, carvedOut: 9 };
  expect(await getTransferPage(admin, transferId)).toMatchObject({ counts: later });
  await expectRefusal(() => undoTransfer(admin, input(transferId)), "nothing_to_return");
});

test("afterwards it says what the undo did, to whom the contacts had gone, and nothing since", async () => {
  const cast = await buildCast({ contacts: 8 });
  const admin = await member(cast.admin);
  const transferId = await inactivate(cast, cast.user.id, [cast.successor.id, cast.admin2.id]);
  await inactivate(cast, cast.successor.id, [cast.owner.id]);
  await undoTransfer(admin, input(transferId));
  await inactivate(cast, cast.admin2.id, [cast.owner.id]);
  const page = await getTransferPage(admin, transferId);
  expect(page).toMatchObject({
    counts: { returned: 4, stayed: 4, carvedOut: 0 },
    whyNot: "already_undone",
  });
  expect(page.successors.map(({ id }) => id).sort()).toEqual(
    [cast.successor.id, cast.admin2.id].sort(),
  );
});

test("after 30 days a reassignment stays", async () => {
  const cast = await buildCast({ contacts: 2 });
  const admin = await member(cast.admin);
  const [old] = await sql`
    insert into transfers (account_id, kind, by_user_id, from_user_id, contacts, at)
    values (${cast.accountId}, 'inactivation', ${cast.admin.id}, ${cast.user.id}, 2,
      now() - interval '31 days') returning id`;
  await expectRefusal(() => undoTransfer(admin, input(old?.id)), "undo_too_late");
});

test("an undo, another account's transfer and nobody's cannot be undone", async () => {
  const cast = await buildCast({ contacts: 2 });
  const admin = await member(cast.admin);
  const transferId = await inactivate(cast, cast.user.id, [cast.successor.id]);
  const outsider = await member(cast.outsider);
  await expectRefusal(() => undoTransfer(outsider, input(transferId)), "not_found");
  await expectRefusal(() => undoTransfer(admin, input(randomUUID())), "not_found");
  const user = await member(cast.successor);
  await expectRefusal(() => undoTransfer(user, input(transferId)), "not_admin");
  await undoTransfer(admin, input(transferId));
  const [undo] = await sql`select id from transfers where undoes_id = ${transferId}`;
  await expectRefusal(() => undoTransfer(admin, input(undo?.id)), "undo_of_undo");
});

test("two who undo at the same moment undo once, and one is told", async () => {
  const cast = await buildCast({ contacts: 3 });
  const transferId = await inactivate(cast, cast.user.id, [cast.successor.id]);
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const outcomes = await Promise.allSettled([
    undoTransfer(admin, input(transferId)),
    undoTransfer(admin2, input(transferId)),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await contactsOf(cast.user.id)).toBe(3);
});

async function inactivate(cast: Cast, userId: string, successorIds: string[]): Promise<string> {
  const [successorId] = successorIds;
  const { data } = await inactivateUser(await member(cast.admin), {
    requestId: randomUUID(),
    userId,
    contacts: successorIds.length === 1 ? "one" : "split",
    successorId,
    successorIds,
    reason: "",
  });
  return data.transferId ?? "";
}

async function contactsOf(userId: string): Promise<number> {
  const [row] = await sql`
    select count(*)::int as n from contacts c join books b on b.id = c.book_id
    where b.assignee_id = ${userId}`;
  return row?.n;
}

function input(transferId: string) {
  return { requestId: randomUUID(), transferId };
}
