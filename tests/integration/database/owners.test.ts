import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast, type Person } from "#tests/support/cast";
import { insertSubscriptions } from "#tests/support/subscriptions";

test("an Account Owner is active and an admin", async () => {
  const cast = await buildCast();
  const changes = {
    users_owner_is_active: { status: "inactive" },
    users_owner_is_admin: { role: "user" },
  };
  for (const who of ["app", "owner"] as const) {
    for (const [constraint, change] of Object.entries(changes)) {
      await expectRefused(
        who,
        cast.accountId,
        constraint,
        (tx) => tx`update users set ${tx(change)} where id = ${cast.owner.id}`,
      );
    }
  }
  await expectRefused(
    "app",
    cast.accountId,
    "users_owner_is_active",
    (tx) => tx`update users set is_owner = true, role = 'admin' where id = ${cast.inactive.id}`,
  );
  await expectRefused(
    "app",
    cast.accountId,
    "users_owner_is_admin",
    (tx) => tx`update users set is_owner = true where id = ${cast.user.id}`,
  );
});

test("inside the account nobody can lift Account Owner status, by no kind of statement", async () => {
  const cast = await buildCast();
  await makeOwner(cast, cast.admin);
  const { accountId } = cast;
  const by = "users_owner_status_is_lifted_by_support";
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) => tx`update users set is_owner = false where id = ${cast.admin.id}`,
  );
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) =>
      tx`
      update users set is_owner = false, role = 'user', status = 'inactive'
      where id = ${cast.admin.id}`,
  );
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) =>
      tx`update users set is_owner = not is_owner where id in (${cast.admin.id}, ${cast.admin2.id})`,
  );
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) =>
      tx`
      insert into users (account_id, id, first_name, last_name, email)
      select account_id, id, first_name, last_name, email from users where id = ${cast.admin.id}
      on conflict (account_id, id) do update set is_owner = false`,
  );
  await expectRefused(
    "app",
    accountId,
    by,
    (tx) =>
      tx`
      merge into users u using (values (${cast.admin.id}::uuid)) v (id) on u.id = v.id
      when matched then update set is_owner = false`,
  );
});

test("support lifts one Owner's status, and never the last one's", async () => {
  const cast = await buildCast();
  await makeOwner(cast, cast.admin);
  await attempt(
    "agent",
    cast.accountId,
    (tx) => tx`update users set is_owner = false where id = ${cast.admin.id}`,
  );
  expect(await listOwners(cast)).toEqual([cast.owner.id]);
  await expectRefused(
    "agent",
    cast.accountId,
    "accounts_have_an_active_owner",
    (tx) => tx`update users set is_owner = false where id = ${cast.owner.id}`,
  );
});

test("support names the last Owner's successor in the same transaction", async () => {
  const cast = await buildCast();
  await attempt("agent", cast.accountId, async (tx) => {
    await tx`update users set is_owner = false where id = ${cast.owner.id}`;
    await tx`update users set is_owner = true where id = ${cast.admin2.id}`;
  });
  expect(await listOwners(cast)).toEqual([cast.admin2.id]);
});

test("no other login that was given the application's rights lifts an Owner's status", async () => {
  const cast = await buildCast();
  await makeOwner(cast, cast.admin);
  const by = "users_owner_status_is_lifted_by_support";
  await expectRefused("owner", cast.accountId, by, async (tx) => {
    await tx`create role handover_test_guest in role handover_app`;
    await tx`set local role handover_test_guest`;
    await tx`update users set is_owner = false where id = ${cast.admin.id}`;
  });
});

test("support reads nobody's password", async () => {
  const cast = await buildCast();
  await expectRefused(
    "agent",
    cast.accountId,
    /permission denied/,
    (tx) => tx`select password_hash from users`,
  );
});

test("support changes nothing else about a user", async () => {
  const cast = await buildCast();
  for (const column of ["status", "role", "email", "password_hash", "first_name"]) {
    await expectRefused(
      "agent",
      cast.accountId,
      /permission denied/,
      (tx) => tx`update users set ${tx(column)} = ${tx(column)}`,
    );
  }
});

test("an account without an Owner is refused at commit, however its making is timed", async () => {
  const accountId = randomUUID();
  const by = "accounts_have_an_active_owner";
  const account = { id: accountId, name: "Nobody's", seats_total: 3 };
  const people = [{ account_id: accountId, first_name: "A", last_name: "B", email: "a@b.example" }];
  for (const who of ["app", "owner"] as const) {
    await expectRefused(who, accountId, by, async (tx) => {
      await tx`insert into accounts ${tx(account)}`;
      await insertSubscriptions(tx, accountId);
    });
    await expectRefused(who, accountId, by, async (tx) => {
      await tx`set constraints all deferred`;
      await tx`insert into accounts ${tx(account)}`;
      await insertSubscriptions(tx, accountId);
      await tx`insert into users ${tx(people)}`;
    });
  }
});

test("an Owner's status lifted and given back in one transaction leaves an Owner", async () => {
  const cast = await buildCast();
  await attempt("agent", cast.accountId, async (tx) => {
    await tx`update users set is_owner = false where id = ${cast.owner.id}`;
    await tx`update users set is_owner = true where id = ${cast.owner.id}`;
  });
  expect(await listOwners(cast)).toEqual([cast.owner.id]);
});

async function makeOwner({ accountId }: Cast, { id }: Person): Promise<void> {
  await attempt("app", accountId, (tx) => tx`update users set is_owner = true where id = ${id}`);
}

async function listOwners({ accountId }: Cast): Promise<string[]> {
  const rows = await owner<{ id: string }[]>`
    select id from users where account_id = ${accountId} and is_owner and status = 'active'`;
  return rows.map(({ id }) => id);
}
