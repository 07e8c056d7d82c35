import type { TransactionSql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast } from "#tests/support/cast";

const APPEND_ONLY = ["audit_events", "seat_changes", "book_moves", "transfers"];
const NEVER_DELETED = ["users", "books", "history_entries"];

let cast: Cast;

beforeAll(async () => {
  cast = await buildCast({ contacts: 2 });
  const { accountId, user, successor } = cast;
  await attempt("app", accountId, async (tx) => {
    await tx`
      insert into history_entries (account_id, contact_id, author_id, kind, body)
      select account_id, id, ${user.id}, 'call', 'Called back' from contacts limit 1`;
    await tx`
      insert into transfers (account_id, kind, from_user_id, contacts)
      values (${accountId}, 'inactivation', ${user.id}, 2)`;
    await tx`
      insert into audit_events (account_id, kind, actor_kind, actor_name)
      values (${accountId}, 'account.opened', 'system', 'Handover')`;
    await tx`update books set assignee_id = ${successor.id} where assignee_id = ${user.id}`;
  });
});

describe.each(APPEND_ONLY)("a row of %s", (table) => {
  test("is never changed, not even by the migrating role", async () => {
    const change = (column: string) => (sql: TransactionSql) =>
      sql`update ${sql(table)} set ${sql(column)} = ${sql(column)}`;
    await expectRefused("app", cast.accountId, /permission denied/, change("id"));
    for (const column of ["id", "account_id"]) {
      await expectRefused("owner", cast.accountId, `${table}_are_append_only`, change(column));
    }
  });

  test("is never deleted, not even by the migrating role", async () => {
    await expectDeletionRefused(table, `${table}_are_append_only`);
  });
});

describe.each(NEVER_DELETED)("a row of %s", (table) => {
  test("is never deleted, not even by the migrating role", async () => {
    await expectDeletionRefused(table, `${table}_are_never_deleted`);
  });
});

test("a history entry keeps its author, its time and its contact", async () => {
  const [other] = await owner<{ id: string }[]>`
    select id from contacts c where account_id = ${cast.accountId}
      and not exists (select from history_entries where contact_id = c.id)`;
  const changes = {
    author_id: cast.successor.id,
    at: new Date("2020-01-01"),
    contact_id: other?.id ?? "",
  };
  for (const [column, value] of Object.entries(changes)) {
    const change = { [column]: value };
    await expectRefused(
      "app",
      cast.accountId,
      /permission denied/,
      (tx) => tx`update history_entries set ${tx(change)}`,
    );
    await expectRefused(
      "owner",
      cast.accountId,
      "history_entries_keep_author_and_time",
      (tx) => tx`update history_entries set ${tx(change)} where account_id = ${cast.accountId}`,
    );
  }
});

test("a history entry's words may be corrected", async () => {
  const corrected = await attempt(
    "app",
    cast.accountId,
    (tx) => tx`update history_entries set body = 'Called back at noon' returning author_id`,
  );
  expect(corrected).toEqual([{ author_id: cast.user.id }]);
});

test("a user keeps id and account for ever", async () => {
  const changes = [{ id: cast.outsider.id }, { account_id: cast.outsider.accountId }];
  for (const change of changes) {
    await expectRefused(
      "app",
      cast.accountId,
      /permission denied/,
      (tx) => tx`update users set ${tx(change)} where id = ${cast.successor.id}`,
    );
    await expectRefused(
      "owner",
      cast.accountId,
      "users_keep_their_id",
      (tx) => tx`update users set ${tx(change)} where id = ${cast.successor.id}`,
    );
  }
});

test("a contact with history is not deleted either, so the history stays", async () => {
  await expectRefused("app", cast.accountId, /permission denied/, (tx) => tx`delete from contacts`);
  await expectRefused(
    "owner",
    cast.accountId,
    "contacts_are_never_deleted",
    (tx) => tx`delete from contacts where account_id = ${cast.accountId}`,
  );
});

test("a book keeps its past", async () => {
  const fresh = await buildCast();
  await addContacts(fresh.user, 1);
  for (const change of [{ created_at: new Date("2020-01-01") }, { id: fresh.user.id }]) {
    await expectRefused(
      "app",
      fresh.accountId,
      /permission denied/,
      (tx) => tx`update books set ${tx(change)}`,
    );
    await expectRefused(
      "owner",
      fresh.accountId,
      "books_keep_their_past",
      (tx) => tx`update books set ${tx(change)} where assignee_id = ${fresh.user.id}`,
    );
  }
});

test("what the account paid for is on record from its first day", async () => {
  expect(
    await owner`
      select from_total, to_total, reason from seat_changes where account_id = ${cast.accountId}`,
  ).toEqual([{ from_total: 0, to_total: 10, reason: "Account opened" }]);
});

async function expectDeletionRefused(table: string, constraint: string): Promise<void> {
  for (const [who, by] of [
    ["app", /permission denied/],
    ["owner", constraint],
  ] as const) {
    await expectRefused(who, cast.accountId, by, (tx) => tx`delete from ${tx(table)}`);
    await expectRefused(who, cast.accountId, by, (tx) => tx`delete from ${tx(table)} where false`);
    await expectRefused(
      who,
      cast.accountId,
      who === "app" ? by : /_are_/,
      (tx) => tx`truncate ${tx(table)} cascade`,
    );
  }
}
