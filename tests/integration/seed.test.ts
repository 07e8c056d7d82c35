import { beforeAll, expect, test } from "vitest";
import { alderRealty } from "#db/seed/alder-realty";
import { makeDice } from "#db/seed/dice";
import { makeContacts } from "#db/seed/make-contacts";
import { makeHistory } from "#db/seed/make-history";
import { password, people, seed } from "#db/seed/seed";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import { signIn } from "#lib/sessions/sign-in";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { testDatabase } from "#tests/support/database";

beforeAll(async () => {
  const { ownerUrl } = testDatabase();
  await Promise.all([seed(ownerUrl), seed(ownerUrl)]);
});

test("two accounts, one with two open spots and one with none, and who pays for them", async () => {
  const accounts = await sql`
    select a.name, seats_total as total, seats_used as used, u.email as payer
    from accounts a left join users u on u.account_id = a.id and u.id = card_holder_user_id
    order by a.name`;
  expect(accounts).toEqual([
    { name: "Alder Realty", total: 12, used: 10, payer: null },
    { name: "Birch Supply", total: 2, used: 2, payer: "owner@birch.example" },
  ]);
  const [payer] = await sql`
    select exists (select from users u where u.account_id = a.id and u.name = card_holder_name)
    from accounts a where a.name = 'Alder Realty'`;
  expect(payer).toEqual({ exists: false });
});

test("the people are those of the list, with their contacts", async () => {
  const users = await sql<{ line: string }[]>`
    select concat_ws(' ', email, role, case when is_owner then 'owner' end, status) as line
    from users order by email`;
  expect(users.map(({ line }) => line)).toEqual([
    "admin2@alder.example admin active",
    "admin@alder.example admin active",
    "former@alder.example user inactive",
    "owner@alder.example admin owner active",
    "owner@birch.example admin owner active",
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `user${n}@alder.example user active`),
    "user@birch.example user active",
  ]);
  const [counts] = await sql`
    select count(*) filter (where a.name = 'Alder Realty')::int as alder,
      count(*) filter (where a.name = 'Birch Supply')::int as birch,
      count(*) filter (where u.email = 'user1@alder.example')::int as user1,
      count(*) filter (where u.email = 'former@alder.example')::int as former
    from contacts c
    join accounts a on a.id = c.account_id
    join books b on b.account_id = a.id and b.id = c.book_id
    join users u on u.account_id = a.id and u.id = b.assignee_id`;
  expect(counts).toEqual({ alder: 1500, birch: 40, user1: 142, former: 37 });
});

test("histories have several authors and lie in the past, where their authors were there", async () => {
  const [history] = await sql`
    select count(distinct author_id)::int as authors,
      bool_or(h.at > now() or h.at < c.created_at or h.at < u.created_at) as impossible,
      bool_or(h.at > u.inactivated_at) as "afterLeaving",
      count(*) filter (where u.email = 'former@alder.example') > 0 as "byFormer",
      max(now() - h.at) > interval '17 months' as "goesBack"
    from history_entries h
    join contacts c on c.account_id = h.account_id and c.id = h.contact_id
    join users u on u.account_id = h.account_id and u.id = h.author_id`;
  expect(history).toEqual({
    authors: 13,
    impossible: false,
    afterLeaving: false,
    byFormer: true,
    goesBack: true,
  });
  const [together] = await sql`
    select count(*)::int as contacts from (
      select from history_entries group by contact_id having count(distinct author_id) > 1) as c`;
  expect(together?.contacts).toBeGreaterThan(300);
});

test("the former user was made inactive months ago, and the log says what stayed", async () => {
  const [row] = await sql`
    select e.data, e.actor_name as by, u.inactivation_reason as reason,
      e.at = u.inactivated_at as "sameTime", u.inactivated_at < now() - interval '3 months' as old,
      (select count(*)::int from history_entries where author_id = u.id) as entries
    from audit_events e join users u on u.account_id = e.account_id and u.id = e.user_id
    where e.kind = 'user.inactivated'`;
  expect(row).toMatchObject({ sameTime: true, old: true, by: "Tomás Rivera" });
  expect(row?.data).toMatchObject({
    contacts: 37,
    contactsPlan: "leave",
    historyEntries: row?.entries,
    reason: row?.reason,
    seatsTotal: 12,
    seatsUsed: 10,
  });
});

test("every event of the log reads as a sentence, and the ledger adds up", async () => {
  const events = await sql<AuditEvent[]>`
    select id, at, kind, actor_id as "actorId", actor_name as "actorName", user_id as "userId",
      user_name as "userName", data
    from audit_events`;
  expect(events.length).toBeGreaterThan(30);
  for (const event of events) {
    expect(eventSentence(event), event.kind).toMatch(/^\u2068?\p{L}.*\.$/u);
    expect(eventSentence(event), event.kind).not.toMatch(/undefined|null|NaN/);
  }
  const ledger = await sql`
    select s.from_total as from, s.to_total as to from seat_changes s
    join accounts a on a.id = s.account_id where a.name = 'Alder Realty' order by s.at`;
  expect(ledger).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 12 },
  ]);
});

test("user1 has three open sign-ins, which end if need be, and the former user none", async () => {
  const open = await sql`
    select u.email, array_agg(s.device order by s.device) as devices
    from sessions s join users u on u.account_id = s.account_id and u.id = s.user_id
    where s.ended_at is null and s.expires_at > now() + interval '7 days'
      and u.email in ('user1@alder.example', 'former@alder.example')
    group by u.email`;
  expect(open).toEqual([
    {
      email: "user1@alder.example",
      devices: ["Chrome on Windows", "Firefox on Linux", "Safari on iOS"],
    },
  ]);
  const [late] = await sql`
    select count(*)::int from users u where last_sign_in_at is null or last_sign_in_at > now() - interval '1 day'`;
  expect(late).toEqual({ count: 0 });
});

test("what is made is the same every time, and is what lies in the database", async () => {
  const [one, two] = [make(), make()];
  expect(one).toEqual(two);
  const names = await sql<{ line: string }[]>`
    select concat_ws('|', c.first_name, c.last_name, c.company, c.email, c.phone, c.street) as line
    from contacts c join accounts a on a.id = c.account_id where a.name = 'Alder Realty'`;
  const made = one.contacts.map(({ details }) =>
    [
      ...[details.first_name, details.last_name, details.company],
      ...[details.email, details.phone, details.street],
    ].join("|"),
  );
  expect(names.map(({ line }) => line).sort()).toEqual(made.sort());
  const texts = await sql<{ body: string }[]>`
    select h.body from history_entries h join accounts a on a.id = h.account_id
    where a.name = 'Alder Realty'`;
  expect(texts.map(({ body }) => body).sort()).toEqual(one.history.map(({ body }) => body).sort());
});

test("a second seed adds nothing", async () => {
  const before = await fingerprint();
  await seed(testDatabase().ownerUrl);
  expect(await fingerprint()).toEqual(before);
});

test("everyone on the list can sign in with the one password, and the former user is told why not", async () => {
  const visitor = { device: "Firefox on Linux", address: "192.0.2.1" };
  expect(people).toHaveLength(12);
  for (const { email } of people) {
    expect(await signIn({ email, password }, visitor), email).toHaveProperty("session");
  }
  const former = { email: "former@alder.example", password };
  await expect(signIn(former, visitor)).rejects.toMatchObject({ code: "user_inactive" });
});

function make() {
  const dice = makeDice(alderRealty.seed);
  const contacts = makeContacts(alderRealty, dice);
  return { contacts, history: makeHistory(alderRealty, contacts, dice) };
}
