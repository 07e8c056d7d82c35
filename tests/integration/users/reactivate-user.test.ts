import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelTransfer } from "#lib/transfers/cancel-transfer";
import { inactivateUser } from "#lib/users/inactivate-user";
import { reactivateUser } from "#lib/users/reactivate-user";
import { getReactivationPage } from "#lib/users/reactivation-page";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member, startSession } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";

test("making a user active takes an open seat and revives no sign-in and no link", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await startSession(cast.user);
  await sql`insert into password_links (account_id, user_id, token_hash, expires_at)
    values (${cast.accountId}, ${cast.user.id}, 'hash', now() + interval '1 day')`;
  await inactivateUser(admin, {
    requestId: randomUUID(),
    userId: cast.user.id,
    contacts: "leave",
    successorIds: [],
    reason: "",
  });
  const event = await reactivateUser(admin, input(cast.user.id));
  expect(event.data).toEqual({
    seatsTotal: 10,
    seatsUsed: 5,
    email: cast.user.email,
    isNewEmail: false,
  });
  const [row] = await sql`
    select u.status, u.inactivated_at, a.seats_used,
      (select count(*)::int from sessions where user_id = u.id and ended_at is null) as sessions,
      (select count(*)::int from password_links where user_id = u.id and ended_at is null) as links
    from users u join accounts a on a.id = u.account_id where u.id = ${cast.user.id}`;
  expect(row).toEqual({
    status: "active",
    inactivated_at: null,
    seats_used: 5,
    sessions: 0,
    links: 0,
  });
});

test("without an open seat nobody is made active", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  const admin = await member(cast.admin);
  await expectRefusal(() => reactivateUser(admin, input(cast.inactive.id)), "no_open_seat");
});

test("an active user, another account's and nobody's are refused", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await expectRefusal(() => reactivateUser(admin, input(cast.user.id)), "already_active");
  await expectRefusal(() => reactivateUser(admin, input(cast.outsider.id)), "not_found");
  await expectRefusal(() => reactivateUser(admin, input(randomUUID())), "not_found");
  const user = await member(cast.user);
  await expectRefusal(() => reactivateUser(user, input(cast.inactive.id)), "not_admin");
});

test("on a stale screen it says who made the user active first, and when", async () => {
  const cast = await buildCast();
  const { at } = await reactivateUser(await member(cast.admin), input(cast.inactive.id));
  const admin2 = await member(cast.admin2);
  await expectRefusal(() => reactivateUser(admin2, input(cast.inactive.id)), "already_active", {
    name: cast.inactive.name,
    by: cast.admin.name,
    at: at.toISOString(),
  });
});

test("a user whose address was given away needs a new one, and it has to be free", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await sql`update users set former_email = email, email = null where id = ${cast.inactive.id}`;
  await expectRefusal(() => reactivateUser(admin, input(cast.inactive.id)), "email_needed");
  await expectRefusal(
    () =>
      reactivateUser(admin, { ...input(cast.inactive.id), email: cast.user.email.toUpperCase() }),
    "email_in_use",
    { name: cast.user.name, email: cast.user.email.toUpperCase() },
  );
  await reactivateUser(admin, { ...input(cast.inactive.id), email: "ines@new.example" });
  const [row] = await sql`select email, former_email from users where id = ${cast.inactive.id}`;
  expect(row).toEqual({ email: "ines@new.example", former_email: cast.inactive.email });
});

test("an admin comes back with another address by an Owner alone", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const { id, email } = cast.inactive;
  await sql`
    update users set role = 'admin', former_email = email, email = null where id = ${id}`;
  const another = () => ({ ...input(id), email: "ines@new.example" });
  await expectRefusal(() => reactivateUser(admin, another()), "email_of_admin");
  await reactivateUser(admin, { ...input(id), email: email.toUpperCase() });
  await sql`update users set status = 'inactive', email = null where id = ${id}`;
  await reactivateUser(await member(cast.owner), another());
});

test("a split of the contacts under way, or cancelled since, does not stand in the way", async () => {
  const cast = await buildCast({ contacts: 2_100 });
  const admin = await member(cast.admin);
  const { data } = await inactivateUser(admin, {
    requestId: randomUUID(),
    userId: cast.user.id,
    contacts: "split",
    successorIds: [cast.successor.id, cast.admin2.id],
    reason: "",
  });
  const transferId = data.transferId ?? "";
  const preparing = await getReactivationPage(admin, cast.user.id);
  expect(preparing).toMatchObject({ preparing: transferId, handedOver: null, whyNot: null });
  await cancelTransfer(admin, { requestId: randomUUID(), transferId });
  const cancelled = await getReactivationPage(admin, cast.user.id);
  expect(cancelled).toMatchObject({ preparing: null, handedOver: null, contacts: 2_100 });
});

function input(userId: string) {
  return { requestId: randomUUID(), userId };
}
