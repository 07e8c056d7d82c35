import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterEach, describe, expect, test } from "vitest";
import { attempt, owner } from "#tests/support/attempt";
import { carryOut, readyCase } from "#tests/support/case-steps";
import { buildCast, type Cast, type Person } from "#tests/support/cast";
import { expectEveryRule, interleave, isolations, type Racer, race } from "#tests/support/race";
import { agent, lookInto } from "#tests/support/support-cast";
import { returnBook, transferBook } from "#tests/support/transfer-book";

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
    const lift = async (about: Person): Promise<Racer> => {
      const request = await readyCase(about, cast.admin2);
      const who = await lookInto(await agent("technical"), cast);
      return { who: "agent", lookId: who.lookId, step: (sql) => carryOut(sql, who, request) };
    };
    for (let round = 0; round < ROUNDS; round++) {
      await owner`
        update users set is_owner = true
        where account_id = ${accountId} and id in (${cast.owner.id}, ${cast.admin.id})`;
      const pair: [Racer, Racer] = [await lift(cast.owner), await lift(cast.admin)];
      const done = await race(isolation, accountId, pair);
      expect(done.map(({ outcome }) => outcome)).toEqual([
        "done",
        expect.stringMatching(/owner_requests_have_no_obstacle|40001/),
      ]);
      await owner`
        update owner_requests set ended_at = now(), outcome = 'withdrawn'
        where account_id = ${accountId} and ended_at is null`;
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
  const { accountId, user, successor } = cast;
  const again = () =>
    attempt("app", accountId, async (tx) => {
      await tx`update users set status = 'active' where id = ${successor.id}`;
      await tx`
        update books set assignee_id = ${user.id} where assignee_id = ${successor.id} and not is_main`;
      await tx`update contacts set book_id = ${await mainBook(user)}`;
    });
  return { accountId, happen: await happens(cast), change: inactivate(successor), again };
}

/** The book of an inactive user, which the successor has, goes back. */
async function whileBookReturns(): Promise<Happening> {
  const { accountId, user, successor } = await buildCast({ contacts: 1 });
  const happen = await addContact(user);
  const book = await mainBook(user);
  const change: Racer = { step: (sql) => returnBook(sql, book, user) };
  const again = () => attempt("app", accountId, (tx) => transferBook(tx, book, successor));
  await again();
  await attempt("app", accountId, inactivate(user).step);
  return { accountId, happen, change, again };
}

/** The book of an inactive user goes to the successor, while a part of it is carved out. */
async function whileBookIsHandedOn(): Promise<Happening> {
  const { accountId, user, successor } = await buildCast({ contacts: 1 });
  const book = await mainBook(user);
  const change: Racer = { step: (sql) => transferBook(sql, book, successor) };
  await attempt("app", accountId, inactivate(user).step);
  const [carved] = await owner<{ id: string }[]>`
    insert into books (account_id, assignee_id, carved_from_id)
    values (${accountId}, ${user.id}, ${book}) returning id`;
  const move = (sql: Sql | TransactionSql, to: string) => sql`update contacts set book_id = ${to}`;
  const again = () =>
    attempt("app", accountId, async (tx) => {
      await returnBook(tx, book, user);
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
