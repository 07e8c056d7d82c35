import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import type { SeatChoice } from "#lib/seats/schema";
import { addUser } from "#lib/users/add-user";
import { handOverToNewUser } from "#lib/users/hand-over-to-new-user";
import { getInactivationPage } from "#lib/users/inactivation-page";
import { getNewUserPage } from "#lib/users/new-user-page";
import { reactivateUser } from "#lib/users/reactivate-user";
import { getReactivationPage } from "#lib/users/reactivation-page";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import {
  eventKindsOf,
  itIsDecember,
  keepSpotsToOwners,
  ledgerOf,
  openScheduleOf,
  spotsOf,
} from "#tests/support/december";
import { mailsOf } from "#tests/support/jobs";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

afterEach(() => setClock(null));

/** Five of ten spots are used, and on 1 January only `target` are left. */
async function reducing(target = 5, total = 10): Promise<Cast & { scheduleId: string }> {
  const cast = await buildCast({ seatsTotal: total });
  await itIsDecember(cast);
  await reduce(cast, target, total);
  return { ...cast, scheduleId: await openScheduleOf(cast) };
}

async function reduce(cast: Cast, total: number, seenTotal = 10, scheduleId?: string) {
  const form = { requestId: randomUUID(), total, seenTotal, scheduleId, reason: "" };
  await reduceSeats(await member(cast.owner), form);
}

function newUser(choice: SeatChoice = {}) {
  return {
    requestId: randomUUID(),
    firstName: "Nina",
    lastName: "Neumann",
    email: `nina@${randomUUID()}.example`,
    role: "user" as const,
    ...choice,
  };
}

const back = (cast: Cast, choice: SeatChoice = {}) => ({
  requestId: randomUUID(),
  userId: cast.inactive.id,
  ...choice,
});

const newYear = "2027-01-01T00:00:00.000Z";

test("a spot that a reduction would take is asked about, before the click and after it", async () => {
  const cast = await reducing();
  const admin = await member(cast.admin);
  const { scheduleId } = cast;
  const seat = { scheduleId, total: 10, target: 5, raised: 6, on: newYear, day: "1 Jan 2027" };
  expect((await getNewUserPage(admin)).nextSeat).toEqual({ seat, whyNot: null });
  const page = await getReactivationPage(admin, cast.inactive.id);
  expect(page.nextSeat).toEqual({ seat, whyNot: null });
  expect((await getInactivationPage(admin, cast.user.id)).nextSeat).toBeNull();
  const facts = { count: 5, time: "1 Jan 2027", on: newYear, seat };
  await expectRefusal(() => addUser(admin, newUser()), "seat_will_go", facts);
  await expectRefusal(() => reactivateUser(admin, back(cast)), "seat_will_go", facts);
});

test("a spot that stays is taken without a question", async () => {
  const cast = await reducing(6);
  const admin = await member(cast.admin);
  expect((await getNewUserPage(admin)).nextSeat).toBeNull();
  await addUser(admin, newUser());
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 6, scheduled: 6 });
});

test("a new user raises the reduction in the same step, and everybody reads why", async () => {
  const cast = await reducing();
  const admin = await member(cast.admin);
  const { scheduleId } = cast;
  const event = await addUser(admin, newUser({ scheduleId, reduction: "raise" }));
  expect(event.data.reduction).toMatchObject({ day: "1 Jan 2027", was: 5, to: 6 });
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 6, scheduled: 6 });
  expect((await ledgerOf(cast)).slice(1)).toEqual([
    { kind: "scheduled", from: 10, to: 5 },
    { kind: "replaced", from: 10, to: 6 },
  ]);
  expect(await eventKindsOf(cast)).toEqual([
    "seats.reduction_scheduled",
    "seats.reduction_scheduled",
    "user.added",
  ]);
  const told = (await mailsOf(cast.accountId)).filter(({ data }) => data.what === "replaced");
  expect(told).toHaveLength(4);
  expect(told[0]?.data).toMatchObject({ from: 10, to: 6, forName: "Nina Neumann" });
});

test("who comes back cancels it in the same step, and the page says so afterwards", async () => {
  const cast = await reducing();
  const admin = await member(cast.admin);
  const { scheduleId } = cast;
  const event = await reactivateUser(admin, back(cast, { scheduleId, reduction: "cancel" }));
  const reduction = { day: "1 Jan 2027", was: 5, to: null };
  expect(event.data.reduction).toMatchObject(reduction);
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 6, scheduled: null });
  const page = await getReactivationPage(admin, cast.inactive.id);
  expect(page.reactivation?.data.reduction).toMatchObject(reduction);
  expect(await eventKindsOf(cast)).toEqual([
    "seats.reduction_scheduled",
    "seats.reduction_cancelled",
    "user.reactivated",
  ]);
  setClock(new Date("2027-01-01T00:00:00Z"));
  await renewSubscription(cast);
  expect(await spotsOf(cast)).toMatchObject({ total: 10, used: 6 });
});

test("where no lower total is left, raising it is cancelling it", async () => {
  const cast = await reducing(5, 6);
  const admin = await member(cast.admin);
  const { scheduleId } = cast;
  await expectRefusal(() => addUser(admin, newUser()), "seat_will_go", {
    seat: { scheduleId, total: 6, target: 5, raised: 6, on: newYear, day: "1 Jan 2027" },
  });
  await addUser(admin, newUser({ scheduleId, reduction: "raise" }));
  expect(await spotsOf(cast)).toEqual({ total: 6, used: 6, scheduled: null });
});

test("an answer about a reduction that was changed meanwhile is asked for again", async () => {
  const cast = await reducing(6);
  await addUsers(cast.accountId, "Nele Neu");
  const admin = await member(cast.admin);
  const old = { scheduleId: cast.scheduleId, reduction: "raise" } as const;
  await reduce(cast, 7, 10, cast.scheduleId);
  await addUsers(cast.accountId, "Otto Ohm");
  const scheduleId = await openScheduleOf(cast);
  await expectRefusal(() => addUser(admin, newUser(old)), "seat_will_go", {
    seat: { scheduleId, total: 10, target: 7, raised: 8, on: newYear, day: "1 Jan 2027" },
  });
  await cancelReduction(admin, { requestId: randomUUID(), scheduleId });
  await addUser(admin, newUser(old));
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 8, scheduled: null });
});

test("an answer about another account's reduction is none, and changes nothing there", async () => {
  const cast = await reducing();
  const elsewhere = await reducing();
  const admin = await member(cast.admin);
  const choice = { scheduleId: elsewhere.scheduleId, reduction: "cancel" } as const;
  await expectRefusal(() => addUser(admin, newUser(choice)), "seat_will_go");
  await expectRefusal(() => reactivateUser(admin, back(cast, choice)), "seat_will_go");
});

test("an admin who may not change spots is told so, and an Owner is asked", async () => {
  const cast = await reducing();
  await keepSpotsToOwners(cast);
  const { scheduleId } = cast;
  const admin = await member(cast.admin);
  const page = await getNewUserPage(admin);
  expect(page.nextSeat?.whyNot).toBe("spots_kept_to_owners");
  for (const choice of [{}, { scheduleId, reduction: "cancel" } as const]) {
    await expectRefusal(() => addUser(admin, newUser(choice)), "spots_kept_to_owners");
    await expectRefusal(() => reactivateUser(admin, back(cast, choice)), "spots_kept_to_owners");
  }
  const owner = await member(cast.owner);
  await expectRefusal(() => addUser(owner, newUser()), "seat_will_go");
  await addUser(owner, newUser({ scheduleId, reduction: "cancel" }));
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 6, scheduled: null });
});

test("who is refused for another reason leaves the reduction as it is", async () => {
  const cast = await reducing();
  const admin = await member(cast.admin);
  const choice = { scheduleId: cast.scheduleId, reduction: "cancel" } as const;
  const taken = { ...newUser(choice), email: cast.user.email };
  await expectRefusal(() => addUser(admin, taken), "email_in_use");
  const active = { ...back(cast, choice), userId: cast.user.id };
  await expectRefusal(() => reactivateUser(admin, active), "already_active");
});

test("of two who answer at once one takes the spot, and the other is asked again", async () => {
  const cast = await reducing();
  const choice = { scheduleId: cast.scheduleId, reduction: "raise" } as const;
  const people = [await member(cast.admin), await member(cast.admin2)];
  const results = await startTogether(
    cast.accountId,
    people.map((each) => () => addUser(each, newUser(choice))),
  );
  const lost = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(lost).toHaveLength(1);
  expect(lost[0]).toMatchObject({
    code: "seat_will_go",
    facts: { seat: { total: 10, target: 6, raised: 7 } },
  });
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 6, scheduled: 6 });
});

test("the same form sent again adds one user and raises once", async () => {
  const cast = await reducing();
  const admin = await member(cast.admin);
  const form = newUser({ scheduleId: cast.scheduleId, reduction: "raise" });
  const [first, second] = await Promise.all([addUser(admin, form), addUser(admin, form)]);
  expect(second.id).toBe(first.id);
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 6, scheduled: 6 });
});

const handingOver = (cast: Cast, choice: SeatChoice = {}) => ({
  ...newUser(choice),
  userId: cast.user.id,
  reason: "",
});

test("a spot that is handed over stays, and nothing is asked", async () => {
  const cast = await reducing();
  await handOverToNewUser(await member(cast.admin), handingOver(cast));
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 5, scheduled: 5 });
});

test("handing over where more are used than stay asks, and says what became of it", async () => {
  const cast = await reducing();
  await addUsers(cast.accountId, "Nele Neu");
  const admin = await member(cast.admin);
  const { scheduleId } = cast;
  const seat = { scheduleId, total: 10, target: 5, raised: 6, on: newYear, day: "1 Jan 2027" };
  const page = await getInactivationPage(admin, cast.user.id);
  expect(page.nextSeat).toEqual({ seat, whyNot: null });
  await expectRefusal(() => handOverToNewUser(admin, handingOver(cast)), "seat_will_go", { seat });
  const choice = { scheduleId, reduction: "raise" } as const;
  const { data } = await handOverToNewUser(admin, handingOver(cast, choice));
  expect(data.reduction).toMatchObject({ was: 5, to: 6 });
  expect(await spotsOf(cast)).toEqual({ total: 10, used: 6, scheduled: 6 });
});

test("handing over in the second of the renewal keeps the spot", async () => {
  const cast = await reducing();
  setClock(new Date("2027-01-01T00:00:00Z"));
  const { data } = await handOverToNewUser(await member(cast.admin), handingOver(cast));
  expect(data).toMatchObject({ seatsTotal: 5, seatsUsed: 4 });
  expect(await spotsOf(cast)).toEqual({ total: 5, used: 5, scheduled: null });
});

test("what is due is carried out before a spot is taken", async () => {
  const cast = await reducing();
  setClock(new Date("2027-01-01T00:00:00Z"));
  const admin = await member(cast.admin);
  const choice = { scheduleId: cast.scheduleId, reduction: "cancel" } as const;
  await expectRefusal(() => addUser(admin, newUser(choice)), "no_open_seat");
  await expectRefusal(() => reactivateUser(admin, back(cast, choice)), "no_open_seat");
});

test("while the account can only be read nobody takes a spot", async () => {
  const cast = await reducing();
  await sql`
    update subscriptions set status = 'past_due', past_due_since = '2026-11-20', read_only_at = '2026-12-04'
    where account_id = ${cast.accountId}`;
  const admin = await member(cast.admin);
  const choice = { scheduleId: cast.scheduleId, reduction: "cancel" } as const;
  await expectRefusal(() => addUser(admin, newUser(choice)), "account_read_only");
  await expectRefusal(() => reactivateUser(admin, back(cast, choice)), "account_read_only");
});
