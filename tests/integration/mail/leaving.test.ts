import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUsers } from "#lib/users/inactivate-users";
import { inactivateUserSchema, inactivateUsersSchema } from "#lib/users/schema";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, buildCast, member } from "#tests/support/cast";
import { untilDone } from "#tests/support/jobs";
import { withMailing } from "#tests/support/mailing";
import { scheduleNow } from "#tests/support/schedules";

const mailing = withMailing();

test("who leaves reads that access has ended, in the admin's own words too; who receives reads how many", async () => {
  const cast = await buildCast({ contacts: 1_200 });
  const form = inactivateUserSchema.parse({
    requestId: randomUUID(),
    userId: cast.user.id,
    contacts: "one",
    successorId: cast.successor.id,
    tell: "yes",
    line: "Thank you for eleven years!",
  });
  await inactivateUser(await member(cast.admin), form);
  const [told] = await mailing.server.until(cast.user.email);
  expect(told?.subject).toBe("Your access to Brightwater has ended");
  expect(told?.text).toContain("Adam Aalto made your user in Brightwater inactive.");
  expect(told?.text).toContain("> Thank you for eleven years!");
  const [received] = await mailing.server.until(cast.successor.email);
  expect(received?.subject).toBe("1,200 contacts of Uma Ullman are yours now");
  expect(received?.text).toContain(
    `https://handover.example.com/contacts?assignee=${cast.successor.id}`,
  );
  await untilDone(cast.accountId);
  expect(await mailing.server.until(cast.successor.email)).toHaveLength(1);
});

test("of several at once each transfer is one mail to its successor", async () => {
  const cast = await buildCast({ contacts: 3 });
  await addContacts(cast.admin2, 5);
  const form = inactivateUsersSchema.parse({
    requestId: randomUUID(),
    userIds: [cast.user.id, cast.admin2.id],
    contacts: "one",
    successorId: cast.successor.id,
  });
  await inactivateUsers(await member(cast.admin), form);
  await untilDone(cast.accountId);
  const mails = await mailing.server.until(cast.successor.email, 2);
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    "3 contacts of Uma Ullman are yours now",
    "5 contacts of Beatriz Braga are yours now",
  ]);
  const recipients = mailing.server.mails.flatMap((mail) => mail.recipients);
  expect(recipients).not.toContain(cast.user.email);
});

test("a schedule runs by the queue; refused, its author and every other admin read why", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true, role = 'admin' where id = ${cast.admin2.id}`;
  const admin = await member(cast.admin);
  const scheduleId = await mailing.whileJobsRest(async () => {
    await scheduleNow(admin, cast.user, { tell: "yes" });
    const refused = await scheduleNow(admin, cast.successor);
    await sql`update users set is_owner = true, role = 'admin' where id = ${cast.successor.id}`;
    return refused.scheduleId;
  });
  await mailing.server.until(cast.user.email);
  for (const { email } of [cast.admin, cast.owner, cast.admin2, cast.successor]) {
    const [mail] = await mailing.server.until(email);
    expect(mail?.subject).toBe("Samuel Sato was not made inactive");
    expect(mail?.text).toContain("Adam Aalto scheduled Samuel Sato to be made inactive on");
    expect(mail?.text).toContain("> Samuel Sato is an Account Owner and cannot be made inactive.");
  }
  await untilDone(cast.accountId);
  const [row] = await sql`select outcome from scheduled_inactivations where id = ${scheduleId}`;
  expect(row?.outcome).toBe("refused");
});
