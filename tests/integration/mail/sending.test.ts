import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { enqueue } from "#lib/enqueue";
import { passwordLinkPath } from "#lib/links";
import { queueMail } from "#lib/mail/queue-mail";
import { transact } from "#lib/transaction";
import { addUser } from "#lib/users/add-user";
import { createPasswordLink } from "#lib/users/create-password-link";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { until, untilDone } from "#tests/support/jobs";
import { withMailing } from "#tests/support/mailing";

const mailing = withMailing();

test("who is added gets a mail with the link, in plain text and in HTML", async () => {
  const cast = await buildCast();
  const email = `nora@${cast.accountId}.example`;
  await addUser(await member(cast.admin), {
    requestId: randomUUID(),
    firstName: "Nora",
    lastName: "Novák",
    email,
    role: "user",
  });
  const [mail] = await mailing.server.until(email);
  expect(mail).toMatchObject({
    subject: "Choose your password for Brightwater",
    from: { name: "Handover", address: "no-reply@handover.example.com" },
    to: [{ name: "Nora Novák", address: email }],
  });
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@handover\.example\.com>$/);
  const link = /https:\/\/handover\.example\.com\/choose-password\/[\w/-]+/;
  expect(mail?.text).toContain("Hello Nora,");
  expect(mail?.text).toContain("Adam Aalto gave you access");
  expect(mail?.text).toMatch(link);
  expect(mail?.html).toMatch(link);
});

test("what is rolled back sends nothing", async () => {
  const cast = await buildCast();
  const actor = { kind: "system", accountId: cast.accountId } as const;
  const mail = { name: "X", by: "Y" };
  await expect(
    transact(actor, async (tx) => {
      await queueMail(tx, { userId: cast.user.id }, "owner_made", mail);
      throw new Error("and then it failed");
    }),
  ).rejects.toThrow("and then it failed");
  await transact(actor, (tx) => queueMail(tx, { userId: cast.owner.id }, "owner_made", mail));
  await mailing.server.until(cast.owner.email);
  await untilDone(cast.accountId);
  expect(mailing.server.mails.flatMap(({ recipients }) => recipients)).not.toContain(
    cast.user.email,
  );
});

test("a mail to somebody made inactive meanwhile is dropped, one that says so is sent", async () => {
  const cast = await buildCast();
  const actor = { kind: "system", accountId: cast.accountId } as const;
  const to = { userId: cast.user.id };
  await mailing.whileJobsRest(async () => {
    await transact(actor, async (tx) => {
      await queueMail(tx, to, "owner_made", { name: "X", by: "Y" });
      await queueMail(tx, to, "user_inactivated", { by: "Y", line: "Thanks!" });
    });
    await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  });
  const [mail] = await mailing.server.until(cast.user.email);
  expect(mail?.subject).toBe("Your access to Brightwater has ended");
  expect(mail?.text).toContain("> Thanks!");
  await untilDone(cast.accountId);
  expect(await mailing.server.until(cast.user.email)).toHaveLength(1);
});

test("a link that was used, ended or replaced meanwhile is not sent", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const request = () => ({ requestId: randomUUID(), userId: cast.user.id });
  const { data } = await mailing.whileJobsRest(async () => {
    await createPasswordLink(admin, request());
    return createPasswordLink(admin, request());
  });
  const [mail] = await mailing.server.until(cast.user.email);
  await untilDone(cast.accountId);
  expect(await mailing.server.until(cast.user.email)).toHaveLength(1);
  expect(mail?.text).toContain(passwordLinkPath(cast.accountId, data.linkId));
});

test("a dead mail server holds up nothing, and the mail comes when it is back", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await mailing.whileServerIsAway(async () => {
    await createPasswordLink(admin, { requestId: randomUUID(), userId: cast.user.id });
    await until(async () => {
      const [job] = await waiting(cast.accountId);
      return job?.attempts > 0 && job?.locked_at === null;
    });
  });
  // In place of waiting for the queue's next try.
  await sql`update graphile_worker._private_jobs set run_at = now()`;
  await mailing.server.until(cast.user.email);
});

test("an address that is refused for good is told in the account log and not tried again", async () => {
  const cast = await buildCast();
  mailing.server.refuses.add(cast.user.email);
  const admin = await member(cast.admin);
  await createPasswordLink(admin, { requestId: randomUUID(), userId: cast.user.id });
  await untilDone(cast.accountId);
  const [event] = await sql`
    select actor_name, user_name, data from audit_events
    where account_id = ${cast.accountId} and kind = 'mail.refused'`;
  expect(event).toEqual({
    actor_name: "Handover",
    user_name: "Uma Ullman",
    data: { mail: "choose_password", address: cast.user.email },
  });
});

test("a job is for the transaction's account, whatever its payload says", async () => {
  const cast = await buildCast();
  const actor = { kind: "system", accountId: cast.accountId } as const;
  await mailing.whileJobsRest(async () => {
    await transact(actor, (tx) =>
      enqueue(tx, "send_mail", { accountId: cast.outsider.accountId, userId: cast.outsider.id }),
    );
    expect(await waiting(cast.accountId)).toHaveLength(1);
    await sql`delete from graphile_worker._private_jobs`;
  });
});

function waiting(accountId: string) {
  return sql`
    select id, attempts, locked_at from graphile_worker._private_jobs
    where payload ->> 'accountId' = ${accountId}`;
}
