import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { describe, expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { liftOwner } from "#tests/support/case-steps";
import { buildCast, type Person } from "#tests/support/cast";
import { expectEveryRule, interleave, isolations } from "#tests/support/race";

const NEW = "new@elsewhere.example";
const unconfirmed = "users_email_is_confirmed";

test("an active user's address changes only to the one that was confirmed", async () => {
  const cast = await buildCast();
  const { accountId, user } = cast;
  const set = (email: string) => (tx: TransactionSql) => changeEmail(tx, user, email);
  await expectRefused("app", accountId, unconfirmed, set(NEW));
  await begin(user, cast.admin);
  await expectRefused("app", accountId, unconfirmed, set(NEW));
  await confirm(user);
  await expectRefused("app", accountId, unconfirmed, set("other@elsewhere.example"));
  await attempt("app", accountId, set(NEW));
});

test("a large letter is the same address, a letter that only looks like one is not", async () => {
  const cast = await buildCast();
  const { accountId, owner: olivia } = cast;
  const large = olivia.email.replace("k", "K");
  await attempt("app", accountId, (tx) => changeEmail(tx, olivia, large));
  for (const [letter, lookalike] of [
    ["k", "\u212A"],
    ["i", "\u0130"],
  ] as const) {
    const email = olivia.email.replace(letter, lookalike);
    await expectRefused("app", accountId, unconfirmed, (tx) => changeEmail(tx, olivia, email));
  }
});

test("not by a function in RETURNING, a temporary table, MERGE or an upsert", async () => {
  const cast = await buildCast();
  const { accountId, user } = cast;
  await begin(user, cast.admin);
  const ways: ((tx: TransactionSql) => Promise<unknown>)[] = [
    async (tx) => {
      await tx.unsafe(`create function pg_temp.swap(who uuid) returns void language sql
        as $$ update users set email = '${NEW}' where id = who $$`);
      await tx`update users set role = 'admin' where id = ${user.id} returning pg_temp.swap(id)`;
    },
    async (tx) => {
      await tx`create temporary table email_changes as
        select account_id, id, user_id, from_email, to_email, requested_by, expires_at,
          now() as confirmed_at, now() as agreed_at, done_at, ended_at from public.email_changes`;
      await changeEmail(tx, user, NEW);
    },
    (tx) => tx`
      merge into users u using (values (${user.id}::uuid)) v (id) on u.id = v.id
      when matched then update set email = ${NEW}`,
    (tx) => tx`
      insert into users (account_id, id, first_name, last_name, email)
      values (${accountId}, ${user.id}, 'A', 'B', ${NEW})
      on conflict (account_id, id) do update set email = excluded.email`,
  ];
  for (const way of ways) await expectRefused("app", accountId, unconfirmed, way);
});

test("nobody made inactive by the same statement, or by its RETURNING, gets one or a schedule", async () => {
  const cast = await buildCast();
  const { accountId, user } = cast;
  const gone = `update users set status = 'inactive' where id = '${user.id}'`;
  const change = `insert into email_changes (account_id, user_id, from_email, to_email,
    requested_by, expires_at, token_hash, agreement_hash, needs_agreement) values ('${accountId}',
    '${user.id}', 'a', 'b', '${cast.admin.id}', now() + interval '1 day', 'x', 'y', false)`;
  const schedule = `insert into scheduled_inactivations (account_id, user_id, run_at, plan,
    scheduled_by) values ('${accountId}', '${user.id}', now(), '{}', '${cast.admin.id}')`;
  for (const [by, insert] of [
    ["email_changes_user_is_active", change],
    ["scheduled_inactivations_user_is_active", schedule],
  ] as const) {
    const ways = [
      `with begun as (${insert}) ${gone}`,
      `with gone as (${gone}) ${insert}`,
      `${insert} returning pg_temp.leave()`,
      `${gone} returning pg_temp.begin()`,
    ];
    for (const way of ways) {
      await expectRefused("app", accountId, by, async (tx) => {
        await tx.unsafe(`create function pg_temp.leave() returns void language sql as $$ ${gone} $$;
          create function pg_temp.begin() returns void language sql as $$ ${insert} $$`);
        await tx.unsafe(way);
      });
    }
  }
});

test("a change of rank in between, there and back, ends what another asked for", async () => {
  const cast = await buildCast();
  const { accountId, admin2 } = cast;
  await begin(admin2, cast.admin);
  await confirm(admin2);
  await expectRefused("app", accountId, unconfirmed, async (tx) => {
    await tx`update users set role = 'user' where id = ${admin2.id}`;
    await changeEmail(tx, admin2, NEW);
  });
});

test("what an admin asked for ends with the rank, or with the status, of whoever asked", async () => {
  const changes = [{ status: "inactive" }, { role: "user" }];
  for (const change of changes) {
    const cast = await buildCast();
    await begin(cast.user, cast.admin);
    await begin(cast.admin, cast.admin2);
    await attempt(
      "app",
      cast.accountId,
      (tx) => tx`update users set ${tx(change)} where id = ${cast.admin.id}`,
    );
    expect(await isOpen(cast.user)).toBe(false);
  }
  const cast = await buildCast();
  await owner`update users set is_owner = true where id = ${cast.admin.id}`;
  await begin(cast.admin2, cast.owner);
  await begin(cast.owner, cast.owner);
  await liftOwner(cast.owner, cast.admin);
  expect([await isOpen(cast.admin2), await isOpen(cast.owner)]).toEqual([false, true]);
});

describe.each(isolations)("at %s", (isolation) => {
  test("a change that was ended meanwhile counts no more, whatever a snapshot shows", async () => {
    const cast = await buildCast();
    await begin(cast.user, cast.admin);
    await confirm(cast.user);
    const { outcomes, waited } = await interleave(isolation, cast.accountId, [
      { step: (sql) => sql`update email_changes set ended_at = now()` },
      { step: (sql) => changeEmail(sql, cast.user, NEW) },
    ]);
    const refused = isolation === "read committed" ? unconfirmed : "40001";
    expect([outcomes, waited]).toEqual([["done", refused], true]);
  });

  test("nobody who becomes inactive keeps one, nor one that they asked for", async () => {
    const cast = await buildCast();
    for (const person of [cast.user, cast.admin]) {
      for (const order of [0, 1]) {
        const gone = { step: (sql: AnySql) => leave(sql, person) };
        const begun = { step: (sql: AnySql) => insert(sql, cast.user, cast.admin) };
        await interleave(isolation, cast.accountId, order ? [gone, begun] : [begun, gone]);
        await expectEveryRule();
        await owner`update email_changes set ended_at = now() where ended_at is null`;
        await owner`update users set status = 'active' where id = ${person.id}`;
      }
    }
  });
});

type AnySql = Sql | TransactionSql;

function leave(sql: AnySql, { id }: Person) {
  return sql`update users set status = 'inactive' where id = ${id}`;
}

function changeEmail(sql: AnySql, { id }: Person, email: string) {
  return sql`update users set email = ${email} where id = ${id}`;
}

/** As the application begins one, and without its checks. */
function insert(sql: AnySql, user: Person, by: Person) {
  return sql`
    insert into email_changes ${sql({
      account_id: user.accountId,
      user_id: user.id,
      from_email: user.email,
      to_email: NEW,
      requested_by: by.id,
      expires_at: new Date(Date.now() + 60_000),
      token_hash: randomUUID(),
      agreement_hash: randomUUID(),
      needs_agreement: false,
    })}`;
}

function begin(user: Person, by: Person) {
  return attempt("app", user.accountId, (tx) => insert(tx, user, by));
}

function confirm({ accountId, id }: Person) {
  return attempt(
    "app",
    accountId,
    (tx) => tx`update email_changes set confirmed_at = now() where user_id = ${id}`,
  );
}

async function isOpen({ id }: Person): Promise<boolean> {
  const rows = await owner`
    select from email_changes where user_id = ${id} and ended_at is null and done_at is null`;
  return rows.length > 0;
}
