import type { Sql, TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, type Person } from "#tests/support/cast";
import { interleave, isolations } from "#tests/support/race";
import { transferBook } from "#tests/support/transfer-book";

const inactive = "contacts_assignee_is_active";

test("a move to another user leaves a row with both books and both users, carving none", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, from, to } = await setUp(cast);
  await attempt("app", cast.accountId, async (tx) => {
    const carved = await carve(tx, cast.user, from);
    await tx`update contacts set book_id = ${carved} where id = ${contactId}`;
    await move(tx, cast, contactId, to);
  });
  const moves = await owner`select * from contact_moves where account_id = ${cast.accountId}`;
  expect(moves).toMatchObject([
    { contact_id: contactId, from_user_id: cast.user.id, to_user_id: cast.successor.id },
  ]);
});

test("a move says no transfer that it did not name anew", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, from, to } = await setUp(cast);
  await attempt("app", cast.accountId, async (tx) => {
    await move(tx, cast, contactId, to);
    await tx`update contacts set book_id = ${from} where id = ${contactId}`;
  });
  const moves = await owner`
    select transfer_id is null as unnamed from contact_moves
    where account_id = ${cast.accountId} order by id`;
  expect(moves).toEqual([{ unnamed: false }, { unnamed: true }]);
});

test("a contact's past is never written, changed or deleted", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, to } = await setUp(cast);
  await attempt("app", cast.accountId, (tx) => move(tx, cast, contactId, to));
  for (const statement of [
    "update contact_moves set at = now()",
    "delete from contact_moves",
    "insert into contact_moves select * from contact_moves",
    "truncate contact_moves",
  ]) {
    await expectRefused("app", cast.accountId, /permission denied/, (tx) => tx.unsafe(statement));
  }
  await expectRefused("owner", cast.accountId, "contact_moves_are_append_only", (tx) =>
    tx.unsafe("delete from contact_moves"),
  );
});

test("naming a transfer brings no contact to an inactive user, nor an undo of another one", async () => {
  const cast = await buildCast({ contacts: 2 });
  const { contactId, from, to } = await setUp(cast);
  const transferId = await attempt("app", cast.accountId, (tx) => move(tx, cast, contactId, to));
  await makeInactive(cast.user);
  const forged: [string, (tx: TransactionSql) => Promise<unknown>][] = [
    ["the same transfer", (tx) => send(tx, contactId, from, transferId)],
    ["no transfer", (tx) => send(tx, contactId, from, null)],
    ["a plain transfer", async (tx) => send(tx, contactId, from, await transfer(tx, cast))],
    [
      "an undo of something else",
      async (tx) => send(tx, contactId, from, await undo(tx, cast, await transfer(tx, cast))),
    ],
    [
      "an undo that is named, and another book of an inactive user",
      async (tx) =>
        send(tx, contactId, await mainBook(cast.inactive), await undo(tx, cast, transferId)),
    ],
    [
      "one contact that may return, and one that never left there",
      async (tx) => {
        const undoId = await undo(tx, cast, transferId);
        await tx`update contacts set book_id = ${await mainBook(cast.inactive)},
          transfer_id = ${undoId} where account_id = ${cast.accountId}`;
      },
    ],
  ];
  for (const [, work] of forged) await expectRefused("app", cast.accountId, inactive, work);
  await attempt("app", cast.accountId, async (tx) =>
    send(tx, contactId, from, await undo(tx, cast, transferId)),
  );
  expect(await holderOf(contactId)).toBe(cast.user.id);
});

test("an undo returns a contact once, and not after it moved on", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, from, to } = await setUp(cast);
  const transferId = await attempt("app", cast.accountId, (tx) => move(tx, cast, contactId, to));
  await attempt("app", cast.accountId, async (tx) =>
    move(tx, cast, contactId, await mainBook(cast.admin)),
  );
  await attempt("app", cast.accountId, (tx) => move(tx, cast, contactId, to));
  await makeInactive(cast.user);
  await expectRefused("app", cast.accountId, inactive, async (tx) =>
    send(tx, contactId, from, await undo(tx, cast, transferId)),
  );
});

test("nor after the book that it lies in went on, even if that came back", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, from, to } = await setUp(cast);
  const transferId = await attempt("app", cast.accountId, (tx) => move(tx, cast, contactId, to));
  await attempt("app", cast.accountId, async (tx) => {
    await transferBook(tx, to, cast.admin);
    await transferBook(tx, to, cast.successor);
  });
  await makeInactive(cast.user);
  await expectRefused("app", cast.accountId, inactive, async (tx) =>
    send(tx, contactId, from, await undo(tx, cast, transferId)),
  );
});

test("a contact that was carved on since still returns", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, from, to } = await setUp(cast);
  const transferId = await attempt("app", cast.accountId, (tx) => move(tx, cast, contactId, to));
  await makeInactive(cast.user);
  await attempt("app", cast.accountId, async (tx) => {
    const carved = await carve(tx, cast.successor, to);
    await tx`update contacts set book_id = ${carved} where id = ${contactId}`;
    await send(tx, contactId, from, await undo(tx, cast, transferId));
  });
  expect(await holderOf(contactId)).toBe(cast.user.id);
});

test("no function in RETURNING takes a contact past somebody who never had it", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, from } = await setUp(cast);
  const away = await mainBook(cast.inactive);
  await expectRefused("app", cast.accountId, "contacts_move_once_a_statement", async (tx) => {
    const transferId = await transfer(tx, cast);
    await tx.unsafe(`
      create function pg_temp.back() returns text language plpgsql as $$ begin
        update contacts set book_id = '${from}', transfer_id = '${transferId}'
        where id = '${contactId}';
        return 'moved'; end $$`);
    await tx`update contacts set book_id = ${away} where id = ${contactId} returning pg_temp.back()`;
    await send(tx, contactId, away, await undo(tx, cast, transferId));
  });
});

test("another account's undo is none", async () => {
  const cast = await buildCast({ contacts: 1 });
  const { contactId, to } = await setUp(cast);
  const [stranger] = await addUsers(cast.outsider.accountId, "Stella Strange");
  const foreign = await attempt("app", cast.outsider.accountId, (tx) =>
    transfer(tx, { accountId: cast.outsider.accountId }),
  );
  await expectRefused("app", cast.accountId, "contacts_transfer_same_account", (tx) =>
    send(tx, contactId, to, foreign),
  );
  await expectRefused("app", cast.accountId, "contacts_book_same_account", async (tx) =>
    send(tx, contactId, await mainBook(stranger as Person), null),
  );
});

test.each(isolations)(
  "a contact that moves to somebody who is made inactive meanwhile does not arrive (%s)",
  async (isolation) => {
    const cast = await buildCast({ contacts: 1 });
    const { contactId, to } = await setUp(cast);
    const { outcomes, waited } = await interleave(isolation, cast.accountId, [
      { step: (sql) => sql`update users set status = 'inactive' where id = ${cast.successor.id}` },
      { step: (sql) => send(sql, contactId, to, null) },
    ]);
    expect(waited).toBe(true);
    expect(outcomes[0]).toBe("done");
    expect([inactive, "40001"]).toContain(outcomes[1]);
    expect(await holderOf(contactId)).toBe(cast.user.id);
  },
);

async function setUp({ user, successor }: Cast) {
  const [from, to] = [await mainBook(user), await mainBook(successor)];
  const [contact] = await owner<{ id: string }[]>`
    select id from contacts where book_id = ${from} order by id limit 1`;
  return { contactId: contact?.id ?? "", from, to };
}

/** Moves a contact by a transfer of its own, and answers which. */
async function move(sql: Sql | TransactionSql, cast: Cast, contactId: string, bookId: string) {
  const transferId = await transfer(sql, cast);
  await send(sql, contactId, bookId, transferId);
  return transferId;
}

async function send(
  sql: Sql | TransactionSql,
  contactId: string,
  bookId: string,
  transferId: string | null,
) {
  await sql`
    update contacts set book_id = ${bookId}, transfer_id = coalesce(${transferId}, transfer_id)
    where id = ${contactId}`;
}

async function transfer(sql: Sql | TransactionSql, { accountId }: { accountId: string }) {
  const [row] = await sql<{ id: string }[]>`
    insert into transfers (account_id, kind, contacts) values (${accountId}, 'reassignment', 1)
    returning id`;
  return row?.id ?? "";
}

async function undo(sql: Sql | TransactionSql, { accountId }: Cast, undoesId: string) {
  const [row] = await sql<{ id: string }[]>`
    insert into transfers (account_id, kind, contacts, undoes_id)
    values (${accountId}, 'undo', 1, ${undoesId}) returning id`;
  return row?.id ?? "";
}

async function carve(sql: Sql | TransactionSql, { accountId, id }: Person, bookId: string) {
  const [row] = await sql<{ id: string }[]>`
    insert into books (account_id, assignee_id, carved_from_id)
    values (${accountId}, ${id}, ${bookId}) returning id`;
  return row?.id ?? "";
}

async function makeInactive({ id }: Person) {
  await owner`update users set status = 'inactive' where id = ${id}`;
}

async function mainBook({ accountId, id }: Person): Promise<string> {
  const [book] = await owner<{ id: string }[]>`
    select id from books where account_id = ${accountId} and assignee_id = ${id} and is_main`;
  return book?.id ?? "";
}

async function holderOf(contactId: string): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select b.assignee_id as id from contacts c
    join books b on b.account_id = c.account_id and b.id = c.book_id where c.id = ${contactId}`;
  return row?.id ?? "";
}
