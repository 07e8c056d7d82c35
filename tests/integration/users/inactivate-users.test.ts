import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import { cancelInactivation } from "#lib/users/cancel-inactivation";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUsers, type UserResult } from "#lib/users/inactivate-users";
import { getInactivationsPage } from "#lib/users/inactivations-page";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import { inactivateUserSchema, inactivateUsersSchema } from "#lib/users/schema";
import { owner as sql } from "#tests/support/attempt";
import {
  addContacts,
  addUsers,
  buildCast,
  type Cast,
  member,
  type Person,
  startSession,
} from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";
import { schedulingOf } from "#tests/support/schedules";

test("several users become inactive by one plan, each with an event and a transfer of its own", async () => {
  const { cast, leavers } = await castOfLeavers();
  const admin = await member(cast.admin);
  for (const leaver of leavers) await startSession(leaver);
  const form = formOf(leavers, { contacts: "one", successorId: cast.successor.id, tell: "yes" });
  const results = await inactivateUsers(admin, form);
  expect(results.map(({ name, refusal }) => [name, refusal])).toEqual(
    leavers.map(({ name }) => [name, null]),
  );
  expect(results.map(({ event }) => event?.data.seatsUsed)).toEqual([7, 6, 5]);
  expect(results.map(({ event }) => event?.data.contacts)).toEqual([2, 4, 0]);
  const transfers = await sql`
    select contacts from transfers where account_id = ${cast.accountId} order by id`;
  expect(transfers).toEqual([{ contacts: 2 }, { contacts: 4 }]);
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ kind, userId, data }) => [kind, userId, data])).toEqual([
    ["user_inactivated", leavers[0]?.id, { by: "Adam Aalto", line: "" }],
    ["contacts_received", cast.successor.id, { from: "Lea Last", by: "Adam Aalto", contacts: 2 }],
    ["user_inactivated", leavers[1]?.id, { by: "Adam Aalto", line: "" }],
    ["contacts_received", cast.successor.id, { from: "Max Mies", by: "Adam Aalto", contacts: 4 }],
    ["user_inactivated", leavers[2]?.id, { by: "Adam Aalto", line: "" }],
  ]);
});

test("the refusal of one does not stop the others", async () => {
  const { cast, leavers } = await castOfLeavers();
  const admin = await member(cast.admin);
  const stranger = { ...cast.user, id: randomUUID() };
  const people = [cast.owner, ...leavers, cast.admin, cast.inactive, cast.outsider, stranger];
  const results = await inactivateUsers(admin, formOf(people));
  expect(results.map(outcomeOf)).toEqual([
    ["Olivia Okafor", "user_is_owner"],
    ...leavers.map(({ name }) => [name, "done"]),
    ["Adam Aalto", "user_is_self"],
    ["Ines Ibarra", "already_inactive"],
    ["", "not_found"],
    ["", "not_found"],
  ]);
  const active = await sql`
    select name from users where account_id in ${sql([cast.accountId, cast.outsider.accountId])}
      and status = 'active' and id in ${sql(people.map(({ id }) => id))} order by name`;
  expect(active.map(({ name }) => name)).toEqual(["Adam Aalto", "Olivia Okafor", "Oscar Outis"]);
});

test("one of them who was made inactive meanwhile is told with who did it", async () => {
  const { cast, leavers } = await castOfLeavers();
  const [first] = leavers;
  if (!first) throw new Error("no leaver");
  const plan = { requestId: randomUUID(), userId: first.id, contacts: "leave" };
  await inactivateUser(await member(cast.admin2), inactivateUserSchema.parse(plan));
  const results = await inactivateUsers(await member(cast.admin), formOf(leavers));
  expect(results.map(outcomeOf)).toEqual([
    ["Lea Last", "already_inactive"],
    ["Max Mies", "done"],
    ["Nia Neel", "done"],
  ]);
  expect(results[0]?.refusal?.facts).toMatchObject({ by: "Beatriz Braga" });
});

test("a schedule that the sheet did not show, or that has ended meanwhile, is told and stays", async () => {
  const { cast, leavers } = await castOfLeavers();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const [lea, max, nia] = leavers;
  if (!lea || !max || !nia) throw new Error("three leavers");
  const [seen, ended] = [
    await scheduleInactivation(admin2, schedulingOf(lea)),
    await scheduleInactivation(admin2, schedulingOf(max)),
  ];
  const page = await getInactivationsPage(
    admin,
    leavers.map(({ id }) => id),
  );
  const shown = { by: "Beatriz Braga", time: seen.data.time };
  expect(page.leavers.map(({ schedule }) => schedule)).toEqual([
    { ...shown, id: seen.data.scheduleId },
    { ...shown, id: ended.data.scheduleId, time: ended.data.time },
    null,
  ]);
  const scheduleId = ended.data.scheduleId;
  await cancelInactivation(admin2, { requestId: randomUUID(), userId: max.id, scheduleId });
  await scheduleInactivation(admin2, schedulingOf(nia));
  const replacesIds = page.leavers.flatMap(({ schedule }) => schedule?.id ?? []);
  const results = await inactivateUsers(admin, formOf(leavers, { replacesIds }));
  expect(results.map(outcomeOf)).toEqual([
    ["Lea Last", "done"],
    ["Max Mies", "schedule_ended"],
    ["Nia Neel", "already_scheduled"],
  ]);
  const schedules = await sql`
    select outcome from scheduled_inactivations where account_id = ${cast.accountId} order by id`;
  expect(schedules.map(({ outcome }) => outcome)).toEqual(["overtaken", "cancelled", null]);
});

test("the same form sent again shows each one's first result", async () => {
  const { cast, leavers } = await castOfLeavers();
  const admin = await member(cast.admin);
  const form = formOf([...leavers, cast.owner], {
    contacts: "split",
    successorIds: [cast.successor.id, cast.admin2.id],
  });
  const first = await inactivateUsers(admin, form);
  await sql`update users set status = 'inactive' where id = ${cast.successor.id}`;
  expect(await inactivateUsers(admin, form)).toEqual(first);
  expect(await mailsOf(cast.accountId)).toHaveLength(4);
  const [events] = await sql`
    select count(*)::int as n from audit_events where account_id = ${cast.accountId}`;
  expect(events?.n).toBe(3);
});

test("contacts are split evenly, of each one among all", async () => {
  const { cast, leavers } = await castOfLeavers();
  const form = formOf(leavers, {
    contacts: "split",
    successorIds: [cast.successor.id, cast.admin2.id],
  });
  const results = await inactivateUsers(await member(cast.admin), form);
  const shares = results.map(({ event }) => event?.data.successors.map(({ contacts }) => contacts));
  expect(shares).toEqual([[1, 1], [2, 2], []]);
});

test("each one's default successor receives; who has none, an inactive one or one who leaves too keeps them", async () => {
  const cast = await buildCast({ seatsTotal: 20 });
  const names = ["Ann One", "Bob Two", "Cid Three", "Dee Four"];
  const people = await addUsers(cast.accountId, ...names);
  const [ann, bob, cid, dee] = people as [Person, Person, Person, Person];
  for (const person of people) await addContacts(person, 2);
  await name(ann, cast.successor);
  await name(bob, cast.inactive);
  await name(cid, dee);
  const admin = await member(cast.admin);
  const page = await getInactivationsPage(
    admin,
    people.map(({ id }) => id),
  );
  expect(page.leavers.map((leaver) => [leaver.successor, leaver.canReceive])).toEqual([
    ["Samuel Sato", true],
    ["Ines Ibarra", false],
    ["Dee Four", false],
    [null, false],
  ]);
  const results = await inactivateUsers(admin, formOf(people, { contacts: "default" }));
  expect(results.map(({ event }) => event?.data.contactsPlan)).toEqual([
    "one",
    "leave",
    "leave",
    "leave",
  ]);
  expect(results[0]?.event?.data.successors[0]?.userId).toBe(cast.successor.id);
});

test("nobody chosen may receive, and a plan that is wrong for all changes nothing", async () => {
  const { cast, leavers } = await castOfLeavers();
  const admin = await member(cast.admin);
  const give = (changes: object) => () => inactivateUsers(admin, formOf(leavers, changes));
  const [one, other] = leavers.map(({ id }) => id);
  await expectRefusal(give({ contacts: "one", successorId: other }), "successor_is_chosen");
  const split = { contacts: "split", successorIds: [cast.successor.id, one] };
  await expectRefusal(give(split), "successor_is_chosen");
  await expectRefusal(give({ contacts: "one" }), "successor_missing");
  await expectRefusal(give({ ...split, successorIds: [cast.admin2.id] }), "successors_missing");
  for (const successorId of [cast.inactive.id, cast.outsider.id, randomUUID()]) {
    await expectRefusal(give({ contacts: "one", successorId }), "successor_not_active");
  }
});

test("only an active admin may do it, and not with another account's users", async () => {
  const { cast, leavers } = await castOfLeavers();
  const user = await member(cast.user);
  await expectRefusal(() => inactivateUsers(user, formOf(leavers)), "not_admin");
  await expectRefusal(
    () => inactivateUsers({ ...user, role: "admin" }, formOf(leavers)),
    "not_admin",
  );
  const outsider = await member(cast.outsider);
  await expectRefusal(() => inactivateUsers(outsider, formOf(leavers)), "not_found");
});

test("who has too many contacts to split at once is made inactive as the others, and split by a job", async () => {
  const { cast, leavers } = await castOfLeavers();
  const [rich] = leavers;
  if (!rich) throw new Error("no leaver");
  await addContacts(rich, IN_REQUEST_LIMIT);
  const form = formOf(leavers, {
    contacts: "split",
    successorIds: [cast.successor.id, cast.admin2.id],
  });
  const results = await inactivateUsers(await member(cast.admin), form);
  expect(results.map(outcomeOf)).toEqual([
    ["Lea Last", "done"],
    ["Max Mies", "done"],
    ["Nia Neel", "done"],
  ]);
});

test("the sheet sums up what they have, and sets apart who cannot be made inactive", async () => {
  const { cast, leavers } = await castOfLeavers();
  const [lea] = leavers;
  if (!lea) throw new Error("no leaver");
  await startSession(lea);
  const chosen = [lea, cast.owner, cast.admin, cast.inactive, cast.outsider].map(({ id }) => id);
  const page = await getInactivationsPage(await member(cast.admin), chosen);
  expect(page.leavers).toMatchObject([{ name: "Lea Last", contacts: 2, openSessions: 1 }]);
  expect(page.refused.map(({ name, whyNot }) => [name, whyNot])).toEqual([
    ["Adam Aalto", "user_is_self"],
    ["Ines Ibarra", "already_inactive"],
    ["Olivia Okafor", "user_is_owner"],
  ]);
  expect(page.colleagues.shown.map(({ name }) => name)).not.toContain("Lea Last");
});

/** Three more users: with 2 contacts, with 4, and with none. */
async function castOfLeavers(): Promise<{ cast: Cast; leavers: Person[] }> {
  const cast = await buildCast();
  const leavers = await addUsers(cast.accountId, "Lea Last", "Max Mies", "Nia Neel");
  const [lea, max] = leavers;
  if (lea) await addContacts(lea, 2);
  if (max) await addContacts(max, 4);
  return { cast, leavers };
}

function formOf(people: { id: string }[], changes: object = {}) {
  return inactivateUsersSchema.parse({
    requestId: randomUUID(),
    userIds: people.map(({ id }) => id),
    contacts: "leave",
    ...changes,
  });
}

function outcomeOf({ name, event, refusal }: UserResult) {
  return [name, event ? "done" : refusal?.code];
}

function name(person: Person, successor: Person) {
  return sql`update users set default_successor_id = ${successor.id} where id = ${person.id}`;
}
