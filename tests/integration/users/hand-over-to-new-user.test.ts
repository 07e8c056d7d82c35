import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { handOverToNewUser } from "#lib/users/hand-over-to-new-user";
import type { HandOverToNewUser } from "#lib/users/schema";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member, type Person } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";

test("one leaves, another begins in the seat that opens and has the contacts, with no seat to spare", async () => {
  const cast = await buildCast({ seatsTotal: 5, contacts: 7 });
  const admin = await member(cast.admin);
  const event = await handOverToNewUser(admin, input(cast.user, { reason: "New in the job" }));
  expect(event).toMatchObject({
    kind: "user.inactivated",
    userName: "Uma Ullman",
    data: {
      contacts: 7,
      contactsPlan: "one",
      successors: [{ name: "Ben Boll", contacts: 7 }],
      newUser: { name: "Ben Boll" },
      reason: "New in the job",
      seatsUsed: 4,
    },
  });
  const rows = await sql`
    select u.name, u.status, u.created_by, count(c.id)::int as contacts
    from users u join books b on b.account_id = u.account_id and b.assignee_id = u.id
    left join contacts c on c.account_id = b.account_id and c.book_id = b.id
    where u.account_id = ${cast.accountId} and u.name in ('Uma Ullman', 'Ben Boll')
    group by u.name, u.status, u.created_by order by u.name`;
  expect(rows).toEqual([
    { name: "Ben Boll", status: "active", created_by: cast.admin.id, contacts: 7 },
    { name: "Uma Ullman", status: "inactive", created_by: null, contacts: 0 },
  ]);
  const kinds = await sql`
    select kind, user_name from audit_events where account_id = ${cast.accountId} order by id`;
  expect(kinds).toEqual([
    { kind: "user.added", user_name: "Ben Boll" },
    { kind: "user.inactivated", user_name: "Uma Ullman" },
  ]);
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ kind }) => kind)).toEqual(["choose_password"]);
});

test("it can be undone as any reassignment", async () => {
  const cast = await buildCast({ contacts: 7 });
  const admin = await member(cast.admin);
  const { data } = await handOverToNewUser(admin, input(cast.user));
  const transferId = data.transferId ?? "";
  const undone = await undoTransfer(admin, { requestId: randomUUID(), transferId });
  expect(undone.data).toMatchObject({ returned: 7, fromName: "Uma Ullman" });
});

test("the new person may get the leaver's own address, which the leaver keeps as a former one", async () => {
  const cast = await buildCast();
  await handOverToNewUser(await member(cast.admin), input(cast.user, { email: cast.user.email }));
  const [row] = await sql`
    select email, former_email from users where id = ${cast.user.id}`;
  expect(row).toEqual({ email: null, former_email: cast.user.email });
});

test("the leaver is told if that was asked for", async () => {
  const cast = await buildCast();
  const telling = { tell: "yes", line: "Thank you!" } as const;
  await handOverToNewUser(await member(cast.admin), input(cast.user, telling));
  expect(await mailsOf(cast.accountId)).toMatchObject([
    { kind: "user_inactivated", address: cast.user.email, data: { line: "Thank you!" } },
    { kind: "choose_password" },
  ]);
});

test("whatever is refused of it, nothing of it happens", async () => {
  const cast = await buildCast({ contacts: 2 });
  const admin = await member(cast.admin);
  const cases: [HandOverToNewUser, Parameters<typeof expectRefusal>[1]][] = [
    [input(cast.owner), "user_is_owner"],
    [input(cast.admin), "user_is_self"],
    [input(cast.inactive), "already_inactive"],
    [input(cast.outsider), "not_found"],
    [input(cast.user, { email: cast.successor.email }), "email_in_use"],
    [input(cast.user, { email: cast.inactive.email }), "email_of_inactive_user"],
  ];
  for (const [form, code] of cases) {
    await expectRefusal(() => handOverToNewUser(admin, form), code);
  }
  const plain = await member(cast.successor);
  await expectRefusal(() => handOverToNewUser(plain, input(cast.user)), "not_admin");
});

function input({ id }: Person, change: Partial<HandOverToNewUser> = {}): HandOverToNewUser {
  return {
    requestId: randomUUID(),
    userId: id,
    firstName: "Ben",
    lastName: "Boll",
    email: `ben.${randomUUID()}@x.example`,
    role: "user",
    reason: "",
    ...change,
  };
}
