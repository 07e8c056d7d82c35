import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, type Person } from "#tests/support/cast";
import { returnBook, transferBook } from "#tests/support/transfer-book";

test("whoever is added has one main book, which is empty", async () => {
  const cast = await buildCast();
  const [bea] = await addUsers(cast.accountId, "Bea Boll", "Cem Can");
  expect(await listBooks(bea)).toEqual([{ id: expect.any(String), is_main: true, contacts: 0 }]);
  expect(await listBooks(cast.inactive)).toHaveLength(1);
});

test("a main book handed over is an ordinary one, and the giver has a new empty one", async () => {
  const cast = await buildCast({ contacts: 3 });
  const [main] = await listBooks(cast.user);
  await handOver(cast, cast.user, cast.successor);
  expect(await listBooks(cast.user)).toEqual([
    { id: expect.not.stringMatching(main?.id ?? ""), is_main: true, contacts: 0 },
  ]);
  expect(await listBooks(cast.successor)).toEqual([
    { id: expect.any(String), is_main: true, contacts: 0 },
    { id: main?.id, is_main: false, contacts: 3 },
  ]);
  expect(await listMoves(cast)).toEqual([
    { book_id: main?.id, from_user_id: cast.user.id, to_user_id: cast.successor.id },
  ]);
});

test("two who exchange their books in one statement keep a main book each", async () => {
  const cast = await buildCast({ contacts: 2 });
  await attempt(
    "app",
    cast.accountId,
    (tx) =>
      tx`
      update books
      set assignee_id = case assignee_id when ${cast.user.id} then ${cast.successor.id}::uuid
        else ${cast.user.id}::uuid end
      where assignee_id in (${cast.user.id}, ${cast.successor.id})`,
  );
  for (const person of [cast.user, cast.successor]) {
    expect((await listBooks(person)).map(({ is_main }) => is_main)).toEqual([true, false]);
  }
});

test("the application makes no book main and no main book ordinary", async () => {
  const cast = await buildCast();
  const { accountId, user, successor } = cast;
  await expectRefused(
    "app",
    accountId,
    /permission denied/,
    (tx) => tx`update books set is_main = not is_main`,
  );
  for (const isMain of [true, false]) {
    await expectRefused("owner", accountId, "books_stay_main_until_handed_over", async (tx) => {
      await insertBook(tx, user);
      await tx`
        update books set is_main = ${isMain}
        where assignee_id = ${user.id} and is_main = ${!isMain}`;
    });
  }
  await expectRefused("app", accountId, "books_one_main_per_user", (tx) =>
    insertBook(tx, user, { is_main: true }),
  );
  // Nor in the moment in which the giver has none.
  await expectRefused(
    "app",
    accountId,
    "books_one_main_per_user",
    (tx) =>
      tx`
      with given as (update books set assignee_id = ${successor.id} where assignee_id = ${user.id})
      insert into books (account_id, assignee_id, is_main)
      values (${accountId}, ${user.id}, true)`,
  );
  await expectRefused(
    "app",
    accountId,
    "books_one_main_per_user",
    (tx) =>
      tx`
      with added as (
        insert into users (account_id, first_name, last_name, email)
        values (${accountId}, 'Nele', 'Newcomer', 'nele@newcomer.example') returning id)
      insert into books (account_id, assignee_id, is_main)
      select ${accountId}, id, true from added`,
  );
});

test("no book goes to an inactive user, a stranger or another account", async () => {
  const cast = await buildCast();
  for (const id of [cast.inactive.id, randomUUID(), cast.outsider.id]) {
    await expectRefused(
      "app",
      cast.accountId,
      "books_assignee_is_active",
      (tx) => tx`update books set assignee_id = ${id} where assignee_id = ${cast.user.id}`,
    );
    await expectRefused("app", cast.accountId, "books_assignee_is_active", (tx) =>
      insertBook(tx, { ...cast.user, id }),
    );
  }
  await expectRefused(
    "owner",
    cast.accountId,
    "books_assignee_is_active",
    (tx) =>
      tx`update books set assignee_id = ${cast.outsider.id} where assignee_id = ${cast.user.id}`,
  );
});

test("somebody made inactive in the same transaction receives nothing more", async () => {
  const cast = await buildCast();
  await expectRefused("app", cast.accountId, "books_assignee_is_active", async (tx) => {
    await tx`update users set status = 'inactive' where id = ${cast.successor.id}`;
    await tx`update books set assignee_id = ${cast.successor.id} where assignee_id = ${cast.user.id}`;
  });
});

test("a carved book begins with the assignee it was carved from, inactive ones too", async () => {
  const cast = await buildCast();
  for (const person of [cast.user, cast.inactive]) {
    const [main] = await listBooks(person);
    await attempt("app", cast.accountId, (tx) =>
      insertBook(tx, person, { carved_from_id: main?.id }),
    );
    expect(await listBooks(person)).toHaveLength(2);
    for (const other of [cast.successor, cast.inactive, cast.outsider]) {
      if (other === person) continue;
      const by = "books_carved_for_the_same_assignee";
      await expectRefused("app", cast.accountId, by, (tx) =>
        insertBook(tx, { ...other, accountId: cast.accountId }, { carved_from_id: main?.id }),
      );
    }
  }
});

test("no book is carved from another account's", async () => {
  const cast = await buildCast();
  const [theirs] = await listBooks(cast.outsider);
  await expectRefused("app", cast.accountId, "books_carved_for_the_same_assignee", (tx) =>
    insertBook(tx, cast.user, { carved_from_id: theirs?.id }),
  );
});

test("undo returns a book to the inactive user it came from, as an ordinary book", async () => {
  const cast = await buildCast({ contacts: 3 });
  const bookId = await handOverAndLeave(cast);
  await attempt("app", cast.accountId, (tx) => returnBook(tx, bookId, cast.user));
  expect(await listBooks(cast.user)).toEqual([
    { id: expect.any(String), is_main: true, contacts: 0 },
    { id: bookId, is_main: false, contacts: 3 },
  ]);
});

test("a book handed on since then returns to no inactive user any more", async () => {
  const cast = await buildCast({ contacts: 3 });
  const bookId = await handOverAndLeave(cast);
  const returns = (tx: TransactionSql) => returnBook(tx, bookId, cast.user);
  await attempt("app", cast.accountId, (tx) => transferBook(tx, bookId, cast.admin));
  await expectRefused("app", cast.accountId, "books_assignee_is_active", returns);
  await attempt("app", cast.accountId, (tx) => transferBook(tx, bookId, cast.successor));
  await expectRefused("app", cast.accountId, "books_assignee_is_active", returns);
});

test("without a transfer that undoes the latest one no book returns to an inactive user", async () => {
  const cast = await buildCast({ contacts: 3 });
  const bookId = await handOverAndLeave(cast);
  const [book] = await owner`select transfer_id from books where id = ${bookId}`;
  const [other] = await owner`
    insert into transfers (account_id, kind, contacts) values (${cast.accountId}, 'inactivation', 0)
    returning id`;
  for (const transferId of [null, book?.transfer_id, other?.id]) {
    await expectRefused(
      "app",
      cast.accountId,
      "books_assignee_is_active",
      (tx) => tx`
        update books set assignee_id = ${cast.user.id}, transfer_id = ${transferId}
        where id = ${bookId}`,
    );
  }
  await attempt("app", cast.accountId, (tx) => returnBook(tx, bookId, cast.user));
  await attempt("app", cast.accountId, (tx) => transferBook(tx, bookId, cast.successor));
  await expectRefused("app", cast.accountId, "books_assignee_is_active", async (tx) => {
    const [undo] = await owner`
      select id from transfers where account_id = ${cast.accountId} and kind = 'undo'`;
    await tx`
      update books set assignee_id = ${cast.user.id}, transfer_id = ${undo?.id} where id = ${bookId}`;
  });
});

test("a book changes hands once in a statement, whatever functions it calls", async () => {
  const cast = await buildCast({ contacts: 3 });
  const bookId = await handOverAndLeave(cast);
  await expectRefused("app", cast.accountId, "books_change_hands_once_a_statement", async (tx) => {
    await handOnIn(tx, bookId, cast.admin);
    await tx`
      update books set assignee_id = ${cast.owner.id} where id = ${bookId}
      returning pg_temp.hand_on()`;
  });
});

test("no book but the returned one goes to an inactive user with it", async () => {
  const cast = await buildCast({ contacts: 3 });
  await handOverAndLeave(cast);
  await expectRefused(
    "app",
    cast.accountId,
    "books_assignee_is_active",
    (tx) =>
      tx`update books set assignee_id = ${cast.user.id} where assignee_id = ${cast.successor.id}`,
  );
});

test("the application writes no book's past", async () => {
  const cast = await buildCast();
  const [main] = await listBooks(cast.successor);
  const move = {
    account_id: cast.accountId,
    book_id: main?.id ?? "",
    from_user_id: cast.inactive.id,
    to_user_id: cast.successor.id,
  };
  await expectRefused(
    "app",
    cast.accountId,
    /permission denied/,
    (tx) => tx`insert into book_moves ${tx(move)}`,
  );
});

test("everybody everywhere has one main book", async () => {
  const wrong = await owner`
    select u.id from users u left join books b
      on b.account_id = u.account_id and b.assignee_id = u.id and b.is_main
    group by u.account_id, u.id having count(b.id) <> 1`;
  expect(wrong).toEqual([]);
});

function insertBook(tx: TransactionSql, { accountId, id }: Person, more: object = {}) {
  return tx`insert into books ${tx({ account_id: accountId, assignee_id: id, ...more })}`;
}

async function listBooks(person: Person | undefined) {
  return owner<{ id: string; is_main: boolean; contacts: number }[]>`
    select b.id, b.is_main, count(c.id)::int as contacts
    from books b left join contacts c on c.account_id = b.account_id and c.book_id = b.id
    where b.account_id = ${person?.accountId ?? null} and b.assignee_id = ${person?.id ?? null}
    group by b.id, b.is_main order by b.is_main desc`;
}

async function listMoves({ accountId }: Cast) {
  return owner`
    select book_id, from_user_id, to_user_id from book_moves where account_id = ${accountId}`;
}

async function handOver({ accountId }: Cast, from: Person, to: Person): Promise<void> {
  await attempt(
    "app",
    accountId,
    (tx) => tx`update books set assignee_id = ${to.id} where assignee_id = ${from.id}`,
  );
}

/** The user's main book goes to the successor by a transfer, and the user is made inactive. */
async function handOverAndLeave(cast: Cast): Promise<string> {
  const [main] = await listBooks(cast.user);
  const bookId = main?.id ?? "";
  await attempt("app", cast.accountId, (tx) => transferBook(tx, bookId, cast.successor));
  await attempt(
    "app",
    cast.accountId,
    (tx) => tx`update users set status = 'inactive' where id = ${cast.user.id}`,
  );
  return bookId;
}

/** A function of the application's own that hands the book on when a statement calls it. */
async function handOnIn(tx: TransactionSql, bookId: string, { id }: Person): Promise<void> {
  await tx.unsafe(`
    create function pg_temp.hand_on() returns text language plpgsql as $$ begin
      update books set assignee_id = '${id}' where id = '${bookId}';
      return '';
    end $$`);
}
