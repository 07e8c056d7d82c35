import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { queueMail } from "#lib/mail/queue-mail";
import { answerOwnerRequest } from "#lib/owner-requests/answer-owner-request";
import { confirmOwnerRequest } from "#lib/owner-requests/confirm-owner-request";
import { queueTelling, type Telling } from "#lib/owner-requests/queue-telling";
import { requestOwnerRemoval } from "#lib/owner-requests/request-owner-removal";
import { withdrawOwnerRequest } from "#lib/owner-requests/withdraw-owner-request";
import { transact } from "#lib/transaction";
import { owner as sql } from "#tests/support/attempt";
import { adminsCase, carryOut, verify } from "#tests/support/cases";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { untilDone } from "#tests/support/jobs";
import { withMailing } from "#tests/support/mailing";
import { cardHolderCase, latestCase, removalOf } from "#tests/support/owner-requests";

const mailing = withMailing();

test("every Owner is told with a link of their own, which answers; the end is told to who asked too", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const admin = await member(cast.admin);
  await requestOwnerRemoval(admin, removalOf(cast.owner, { successorId: cast.admin.id }));
  const [concerned] = await mailing.server.until(cast.owner.email);
  expect(concerned?.subject).toBe("Your Account Owner status in Brightwater is to be lifted");
  expect(concerned?.text).toContain("Adam Aalto, an admin of Brightwater, asked our support");
  expect(concerned?.text).toContain("> Has left us in May");
  const [other] = await mailing.server.until(cast.admin2.email);
  expect(other?.subject).toBe("The Account Owner status of Olivia Okafor is to be lifted");

  await answerOwnerRequest({ ...linkIn(other), answer: "objected", words: "Not so fast" });
  await answerOwnerRequest({ ...linkIn(concerned), answer: "agreed", words: "" });
  const row = await latestCase(cast.accountId);
  expect(row).toMatchObject({ state: "objected", objection: "Not so fast" });

  const form = { requestId: randomUUID(), caseId: row?.id, reason: "They talked" };
  await withdrawOwnerRequest(admin, form);
  for (const [{ email }, before] of [
    [cast.owner, 1],
    [cast.admin2, 1],
    [cast.admin, 0],
  ] as const) {
    const mail = (await mailing.server.until(email, before + 1)).at(-1);
    expect(mail?.subject).toBe("The case about Olivia Okafor in Brightwater has ended");
    expect(mail?.text).toContain("> They talked");
  }
  await untilDone(cast.accountId);
});

test("who becomes an Owner by it is told so, and the former one what they are now", async () => {
  const cast = await buildCast();
  const { request, rita, tom } = await adminsCase(cast);
  await verify(rita);
  await carryOut(tom);
  const [mail] = await mailing.server.until(cast.admin2.email);
  expect(mail?.subject).toBe("Olivia Okafor is no Account Owner of Brightwater any more");
  expect(mail?.text).toContain("and made you an Account Owner");
  expect(mail?.text).toContain(`It was case ${request.number}`);
  const former = (await mailing.server.until(cast.owner.email)).at(-1);
  expect(former?.text).toContain("lifted your Account Owner status and made Beatriz Braga");
  await untilDone(cast.accountId);
});

test("the card holder is asked at the billing address, and the link there confirms it", async () => {
  const { cast, payer } = await castWithPayer();
  const { id } = await cardHolderCase(cast);
  await tell(cast, { requestId: id, news: "confirm" });
  const [mail] = await mailing.server.until(payer);
  expect(mail?.subject).toBe(
    "Please confirm: the Account Owner status of Olivia Okafor in Brightwater is to be lifted",
  );
  expect(mail?.text).toContain("Hello Paul Payer,");
  await confirmOwnerRequest(linkIn(mail));
  expect((await latestCase(cast.accountId))?.confirmed_at).not.toBeNull();
  await untilDone(cast.accountId);
});

test("what was withdrawn before its mails were written is not asked any more, but its end is told", async () => {
  const { cast, payer } = await castWithPayer();
  await mailing.whileJobsRest(async () => {
    const { id } = await cardHolderCase(cast);
    await queueLetters(cast, payer, id);
    await sql`
      update owner_requests set ended_at = now(), outcome = 'refused', end_reason = 'Wrong digits'
      where id = ${id}`;
    await tell(cast, { requestId: id, news: "ended" });
  });
  const mails = await mailing.server.until(payer);
  await untilDone(cast.accountId);
  expect(mails.map(({ subject }) => subject)).toEqual([
    "The case about Olivia Okafor in Brightwater has ended",
  ]);
  expect(mails[0]?.text).toMatch(/^Hello,\n/);
  const toOwner = await mailing.server.until(cast.owner.email);
  expect(toOwner.map(({ text }) => text?.includes("> Wrong digits"))).toEqual([true]);
});

test("an Owner who is inactive by then gets none of it", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  await mailing.whileJobsRest(async () => {
    await requestOwnerRemoval(await member(cast.admin), removalOf(cast.owner));
    await sql`
      update users set is_owner = false, status = 'inactive' where id = ${cast.admin2.id}`;
  });
  await mailing.server.until(cast.owner.email);
  await untilDone(cast.accountId);
  const all = mailing.server.mails.flatMap(({ recipients }) => recipients);
  expect(all).not.toContain(cast.admin2.email);
});

/** As the console tells of it. */
function tell({ accountId }: Cast, telling: Telling): Promise<void> {
  const actor = { kind: "system", accountId } as const;
  return transact(actor, (tx) => queueTelling(tx, actor, telling));
}

/** The mails themselves, as the job adds them, while the case is still open. */
async function queueLetters(cast: Cast, payer: string, requestId: string): Promise<void> {
  const [row] = await sql<{ letter: string; confirm: string }[]>`
    select l.id as letter, r.confirm_id as confirm from owner_requests r
    join owner_request_letters l on l.account_id = r.account_id and l.request_id = r.id
    where r.id = ${requestId}`;
  const about = { caseNumber: 1, name: cast.owner.name, by: "Paul Payer", reason: "Left" };
  await transact({ kind: "system", accountId: cast.accountId }, async (tx) => {
    const confirmId = row?.confirm ?? "";
    const to = { address: payer, name: "Paul Payer" };
    await queueMail(tx, to, "owner_request_confirm", { ...about, confirmId });
    await queueMail(tx, { userId: cast.owner.id }, "owner_request_told", {
      ...{ ...about, letterId: row?.letter ?? "", isConcerned: true, capacity: "card_holder" },
      ...{ successor: null, waitsUntil: new Date().toISOString() },
    });
  });
}

async function castWithPayer(): Promise<{ cast: Cast; payer: string }> {
  const cast = await buildCast();
  const payer = `payer@${cast.accountId.slice(0, 8)}.example`;
  await sql`update accounts set billing_email = ${payer} where id = ${cast.accountId}`;
  return { cast, payer };
}

/** What the link of a mail says to the server. */
function linkIn(mail: { text?: string } | undefined): { accountId: string; token: string } {
  const [, accountId = "", token = ""] =
    /-owner-request\/([^/\s]+)\/(\S+)$/m.exec(mail?.text ?? "") ?? [];
  return { accountId, token };
}
