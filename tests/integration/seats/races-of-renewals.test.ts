import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { addSeats } from "#lib/seats/add-seats";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { addUser } from "#lib/users/add-user";
import { inactivateUser } from "#lib/users/inactivate-user";
import { reactivateUser } from "#lib/users/reactivate-user";
import { inactivateUserSchema } from "#lib/users/schema";
import { owner } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { expectEveryRule, isolations, startTogether, useIsolation } from "#tests/support/race";

const ROUNDS = 50;
/** Of ten spots five are used, and from the renewal on there are five. */
const TARGET = 5;

type Round = { cast: Cast; admin: Member; scheduleId: string };

/** What is tried at the moment of the renewal, and how it is refused: always, whoever comes first. */
const tries: [string, (round: Round) => Promise<unknown>, string][] = [
  [
    "adding a user, even one who would have kept the spot",
    ({ admin, scheduleId }) =>
      addUser(admin, {
        ...request(),
        ...{ firstName: "Nele", lastName: "Neu", email: `${randomUUID()}@neu.example` },
        ...{ role: "user", scheduleId, reduction: "raise" },
      }),
    "no_open_seat",
  ],
  [
    "making a user active",
    ({ admin, cast, scheduleId }) =>
      reactivateUser(admin, {
        ...request(),
        ...{ userId: cast.inactive.id, scheduleId, reduction: "cancel" },
      }),
    "no_open_seat",
  ],
  [
    "cancelling the reduction",
    ({ admin, scheduleId }) => cancelReduction(admin, { ...request(), scheduleId }),
    "reduction_ended",
  ],
  [
    "replacing the reduction",
    ({ admin, scheduleId }) =>
      reduceSeats(admin, { ...request(), total: 8, seenTotal: 10, scheduleId, reason: "" }),
    "spots_changed",
  ],
  [
    "adding user spots",
    ({ admin, scheduleId }) =>
      addSeats(admin, {
        ...request(),
        ...{ total: 12, seenTotal: 10, seenAmount: 0, reason: "" },
        ...{ scheduleId, reduction: "keep" },
      }),
    "spots_changed",
  ],
];

describe.each(isolations)("at %s", (isolation) => {
  beforeAll(() => useIsolation(isolation));
  afterEach(expectEveryRule);

  test.each(tries)("%s comes too late for what is due", async (_what, attempt, refusal) => {
    const cast = await buildCast();
    const admin = await member(cast.admin);
    for (let round = 0; round < ROUNDS; round++) {
      const scheduleId = await makeDue(cast, admin);
      const starts = [
        (): Promise<unknown> => renewSubscription(cast),
        () => attempt({ cast, admin, scheduleId }),
      ];
      const results = await startTogether(cast.accountId, round % 2 ? starts : starts.reverse());
      const [renewed, tried] = round % 2 ? results : results.reverse();
      expect(renewed).toEqual({ status: "fulfilled", value: "renewed" });
      expect(codeOf(tried)).toBe(refusal);
      await expectRenewedOnce(cast, round, TARGET);
    }
  });

  test("three workers at one renewal do it once", async () => {
    const cast = await buildCast();
    const admin = await member(cast.admin);
    for (let round = 0; round < ROUNDS; round++) {
      await makeDue(cast, admin);
      const work = () => renewSubscription(cast);
      const results = await startTogether(cast.accountId, [work, work, work]);
      const outcomes = results.map((each) => (each.status === "fulfilled" ? each.value : each));
      expect(outcomes.sort()).toEqual(["not yet due", "not yet due", "renewed"]);
      await expectRenewedOnce(cast, round, TARGET);
    }
  });

  test("somebody who leaves in the same second either frees the spot for the reduction or not", async () => {
    const cast = await buildCast();
    const admin = await member(cast.admin);
    const seen = new Set<number>();
    for (let round = 0; round < ROUNDS; round++) {
      await makeDue(cast, admin);
      await setStatus(cast, "active");
      const starts = [
        (): Promise<unknown> => renewSubscription(cast),
        (): Promise<unknown> => inactivateUser(admin, leaving(cast)),
      ];
      const results = await startTogether(cast.accountId, round % 2 ? starts : starts.reverse());
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
      const [renewedFirst] = await owner<{ yes: boolean }[]>`
        select (select max(id::text) from audit_events where account_id = ${cast.accountId}
            and kind = 'user.inactivated')
          > (select max(id::text) from audit_events where account_id = ${cast.accountId}
            and kind = 'seats.reduced') as yes`;
      const total = renewedFirst?.yes ? TARGET + 1 : TARGET;
      await expectRenewedOnce(cast, round, total);
      seen.add(total);
    }
    expect(seen).toEqual(new Set([TARGET, TARGET + 1]));
  });

  test("of two admins who reduce at once one does, and the other sees the new numbers", async () => {
    const cast = await buildCast();
    const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
    for (let round = 0; round < ROUNDS; round++) {
      const wanted = { seenTotal: 10, reason: "" };
      const results = await startTogether(cast.accountId, [
        () => reduceSeats(admin, { ...request(), ...wanted, total: 7 }),
        () => reduceSeats(admin2, { ...request(), ...wanted, total: 8 }),
      ]);
      const lost = results.filter((each) => each.status === "rejected");
      expect(lost.map(codeOf)).toEqual(["spots_changed"]);
      await cancelReduction(admin, { ...request(), scheduleId: await openSchedule(cast) });
    }
  });
});

const request = () => ({ requestId: randomUUID() });

function leaving({ inactive }: Cast) {
  return inactivateUserSchema.parse({ ...request(), userId: inactive.id, contacts: "leave" });
}

/** Ten spots again, a reduction to the target, and a renewal that was due a moment ago. */
async function makeDue(cast: Cast, admin: Member): Promise<string> {
  const { accountId } = cast;
  await owner`
    insert into seat_changes (account_id, kind, from_total, to_total, reason)
    select id, 'added', seats_total, 10, '' from accounts
    where id = ${accountId} and seats_total < 10`;
  await owner`
    update subscriptions set renews_at = now() + interval '1 day' where account_id = ${accountId}`;
  await reduceSeats(admin, { ...request(), total: TARGET, seenTotal: 10, reason: "" });
  await owner`
    update subscriptions set renews_at = now() - interval '1 millisecond'
    where account_id = ${accountId}`;
  return openSchedule(cast);
}

async function expectRenewedOnce({ accountId }: Cast, round: number, total: number): Promise<void> {
  const [row] = await owner`
    select seats_total as total, status, period,
      (select count(*)::int from invoices i where i.account_id = a.id) as invoices,
      (select count(*)::int from seat_changes c
        where c.account_id = a.id and c.kind in ('reduced', 'kept')) as carried_out
    from accounts a join subscriptions s on s.account_id = a.id where a.id = ${accountId}`;
  const done = round + 1;
  expect(row).toEqual({ total, status: "active", period: done, invoices: done, carried_out: done });
}

async function openSchedule({ accountId }: Cast): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from seat_schedules where account_id = ${accountId} and ended_at is null`;
  return row?.id ?? "";
}

function setStatus({ inactive }: Cast, status: string) {
  return owner`update users set status = ${status} where id = ${inactive.id}`;
}

function codeOf(result: PromiseSettledResult<unknown> | undefined): string | undefined {
  if (result?.status !== "rejected") return undefined;
  return result.reason instanceof Refusal ? result.reason.code : String(result.reason);
}
