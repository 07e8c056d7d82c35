import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { inactivateUser } from "#lib/users/inactivate-user";
import { getInactivationPage } from "#lib/users/inactivation-page";
import type { InactivateUser } from "#lib/users/schema";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, addUsers, buildCast, member, startSession } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { carryOut, heldBy } from "#tests/support/planned";
import { expectRefusal } from "#tests/support/refused";

test("making a user inactive ends every sign-in and opens the seat, in one step", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await startSession(cast.user);
  await startSession(cast.user);
  const event = await inactivateUser(admin, input(cast.user.id, { reason: "Moved abroad" }));
  expect(event).toMatchObject({
    kind: "user.inactivated",
    actorName: "Adam Aalto",
    userName: "Uma Ullman",
    data: {
      sessionsEnded: 2,
      contacts: 0,
      contactsPlan: "none",
      successors: [],
      reason: "Moved abroad",
      seatsUsed: 4,
      seatsTotal: 10,
    },
  });
  const [row] = await sql`
    select u.status, u.inactivated_by, u.inactivation_reason, a.seats_used, (
      select count(*)::int from sessions s
      where s.user_id = u.id and s.ended_at is null) as open
    from users u join accounts a on a.id = u.account_id where u.id = ${cast.user.id}`;
  expect(row).toEqual({
    status: "inactive",
    inactivated_by: cast.admin.id,
    inactivation_reason: "Moved abroad",
    seats_used: 4,
    open: 0,
  });
});

test("as many contacts as the limit are split evenly inside the same transaction", async () => {
  const cast = await buildCast({ contacts: IN_REQUEST_LIMIT });
  const successorIds = [cast.successor.id, cast.admin2.id, cast.owner.id];
  const event = await inactivateUser(
    await member(cast.admin),
    input(cast.user.id, { contacts: "split", successorIds }),
  );
  expect(event.data.successors.map(({ contacts }) => contacts).sort()).toEqual([666, 667, 667]);
  const held = await sql`
    select b.assignee_id as "userId", count(*)::int as contacts
    from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
    where b.account_id = ${cast.accountId} group by b.assignee_id`;
  const told = event.data.successors.map(({ userId, contacts }) => ({ userId, contacts }));
  expect(new Set(held.map((row) => JSON.stringify(row)))).toEqual(
    new Set(told.map((row) => JSON.stringify(row))),
  );
});

test("the times are when it happened, not when the transaction began", async () => {
  const cast = await buildCast({ contacts: 3 });
  await startSession(cast.user);
  const event = await inactivateUser(await member(cast.admin), input(cast.user.id));
  const [late] = await sql`
    select from sessions s join users u on u.account_id = s.account_id and u.id = s.user_id
      join audit_events e on e.account_id = u.account_id and e.id = ${event.id}
    where u.id = ${cast.user.id} and (s.ended_at > e.at or u.inactivated_at > s.ended_at)`;
  expect(late).toBeUndefined();
});

test("the event is stored once, as it was answered", async () => {
  const cast = await buildCast();
  const event = await inactivateUser(await member(cast.admin), input(cast.user.id));
  const rows = await sql`
    select id, kind, actor_id, user_id, data from audit_events
    where account_id = ${cast.accountId} and kind = 'user.inactivated'`;
  expect(rows).toHaveLength(1);
  expect(rows[0]).toEqual({
    id: event.id,
    kind: "user.inactivated",
    actor_id: cast.admin.id,
    user_id: cast.user.id,
    data: event.data,
  });
});

test("contacts that are left stay with the inactive user", async () => {
  const cast = await buildCast({ contacts: 5 });
  const { data } = await inactivateUser(await member(cast.admin), input(cast.user.id));
  expect(data).toMatchObject({ contacts: 5, contactsPlan: "leave", transferId: null });
  expect(await assigneesOf(cast.accountId)).toEqual({ [cast.user.id]: 5 });
});

test("all contacts go to one successor, and the leaver has a new empty main book", async () => {
  const cast = await buildCast({ contacts: 12 });
  const { data } = await inactivateUser(
    await member(cast.admin),
    input(cast.user.id, { contacts: "one", successorId: cast.successor.id }),
  );
  expect(data.successors).toEqual([
    { userId: cast.successor.id, name: "Samuel Sato", contacts: 12 },
  ]);
  expect(await assigneesOf(cast.accountId)).toEqual({ [cast.successor.id]: 12 });
  const mains = await sql`
    select assignee_id from books where account_id = ${cast.accountId} and is_main
    and assignee_id in ${sql([cast.user.id, cast.successor.id])}`;
  expect(mains).toHaveLength(2);
});

test.each([
  [2, 9],
  [3, 10],
  [4, 3],
  [3, 1],
])("an even split among %i of %i contacts differs by at most one", async (people, contacts) => {
  const cast = await buildCast({ contacts });
  const chosen = [cast.successor, cast.admin2, cast.owner, cast.admin].slice(0, people);
  const { data } = await inactivateUser(
    await member(cast.admin),
    input(cast.user.id, { contacts: "split", successorIds: chosen.map(({ id }) => id) }),
  );
  const counts = data.successors.map((share) => share.contacts);
  expect(counts).toHaveLength(people);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  const expected = Object.fromEntries(
    data.successors
      .filter((share) => share.contacts)
      .map((share) => [share.userId, share.contacts]),
  );
  expect(await assigneesOf(cast.accountId)).toEqual(expected);
});

test("a split takes every book of the leaver, also one taken over before", async () => {
  const cast = await buildCast({ contacts: 7 });
  const [earlier] = await addUsers(cast.accountId, "Emil Early");
  if (!earlier) throw new Error("no user");
  await addContacts(earlier, 6);
  const admin = await member(cast.admin);
  await inactivateUser(admin, input(earlier.id, { contacts: "one", successorId: cast.user.id }));
  await inactivateUser(
    admin,
    input(cast.user.id, { contacts: "split", successorIds: [cast.successor.id, cast.admin2.id] }),
  );
  const counts = Object.values(await assigneesOf(cast.accountId)).sort();
  expect(counts).toEqual([6, 7]);
});

test("what a split takes out of a named book keeps its name", async () => {
  const cast = await buildCast({ contacts: 6 });
  await sql`update books set name = 'North' where assignee_id = ${cast.user.id}`;
  const successorIds = [cast.successor.id, cast.admin2.id];
  const admin = await member(cast.admin);
  await inactivateUser(admin, input(cast.user.id, { contacts: "split", successorIds }));
  const held = await sql`
    select b.assignee_id, b.name, count(*)::int from books b join contacts c on c.book_id = b.id
    where b.account_id = ${cast.accountId} group by 1, 2 order by b.assignee_id`;
  expect(held).toEqual(
    successorIds.toSorted().map((id) => ({ assignee_id: id, name: "North", count: 3 })),
  );
});

test("the leaver is told where that was asked for, with the personal line", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await inactivateUser(admin, input(cast.user.id, { tell: "yes", line: "Thank you for all!" }));
  await inactivateUser(admin, input(cast.successor.id, { line: "Not ticked, so not sent" }));
  expect(await mailsOf(cast.accountId)).toEqual([
    {
      userId: cast.user.id,
      address: cast.user.email,
      kind: "user_inactivated",
      data: { by: "Adam Aalto", line: "Thank you for all!" },
    },
  ]);
});

test("each successor but the acting admin gets one mail, and none for nothing", async () => {
  const cast = await buildCast({ contacts: 2 });
  const admin = await member(cast.admin);
  const successorIds = [cast.successor, cast.admin2, cast.admin].map(({ id }) => id);
  const { data } = await inactivateUser(
    admin,
    input(cast.user.id, { contacts: "split", successorIds }),
  );
  const received = data.successors
    .filter(({ userId, contacts }) => contacts > 0 && userId !== cast.admin.id)
    .map(({ userId, contacts }) => [userId, "contacts_received", contacts]);
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ userId, kind, data }) => [userId, kind, numberOf(data)])).toEqual(received);
});

test("the default successor is proposed, while active, in an account of any size", async () => {
  const cast = await buildCast({ contacts: 2, seatsTotal: 200 });
  await addUsers(cast.accountId, ...Array.from({ length: 120 }, (_, n) => `Aa Number${n}`));
  const setDefault = (id: string) =>
    sql`update users set default_successor_id = ${id} where id = ${cast.user.id}`;
  const admin = await member(cast.admin);
  await setDefault(cast.successor.id);
  const page = await getInactivationPage(admin, cast.user.id);
  expect(page.defaultSuccessor).toMatchObject({ id: cast.successor.id, name: "Samuel Sato" });
  expect(page.colleagues.shown.map(({ id }) => id)).toContain(cast.successor.id);
  await setDefault(cast.inactive.id);
  expect((await getInactivationPage(admin, cast.user.id)).defaultSuccessor).toBeNull();
});

test("whom a rule protects is refused, and nothing changes", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const attempt = (id: string) => () => inactivateUser(admin, input(id));
  await expectRefusal(attempt(cast.owner.id), "user_is_owner", { name: "Olivia Okafor" });
  await expectRefusal(attempt(cast.admin.id), "user_is_self");
  await expectRefusal(attempt(cast.inactive.id), "already_inactive", { by: "Adam Aalto" });
  await expectRefusal(attempt(cast.outsider.id), "not_found");
  await expectRefusal(attempt(randomUUID()), "not_found");
});

test("only an active admin with an open session may do it", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  await expectRefusal(() => inactivateUser(user, input(cast.successor.id)), "not_admin");
  // The cookie still says admin; the row does not.
  await expectRefusal(
    () => inactivateUser({ ...user, role: "admin" }, input(cast.successor.id)),
    "not_admin",
  );
  const admin2 = await member(cast.admin2);
  await inactivateUser(await member(cast.admin), input(cast.admin2.id));
  await expectRefusal(() => inactivateUser(admin2, input(cast.user.id)), "access_ended");
});

test("a successor is an active user of the account and not the leaver", async () => {
  const cast = await buildCast({ contacts: 3 });
  const admin = await member(cast.admin);
  const give = (changes: Partial<InactivateUser>) => () =>
    inactivateUser(admin, input(cast.user.id, { contacts: "one", ...changes }));
  await expectRefusal(give({}), "successor_missing");
  await expectRefusal(give({ successorId: cast.user.id }), "successor_is_leaver");
  await expectRefusal(give({ successorId: cast.inactive.id }), "successor_not_active");
  await expectRefusal(give({ successorId: cast.outsider.id }), "successor_not_active");
  await expectRefusal(give({ successorId: randomUUID() }), "successor_not_active");
  const split = { contacts: "split" } as const;
  await expectRefusal(give({ ...split, successorIds: [cast.admin2.id] }), "successors_missing");
  await expectRefusal(
    give({ ...split, successorIds: [cast.admin2.id, cast.inactive.id] }),
    "successor_not_active",
  );
});

test("more contacts than can be split in one step are split by a job; access ends at once", async () => {
  const cast = await buildCast({ contacts: IN_REQUEST_LIMIT + 1 });
  const admin = await member(cast.admin);
  const to = [cast.admin2, cast.successor].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const successorIds = to.map(({ id }) => id);
  const shares = [IN_REQUEST_LIMIT / 2 + 1, IN_REQUEST_LIMIT / 2];
  const event = await inactivateUser(
    admin,
    input(cast.user.id, { contacts: "split", successorIds }),
  );
  const transferId = event.data.transferId ?? "";
  expect(event.data).toMatchObject({
    contacts: IN_REQUEST_LIMIT + 1,
    contactsPlan: "split",
    isPlanned: true,
    successors: to.map(({ id, name }, n) => ({ userId: id, name, contacts: shares[n] })),
  });
  const page = await getInactivationPage(admin, cast.user.id);
  expect(page.user.status).toBe("inactive");
  expect(page.outcome).toMatchObject({ transfer: null, planned: { state: "counting" } });
  expect(await heldBy(cast.user, ...to)).toEqual([IN_REQUEST_LIMIT + 1, 0, 0]);
  expect(await mailsOf(cast.accountId)).toEqual([]);

  expect(await carryOut(cast.admin, transferId)).toBe("done");
  expect(await heldBy(cast.user, ...to)).toEqual([0, ...shares]);
  const after = await getInactivationPage(admin, cast.user.id);
  expect(after.outcome?.transfer).toMatchObject({
    transfer: { id: transferId, kind: "inactivation", contacts: IN_REQUEST_LIMIT + 1 },
    whyNot: null,
  });
  await undoTransfer(admin, { requestId: randomUUID(), transferId });
  expect(await heldBy(cast.user, ...to)).toEqual([IN_REQUEST_LIMIT + 1, 0, 0]);
});

test("what came of a split by a job is told as it was, not as it was planned", async () => {
  const cast = await buildCast({ contacts: IN_REQUEST_LIMIT + 3 });
  const admin = await member(cast.admin);
  const successorIds = [cast.admin2.id, cast.successor.id];
  const event = await inactivateUser(
    admin,
    input(cast.user.id, { contacts: "split", successorIds }),
  );
  await sql`
    update contacts set deleted_at = now() where account_id = ${cast.accountId} and id in (
      select id from contacts where account_id = ${cast.accountId} order by id limit 5)`;
  expect(await carryOut(cast.admin, event.data.transferId ?? "")).toBe("done");
  const { outcome } = await getInactivationPage(admin, cast.user.id);
  const told = outcome?.transfer?.successors.map(({ id, contacts }) => [id, contacts]);
  const held = await heldBy(cast.admin2, cast.successor);
  expect(new Map(told as [string, number][])).toEqual(
    new Map([cast.admin2, cast.successor].map(({ id }, n) => [id, held[n] ?? 0])),
  );
  expect(held.reduce((sum, each) => sum + each)).toBe(IN_REQUEST_LIMIT - 2);
});

test("the same form sent twice is done once and answers its first result", async () => {
  const cast = await buildCast({ contacts: 4 });
  const admin = await member(cast.admin);
  const form = input(cast.user.id, { contacts: "one", successorId: cast.successor.id });
  const first = await inactivateUser(admin, form);
  expect(await inactivateUser(admin, form)).toEqual(first);
  const [row] = await sql`
    select count(*)::int as n from audit_events where account_id = ${cast.accountId}`;
  expect(row?.n).toBe(1);
});

test("a form's id serves one purpose and one person", async () => {
  const cast = await buildCast();
  const form = input(cast.user.id);
  await inactivateUser(await member(cast.admin), form);
  const admin2: Member = await member(cast.admin2);
  await expectRefusal(() => inactivateUser(admin2, form), "request_reused");
});

function input(userId: string, changes: Partial<InactivateUser> = {}): InactivateUser {
  return {
    requestId: randomUUID(),
    userId,
    contacts: "leave",
    successorIds: [],
    reason: "",
    ...changes,
  };
}

async function assigneesOf(accountId: string): Promise<Record<string, number>> {
  const rows = await sql<{ id: string; n: number }[]>`
    select b.assignee_id as id, count(*)::int as n from contacts c
    join books b on b.account_id = c.account_id and b.id = c.book_id
    where c.account_id = ${accountId} group by 1`;
  return Object.fromEntries(rows.map(({ id, n }) => [id, n]));
}

function numberOf(data: unknown): unknown {
  return (data as { contacts: number }).contacts;
}
