import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { liftOwner, verify } from "#tests/support/case-steps";
import { buildCast, type Cast, type Person } from "#tests/support/cast";
import { insertSubscriptions } from "#tests/support/subscriptions";
import { agent, hasSignedIn, lookInto, ownerRequest } from "#tests/support/support-cast";

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
  await liftOwner(cast.admin, cast.admin2);
  expect(await listOwners(cast)).toEqual([cast.owner.id]);
  const request = await ownerRequest(cast.owner, cast.admin2);
  const verifier = await lookInto(await agent("agent"), cast);
  const by = "owner_requests_have_no_obstacle";
  await expectRefused("agent", verifier, by, (tx) => verify(tx, verifier, request));
});

test("support names the last Owner's successor in the same transaction", async () => {
  const cast = await buildCast();
  await hasSignedIn(cast.admin2);
  await liftOwner(cast.owner, cast.admin, { successor: cast.admin2 });
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

test("support itself changes nothing about a user: carrying a case out does", async () => {
  const cast = await buildCast();
  await makeOwner(cast, cast.admin);
  const who = await lookInto(await agent("technical"), cast);
  for (const column of ["is_owner", "status", "role", "email", "password_hash", "first_name"]) {
    await expectRefused(
      "agent",
      who,
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
  await attempt("owner", cast.accountId, async (tx) => {
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
