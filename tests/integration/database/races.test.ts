import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { Refusal } from "#lib/refusal";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUserSchema } from "#lib/users/schema";
import { attempt, owner } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member, type Person } from "#tests/support/cast";
import {
  interleave,
  isolations,
  type Racer,
  race,
  startTogether,
  useIsolation,
} from "#tests/support/race";

const ROUNDS = 50;
const COLLISION = "40001";

/**
 * What may happen before a change and never after it, whatever each of the two transactions saw
 * when it began. `again` makes it ready for the next round.
 */
type Happening = { accountId: string; happen: Racer; change: Racer; again: () => Promise<unknown> };

const userLeaves = "its user is made inactive";
const happenings = [
  {
    happens: "a session is started",
    change: userLeaves,
    by: "sessions_user_is_active",
    prepare: () => whileUserLeaves(startSession),
  },
  {
    happens: "a password link is made",
    change: userLeaves,
    by: "password_links_user_is_active",
    prepare: () => whileUserLeaves(makeLink),
  },
  {
    happens: "a contact is added",
    change: userLeaves,
    by: "contacts_assignee_is_active",
    prepare: () => whileUserLeaves(({ successor }) => addContact(successor)),
  },
  {
    happens: "a contact is moved there",
    change: userLeaves,
    by: "contacts_assignee_is_active",
    prepare: () => whileUserLeaves(moveContacts),
  },
  {
    happens: "a book is handed there",
    change: userLeaves,
    by: "books_assignee_is_active",
    prepare: () => whileUserLeaves(({ user, successor }) => handMainBook(user, successor)),
  },
  {
    happens: "a contact is added",
    change: "its book returns to an inactive user",
    by: "contacts_assignee_is_active",
    prepare: whileBookReturns,
  },
  {
    happens: "a contact is carved out",
    change: "its book leaves an inactive user",
    by: "contacts_assignee_is_active",
    prepare: whileBookIsHandedOn,
  },
];

describe.each(isolations)("at %s", (isolation) => {
  beforeAll(() => useIsolation(isolation));
  afterEach(expectEveryRule);

  test("of two who race for the last user spot one wins", async () => {
    const cast = await buildCast({ seatsTotal: 6 });
    const racers = [add(cast), reactivate(cast.inactive), add(cast)];
    for (let round = 0; round < ROUNDS; round++) {
      const pair = [racers[round % 3], racers[(round + 1) % 3]] as [Racer, Racer];
      const outcomes = (await race(isolation, cast.accountId, pair)).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(["done", expect.stringMatching(/accounts_seats_fit|40001/)]);
      await owner`
        update users set status = 'inactive'
        where account_id = ${cast.accountId} and role = 'user'
          and id not in (${cast.user.id}, ${cast.successor.id})`;
    }
  });

  test("of two supporters who each lift one of the last two Owners' status one is refused", async () => {
    const cast = await buildCast();
    const { accountId } = cast;
    const lift = ({ id }: Person): Racer => ({
      who: "agent",
      step: (sql) => sql`update users set is_owner = false where id = ${id}`,
    });
    for (let round = 0; round < ROUNDS; round++) {
      await owner`
        update users set is_owner = true
        where account_id = ${accountId} and id in (${cast.owner.id}, ${cast.admin.id})`;
      const done = await race(isolation, accountId, [lift(cast.owner), lift(cast.admin)]);
      expect(done.map(({ outcome }) => outcome)).toEqual([
        "done",
        expect.stringMatching(/accounts_have_an_active_owner|40001/),
      ]);
    }
  });

  test.each(happenings)("$happens before or never, when $change", async ({ by, prepare }) => {
    const { accountId, happen, change, again } = await prepare();
    const refused = expect.stringMatching(new RegExp(`^(${by}|${COLLISION})$`));
    const doneOrCollided = expect.stringMatching(new RegExp(`^(done|${COLLISION})$`));
    for (let round = 0; round < ROUNDS; round++) {
      const pair: [Racer, Racer] = round % 2 ? [happen, change] : [change, happen];
      const [first, second] = await race(isolation, accountId, pair);
      expect(first?.outcome).toBe("done");
      expect(second?.outcome).toEqual(first?.racer === change ? refused : doneOrCollided);
      await again();
    }
    expect(await interleave(isolation, accountId, [change, happen])).toEqual({
      outcomes: ["done", refused],
      waited: true,
    });
    await again();
    expect(await interleave(isolation, accountId, [happen, change])).toEqual({
      outcomes: ["done", doneOrCollided],
      waited: true,
    });
  });

  test("of two admins who make each other inactive one wins, and the other is signed out", async () => {
    const cast = await buildCast();
    for (let round = 0; round < ROUNDS; round++) {
      const [adam, beatriz] = [await member(cast.admin), await member(cast.admin2)];
      const [one, other] = await startTogether(cast.accountId, [
        () => makeInactive(adam, cast.admin2),
        () => makeInactive(beatriz, cast.admin),
      ]);
      expect([one?.status, other?.status].sort()).toEqual(["fulfilled", "rejected"]);
      expect(reasonOf(one) ?? reasonOf(other)).toBe("not_signed_in");
      await owner`update users set status = 'active' where id in (${cast.admin.id}, ${cast.admin2.id})`;
    }
  });

  test("contacts go to nobody who is made inactive at the same moment", async () => {
    const cast = await buildCast();
    const [adam, beatriz] = [await member(cast.admin), await member(cast.admin2)];
    for (let round = 0; round < ROUNDS; round++) {
      await addContacts(cast.user, 1);
      const starts = [
        () => makeInactive(adam, cast.user, cast.successor),
        () => makeInactive(beatriz, cast.successor),
      ];
      const results = await startTogether(cast.accountId, round % 2 ? starts : starts.reverse());
      const [handing, leaving] = round % 2 ? results : results.reverse();
      expect(leaving?.status).toBe("fulfilled");
      const [times] = await owner<{ late: boolean }[]>`
        select exists (
          select from book_moves m join users u on u.account_id = m.account_id and u.id = m.to_user_id
          where m.account_id = ${cast.accountId} and m.to_user_id = ${cast.successor.id}
            and m.id > all (select e.id from audit_events e where e.account_id = m.account_id
              and e.kind = 'user.inactivated' and e.user_id = m.to_user_id)) as late`;
      expect(times?.late).toBe(false);
      if (handing?.status === "rejected") expect(reasonOf(handing)).toBe("successor_not_active");
      await owner`
        update users set status = 'active' where id in (${cast.user.id}, ${cast.successor.id})`;
    }
  });

  test("a form sent twice at once is done once, and both see its result", async () => {
    const cast = await buildCast({ contacts: 1 });
    const [adam, uma] = [await member(cast.admin), await member(cast.user)];
    const [contact] = await owner<{ id: string }[]>`
      select id from contacts where account_id = ${cast.accountId}`;
    for (let round = 0; round < ROUNDS; round++) {
      const requestId = randomUUID();
      const twice = () => makeInactive(adam, cast.successor, undefined, requestId);
      const [one, other] = await startTogether(cast.accountId, [twice, twice]);
      expect(one).toMatchObject({ status: "fulfilled", value: { id: expect.any(String) } });
      expect(other).toEqual(one);
      await owner`update users set status = 'active' where id = ${cast.successor.id}`;

      const entry = {
        requestId: randomUUID(),
        contactId: contact?.id ?? "",
        kind: "note" as const,
      };
      const note = () => addHistoryEntry(uma, { ...entry, body: `Round ${round}` });
      const [first, second] = await Promise.all([note(), note()]);
      expect(second).toEqual(first);
    }
    expect(
      await owner`select from history_entries where account_id = ${cast.accountId}`,
    ).toHaveLength(ROUNDS);
  });
});

function add({ accountId }: Cast): Racer {
  const step: Racer["step"] = (sql) => sql`
    insert into users (account_id, first_name, last_name, email)
    values (${accountId}, 'Nele', 'Newcomer', ${`${randomUUID()}@newcomer.example`})`;
  return { step };
}

function reactivate({ id }: Person): Racer {
  return { step: (sql) => sql`update users set status = 'active' where id = ${id}` };
}

function inactivate({ id }: Person): Racer {
  return { step: (sql) => sql`update users set status = 'inactive' where id = ${id}` };
}

/** The successor is made inactive, and is active again and without a book of the user's after it. */
async function whileUserLeaves(
  happens: (cast: Cast) => Racer | Promise<Racer>,
): Promise<Happening> {
  const cast = await buildCast({ contacts: 2 });
  const { accountId, admin, user, successor } = cast;
  const again = () =>
    attempt("app", accountId, async (tx) => {
      await tx`update users set status = 'active' where id = ${successor.id}`;
      // By way of the admin: straight back, the next round could pass for its undo.
      for (const [from, to] of [[successor, admin] as const, [admin, user] as const]) {
        await tx`
          update books set assignee_id = ${to.id} where assignee_id = ${from.id} and not is_main`;
      }
      await tx`update contacts set book_id = ${await mainBook(user)}`;
    });
  return { accountId, happen: await happens(cast), change: inactivate(successor), again };
}

/** The book of an inactive user, which the successor has, goes back. */
async function whileBookReturns(): Promise<Happening> {
  const { accountId, user, successor } = await buildCast({ contacts: 1 });
  const happen = await addContact(user);
  const change = await handMainBook(user, user);
  const { step: handOver } = await handMainBook(user, successor);
  const again = () => attempt("app", accountId, handOver);
  await again();
  await attempt("app", accountId, inactivate(user).step);
  return { accountId, happen, change, again };
}

/** The book of an inactive user goes to the successor, while a part of it is carved out. */
async function whileBookIsHandedOn(): Promise<Happening> {
  const { accountId, user, successor } = await buildCast({ contacts: 1 });
  const book = await mainBook(user);
  const change = await handMainBook(user, successor);
  await attempt("app", accountId, inactivate(user).step);
  const [carved] = await owner<{ id: string }[]>`
    insert into books (account_id, assignee_id, carved_from_id)
    values (${accountId}, ${user.id}, ${book}) returning id`;
  const move = (sql: Sql | TransactionSql, to: string) => sql`update contacts set book_id = ${to}`;
  const again = () =>
    attempt("app", accountId, async (tx) => {
      await tx`update books set assignee_id = ${user.id} where id = ${book}`;
      await move(tx, book);
    });
  return { accountId, happen: { step: (sql) => move(sql, carved?.id ?? "") }, change, again };
}

function startSession({ accountId, successor }: Cast): Racer {
  const step: Racer["step"] = (sql) => sql`
    insert into sessions (account_id, user_id, expires_at)
    values (${accountId}, ${successor.id}, now() + interval '1 day')`;
  return { step };
}

function makeLink({ accountId, successor }: Cast): Racer {
  const step: Racer["step"] = (sql) => sql`
    insert into password_links (account_id, user_id, token_hash, expires_at)
    values (${accountId}, ${successor.id}, ${randomUUID()}, now() + interval '1 day')`;
  return { step };
}

async function addContact(person: Person): Promise<Racer> {
  const book = await mainBook(person);
  const step: Racer["step"] = (sql) => sql`
    insert into contacts (account_id, book_id, last_name)
    values (${person.accountId}, ${book}, 'Newly')`;
  return { step };
}

async function moveContacts({ user, successor }: Cast): Promise<Racer> {
  const [from, to] = [await mainBook(user), await mainBook(successor)];
  return { step: (sql) => sql`update contacts set book_id = ${to} where book_id = ${from}` };
}

/** The book that is this person's main one now, whoever has it then. */
async function handMainBook(person: Person, to: Person): Promise<Racer> {
  const book = await mainBook(person);
  return { step: (sql) => sql`update books set assignee_id = ${to.id} where id = ${book}` };
}

async function mainBook({ accountId, id }: Person): Promise<string> {
  const [book] = await owner<{ id: string }[]>`
    select id from books where account_id = ${accountId} and assignee_id = ${id} and is_main`;
  return book?.id ?? "";
}

function makeInactive(actor: Member, user: Person, to?: Person, requestId: string = randomUUID()) {
  const contacts = to ? "one" : "leave";
  const input = { requestId, userId: user.id, contacts, successorId: to?.id };
  return inactivateUser(actor, inactivateUserSchema.parse(input));
}

function reasonOf(result: PromiseSettledResult<unknown> | undefined): string | null {
  if (result?.status !== "rejected") return null;
  return result.reason instanceof Refusal ? result.reason.code : String(result.reason);
}

/** What no race may have broken anywhere, however it ended. */
async function expectEveryRule(): Promise<void> {
  const broken = await owner`
    select 'access of an inactive user' as rule from users u where u.status = 'inactive' and (
      exists (select from sessions s where s.account_id = u.account_id and s.user_id = u.id
        and s.ended_at is null)
      or exists (select from password_links l where l.account_id = u.account_id
        and l.user_id = u.id and l.ended_at is null and l.used_at is null))
    union all
    select 'spots and owners' from accounts a join users u on u.account_id = a.id group by a.id
    having a.seats_used <> count(*) filter (where u.status = 'active')
      or a.seats_used > a.seats_total or a.active_owners = 0
      or a.active_owners <> count(*) filter (where u.is_owner and u.status = 'active')
    union all
    select 'one main book' from users u
    left join books b on b.account_id = u.account_id and b.assignee_id = u.id and b.is_main
    group by u.account_id, u.id having count(b.id) <> 1`;
  expect(broken).toEqual([]);
}
