import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { insertSubscriptions } from "#tests/support/subscriptions";

test("nobody is added or made active beyond the user spots that are paid for", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  await expectRefused(
    "app",
    cast.accountId,
    "accounts_seats_fit",
    (tx) => tx`insert into users ${tx(newcomer(cast))}`,
  );
  await expectRefused(
    "app",
    cast.accountId,
    "accounts_seats_fit",
    (tx) => tx`update users set status = 'active' where id = ${cast.inactive.id}`,
  );
  await expectRefused(
    "app",
    cast.accountId,
    "accounts_seats_fit",
    (tx) =>
      tx`
      merge into users u using (values (${cast.inactive.id}::uuid)) v (id) on u.id = v.id
      when matched then update set status = 'active'`,
  );
});

test("three who come for the last two spots are all refused", async () => {
  const cast = await buildCast({ seatsTotal: 7 });
  await expectRefused(
    "app",
    cast.accountId,
    "accounts_seats_fit",
    (tx) => tx`insert into users ${tx([newcomer(cast), newcomer(cast), newcomer(cast)])}`,
  );
});

test("an inactive user takes no spot", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  const { accountId } = cast;
  await attempt(
    "app",
    accountId,
    (tx) => tx`insert into users ${tx({ ...newcomer(cast), status: "inactive" })}`,
  );
  expect(await seats(cast)).toEqual({ total: 5, used: 5 });
});

test("with all spots used one leaves and one comes in a single statement", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  await attempt(
    "app",
    cast.accountId,
    (tx) =>
      tx`
      update users set status = case status when 'active' then 'inactive' else 'active' end
      where id in (${cast.user.id}, ${cast.inactive.id})`,
  );
  expect(await seats(cast)).toEqual({ total: 5, used: 5 });
});

test("making inactive opens a spot at once, and the total stays", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  await attempt("app", cast.accountId, async (tx) => {
    await tx`update users set status = 'inactive' where id = ${cast.user.id}`;
    await tx`insert into users ${tx(newcomer(cast))}`;
  });
  expect(await seats(cast)).toEqual({ total: 5, used: 5 });
});

test("the counters and the total are written by no statement of the application", async () => {
  const cast = await buildCast();
  for (const column of ["seats_total", "seats_used", "active_owners", "id"]) {
    await expectRefused(
      "app",
      cast.accountId,
      /permission denied/,
      (tx) => tx`update accounts set ${tx(column)} = ${tx(column)}`,
    );
    await expectRefused(
      "agent",
      cast.accountId,
      /permission denied/,
      (tx) => tx`update accounts set ${tx(column)} = ${tx(column)}`,
    );
  }
});

test("a new account begins with nobody, whatever its counters are said to be", async () => {
  const id = randomUUID();
  await attempt("app", id, async (tx) => {
    await tx`
      insert into accounts (id, name, seats_total, seats_used, active_owners)
      values (${id}, 'Newly', 2, 2, 7)`;
    await insertSubscriptions(tx, id);
    await tx`
      insert into users ${tx({ ...newcomer({ accountId: id }), role: "admin", is_owner: true })}`;
  });
  expect(await owner`select seats_used, active_owners from accounts where id = ${id}`).toEqual([
    { seats_used: 1, active_owners: 1 },
  ]);
  expect(
    await owner`select from_total, to_total from seat_changes where account_id = ${id}`,
  ).toEqual([{ from_total: 0, to_total: 2 }]);
});

test("not even the migrating role takes away spots that are used", async () => {
  const cast = await buildCast();
  await expectRefused(
    "owner",
    cast.accountId,
    "accounts_seats_fit",
    (tx) => tx`update accounts set seats_total = 4 where id = ${cast.accountId}`,
  );
});

test("the counters are what counting users would give", async () => {
  const wrong = await owner`
    select a.id from accounts a left join users u on u.account_id = a.id group by a.id
    having a.seats_used <> count(*) filter (where u.status = 'active')
      or a.active_owners <> count(*) filter (where u.is_owner and u.status = 'active')`;
  expect(wrong).toEqual([]);
});

function newcomer({ accountId }: Pick<Cast, "accountId">) {
  const email = `${randomUUID()}@newcomer.example`;
  return { account_id: accountId, first_name: "Nele", last_name: "Newcomer", email };
}

async function seats({ accountId }: Cast) {
  const [row] = await owner`
    select seats_total as total, seats_used as used from accounts where id = ${accountId}`;
  return row;
}
