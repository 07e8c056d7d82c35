import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { passwordLinkPath } from "#lib/links";
import { addUser } from "#lib/users/add-user";
import { choosePassword } from "#lib/users/choose-password";
import { createPasswordLink } from "#lib/users/create-password-link";
import type { AddUser } from "#lib/users/schema";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";

test("a new user takes a seat at once, has an empty main book and a link", async () => {
  const cast = await buildCast();
  const event = await addUser(await member(cast.admin), input());
  expect(event).toMatchObject({ kind: "user.added", userName: "Nina Neumann" });
  const [row] = await sql`
    select u.status, u.role, u.created_by, u.password_hash, a.seats_used,
      (select count(*)::int from books where assignee_id = u.id and is_main) as books,
      (select count(*)::int from password_links where user_id = u.id and used_at is null) as links
    from users u join accounts a on a.id = u.account_id where u.id = ${event.userId}`;
  expect(row).toEqual({
    status: "active",
    role: "user",
    created_by: cast.admin.id,
    password_hash: null,
    seats_used: 6,
    books: 1,
    links: 1,
  });
});

test("without an open seat nobody is added", async () => {
  const cast = await buildCast({ seatsTotal: 5 });
  const admin = await member(cast.admin);
  await expectRefusal(() => addUser(admin, input()), "no_open_seat");
});

test("an address in use is refused in any spelling, and names who has it", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const email = cast.user.email.toUpperCase();
  await expectRefusal(() => addUser(admin, input({ email })), "email_in_use", {
    name: "Uma Ullman",
  });
});

test("the address of another account's user is free here", async () => {
  const cast = await buildCast();
  const event = await addUser(await member(cast.admin), input({ email: cast.outsider.email }));
  expect(event.data.email).toBe(cast.outsider.email);
});

test("an inactive user's address asks who it is; a different person takes it over", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const email = cast.inactive.email;
  await expectRefusal(() => addUser(admin, input({ email })), "email_of_inactive_user", {
    name: "Ines Ibarra",
    userId: cast.inactive.id,
  });
  await expectRefusal(
    () => addUser(admin, input({ email, takesEmailFrom: cast.user.id })),
    "email_of_inactive_user",
  );
  const event = await addUser(admin, input({ email, takesEmailFrom: cast.inactive.id }));
  expect(event.data.takenFrom).toBe("Ines Ibarra");
  const rows = await sql`
    select id, email, former_email, status from users
    where account_id = ${cast.accountId} and (email = ${email} or former_email = ${email})
    order by status`;
  expect(rows).toEqual([
    { id: event.userId, email, former_email: null, status: "active" },
    { id: cast.inactive.id, email: null, former_email: email, status: "inactive" },
  ]);
});

test("a plain user adds nobody", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  await expectRefusal(() => addUser(user, input()), "not_admin");
});

test("the same form sent twice adds one user and answers the same link", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const form = input();
  const [first, second] = await Promise.all([addUser(admin, form), addUser(admin, form)]);
  expect(second).toEqual(first);
});

test("a link chooses a password once", async () => {
  const cast = await buildCast();
  const { userId, token } = await added(cast);
  await choosePassword(choice(cast, token), visitor);
  const [row] =
    await sql`select password_hash like '$argon2id$%' as yes from users where id = ${userId}`;
  expect(row?.yes).toBe(true);
  const other = { password: "another long password", again: "another long password" };
  await expectRefusal(
    () => choosePassword({ ...choice(cast, token), ...other }, visitor),
    "link_dead",
  );
});

test("the form that chooses a password is done once, and sent again it is done", async () => {
  const cast = await buildCast();
  const { userId, token } = await added(cast);
  const form = choice(cast, token);
  await Promise.all([choosePassword(form, visitor), choosePassword(form, visitor)]);
  await choosePassword(form, visitor);
  const events = await sql`
    select from audit_events where user_id = ${userId} and kind = 'user.password_chosen'`;
  expect(events).toHaveLength(1);
  // Later it is a guess, of whoever has the link.
  await sql.begin(async (tx) => {
    await tx`alter table password_links disable trigger password_links_stay_ended`;
    await tx`
      update password_links set used_at = now() - interval '2 minutes' where user_id = ${userId}`;
    await tx`alter table password_links enable trigger password_links_stay_ended`;
  });
  await expectRefusal(() => choosePassword(form, visitor), "link_dead");
});

test("a link of another account, an unknown one, an expired one and a replaced one are dead", async () => {
  const cast = await buildCast();
  const { userId, token } = await added(cast);
  const elsewhere = { ...choice(cast, token), accountId: cast.outsider.accountId };
  await expectRefusal(() => choosePassword(elsewhere, visitor), "link_dead");
  await expectRefusal(() => choosePassword(choice(cast, token.slice(1)), visitor), "link_dead");
  await createPasswordLink(await member(cast.admin), { requestId: randomUUID(), userId });
  await expectRefusal(() => choosePassword(choice(cast, token), visitor), "link_dead");
});

test("a link is dead once its user is inactive, also after becoming active again", async () => {
  const cast = await buildCast();
  const { userId, token } = await added(cast);
  await sql`update users set status = 'inactive' where id = ${userId}`;
  await expectRefusal(() => choosePassword(choice(cast, token), visitor), "link_dead");
  await sql`update users set status = 'active' where id = ${userId}`;
  await expectRefusal(() => choosePassword(choice(cast, token), visitor), "link_dead");
});

test("a new link is only for an active user without a password", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const link = (userId: string) => () =>
    createPasswordLink(admin, { requestId: randomUUID(), userId });
  await sql`update users set password_hash = 'x' where id = ${cast.user.id}`;
  await expectRefusal(link(cast.user.id), "password_already_chosen");
  await expectRefusal(link(cast.inactive.id), "already_inactive");
  await expectRefusal(link(cast.outsider.id), "not_found");
});

test("a link for an Owner is only another Owner's to make", async () => {
  const cast = await buildCast();
  const link = { requestId: randomUUID(), userId: cast.owner.id };
  const admin = await member(cast.admin);
  await expectRefusal(() => createPasswordLink(admin, link), "link_of_owner");
  const { data } = await createPasswordLink(await member(cast.owner), link);
  expect(data.linkId).toBeTruthy();
});

const visitor = { device: "Firefox on Linux", address: "192.0.2.1" };

async function added(cast: Cast) {
  const event = await addUser(await member(cast.admin), input());
  const token = passwordLinkPath(cast.accountId, event.data.linkId).split("/").at(-1) ?? "";
  return { userId: event.userId ?? "", token };
}

function choice({ accountId }: Cast, token: string) {
  const password = "correct horse battery";
  return { accountId, token, password, again: password };
}

function input(changes: Partial<AddUser> = {}): AddUser {
  return {
    requestId: randomUUID(),
    firstName: "Nina",
    lastName: "Neumann",
    email: `nina@${randomUUID()}.example`,
    role: "user",
    ...changes,
  };
}
