import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { requestOwnerRemoval } from "#lib/owner-requests/request-owner-removal";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { caseEvents, latestCase, removalOf } from "#tests/support/owner-requests";
import { startTogether } from "#tests/support/race";
import { hasSignedIn } from "#tests/support/support-cast";
import { endSubscription } from "#tests/support/unpaid";

const makeOwner = ({ id }: { id: string }) =>
  sql`update users set is_owner = true, role = 'admin' where id = ${id}`;

test("an admin asks about the last Owner and names who follows: a case, a letter, a job, an event", async () => {
  const cast = await buildCast();
  await hasSignedIn(cast.admin2);
  const event = await requestOwnerRemoval(
    await member(cast.admin),
    removalOf(cast.owner, { successorId: cast.admin2.id }),
  );
  const row = await latestCase(cast.accountId);
  expect(row).toMatchObject({
    ...{ kind: "removal", capacity: "admin", state: "unverified", opened_by: null },
    ...{ user_id: cast.owner.id, successor_id: cast.admin2.id },
    ...{ requested_by: cast.admin.id, requested_by_name: "Adam Aalto" },
  });
  expect(row?.waits_until - row?.created_at).toBe(24 * 3_600_000);
  expect(event).toMatchObject({
    ...{ kind: "owner_request.opened", actorId: cast.admin.id, userId: cast.owner.id },
    data: {
      ...{ caseNumber: Number(row?.number), capacity: "admin", byName: "Adam Aalto" },
      ...{ reason: "Has left us in May", successor: "Beatriz Braga" },
    },
  });
  expect(await jobsOf(cast.accountId)).toMatchObject([
    { task: "tell_of_request", payload: { requestId: row?.id, news: "begun" } },
  ]);
  expect(
    await sql`select user_id from owner_request_letters where account_id = ${cast.accountId}`,
  ).toEqual([{ user_id: cast.owner.id }]);
});

test("where there are several Owners nobody has to follow, and each of them gets a letter", async () => {
  const cast = await buildCast();
  await makeOwner(cast.admin2);
  await requestOwnerRemoval(await member(cast.admin2), removalOf(cast.owner));
  const letters = await sql<{ user_id: string }[]>`
    select user_id from owner_request_letters where account_id = ${cast.accountId}`;
  expect(letters.map(({ user_id }) => user_id).sort()).toEqual(
    [cast.owner.id, cast.admin2.id].sort(),
  );
});

test("an account that can only be read can still ask", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await endSubscription(sql, cast.accountId);
  await requestOwnerRemoval(admin, removalOf(cast.owner, { successorId: cast.admin.id }));
  expect(await caseEvents(cast.accountId)).toEqual(["owner_request.opened"]);
});

const refusals: [string, string, (cast: Cast) => Promise<object> | object][] = [
  ["the last Owner, nobody named", "case_successor_missing", () => ({ successorId: undefined })],
  ["somebody who is no Owner", "case_not_owner", ({ admin2 }) => ({ userId: admin2.id })],
  ["somebody inactive", "case_not_owner", ({ inactive }) => ({ userId: inactive.id })],
  [
    "a successor who is no admin",
    "case_successor_unfit",
    async ({ user }) => {
      await hasSignedIn(user);
      return { successorId: user.id };
    },
  ],
  [
    "an inactive successor",
    "case_successor_unfit",
    ({ inactive }) => ({ successorId: inactive.id }),
  ],
  [
    "a successor who has never signed in",
    "case_successor_unfit",
    ({ admin2 }) => ({ successorId: admin2.id }),
  ],
  ["the same as who follows", "case_successor_unfit", ({ owner }) => ({ successorId: owner.id })],
  [
    "the card holder",
    "case_card_holder_asks",
    async ({ accountId, owner }) => {
      await sql`update accounts set card_holder_user_id = ${owner.id} where id = ${accountId}`;
      return {};
    },
  ],
  ["another account's Owner", "not_found", ({ outsider }) => ({ userId: outsider.id })],
  ["another account's user", "not_found", ({ outsider }) => ({ successorId: outsider.id })],
  ["nobody", "not_found", () => ({ userId: randomUUID() })],
];

test.each(refusals)("it is refused about %s: %s", async (_about, code, change) => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const form = removalOf(cast.owner, { successorId: cast.admin.id, ...(await change(cast)) });
  await expectOnlyCounted(() => requestOwnerRemoval(admin, form), code);
  expect(await latestCase(cast.accountId)).toBeUndefined();
});

test("the card holder's name and the way to support stand in the refusal", async () => {
  const cast = await buildCast();
  await sql`
    update accounts set card_holder_user_id = ${cast.owner.id} where id = ${cast.accountId}`;
  const form = removalOf(cast.owner, { successorId: cast.admin.id });
  await expect(requestOwnerRemoval(await member(cast.admin), form)).rejects.toMatchObject({
    code: "case_card_holder_asks",
    facts: { name: "Olivia Okafor", supportEmail: "support@handover.example" },
  });
});

test("an Owner who holds the card asks about themselves, signed in: then the card holder asks", async () => {
  const cast = await buildCast();
  await hasSignedIn(cast.admin2);
  await sql`
    update accounts set card_holder_user_id = ${cast.owner.id} where id = ${cast.accountId}`;
  const form = removalOf(cast.owner, { successorId: cast.admin2.id });
  await requestOwnerRemoval(await member(cast.owner), form);
  const obstacle = async () => {
    const [row] = await sql`
      select owner_request_obstacle(r) as is from owner_requests r
      where account_id = ${cast.accountId}`;
    return row?.is;
  };
  expect(await obstacle()).toBeNull();
  // Another admin who goes on with it is not the card holder.
  await sql`
    update owner_requests set requested_by = ${cast.admin.id} where account_id = ${cast.accountId}`;
  expect(await obstacle()).toBe("card_holder_asks");
});

test("whoever is no active admin of the account asks for nothing", async () => {
  const cast = await buildCast();
  const [user, admin, outsider] = [
    await member(cast.user),
    await member(cast.admin),
    await member(cast.outsider),
  ];
  const form = () => removalOf(cast.owner, { successorId: cast.admin.id });
  await expectOnlyCounted(() => requestOwnerRemoval(user, form()), "not_admin");
  await expectOnlyCounted(() => requestOwnerRemoval(outsider, form()), "not_found");
  await sql`update users set status = 'inactive' where id = ${cast.admin.id}`;
  await expectOnlyCounted(() => requestOwnerRemoval(admin, form()), "access_ended");
});

test("the same form sent again, also at once, is one case", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const form = removalOf(cast.owner, { successorId: cast.admin.id });
  const results = await startTogether(cast.accountId, [
    () => requestOwnerRemoval(admin, form),
    () => requestOwnerRemoval(admin, form),
  ]);
  const numbers = results.map((each) =>
    each.status === "fulfilled" ? each.value.data.caseNumber : each.reason,
  );
  expect(new Set(numbers).size).toBe(1);
  expect((await requestOwnerRemoval(admin, form)).data.caseNumber).toBe(numbers[0]);
  expect(await caseEvents(cast.accountId)).toEqual(["owner_request.opened"]);
  expect(await jobsOf(cast.accountId)).toHaveLength(1);
});

test("of two admins who ask about one Owner at once, one opens the case and one is led to it", async () => {
  const cast = await buildCast();
  const [one, other] = [await member(cast.admin), await member(cast.admin2)];
  const results = await startTogether(cast.accountId, [
    () => requestOwnerRemoval(one, removalOf(cast.owner, { successorId: cast.admin.id })),
    () => requestOwnerRemoval(other, removalOf(cast.owner, { successorId: cast.admin2.id })),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "case_open_already", facts: { name: "Olivia Okafor" } },
  });
  expect(await caseEvents(cast.accountId)).toEqual(["owner_request.opened"]);
});

test("the eleventh request within a quarter of an hour waits, and a repeated form does not count", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const form = removalOf(cast.owner, { successorId: cast.admin.id });
  for (let n = 0; n < 3; n++) await requestOwnerRemoval(admin, form);
  for (let n = 0; n < 9; n++) {
    const again = removalOf(cast.owner, { successorId: cast.admin.id });
    await expectOnlyCounted(() => requestOwnerRemoval(admin, again), "case_open_already");
  }
  await expectOnlyCounted(
    () => requestOwnerRemoval(admin, removalOf(cast.owner)),
    "too_many_cases",
  );
});

/** Refused, and nothing has changed but the count of attempts. */
async function expectOnlyCounted(work: () => Promise<unknown>, code: string): Promise<void> {
  const before = await fingerprint();
  await expect(work()).rejects.toMatchObject({ name: "Refusal", code });
  const { throttle_counters: _counted, ...after } = await fingerprint();
  expect(before).toMatchObject(after);
}
