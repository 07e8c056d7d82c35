import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, type Cast, member } from "#tests/support/cast";
import { untilDone } from "#tests/support/jobs";
import { withMailing } from "#tests/support/mailing";

const mailing = withMailing();
afterEach(() => setClock(null));

test("a reduction is told to the card holder, who is no user, and to every admin, once each", async () => {
  const { cast, payer } = await castWithPayer();
  await reduce(cast, 6);
  const [told] = await mailing.server.until(payer);
  expect(told?.subject).toBe("Brightwater is going to have 6 user spots");
  expect(told?.text).toContain("Hello Paul Payer,");
  expect(told?.text).toContain("Adam Aalto reduced the user spots: from ");
  expect(told?.text).toContain("because the bills of Brightwater in Handover go to this address");
  await untilDone(cast.accountId);
  expect(recipients(cast)).toEqual(
    [payer, cast.owner.email, cast.admin.email, cast.admin2.email].sort(),
  );
});

test("a card holder who is an admin gets one mail, and no other", async () => {
  const { cast } = await castWithPayer();
  await sql`
    update accounts set billing_email = ${cast.owner.email.toUpperCase()}
    where id = ${cast.accountId}`;
  await reduce(cast, 6);
  await untilDone(cast.accountId);
  expect(recipients(cast)).toEqual([cast.owner.email, cast.admin.email, cast.admin2.email].sort());
});

test("where more spots are used at the renewal, all of them read why so many stay", async () => {
  const { cast, payer } = await castWithPayer();
  await reduce(cast, 5);
  await addUsers(cast.accountId, "Nele Neu");
  setClock(new Date(Date.now() + 40 * 86_400_000));
  await renewSubscription(cast);
  const mails = await mailing.server.until(payer, 3);
  const subjects = mails.map(({ subject }) => subject);
  expect(subjects).toContain("Brightwater has 6 user spots now");
  expect(subjects).toContain("Invoice 1 for Brightwater: $90.00");
  const why = mails.find(({ subject }) => subject === "Brightwater has 6 user spots now");
  expect(why?.text).toContain("They were to be 5, but so many are used.");
  const [admin] = await mailing.server.until(cast.admin2.email, 2);
  expect(admin?.text).toContain("/admin/subscription/changes/");
});

test("a billing address that is refused for good is told in the account log", async () => {
  const { cast, payer } = await castWithPayer();
  mailing.server.refuses.add(payer);
  await reduce(cast, 6);
  await untilDone(cast.accountId);
  expect(
    await sql`
      select user_id, data ->> 'address' as address from audit_events
      where account_id = ${cast.accountId} and kind = 'mail.refused'`,
  ).toEqual([{ user_id: null, address: payer }]);
});

async function castWithPayer(): Promise<{ cast: Cast; payer: string }> {
  const cast = await buildCast();
  const payer = `payer@${cast.accountId.slice(0, 8)}.example`;
  await sql`update accounts set billing_email = ${payer} where id = ${cast.accountId}`;
  return { cast, payer };
}

async function reduce(cast: Cast, total: number): Promise<void> {
  const input = { requestId: randomUUID(), total, seenTotal: 10, reason: "" };
  await reduceSeats(await member(cast.admin), input);
}

function recipients({ accountId, owner, admin, admin2 }: Cast): string[] {
  const ours = [owner.email, admin.email, admin2.email, `payer@${accountId.slice(0, 8)}.example`];
  return mailing.server.mails
    .flatMap((mail) => mail.recipients.map((address) => address.toLowerCase()))
    .filter((address) => ours.includes(address))
    .sort();
}
