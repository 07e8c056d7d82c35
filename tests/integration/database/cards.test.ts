import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { describe, expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { liftOwner } from "#tests/support/case-steps";
import { buildCast, type Cast, type Person } from "#tests/support/cast";
import { interleave, isolations } from "#tests/support/race";
import { card } from "#tests/support/subscriptions";

const unconfirmed = "card_changes_are_confirmed";
const stays = "card_changes_stay";
const denied = /permission denied/;

test("nobody writes the card on file but by a change", async () => {
  const { accountId } = await buildCast();
  const columns = ["card_holder_name", "card_last4", "billing_email"];
  for (const who of ["app", "agent"] as const) {
    for (const column of columns) {
      await expectRefused(who, accountId, denied, (tx) => {
        return tx`update accounts set ${tx(column)} = '4417'`;
      });
    }
    await expectRefused(who, accountId, denied, (tx) => {
      return tx`update accounts set card_holder_user_id = null`;
    });
  }
});

test("what an Owner asked for is written at once; another admin's waits for the confirmation", async () => {
  const cast = await buildCast();
  await begin(cast.admin);
  await expectRefused("app", cast.accountId, unconfirmed, markDone);
  await attempt("app", cast.accountId, confirm);
  await attempt("app", cast.accountId, markDone);
  expect(await last4Of(cast)).toBe("4417");
  await begin(cast.owner, { last4: "9999", sent_to: null });
  await attempt("app", cast.accountId, markDone);
  expect(await last4Of(cast)).toBe("9999");
});

test("a confirmation counts from where bills go now, and from nowhere else", async () => {
  const elsewhere = [{ sent_to: "else@where.example" }, { sent_to: null }];
  for (const change of elsewhere) {
    const cast = await buildCast();
    await begin(cast.admin, change);
    await attempt("app", cast.accountId, confirm);
    await expectRefused("app", cast.accountId, unconfirmed, markDone);
  }
  const cast = await buildCast();
  await begin(cast.admin);
  await attempt("app", cast.accountId, confirm);
  await owner`
    update accounts set billing_email = 'else@where.example' where id = ${cast.accountId}`;
  await expectRefused("app", cast.accountId, unconfirmed, markDone);
  // No address matches none.
  await owner`update accounts set billing_email = null where id = ${cast.accountId}`;
  await expectRefused("app", cast.accountId, unconfirmed, markDone);
});

test("none begins confirmed, done or ended, or for anybody but an active admin of the account", async () => {
  const cast = await buildCast();
  for (const column of ["confirmed_at", "done_at", "ended_at"]) {
    await refuseBegun(cast, "card_changes_begin_unconfirmed", cast.owner, { [column]: new Date() });
  }
  for (const person of [cast.user, cast.inactive]) {
    await refuseBegun(cast, "card_changes_by_an_admin", person);
  }
  await refuseBegun(cast, "card_changes_requested_by_same_account", cast.outsider);
  const theirs = { holder_user_id: cast.outsider.id };
  await refuseBegun(cast, "card_changes_holder_same_account", cast.owner, theirs);
});

test("no full number is kept, whatever stands between its digits, and no other last four digits", async () => {
  const cast = await buildCast();
  for (const holder_name of ["4111 1111 1111 1111", "Rosa 4111-1111-1111", "a4111b1111c1111"]) {
    await refuseBegun(cast, "card_changes_name_is_no_number", cast.owner, { holder_name });
  }
  for (const last4 of ["411", "41111", "4111111111111111", "41 1", "４１１１", ""]) {
    await refuseBegun(cast, "card_changes_last4_is_four_digits", cast.owner, { last4 });
  }
});

test("one is under way at a time", async () => {
  const cast = await buildCast();
  await begin(cast.admin);
  await refuseBegun(cast, "card_changes_one_open", cast.admin2);
  await attempt("app", cast.accountId, end);
  await begin(cast.admin2);
});

test("what was asked for stays as it was, and what came of it", async () => {
  const cast = await buildCast();
  const { accountId } = cast;
  await begin(cast.admin);
  const columns = ["holder_name", "last4", "billing_email", "sent_to", "token_hash"];
  for (const column of [...columns, "requested_by", "expires_at"]) {
    await expectRefused("app", accountId, denied, (tx) => {
      return tx`update card_changes set ${tx(column)} = null`;
    });
    await expectRefused("owner", accountId, stays, (tx) => {
      return tx`update card_changes set ${tx(column)} = null where account_id = ${accountId}`;
    });
  }
  await attempt("app", accountId, confirm);
  await expectRefused("app", accountId, stays, (tx) => {
    return tx`update card_changes set confirmed_at = null`;
  });
  await attempt("app", accountId, end);
  for (const step of [markDone, confirm, end, reopen]) {
    await expectRefused("app", accountId, stays, step);
  }
  await expectRefused("app", accountId, denied, (tx) => tx`delete from card_changes`);
  await begin(cast.owner, { sent_to: null });
  await attempt("app", accountId, markDone);
  await expectRefused("app", accountId, stays, (tx) => {
    return tx`update card_changes set done_at = null where done_at is not null`;
  });
});

test("another account's is neither seen nor confirmed", async () => {
  const cast = await buildCast();
  await begin(cast.admin);
  const outside = cast.outsider.accountId;
  expect(await attempt("app", outside, (tx) => tx`select from card_changes`)).toHaveLength(0);
  const { count } = await attempt("app", outside, confirm);
  expect(count).toBe(0);
  await expectRefused("app", outside, /row-level security/, (tx) => insert(tx, cast.admin));
});

test("it ends with the rank, or the access, of whoever asked, in one statement too", async () => {
  for (const change of [{ role: "user" }, { status: "inactive" }]) {
    const cast = await buildCast();
    const { accountId } = cast;
    await begin(cast.admin);
    await attempt("app", accountId, confirm);
    await expectRefused("app", accountId, stays, async (tx) => {
      await tx`update users set ${tx(change)} where id = ${cast.admin.id}`;
      await markDone(tx);
    });
    await attempt("app", accountId, (tx) => {
      return tx`update users set ${tx(change)} where id = ${cast.admin.id}`;
    });
    await expectRefused("app", accountId, stays, markDone);
    expect(await last4Of(cast)).toBe(card.card_last4);
  }
});

test("an Owner whose status was lifted is an admin whose request is not confirmed", async () => {
  const cast = await buildCast();
  await owner`update users set is_owner = true where id = ${cast.admin2.id}`;
  await begin(cast.owner, { sent_to: null });
  await liftOwner(cast.owner, cast.admin);
  await expectRefused("app", cast.accountId, unconfirmed, markDone);
});

describe.each(isolations)("at %s", (isolation) => {
  test("one that ends, or whose asker leaves, at the same moment is not written", async () => {
    const steps = [end, (sql: AnySql, { admin }: Cast) => leave(sql, admin)];
    for (const step of steps) {
      const cast = await buildCast();
      await begin(cast.admin);
      await attempt("app", cast.accountId, confirm);
      const { outcomes, waited } = await interleave(isolation, cast.accountId, [
        { step: (sql) => step(sql, cast) },
        { step: markDone },
      ]);
      const refused = isolation === "read committed" ? stays : "40001";
      expect([outcomes, waited]).toEqual([["done", refused], true]);
      expect(await last4Of(cast)).toBe(card.card_last4);
    }
  });

  test("two that are marked done at once are written once", async () => {
    const cast = await buildCast();
    await begin(cast.owner, { sent_to: null });
    const { outcomes } = await interleave(isolation, cast.accountId, [
      { step: markDone },
      { step: markDone },
    ]);
    expect(outcomes).toEqual(["done", isolation === "read committed" ? stays : "40001"]);
  });
});

type AnySql = Sql | TransactionSql;

/** As the application begins one, and without its checks. */
function insert(sql: AnySql, by: Person, change: object = {}) {
  return sql`
    insert into card_changes ${sql({
      account_id: by.accountId,
      holder_name: "Rosa Reyes",
      last4: "4417",
      billing_email: "bills@reyes.example",
      requested_by: by.id,
      expires_at: new Date(Date.now() + 60_000),
      sent_to: card.billing_email,
      token_hash: randomUUID(),
      ...change,
    })}`;
}

function begin(by: Person, change: object = {}) {
  return attempt("app", by.accountId, (tx) => insert(tx, by, change));
}

function refuseBegun({ accountId }: Cast, rule: string, by: Person, change: object = {}) {
  return expectRefused("app", accountId, rule, (tx) =>
    insert(tx, by, { account_id: accountId, ...change }),
  );
}

function confirm(sql: AnySql) {
  return sql`update card_changes set confirmed_at = now()`;
}

/** The latest one, as it is for everybody. */
function markDone(sql: AnySql) {
  return sql`
    update card_changes set done_at = now()
    where id = (select id from card_changes order by id desc limit 1)`;
}

function end(sql: AnySql) {
  return sql`update card_changes set ended_at = now() where done_at is null`;
}

function reopen(sql: AnySql) {
  return sql`update card_changes set ended_at = null`;
}

function leave(sql: AnySql, { id }: Person) {
  return sql`update users set status = 'inactive' where id = ${id}`;
}

async function last4Of({ accountId }: Cast): Promise<string> {
  const [row] = await owner<{ last4: string }[]>`
    select card_last4 as last4 from accounts where id = ${accountId}`;
  return row?.last4 ?? "";
}
