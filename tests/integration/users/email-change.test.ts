import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { emailAgreementPath, emailConfirmationPath } from "#lib/links";
import { agreeToEmail } from "#lib/users/agree-to-email";
import { answerEmailChange } from "#lib/users/answer-email-change";
import { confirmEmail } from "#lib/users/confirm-email";
import { editUser } from "#lib/users/edit-user";
import { endEmailChange } from "#lib/users/end-email-change";
import { expectRefused, owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { editOf } from "#tests/support/edit";
import { mailsOf } from "#tests/support/jobs";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

const ROUNDS = 50;

/** The same name elsewhere: another one would be taken for another person. */
const newOf = ({ email }: Person) => email.replace(/@.*/, "@new.example");

test("opening the link makes the new address count, ends links to the old one, and tells it", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.admin), cast.user);
  await sql`
    insert into password_links (account_id, user_id, token_hash, expires_at, purpose)
    values (${cast.accountId}, ${cast.user.id}, 'x', now() + interval '1 hour', 'reset')`;
  await confirmEmail(change.confirmation);
  expect(await emailOf(cast.user)).toBe(newOf(cast.user));
  const [state] = await sql`
    select c.done_at is not null as done, (select count(*)::int from password_links l
      where l.user_id = c.user_id and l.ended_at is null) as links
    from email_changes c where c.id = ${change.changeId}`;
  expect(state).toEqual({ done: true, links: 0 });
  expect(await eventsOf(cast.accountId)).toEqual([
    "user.edited",
    "user.email_confirmed",
    "user.email_changed",
  ]);
  expect((await mailsOf(cast.accountId)).at(-1)).toMatchObject({
    kind: "email_changed",
    address: cast.user.email,
    data: { newEmail: newOf(cast.user) },
  });
});

test("the same click twice is one change", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.admin), cast.user);
  await confirmEmail(change.confirmation);
  await confirmEmail(change.confirmation);
  expect(await eventsOf(cast.accountId)).toHaveLength(3);
});

test("an admin's address changed by another admin waits for the old address too", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.admin), cast.admin2);
  await confirmEmail(change.confirmation);
  expect(await emailOf(cast.admin2)).toBe(cast.admin2.email);
  await answerEmailChange({ ...change.agreement, answer: "yes" });
  expect(await emailOf(cast.admin2)).toBe(newOf(cast.admin2));
});

test("the Owners are asked to agree, whoever may", async () => {
  const cast = await buildCast();
  await begin(await member(cast.admin), cast.admin2);
  const asked = await mailsOf(cast.accountId);
  expect(asked.filter(({ kind }) => kind === "email_agreement_asked")).toMatchObject([
    { userId: cast.owner.id, data: { name: cast.admin2.name, newEmail: newOf(cast.admin2) } },
  ]);
});

test("agreeing first and confirming afterwards comes to the same", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.admin), cast.admin2);
  await answerEmailChange({ ...change.agreement, answer: "yes" });
  await answerEmailChange({ ...change.agreement, answer: "yes" });
  expect(await emailOf(cast.admin2)).toBe(cast.admin2.email);
  await confirmEmail(change.confirmation);
  expect(await emailOf(cast.admin2)).toBe(newOf(cast.admin2));
});

test("an Owner may agree in place of the old address; an admin may not", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const { changeId, confirmation } = await begin(admin, cast.admin2);
  await confirmEmail(confirmation);
  const input = { requestId: randomUUID(), userId: cast.admin2.id, changeId };
  await expectRefusal(() => agreeToEmail(admin, input), "not_owner");
  await agreeToEmail(await member(cast.owner), { ...input, requestId: randomUUID() });
  expect(await emailOf(cast.admin2)).toBe(newOf(cast.admin2));
});

test("an Owner who changes an admin's address has agreed with that", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.owner), cast.admin2);
  await confirmEmail(change.confirmation);
  expect(await emailOf(cast.admin2)).toBe(newOf(cast.admin2));
});

test("the old address says no, and the change is over", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.admin), cast.admin2);
  await answerEmailChange({ ...change.agreement, answer: "no" });
  await expectRefusal(() => confirmEmail(change.confirmation), "email_change_over");
  expect(await emailOf(cast.admin2)).toBe(cast.admin2.email);
});

test("an admin cancels a change, and its links are dead", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const { changeId, confirmation, agreement } = await begin(admin, cast.user);
  const input = { requestId: randomUUID(), userId: cast.user.id, changeId };
  await expectRefusal(
    () => endEmailChange(admin, { ...input, userId: cast.successor.id }),
    "not_found",
  );
  await endEmailChange(admin, input);
  await expectRefusal(() => confirmEmail(confirmation), "email_change_over");
  await expectRefusal(
    () => answerEmailChange({ ...agreement, answer: "yes" }),
    "email_change_over",
  );
  await expectRefusal(
    () => endEmailChange(admin, { ...input, requestId: randomUUID() }),
    "email_change_over",
  );
});

test("an Owner's own change is not cancelled by somebody else", async () => {
  const cast = await buildCast();
  const [change] = await sql`
    insert into email_changes (account_id, user_id, from_email, to_email, requested_by, expires_at,
      token_hash, needs_agreement, agreement_hash)
    values (${cast.accountId}, ${cast.owner.id}, 'a@b.example', 'o@new.example', ${cast.owner.id},
      now() + interval '1 day', 'one', false, 'two') returning id`;
  const input = { requestId: randomUUID(), userId: cast.owner.id, changeId: change?.id };
  const admin = await member(cast.admin);
  await expectRefusal(() => endEmailChange(admin, input), "email_of_owner");
});

test("expired, truncated and foreign links change nothing, nor one link in place of the other", async () => {
  const cast = await buildCast();
  const { changeId, confirmation, agreement } = await begin(await member(cast.admin), cast.admin2);
  const wrong = [
    { ...confirmation, token: confirmation.token.slice(0, -1) },
    { ...confirmation, token: agreement.token },
    { ...confirmation, accountId: cast.outsider.accountId },
    { ...confirmation, token: "" },
  ];
  for (const link of wrong) await expectRefusal(() => confirmEmail(link), "email_change_over");
  await expectRefusal(
    () => answerEmailChange({ ...confirmation, answer: "yes" }),
    "email_change_over",
  );
  await sql`alter table email_changes disable trigger email_changes_stay`;
  await sql`update email_changes set expires_at = now() - interval '1 second' where id = ${changeId}`;
  await sql`alter table email_changes enable trigger email_changes_stay`;
  await expectRefusal(() => confirmEmail(confirmation), "email_change_over");
});

test("an address that somebody took meanwhile does not count, and the change waits", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.admin), cast.user);
  await sql`update users set email = ${newOf(cast.user)} where id = ${cast.successor.id}`;
  await expectRefusal(() => confirmEmail(change.confirmation), "email_in_use");
});

test("a new rank ends a change that somebody else has begun", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const change = await begin(admin, cast.user);
  await editUser(admin, await editOf(admin, cast.user, { role: "admin" }));
  await expectRefusal(() => confirmEmail(change.confirmation), "email_change_over");
});

test("lowered, moved and raised again: the last step takes an Owner", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await editUser(admin, await editOf(admin, cast.admin2, { role: "user" }));
  await editUser(admin, await editOf(admin, cast.admin2, { role: "admin" }));
  await editUser(admin, await editOf(admin, cast.admin2, { role: "user" }));
  const { confirmation } = await begin(admin, cast.admin2);
  await confirmEmail(confirmation);
  const raise = await editOf(admin, cast.admin2, { role: "admin" });
  await expectRefusal(() => editUser(admin, raise), "email_of_admin");
  await editUser(await member(cast.owner), { ...raise, requestId: randomUUID() });
});

test("a change that an admin began goes no further once that admin is inactive", async () => {
  const cast = await buildCast();
  const change = await begin(await member(cast.admin), cast.user);
  await sql`update users set status = 'inactive' where id = ${cast.admin.id}`;
  await expectRefusal(() => confirmEmail(change.confirmation), "email_change_over");
});

test("of an edit and the confirmation of a new address at once, neither undoes the other", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  for (let round = 0; round < ROUNDS; round++) {
    await sql`update users set email = ${cast.user.email} where id = ${cast.user.id}`;
    const { confirmation } = await begin(admin, cast.user);
    const form = await editOf(admin, cast.user);
    form.lastName = form.lastName === "Ullman" ? "Ullmann" : "Ullman";
    const [edit, confirm] = await startTogether<unknown>(cast.accountId, [
      () => editUser(admin, form),
      () => confirmEmail(confirmation),
    ]);
    expect(confirm?.status).toBe("fulfilled");
    if (edit?.status === "rejected") expect(edit.reason.code).toBe("edited_meanwhile");
    expect(await emailOf(cast.user)).toBe(newOf(cast.user));
  }
});

test("raw SQL: no address of an active user changes without a confirmed change", async () => {
  const cast = await buildCast();
  const update = (person: Person) =>
    expectRefused("app", cast.accountId, "users_email_is_confirmed", (tx) => {
      return tx`update users set email = ${newOf(person)} where id = ${person.id}`;
    });
  await update(cast.user);
  const { changeId } = await begin(await member(cast.admin), cast.admin2);
  await sql`update email_changes set confirmed_at = now() where id = ${changeId}`;
  await update(cast.admin2);
});

test("raw SQL: nobody begins a change of an Owner's address for them, or one that is confirmed", async () => {
  const cast = await buildCast();
  const insert = (by: string, who: Person, requestedBy: Person, confirmedAt: Date | null) =>
    expectRefused("app", cast.accountId, by, (tx) => {
      return tx`
        insert into email_changes (account_id, user_id, from_email, to_email, requested_by,
          expires_at, token_hash, needs_agreement, agreement_hash, confirmed_at)
        values (${cast.accountId}, ${who.id}, 'a@b.example', 'x@new.example', ${requestedBy.id},
          now() + interval '1 day', 'one', false, 'two', ${confirmedAt})`;
    });
  await insert("email_changes_owner_changes_own", cast.owner, cast.admin, null);
  await insert("email_changes_begin_unconfirmed", cast.user, cast.admin, new Date());
  await insert("email_changes_user_is_active", cast.inactive, cast.admin, null);
});

async function begin(actor: Member, person: Person) {
  await editUser(actor, await editOf(actor, person, { email: newOf(person) }));
  const { accountId } = person;
  const [change] = await sql<{ id: string }[]>`
    select id from email_changes 
    where user_id = ${person.id} and ended_at is null and done_at is null`;
  const changeId = change?.id ?? "";
  const tokenOf = (path: string) => path.split("/").at(-1) ?? "";
  return {
    changeId,
    confirmation: { accountId, token: tokenOf(emailConfirmationPath(accountId, changeId)) },
    agreement: { accountId, token: tokenOf(emailAgreementPath(accountId, changeId)) },
  };
}

async function emailOf({ id }: Person): Promise<string> {
  const [row] = await sql<{ email: string }[]>`select email from users where id = ${id}`;
  return row?.email ?? "";
}

async function eventsOf(accountId: Cast["accountId"]): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select kind from audit_events where account_id = ${accountId} order by id`;
  return rows.map(({ kind }) => kind);
}
