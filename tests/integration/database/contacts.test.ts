import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { addContacts, addUsers, buildCast, type Cast, type Person } from "#tests/support/cast";

test("nobody adds a contact under an inactive user", async () => {
  const cast = await buildCast();
  const bookId = await mainBook(cast.inactive);
  await expectRefused("app", cast.accountId, "contacts_assignee_is_active", (tx) =>
    insertContacts(tx, cast, [bookId]),
  );
  await expectRefused("app", cast.accountId, "contacts_assignee_is_active", async (tx) =>
    insertContacts(tx, cast, [await mainBook(cast.user), bookId]),
  );
});

test("nobody adds a contact under somebody made inactive in the same transaction", async () => {
  const cast = await buildCast();
  const bookId = await mainBook(cast.user);
  await expectRefused("app", cast.accountId, "contacts_assignee_is_active", async (tx) => {
    await tx`update users set status = 'inactive' where id = ${cast.user.id}`;
    await insertContacts(tx, cast, [bookId]);
  });
  await expectRefused(
    "app",
    cast.accountId,
    "contacts_assignee_is_active",
    (tx) =>
      tx`
      with gone as (update users set status = 'inactive' where id = ${cast.user.id})
      insert into contacts (account_id, book_id, last_name)
      values (${cast.accountId}, ${bookId}, 'Late')`,
  );
});

test("no function that a statement calls brings a contact under an inactive user", async () => {
  const cast = await buildCast({ contacts: 2 });
  const [from, main] = [await mainBook(cast.user), await mainBook(cast.inactive)];
  const [spare] = await owner<{ id: string }[]>`
    insert into books (account_id, assignee_id, carved_from_id)
    values (${cast.accountId}, ${cast.inactive.id}, ${main}) returning id`;
  const by = "contacts_assignee_is_active";
  // Carves on within the inactive user's books, then gives away the book that the statement names.
  const smuggle = (tx: TransactionSql) =>
    tx.unsafe(`
      create function pg_temp.smuggle(contact uuid) returns text language plpgsql as $$ begin
        update contacts set book_id = '${main}' where id = contact;
        update books set assignee_id = '${cast.user.id}' where id = '${spare?.id}';
        return '';
      end $$`);
  await expectRefused("app", cast.accountId, by, async (tx) => {
    await smuggle(tx);
    await tx`
      update contacts set book_id = ${spare?.id ?? null} where book_id = ${from}
      returning pg_temp.smuggle(id)`;
  });
  await expectRefused("app", cast.accountId, by, async (tx) => {
    await smuggle(tx);
    await tx`
      insert into contacts (account_id, book_id, last_name)
      values (${cast.accountId}, ${spare?.id ?? null}, 'Smuggled') returning pg_temp.smuggle(id)`;
  });
});

test("no contact moves to an inactive user, one or many, by no kind of statement", async () => {
  const cast = await buildCast({ contacts: 5 });
  const { accountId } = cast;
  const bookId = await mainBook(cast.inactive);
  const by = "contacts_assignee_is_active";
  await expectRefused("app", accountId, by, (tx) => tx`update contacts set book_id = ${bookId}`);
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) =>
      tx`
      update contacts set book_id = ${bookId}
      where id = (select id from contacts order by id limit 1)`,
  );
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) =>
      tx`
      insert into contacts (account_id, id, book_id, last_name)
      select account_id, id, ${bookId}, last_name from contacts
      on conflict (account_id, id) do update set book_id = excluded.book_id`,
  );
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) =>
      tx`
      merge into contacts c using (select id from contacts limit 1) v on c.id = v.id
      when matched then update set book_id = ${bookId}`,
  );
});

test("no contact goes to another account's book", async () => {
  const cast = await buildCast({ contacts: 2 });
  const bookId = await mainBook(cast.outsider);
  for (const who of ["app", "owner"] as const) {
    await expectRefused(who, cast.accountId, "contacts_book_same_account", (tx) =>
      insertContacts(tx, cast, [bookId]),
    );
    await expectRefused(
      who,
      cast.accountId,
      "contacts_book_same_account",
      (tx) => tx`update contacts set book_id = ${bookId} where account_id = ${cast.accountId}`,
    );
  }
});

test("contacts of an inactive user stay where they are, can be edited and carved", async () => {
  const cast = await buildCast({ contacts: 4 });
  const mainId = await mainBook(cast.user);
  await attempt("app", cast.accountId, async (tx) => {
    await tx`update users set status = 'inactive' where id = ${cast.user.id}`;
    await tx`update contacts set phone = '030 123'`;
    const [carved] = await tx<{ id: string }[]>`
      insert into books (account_id, assignee_id, carved_from_id)
      values (${cast.accountId}, ${cast.user.id}, ${mainId}) returning id`;
    await tx`
      update contacts set book_id = ${carved?.id ?? ""}
      where id in (select id from contacts order by id limit 2)`;
  });
  expect(await countContacts(cast.user)).toBe(4);
});

test("a carved book of an inactive user takes nobody else's contacts along with its own", async () => {
  const cast = await buildCast({ contacts: 2 });
  const { accountId, user } = cast;
  // The sources come in the order of their ids, and one of them has a younger main book than the user.
  const [newcomer = user] = await addUsers(accountId, "Nele Newcomer");
  for (const other of [cast.successor, newcomer]) await addContacts(other, 2);
  const mainId = await mainBook(user);
  await attempt(
    "app",
    accountId,
    (tx) => tx`update users set status = 'inactive' where id = ${user.id}`,
  );
  for (const other of [cast.successor, newcomer]) {
    await expectRefused("app", accountId, "contacts_assignee_is_active", async (tx) => {
      const [carved] = await tx<{ id: string }[]>`
        insert into books (account_id, assignee_id, carved_from_id)
        values (${accountId}, ${user.id}, ${mainId}) returning id`;
      await tx`
        update contacts set book_id = ${carved?.id ?? ""}
        where book_id in (${mainId}, ${await mainBook(other)})`;
    });
  }
});

test("contacts of an inactive user go to an active one", async () => {
  const cast = await buildCast({ contacts: 3 });
  const to = await mainBook(cast.successor);
  await attempt("app", cast.accountId, async (tx) => {
    await tx`update users set status = 'inactive' where id = ${cast.user.id}`;
    await tx`update contacts set book_id = ${to}`;
  });
  expect(await countContacts(cast.successor)).toBe(3);
});

test("contacts from two people's books move as one statement, or none does", async () => {
  const cast = await buildCast({ contacts: 2 });
  await addContacts(cast.successor, 2);
  const [mine, theirs] = [await mainBook(cast.user), await mainBook(cast.inactive)];
  await expectRefused(
    "app",
    cast.accountId,
    "contacts_assignee_is_active",
    (tx) =>
      tx`
      update contacts set book_id = case book_id when ${mine} then ${theirs}::uuid
        else ${mine}::uuid end`,
  );
});

function insertContacts(tx: TransactionSql, { accountId }: Cast, bookIds: string[]) {
  return tx`
    insert into contacts ${tx(
      bookIds.map((bookId) => ({ account_id: accountId, book_id: bookId, last_name: "Newly" })),
    )}`;
}

async function mainBook({ accountId, id }: Person): Promise<string> {
  const [book] = await owner<{ id: string }[]>`
    select id from books where account_id = ${accountId} and assignee_id = ${id} and is_main`;
  return book?.id ?? "";
}

async function countContacts({ accountId, id }: Person): Promise<number> {
  const rows = await owner`
    select from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
    where b.account_id = ${accountId} and b.assignee_id = ${id}`;
  return rows.length;
}
