import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword } from "#lib/sessions/password";
import { editUser } from "#lib/users/edit-user";
import { userFilterSchema } from "#lib/users/filter";
import { inactivateUser } from "#lib/users/inactivate-user";
import { getUsersPage } from "#lib/users/users-page";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { editOf } from "#tests/support/edit";
import { mailsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";

test("name, role and default successor change at once, and the log tells what they were", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const edit = await editOf(admin, cast.user, {
    lastName: "Ullmann",
    role: "admin",
    defaultSuccessorId: cast.successor.id,
  });
  const event = await editUser(admin, edit);
  expect(event).toMatchObject({
    kind: "user.edited",
    actorName: "Adam Aalto",
    userName: "Uma Ullmann",
    data: {
      changes: {
        name: { from: "Uma Ullman", to: "Uma Ullmann" },
        role: { from: "user", to: "admin" },
        defaultSuccessor: { from: "", to: "Samuel Sato" },
      },
    },
  });
  const [row] = await sql`
    select name, role, default_successor_id, known_last_name, email from users
    where id = ${cast.user.id}`;
  expect(row).toEqual({
    name: "Uma Ullmann",
    role: "admin",
    default_successor_id: cast.successor.id,
    known_last_name: "Ullman",
    email: cast.user.email,
  });
  expect(await mailsOf(cast.accountId)).toEqual([]);
});

test("the same form sent twice is one edit", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const edit = await editOf(admin, cast.user, { lastName: "Ullmann" });
  const first = await editUser(admin, edit);
  expect(await editUser(admin, edit)).toEqual(first);
});

test("a new e-mail waits for its link; both addresses are told, and the old one still signs in", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const email = "uma.ullman@new.example";
  const event = await editUser(admin, await editOf(admin, cast.user, { email }));
  expect(event.data).toEqual({ changes: {}, newEmail: email });
  const [row] = await sql`
    select u.email, c.to_email, c.from_email, c.needs_agreement, c.done_at
    from users u join email_changes c on c.account_id = u.account_id and c.user_id = u.id
    where u.id = ${cast.user.id}`;
  expect(row).toEqual({
    email: cast.user.email,
    to_email: email,
    from_email: cast.user.email,
    needs_agreement: false,
    done_at: null,
  });
  const page = await getUsersPage(admin, userFilterSchema.parse({ search: "Uma" }));
  expect(page.users.rows).toMatchObject([{ email: cast.user.email, newEmail: email }]);
  expect(await mailsOf(cast.accountId)).toMatchObject([
    { kind: "confirm_email", address: email },
    { kind: "email_change_begun", address: cast.user.email, data: { agrees: false } },
  ]);
});

test("another spelling of the same address counts at once", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const email = cast.user.email.toUpperCase();
  await editUser(admin, await editOf(admin, cast.user, { email }));
  const [row] = await sql`select email from users where id = ${cast.user.id}`;
  expect(row?.email).toBe(email);
});

test("a second new e-mail takes the place of the first", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  for (const email of ["uma@first.example", "uma@second.example"]) {
    await editUser(admin, await editOf(admin, cast.user, { email }));
  }
  const rows = await sql`
    select to_email, ended_at is null as open from email_changes
    where user_id = ${cast.user.id} order by created_at`;
  expect(rows).toEqual([
    { to_email: "uma@first.example", open: false },
    { to_email: "uma@second.example", open: true },
  ]);
});

test("an edit of an old page changes nothing and names who was first", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const stale = await editOf(admin, cast.user, { role: "admin" });
  const other = await member(cast.admin2);
  await editUser(other, await editOf(other, cast.user, { lastName: "Ullmann" }));
  await expectRefusal(() => editUser(admin, stale), "edited_meanwhile", { by: "Beatriz Braga" });
});

test("what changes nothing is told so", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const edit = await editOf(admin, cast.user);
  await expectRefusal(() => editUser(admin, edit), "nothing_edited");
});

test("one's own role and an Owner's stay as they are", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const own = await editOf(admin, cast.admin, { role: "user" });
  await expectRefusal(() => editUser(admin, own), "role_is_own");
  const owners = await editOf(admin, cast.owner, { role: "user" });
  await expectRefusal(() => editUser(admin, owners), "role_of_owner", { name: "Olivia Okafor" });
});

test("only Owners themselves change their e-mail, with their password", async () => {
  const cast = await buildCast();
  const email = "olivia.okafor@new.example";
  const admin = await member(cast.admin);
  const byAdmin = await editOf(admin, cast.owner, { email });
  await expectRefusal(() => editUser(admin, byAdmin), "email_of_owner");

  const passwordHash = await hashPassword("the owner's password");
  await sql`update users set password_hash = ${passwordHash} where id = ${cast.owner.id}`;
  const owner = await member(cast.owner);
  const wrong = await editOf(owner, cast.owner, { email, password: "another password" });
  await expect(editUser(owner, wrong)).rejects.toMatchObject({ code: "password_wrong" });
  await editUser(owner, { ...wrong, password: "the owner's password" });
  const [change] =
    await sql`select needs_agreement from email_changes where user_id = ${cast.owner.id}`;
  expect(change).toEqual({ needs_agreement: false });
});

test("an Owner's e-mail keeps its spelling, and a letter that only looks alike is a new address", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const large = cast.owner.email.toUpperCase();
  const edit = await editOf(admin, cast.owner, { email: large });
  await expectRefusal(() => editUser(admin, edit), "email_of_owner");
  const email = cast.admin2.email.replace("i", "\u0130");
  const event = await editUser(admin, await editOf(admin, cast.admin2, { email }));
  expect(event.data).toEqual({ changes: {}, newEmail: email });
});

test("guessing at the own password ends after ten times", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const edit = await editOf(admin, cast.admin, { email: "adam@new.example", password: "wrong" });
  const codes: string[] = [];
  for (let times = 0; times < 11; times++) {
    await editUser(admin, edit).catch(({ code }) => codes.push(code));
  }
  expect(codes).toEqual([...Array(10).fill("password_wrong"), "too_many_attempts"]);
});

test("an address that somebody has already is refused by name", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  for (const other of [cast.successor, cast.inactive]) {
    const edit = await editOf(admin, cast.user, { email: other.email.toUpperCase() });
    await expectRefusal(() => editUser(admin, edit), "email_in_use", { name: other.name });
  }
});

test("another account's user, a default successor elsewhere or inactive, and an inactive user", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const edit = await editOf(admin, cast.user);
  const foreign = { ...edit, userId: cast.outsider.id };
  await expectRefusal(() => editUser(admin, foreign), "not_found");
  for (const defaultSuccessorId of [cast.outsider.id, cast.inactive.id, randomUUID()]) {
    await expectRefusal(
      () => editUser(admin, { ...edit, defaultSuccessorId }),
      "successor_not_active",
    );
  }
  const own = { ...edit, defaultSuccessorId: cast.user.id };
  await expectRefusal(() => editUser(admin, own), "successor_is_leaver");
  const inactive = await editOf(admin, cast.inactive, { lastName: "Other" });
  await expectRefusal(() => editUser(admin, inactive), "user_is_inactive");
});

test("a default successor who has become inactive may stay, and be taken out", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const defaultSuccessorId = cast.successor.id;
  await editUser(admin, await editOf(admin, cast.user, { defaultSuccessorId }));
  await sql`update users set status = 'inactive' where id = ${cast.successor.id}`;
  await editUser(admin, await editOf(admin, cast.user, { lastName: "Ullmann" }));
  const edit = await editOf(admin, cast.user, { defaultSuccessorId: undefined });
  const { data } = await editUser(admin, edit);
  expect(data.changes).toEqual({ defaultSuccessor: { from: "Samuel Sato", to: "" } });
});

test("an edit that turns one person into another is stopped, in small steps too", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const exchange = { firstName: "Ben", lastName: "Boll", email: "ben.boll@elsewhere.example" };
  const edit = await editOf(admin, cast.user, exchange);
  const facts = { name: "Uma Ullman", newName: "Ben Boll" };
  await expectRefusal(() => editUser(admin, edit), "another_person", facts);
  await editUser(admin, await editOf(admin, cast.user, { lastName: "Boll" }));
  const step = await editOf(admin, cast.user, exchange);
  await expectRefusal(() => editUser(admin, step), "another_person", facts);
});

test("the same person with a reason goes through, is logged, and old address and Owners are told", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const exchange = { firstName: "Ben", lastName: "Boll", email: "ben.boll@elsewhere.example" };
  const isSamePerson = { isSamePerson: "yes", samePersonReason: "A new name of his own" } as const;
  const edit = await editOf(admin, cast.user, { ...exchange, ...isSamePerson });
  const { data } = await editUser(admin, edit);
  expect(data).toMatchObject({ samePerson: "A new name of his own", newEmail: exchange.email });
  const mails = await mailsOf(cast.accountId);
  expect(mails.filter(({ kind }) => kind === "same_person_confirmed")).toMatchObject([
    { userId: cast.user.id, address: cast.user.email },
    { userId: cast.owner.id },
  ]);
  const [row] = await sql`
    select known_first_name, known_last_name, known_email from users where id = ${cast.user.id}`;
  expect(row).toEqual({
    known_first_name: "Ben",
    known_last_name: "Boll",
    known_email: exchange.email,
  });
});

test("a confirmed person whose new e-mail does not count yet is edited in other things", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const exchange = { firstName: "Ben", lastName: "Boll", email: "ben.boll@elsewhere.example" };
  const isSamePerson = { isSamePerson: "yes", samePersonReason: "A new name of his own" } as const;
  await editUser(admin, await editOf(admin, cast.user, { ...exchange, ...isSamePerson }));
  const { data } = await editUser(admin, await editOf(admin, cast.user, { role: "admin" }));
  expect(data.changes).toEqual({ role: { from: "user", to: "admin" } });
});

test("who is made inactive takes a new e-mail on its way along", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await editUser(admin, await editOf(admin, cast.user, { email: "uma@new.example" }));
  await inactivateUser(admin, {
    requestId: randomUUID(),
    userId: cast.user.id,
    contacts: "leave",
    successorIds: [],
    reason: "",
  });
  const [change] = await sql`
    select ended_at is not null as ended from email_changes where user_id = ${cast.user.id}`;
  expect(change).toEqual({ ended: true });
});
