import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { transact } from "#lib/transaction";
import { cancelTransfer } from "#lib/transfers/cancel-transfer";
import { carveTransfer } from "#lib/transfers/carve-transfer";
import { findPlannedPage, listOpenTransfers } from "#lib/transfers/planned-page";
import { requestTransfer } from "#lib/transfers/request-transfer";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { inactivateUser } from "#lib/users/inactivate-user";
import { attempt, owner as sql } from "#tests/support/attempt";
import {
  addContacts,
  addUsers,
  buildCast,
  type Cast,
  member,
  type Person,
} from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { carryOut, heldBy, plannedOf, requestPlan, requestSplit } from "#tests/support/planned";
import { expectRefusal } from "#tests/support/refused";
import { transferBook } from "#tests/support/transfer-book";

const request = () => ({ requestId: randomUUID() });
const inOne = (cast: Cast, id: string) => ({ accountId: cast.accountId, transferId: id });

test("it is asked for with its job, in one transaction", async () => {
  const cast = await buildCast({ contacts: 10 });
  const id = await requestSplit(cast.admin, cast.user, [cast.successor, cast.admin2]);
  expect(await jobsOf(cast.accountId)).toMatchObject([
    { task: "carve_transfer", payload: { accountId: cast.accountId, transferId: id } },
  ]);
  const failing = transact({ kind: "system", accountId: cast.accountId }, async (tx) => {
    await requestTransfer(
      tx,
      { accountId: cast.accountId, userId: cast.admin.id },
      {
        kind: "reassignment",
        fromUserId: null,
        selection: { search: "", assignee: undefined, book: undefined },
        plan: { kind: "one", to: cast.successor.id },
      },
    );
    throw new Error("it was not meant");
  });
  await expect(failing).rejects.toThrow("it was not meant");
  expect(await jobsOf(cast.accountId)).toHaveLength(1);
});

test("a slice of time ends with a further job, and what was done stays done", async () => {
  const cast = await buildCast({ contacts: 2400 });
  const id = await requestSplit(cast.admin, cast.user, [cast.successor, cast.admin2]);
  expect(await carveTransfer(inOne(cast, id), 0)).toBe("goes on");
  expect(await carveTransfer(inOne(cast, id), 0)).toBe("goes on");
  expect(await plannedOf(id)).toMatchObject({ state: "carving", total: 1200, carved: 250 });
  expect(await jobsOf(cast.accountId)).toHaveLength(3);
  expect(await carryOut(cast.admin, id)).toBe("done");
  expect(await carveTransfer(inOne(cast, id))).toBe("over");
  expect(await heldBy(cast.user, cast.successor, cast.admin2)).toEqual([0, 1200, 1200]);
});

test("two workers at once take turns, and nothing is done twice", async () => {
  const cast = await buildCast({ contacts: 6000 });
  const id = await requestSplit(cast.admin, cast.user, [cast.successor, cast.admin2]);
  const outcomes = await Promise.all([carryOut(cast.admin, id), carryOut(cast.admin, id)]);
  expect(outcomes.toSorted()).toEqual(["done", "over"]);
  expect(await heldBy(cast.user, cast.successor, cast.admin2)).toEqual([0, 3000, 3000]);
});

test("what is added, edited or moved after the request is not swept in", async () => {
  const cast = await buildCast({ contacts: 20 });
  const ids = await contactIds(cast.user);
  const id = await requestPlan(
    cast.admin,
    cast.user,
    { kind: "one", to: cast.successor.id },
    "contact",
  );
  await addContacts(cast.user, 3);
  await sql`update contacts set phone = '1' where id = ${ids[0] ?? ""}`;
  await attempt(
    "app",
    cast.accountId,
    (tx) => tx`
    update contacts set book_id = (select id from books where assignee_id = ${cast.admin2.id})
    where id = ${ids[1] ?? ""}`,
  );
  expect(await carryOut(cast.admin, id)).toBe("done");
  expect(await heldBy(cast.user, cast.successor, cast.admin2)).toEqual([4, 18, 1]);
});

test("who moves away while it is carved stays away, and who is deleted goes along unseen", async () => {
  const cast = await buildCast({ contacts: 1500 });
  const id = await requestPlan(
    cast.admin,
    cast.user,
    { kind: "one", to: cast.successor.id },
    "contact",
  );
  await carveTransfer(inOne(cast, id), 0);
  const ids = await contactIds(cast.user);
  await attempt("app", cast.accountId, async (tx) => {
    await tx`update contacts set deleted_at = now() where id = ${ids[1499] ?? ""}`;
    await tx`
      update contacts set book_id = (select id from books where assignee_id = ${cast.admin2.id})
      where id = ${ids[1498] ?? ""}`;
  });
  expect(await carryOut(cast.admin, id)).toBe("done");
  expect(await heldBy(cast.user, cast.successor, cast.admin2)).toEqual([0, 1498, 1]);
  const [deleted] = await sql`
    select b.assignee_id from contacts c join books b on b.id = c.book_id where c.id = ${ids[1499] ?? ""}`;
  expect(deleted?.assignee_id).toBe(cast.successor.id);
});

test("who has a share of the own contacts keeps it where it lies", async () => {
  const cast = await buildCast({ contacts: 30 });
  const id = await requestSplit(cast.admin, cast.user, [cast.successor, cast.user, cast.admin2]);
  expect(await carryOut(cast.admin, id)).toBe("done");
  expect(await heldBy(cast.user, cast.successor, cast.admin2)).toEqual([10, 10, 10]);
  const [row] = await sql`select contacts from transfers where id = ${id}`;
  expect(row?.contacts).toBe(20);
});

test("by rule each goes to whom it names, and the rest stays", async () => {
  const cast = await buildCast({ contacts: 200 });
  const plan = {
    kind: "rule" as const,
    by: "company" as const,
    values: [{ value: "company 1", to: cast.successor.id }],
    rest: null,
  };
  const id = await requestPlan(cast.admin, cast.user, plan);
  expect(await carryOut(cast.admin, id)).toBe("done");
  expect(await heldBy(cast.user, cast.successor)).toEqual([198, 2]);
});

type Change = (cast: Cast) => Promise<unknown>;

test.each<[string, string, Change]>([
  ["the giver's book is handed to others", "transfer_source_moved", handOn],
  ["a receiver is made inactive", "successor_not_active", (cast) => leave(cast, cast.successor)],
  [
    "who asked for it is made inactive",
    "transfer_requester_may_not",
    (cast) => leave(cast, cast.admin2),
  ],
  [
    "who asked for it is no admin any more",
    "transfer_requester_may_not",
    (cast) => sql`update users set role = 'user' where id = ${cast.admin2.id}`,
  ],
])("it stops and says why when meanwhile %s", async (_what, code, change) => {
  for (const slices of [1, 2, 3]) {
    const cast = await buildCast({ contacts: 1500 });
    const id = await requestSplit(cast.admin2, cast.user, [cast.successor, cast.owner]);
    for (let slice = 0; slice < slices; slice++) await carveTransfer(inOne(cast, id), 0);
    await change(cast);
    const before = await heldBy(cast.user, cast.successor, cast.owner, cast.admin);
    expect(await carryOut(cast.admin, id)).toBe("stopped");
    expect(await heldBy(cast.user, cast.successor, cast.owner, cast.admin)).toEqual(before);
    expect(await plannedOf(id)).toMatchObject({ state: "stopped", refusal: { code }, batches: 0 });
    const [event] = await sql`
      select actor_name, user_id, data from audit_events
      where account_id = ${cast.accountId} and kind = 'transfer.stopped'`;
    expect(event).toMatchObject({
      actor_name: "Handover",
      user_id: cast.user.id,
      data: { transferId: id, fromName: cast.user.name, why: expect.stringMatching(/\.$/) },
    });
    const page = await findPlannedPage(await member(cast.owner), id);
    expect(page).toMatchObject({ state: "stopped", why: event?.data.why });
  }
});

test("of all inactive users' it takes no one's who was active when it was asked for", async () => {
  const cast = await buildCast({ contacts: 4 });
  const [leaver] = await addUsers(cast.accountId, "Lea Leaver");
  if (!leaver) throw new Error("The user was not added.");
  await addContacts(leaver, 3);
  await sql`update users set status = 'inactive' where id = ${leaver.id}`;
  const id = await transact({ kind: "system", accountId: cast.accountId }, (tx) =>
    requestTransfer(
      tx,
      { accountId: cast.accountId, userId: cast.admin.id },
      {
        kind: "reassignment",
        fromUserId: leaver.id,
        selection: { search: "contact", assignee: "inactive", book: undefined },
        plan: { kind: "one", to: cast.successor.id },
      },
    ),
  );
  await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  expect(await carryOut(cast.admin, id)).toBe("done");
  expect(await heldBy(cast.user, leaver, cast.successor)).toEqual([4, 0, 3]);
});

test("where nothing is left to reassign it stops and says so", async () => {
  const cast = await buildCast();
  const id = await requestPlan(
    cast.admin,
    cast.user,
    { kind: "one", to: cast.successor.id },
    "nobody",
  );
  expect(await carryOut(cast.admin, id)).toBe("stopped");
  expect(await plannedOf(id)).toMatchObject({ refusal: { code: "transfer_matches_nothing" } });
});

test("a plain user's transfer ends when a contact in it is no longer their own", async () => {
  const cast = await buildCast({ contacts: 600 });
  const id = await requestPlan(
    cast.user,
    cast.user,
    { kind: "one", to: cast.successor.id },
    "contact",
  );
  expect(await carryOut(cast.admin, id)).toBe("done");
  const others = await requestPlan(
    cast.user,
    cast.successor,
    { kind: "one", to: cast.owner.id },
    "contact",
  );
  expect(await carryOut(cast.admin, others)).toBe("stopped");
  expect(await plannedOf(others)).toMatchObject({
    refusal: { code: "transfer_requester_may_not" },
  });
});

test("cancelled before the switch nothing has changed for anybody, and the books stay", async () => {
  const cast = await buildCast({ contacts: 2400 });
  const admin = await member(cast.admin2);
  const id = await requestSplit(cast.admin, cast.user, [cast.successor, cast.owner]);
  await carveTransfer(inOne(cast, id), 0);
  await carveTransfer(inOne(cast, id), 0);
  expect(await listOpenTransfers(admin)).toEqual([{ id, fromName: cast.user.name, percent: 20 }]);
  const form = { ...request(), transferId: id };
  const event = await cancelTransfer(admin, form);
  expect(event).toMatchObject({
    kind: "transfer.cancelled",
    actorId: cast.admin2.id,
    userId: cast.user.id,
    data: { transferId: id, fromName: cast.user.name },
  });
  expect(await cancelTransfer(admin, form)).toEqual(event);
  expect(await carryOut(cast.admin, id)).toBe("over");
  expect(await heldBy(cast.user, cast.successor, cast.owner)).toEqual([2400, 0, 0]);
  expect(await plannedOf(id)).toMatchObject({ state: "cancelled", batches: 0 });
  await expectRefusal(
    () => cancelTransfer(admin, { ...request(), transferId: id }),
    "transfer_over",
  );
  // All of it can be reassigned anew, those that were carved with the others.
  const again = await requestSplit(cast.admin, cast.user, [cast.successor, cast.owner]);
  expect(await carryOut(cast.admin, again)).toBe("done");
  expect(await heldBy(cast.user, cast.successor, cast.owner)).toEqual([0, 1200, 1200]);
});

test("it is cancelled and looked at by who asked for it, or by an admin of the account", async () => {
  const cast = await buildCast({ contacts: 10 });
  const id = await requestSplit(cast.user, cast.user, [cast.successor, cast.owner]);
  const cancelAs = (actor: Member) => cancelTransfer(actor, { ...request(), transferId: id });
  const [other, outsider] = [await member(cast.successor), await member(cast.outsider)];
  await expectRefusal(() => cancelAs(other), "not_admin");
  await expectRefusal(() => cancelAs(outsider), "not_found");
  await expect(findPlannedPage(await member(cast.successor), id)).rejects.toThrow("not_found");
  expect(await findPlannedPage(await member(cast.outsider), id)).toBeNull();
  expect(await findPlannedPage(await member(cast.user), id)).toMatchObject({ state: "counting" });
  expect(await listOpenTransfers(await member(cast.successor))).toEqual([]);
  expect((await cancelAs(await member(cast.user))).actorId).toBe(cast.user.id);
});

test("a cancelling that comes with the switch has one of both, whole", async () => {
  for (let round = 0; round < 8; round++) {
    const cast = await buildCast({ contacts: 40 });
    const admin = await member(cast.admin2);
    const id = await requestSplit(cast.admin, cast.user, [cast.successor, cast.owner]);
    await carveTransfer(inOne(cast, id), 0);
    await carveTransfer(inOne(cast, id), 0);
    const [switched, cancelled] = await Promise.allSettled([
      carveTransfer(inOne(cast, id)),
      cancelTransfer(admin, { ...request(), transferId: id }),
    ]);
    const isDone = switched.status === "fulfilled" && switched.value === "done";
    expect(cancelled.status).toBe(isDone ? "rejected" : "fulfilled");
    expect(await heldBy(cast.user, cast.successor, cast.owner)).toEqual(
      isDone ? [0, 20, 20] : [40, 0, 0],
    );
  }
});

test("a receiver made inactive with the switch is before it or after it", async () => {
  for (let round = 0; round < 8; round++) {
    const cast = await buildCast({ contacts: 40 });
    const id = await requestSplit(cast.admin2, cast.user, [cast.successor, cast.owner]);
    await carveTransfer(inOne(cast, id), 0);
    await carveTransfer(inOne(cast, id), 0);
    const [switched] = await Promise.all([
      carveTransfer(inOne(cast, id)),
      leave(cast, cast.successor),
    ]);
    expect(await heldBy(cast.user, cast.successor, cast.owner)).toEqual(
      switched === "done" ? [0, 20, 20] : [40, 0, 0],
    );
  }
});

test("an undo while it is carved takes the carved books along, and it stops", async () => {
  const cast = await buildCast();
  await addContacts(cast.admin, 1500);
  const [book] = await sql`select id from books where assignee_id = ${cast.admin.id} and is_main`;
  const earlier = await transferBook(sql, book?.id, cast.user);
  const id = await requestSplit(cast.admin2, cast.user, [cast.successor, cast.owner]);
  await carveTransfer(inOne(cast, id), 0);
  await carveTransfer(inOne(cast, id), 0);
  await undoTransfer(await member(cast.admin2), { ...request(), transferId: earlier });
  expect(await carryOut(cast.admin, id)).toBe("stopped");
  const [user, successor, owner] = await heldBy(cast.user, cast.successor, cast.owner);
  expect([successor, owner]).toEqual([0, 0]);
  expect(user).toBeGreaterThanOrEqual(0);
});

async function contactIds({ id }: Person): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select c.id from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
    where b.assignee_id = ${id} order by c.id`;
  return rows.map((row) => row.id);
}

/** All books of the user's go to the admin, as a reassignment of whole books has it. */
async function handOn(cast: Cast): Promise<void> {
  await attempt(
    "app",
    cast.accountId,
    (tx) => tx`
    update books set assignee_id = ${cast.admin.id} where assignee_id = ${cast.user.id}`,
  );
}

async function leave(cast: Cast, { id }: Person): Promise<void> {
  await inactivateUser(await member(cast.admin), {
    ...request(),
    userId: id,
    contacts: "leave",
    successorIds: [],
    reason: "",
  });
}
