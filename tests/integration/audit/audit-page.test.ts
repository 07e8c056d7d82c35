import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { getAuditPage } from "#lib/audit/audit-page";
import type { EventKind } from "#lib/audit/events";
import { type AuditFilter, auditFilterSchema } from "#lib/audit/filter";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member, type Person } from "#tests/support/cast";

type Line = [at: string, kind: EventKind, by: Person | null, about: Person | null];

/** Writes events around the use cases, with the times that a test is about. */
async function write(accountId: string, ...lines: Line[]): Promise<void> {
  await sql`
    insert into audit_events ${sql(
      lines.map(([at, kind, by, about]) => ({
        account_id: accountId,
        at,
        kind,
        actor_kind: by ? "member" : "system",
        actor_id: by?.id ?? null,
        actor_name: by?.name ?? "Handover",
        user_id: about?.id ?? null,
        user_name: about?.name ?? null,
        data: sql.json({}),
      })),
    )}`;
}

/** Six events of a November: the newest is the first. */
async function november(cast: Cast): Promise<Member> {
  const { admin, user, successor } = cast;
  await write(
    cast.accountId,
    ["2026-11-06T12:00:00Z", "user.signed_in", user, user],
    ["2026-11-05T12:00:00Z", "user.inactivated", admin, user],
    ["2026-11-04T12:00:00Z", "history.added", user, null],
    ["2026-11-03T12:00:00Z", "user.added", admin, successor],
    ["2026-11-02T12:00:00Z", "user.signed_out", successor, successor],
    ["2026-11-01T12:00:00Z", "account.opened", null, null],
  );
  return member(admin);
}

const daysOf = async (actor: Member, filter: Partial<AuditFilter>) => {
  const { page } = await getAuditPage(actor, auditFilterSchema.parse(filter));
  return page.rows.map(({ at }) => at.getUTCDate());
};

test("a person's events are those by them and those about them, each once", async () => {
  const cast = await buildCast();
  const actor = await november(cast);
  expect(await daysOf(actor, {})).toEqual([6, 5, 4, 3, 2, 1]);
  expect(await daysOf(actor, { person: cast.user.id })).toEqual([6, 5, 4]);
  expect(await daysOf(actor, { person: cast.admin.id })).toEqual([5, 3]);
  expect(await daysOf(actor, { person: cast.successor.id })).toEqual([3, 2]);
  expect(await daysOf(actor, { person: cast.inactive.id })).toEqual([]);
});

test("a choice of kind shows all kinds of event that it stands for", async () => {
  const actor = await november(await buildCast());
  expect(await daysOf(actor, { kind: "sign-ins" })).toEqual([6, 2]);
  expect(await daysOf(actor, { kind: "status" })).toEqual([5]);
  expect(await daysOf(actor, { kind: "contacts" })).toEqual([5]);
  expect(await daysOf(actor, { kind: "account" })).toEqual([1]);
  expect(await daysOf(actor, { kind: "passwords" })).toEqual([]);
});

test("days are shown from the first to the last, both included", async () => {
  const actor = await november(await buildCast());
  expect(await daysOf(actor, { from: "2026-11-05" })).toEqual([6, 5]);
  expect(await daysOf(actor, { to: "2026-11-02" })).toEqual([2, 1]);
  expect(await daysOf(actor, { from: "2026-11-03", to: "2026-11-04" })).toEqual([4, 3]);
  expect(await daysOf(actor, { from: "2026-11-03", to: "2026-11-03" })).toEqual([3]);
  expect(await daysOf(actor, { from: "2026-12-01", to: "2999-12-31" })).toEqual([]);
  expect(await daysOf(actor, { from: "1000-01-01", to: "9999-12-31" })).toHaveLength(6);
});

test("person, kind and days together leave what fits all of them", async () => {
  const cast = await buildCast();
  const actor = await november(cast);
  const person = cast.user.id;
  expect(await daysOf(actor, { person, kind: "sign-ins" })).toEqual([6]);
  expect(await daysOf(actor, { person, kind: "contacts" })).toEqual([5]);
  expect(await daysOf(actor, { person, kind: "users" })).toEqual([]);
  expect(await daysOf(actor, { kind: "sign-ins", to: "2026-11-05" })).toEqual([2]);
  expect(await daysOf(actor, { person, from: "2026-11-05" })).toEqual([6, 5]);
  expect(await daysOf(actor, { person, kind: "status", from: "2026-11-06" })).toEqual([]);
  const all = { person, kind: "status", from: "2026-11-05", to: "2026-11-05" } as const;
  expect(await daysOf(actor, all)).toEqual([5]);
});

test.each([
  // [zone, day, its first instant, the first one of the next day]
  ["America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"],
  ["America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"],
  ["Europe/London", "2026-10-25", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"],
  ["Asia/Kolkata", "2026-11-12", "2026-11-11T18:30:00Z", "2026-11-12T18:30:00Z"],
  // Midnight itself is left out there, or comes twice.
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z"],
  ["America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"],
  ["Atlantic/Azores", "2026-10-25", "2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z"],
  ["Pacific/Kiritimati", "2026-11-12", "2026-11-11T10:00:00Z", "2026-11-12T10:00:00Z"],
])("in %s the day %s has its own borders", async (zone, day, first, next) => {
  const cast = await buildCast();
  await sql`update accounts set time_zone = ${zone} where id = ${cast.accountId}`;
  const instants = [first, next].flatMap((border) => [
    new Date(Date.parse(border) - 1).toISOString(),
    new Date(border).toISOString(),
  ]);
  await write(
    cast.accountId,
    ...instants.map((at): Line => [at, "user.signed_out", cast.user, cast.user]),
  );
  const filter = auditFilterSchema.parse({ from: day, to: day });
  const { page } = await getAuditPage(await member(cast.admin), filter);
  expect(page.rows.map(({ at }) => at.toISOString())).toEqual([instants[2], instants[1]]);
});

test.each([
  ["no filter", () => ({})],
  ["a person", ({ user }: Cast) => ({ person: user.id })],
  ["a kind of two", () => ({ kind: "sign-ins" })],
  ["a person and a kind", ({ user }: Cast) => ({ person: user.id, kind: "sign-ins" })],
  ["days", () => ({ from: "2026-11-12", to: "2026-11-12" })],
  ["all of them", ({ user }: Cast) => ({ person: user.id, kind: "sign-ins", to: "2026-11-12" })],
])("pages under %s miss nothing and repeat nothing, both ways", async (_what, filterOf) => {
  const cast = await buildCast();
  // Many at the same moment, and some by, some about, most by and about one person.
  await sql`
    insert into audit_events
      (account_id, at, kind, actor_kind, actor_id, actor_name, user_id, user_name)
    select ${cast.accountId}, timestamptz '2026-11-12 10:00:00.123456Z' + make_interval(secs => n / 40),
      case when n % 2 = 0 then 'user.signed_in' else 'user.signed_out' end, 'member',
      case when n % 5 = 0 then ${cast.admin.id}::uuid else ${cast.user.id}::uuid end, 'x',
      case when n % 7 = 0 then ${cast.admin.id}::uuid else ${cast.user.id}::uuid end, 'x'
    from generate_series(1, 170) n`;
  const actor = await member(cast.admin);
  const filter = auditFilterSchema.parse(filterOf(cast));
  const pageAt = async (cursor?: string) => (await getAuditPage(actor, { ...filter, cursor })).page;
  let last = await pageAt();
  const forwards = last.rows.map(({ id }) => id);
  while (last.next) {
    last = await pageAt(last.next);
    forwards.push(...last.rows.map(({ id }) => id));
  }
  // Every 35th is by and about the admin alone.
  const expected = filter.person ? 166 : 170;
  expect([forwards.length, new Set(forwards).size]).toEqual([expected, expected]);
  const backwards = last.rows.map(({ id }) => id);
  while (last.previous) {
    last = await pageAt(last.previous);
    backwards.unshift(...last.rows.map(({ id }) => id));
  }
  expect(backwards).toEqual(forwards);
});

test("a name or an address that fits one person means that person, inactive or not", async () => {
  const cast = await buildCast();
  const actor = await november(cast);
  for (const who of ["uma", "ULLMAN Uma", cast.user.email]) {
    const found = await getAuditPage(actor, auditFilterSchema.parse({ who }));
    expect([who, found.person?.id, found.matches]).toEqual([who, cast.user.id, null]);
    expect(found.page.rows).toHaveLength(3);
  }
  const { person } = await getAuditPage(actor, auditFilterSchema.parse({ who: "ibarra" }));
  expect(person).toMatchObject({ id: cast.inactive.id, status: "inactive" });
});

test("a name that fits several or nobody shows whom, and no event before it is clear", async () => {
  const cast = await buildCast({ seatsTotal: 100 });
  const actor = await november(cast);
  await addUsers(cast.accountId, "Uma Aalto", "Uma Zorn");
  const several = await getAuditPage(actor, auditFilterSchema.parse({ who: "uma" }));
  expect(several.matches?.people.map(({ name }) => name)).toEqual([
    "Uma Aalto",
    "Uma Ullman",
    "Uma Zorn",
  ]);
  expect([several.person, several.page.rows]).toEqual([null, []]);
  const nobody = await getAuditPage(actor, auditFilterSchema.parse({ who: "100%" }));
  expect(nobody.matches).toEqual({ people: [], hasMore: false });
  const chosen = auditFilterSchema.parse({ who: "Uma Ullman", person: cast.user.id });
  await addUsers(cast.accountId, "Uma Ullman");
  const again = await getAuditPage(actor, chosen);
  expect([again.person?.id, again.matches]).toEqual([cast.user.id, null]);
  const emptied = await getAuditPage(actor, { ...chosen, who: "" });
  expect([emptied.person, emptied.page.rows.length]).toEqual([null, 6]);
});

test("up to a hundred people are a list to choose from; more are found by name, some at a time", async () => {
  const cast = await buildCast({ seatsTotal: 200 });
  const actor = await member(cast.admin);
  const few = await getAuditPage(actor, auditFilterSchema.parse({}));
  expect(few.people?.map(({ name, status }) => [name, status])).toContainEqual([
    "Ines Ibarra",
    "inactive",
  ]);
  await sql`
    insert into users (account_id, first_name, last_name, email)
    select ${cast.accountId}, 'Same', 'Name', 'same' || n || '@many.example'
    from generate_series(1, 95) n`;
  const many = await getAuditPage(actor, auditFilterSchema.parse({ who: "same name" }));
  expect(many.people).toBeNull();
  expect(many.matches).toMatchObject({ hasMore: true });
  expect(many.matches?.people).toHaveLength(20);
});

test("nobody of another account is found, and nothing of it is shown", async () => {
  const cast = await buildCast();
  await november(cast);
  const outsider = await member(cast.outsider);
  expect(await daysOf(outsider, {})).toEqual([]);
  for (const person of [cast.user.id, randomUUID()]) {
    const page = await getAuditPage(outsider, auditFilterSchema.parse({ person }));
    expect([page.person, page.page.rows]).toEqual([null, []]);
  }
  const { matches } = await getAuditPage(outsider, auditFilterSchema.parse({ who: "uma" }));
  expect(matches?.people).toEqual([]);
});
