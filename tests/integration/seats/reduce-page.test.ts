import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { describeFinalStep } from "#lib/seats/final-step";
import { findOpenSpots } from "#lib/seats/get-open-spots";
import { getReducePage } from "#lib/seats/reduce-page";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { inactivateUser } from "#lib/users/inactivate-user";
import { getInactivationPage } from "#lib/users/inactivation-page";
import { inactivateUserSchema } from "#lib/users/schema";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, member, type Person } from "#tests/support/cast";
import { inLondon } from "#tests/support/samples";

afterEach(() => setClock(null));

const to = (total: number) => ({ requestId: randomUUID(), total, seenTotal: 10, reason: "" });

async function inactivate(by: Person, leaver: Person) {
  const form = { requestId: randomUUID(), userId: leaver.id, contacts: "leave" };
  await inactivateUser(await member(by), inactivateUserSchema.parse(form));
}

test("the page names those who left last, as many as spots are open, the latest first", async () => {
  const cast = await buildCast({ seatsTotal: 7 });
  const [ann, bob] = await addUsers(cast.accountId, "Ann Abel", "Bob Behn");
  if (!ann || !bob) throw new Error("Nobody was added.");
  await inactivate(cast.admin, ann);
  await inactivate(cast.admin2, bob);
  const page = await getReducePage(await member(cast.admin));
  expect(page.openedBy).toMatchObject([
    { id: bob.id, name: "Bob Behn", by: cast.admin2.name },
    { id: ann.id, name: "Ann Abel", by: cast.admin.name },
  ]);
  expect(page.openedByMore).toBe(0);
  expect(page.subscription).toMatchObject({ total: 7, used: 5, schedule: null });
});

test("of more than ten the rest is counted, and only as far as spots are open", async () => {
  const cast = await buildCast({ seatsTotal: 20 });
  const names = Array.from({ length: 15 }, (_, at) => `Leaver N${at}`);
  const leavers = await addUsers(cast.accountId, ...names);
  await sql`update users set status = 'inactive', inactivated_by = ${cast.admin.id}
    where id = any (${leavers.map(({ id }) => id)})`;
  const admin = await member(cast.admin);
  // Sixteen are inactive, fifteen spots are open.
  const page = await getReducePage(admin);
  expect(page.openedBy).toHaveLength(10);
  expect(page.openedByMore).toBe(5);
  await sql`insert into seat_changes (account_id, kind, from_total, to_total, reason)
    values (${cast.accountId}, 'reduced', 20, 8, '')`;
  const fewer = await getReducePage(admin);
  expect(fewer.openedBy).toHaveLength(3);
  expect(fewer.openedByMore).toBe(0);
});

test("where no spot is open nobody opened one", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  const page = await getReducePage(await member(cast.admin));
  expect(page.openedBy).toEqual([]);
});

test("the number of the latest receipt tells that something has changed since, and who did it", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  expect((await getReducePage(admin)).latest).toMatchObject({ number: 1 });
  await reduceSeats(await member(cast.admin2), to(8));
  const { latest, subscription } = await getReducePage(admin);
  expect(latest).toMatchObject({ number: 2, by: cast.admin2.name });
  expect(subscription.schedule).toMatchObject({ toTotal: 8, by: cast.admin2.name });
});

test("nothing of another account is seen", async () => {
  const cast = await buildCast();
  const page = await getReducePage(await member(cast.outsider));
  expect(page.openedBy).toEqual([]);
  expect(page.subscription).toMatchObject({ total: 3, used: 1 });
});

test("a renewal that is due comes first: what is shown can be confirmed", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await reduceSeats(admin, to(8));
  setClock((await getReducePage(admin)).subscription.renewsAt);
  const { subscription } = await getReducePage(admin);
  expect(subscription).toMatchObject({ total: 8, schedule: null });
  await reduceSeats(admin, { ...to(6), seenTotal: subscription.total });
});

test("where it is kept to Owners an admin learns who they are", async () => {
  const cast = await buildCast();
  await sql`update accounts set owners_keep_seats = true where id = ${cast.accountId}`;
  expect((await getReducePage(await member(cast.admin))).whyNot).toEqual({
    code: "spots_kept_to_owners",
    owners: [cast.owner.name],
  });
  expect((await getReducePage(await member(cast.owner))).whyNot).toBeNull();
});

test("after an inactivation the page knows what open spots cost, and that a reduction covers them", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  await inactivate(cast.admin, cast.user);
  const admin = await member(cast.admin);
  const before = await getInactivationPage(admin, cast.user.id);
  expect(describeFinalStep(before.openSpots, inLondon)).toEqual({
    text: "You pay for 1 open user spot: US$15.00 a month. Reduce to 4 and save US$180.00 a year.",
    wayOn: { label: "Reduce user spots", href: "/admin/subscription/reduce?step=1&total=4" },
  });
  await reduceSeats(admin, { ...to(4), seenTotal: 5 });
  expect(describeFinalStep(await findOpenSpots(admin), inLondon)?.text).toMatch(
    /^A reduction to 4 user spots on .+ is scheduled already, by Adam Aalto/,
  );
});
