import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword } from "#lib/sessions/password";
import { inactivateUser } from "#lib/users/inactivate-user";
import { makeOwner } from "#lib/users/make-owner";
import { owner as sql } from "#tests/support/attempt";
import { liftOwner } from "#tests/support/case-steps";
import { buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { untilWaiting } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

const password = "the owner's password";

test("an Owner makes an admin an Owner too, who from then on cannot be made inactive", async () => {
  const cast = await withPasswords();
  const event = await makeOwner(await member(cast.owner), input(cast.admin));
  expect(event).toMatchObject({ kind: "owner.made", actorName: "Olivia Okafor" });
  const [account] = await sql`select active_owners from accounts where id = ${cast.accountId}`;
  expect(account).toEqual({ active_owners: 2 });
  expect(await mailsOf(cast.accountId)).toMatchObject([
    { kind: "owner_made", userId: cast.admin.id, data: { name: "Adam Aalto" } },
  ]);
  const admin2 = await member(cast.admin2);
  const sheet = { userId: cast.admin.id, contacts: "leave" as const, successorIds: [], reason: "" };
  await expectRefusal(
    () => inactivateUser(admin2, { requestId: randomUUID(), ...sheet }),
    "user_is_owner",
  );
});

test("the other Owners are told of a further one", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  await sql`update users set password_hash = 'chosen' where id = ${cast.admin2.id}`;
  await makeOwner(owner, input(cast.admin));
  await makeOwner(await member(cast.admin), {
    ...input(cast.admin2),
    password: "admin's password",
  });
  const told = (await mailsOf(cast.accountId)).slice(1).map(({ userId }) => userId);
  expect(told.sort()).toEqual([cast.owner.id, cast.admin2.id].sort());
});

test("not without the own password", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  const wrong = { ...input(cast.admin), password: "a wrong password" };
  await expect(makeOwner(owner, wrong)).rejects.toMatchObject({ code: "password_wrong" });
});

test("not by an admin, not a plain user, nobody inactive, nobody who is one, nobody elsewhere", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  const admin = await member(cast.admin);
  const byAdmin = { ...input(cast.admin2), password: "admin's password" };
  await expect(makeOwner(admin, byAdmin)).rejects.toMatchObject({ code: "not_owner" });
  const cases: [Person, string][] = [
    [cast.user, "owner_needs_admin"],
    [cast.inactive, "user_is_inactive"],
    [cast.owner, "already_owner"],
    [cast.admin2, "owner_needs_password"],
    [cast.outsider, "not_found"],
  ];
  for (const [person, code] of cases) {
    await expect(makeOwner(owner, input(person))).rejects.toMatchObject({ code });
  }
  const [account] = await sql`select active_owners from accounts where id = ${cast.accountId}`;
  expect(account).toEqual({ active_owners: 1 });
});

test("not by an Owner whose status support lifts while the form is under way", async () => {
  const cast = await withPasswords();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const former = await member(cast.owner);
  let made: Promise<unknown> = Promise.resolve();
  await liftOwner(cast.owner, cast.admin, {
    meanwhile: () => {
      made = makeOwner(former, input(cast.admin)).catch((error: unknown) => error);
      return untilWaiting(1);
    },
  });
  expect(await made).toMatchObject({ code: "not_owner" });
});

function input({ id }: Person) {
  return { requestId: randomUUID(), userId: id, password };
}

async function withPasswords(): Promise<Cast> {
  const cast = await buildCast();
  await sql`
    update users set password_hash = ${await hashPassword(password)} where id = ${cast.owner.id}`;
  await sql`
    update users set password_hash = ${await hashPassword("admin's password")}
    where id = ${cast.admin.id}`;
  return cast;
}
