import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { getCardPage } from "#lib/cards/card-page";
import { confirmCardChange } from "#lib/cards/confirm-card-change";
import { endCardChange } from "#lib/cards/end-card-change";
import { findLinkedCardChange } from "#lib/cards/find-card-change";
import { requestCardChange } from "#lib/cards/request-card-change";
import { setClock } from "#lib/clock";
import { linkToken } from "#lib/links";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner as sql } from "#tests/support/attempt";
import {
  anotherCard,
  askForCard,
  cardLink,
  cardOnFile,
  eventsOf,
  fallPastDue,
  owing,
} from "#tests/support/cards";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { card } from "#tests/support/subscriptions";

afterEach(() => setClock(null));

const ROUNDS = 50;
const DAY = 86_400_000;
const present = { name: card.card_holder_name, last4: "4242", email: card.billing_email };
const next = { name: "Rosa Reyes", last4: "4417", email: "bills@reyes.example" };

test("an admin's change waits for the present billing address, which is asked by mail", async () => {
  const cast = await buildCast();
  const event = await requestCardChange(await member(cast.admin), anotherCard());
  expect(event).toMatchObject({
    kind: "card.change_asked",
    data: { holderName: "Rosa Reyes", last4: "4417", sentTo: present.email },
  });
  expect(await cardOnFile(cast)).toMatchObject(present);
  expect(await mailsOf(cast.accountId)).toEqual([
    {
      kind: "confirm_card_change",
      userId: undefined,
      address: present.email,
      data: {
        changeId: event.data.changeId,
        ...{ by: "Adam Aalto", holderName: "Rosa Reyes", last4: "4417" },
      },
    },
  ]);
  const [stored] = await sql`
    select token_hash from card_changes where id = ${event.data.changeId}`;
  expect(stored?.token_hash).not.toBe(linkToken("card confirmation", event.data.changeId));
});

test("opening the link puts the card on file, and tells the addresses before and after and the Owners", async () => {
  const cast = await buildCast();
  const input = anotherCard({ holderEmail: cast.owner.email });
  const { changeId, link } = await askForCard(await member(cast.admin), input);
  await confirmCardChange(link);
  expect(await cardOnFile(cast)).toEqual({ ...next, userId: cast.owner.id });
  const [event] = await sql`
    select actor_name as "actorName", actor_id as "actorId", data from audit_events
    where account_id = ${cast.accountId} and kind = 'card.changed'`;
  expect(event).toMatchObject({
    ...{ actorName: "Adam Aalto", actorId: cast.admin.id },
    data: {
      ...{ changeId, holderName: "Rosa Reyes", confirmedBy: present.email },
      before: { holderName: "Paul Payer", last4: "4242", billingEmail: present.email },
    },
  });
  const told = (await mailsOf(cast.accountId)).filter(({ kind }) => kind === "card_changed");
  expect(told.map(({ userId, address }) => userId ?? address)).toEqual([
    ...[cast.owner.id, present.email, next.email],
  ]);
});

test("it charges what is owed, and the account works again", async () => {
  const cast = await buildCast();
  const { link } = await askForCard(await member(cast.admin));
  await fallPastDue(cast.accountId, new Date(Date.now() - 1000));
  await confirmCardChange(link);
  expect(await owing(cast.accountId)).toMatchObject({ status: "active", invoices: ["paid"] });
});

test("an account that can only be read can still change its card", async () => {
  const cast = await buildCast();
  await fallPastDue(cast.accountId, new Date(Date.now() - 1000));
  const { link } = await askForCard(await member(cast.admin));
  await confirmCardChange(link);
  expect(await owing(cast.accountId)).toMatchObject({ status: "active" });
});

test("the same click twice, also at once, is one change", async () => {
  const cast = await buildCast();
  const { link } = await askForCard(await member(cast.admin));
  const results = await startTogether(cast.accountId, [
    () => confirmCardChange(link),
    () => confirmCardChange(link),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  await confirmCardChange(link);
  expect(await eventsOf(cast.accountId)).toEqual(["card.change_asked", "card.changed"]);
  expect(await mailsOf(cast.accountId)).toHaveLength(4);
});

test("a link that has been used changes nothing again once another card is on file", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const first = await askForCard(admin);
  await confirmCardChange(first.link);
  const second = await askForCard(admin, { ...anotherCard(), last4: "9999" });
  await confirmCardChange(second.link);
  await confirmCardChange(first.link);
  expect(await cardOnFile(cast)).toMatchObject({ last4: "9999" });
});

test("expired, truncated, forged and foreign links change nothing", async () => {
  const cast = await buildCast();
  const { changeId, link } = await askForCard(await member(cast.admin));
  const wrong = [
    { ...link, token: link.token.slice(0, -1) },
    { ...link, token: linkToken("e-mail confirmation", changeId) },
    { ...link, accountId: cast.outsider.accountId },
    { ...link, accountId: randomUUID() },
    { ...link, token: "" },
  ];
  for (const each of wrong) await expectRefusal(() => confirmCardChange(each), "card_change_over");
  expect(await findLinkedCardChange(cast.outsider.accountId, link.token)).toBeNull();
  setClock(new Date(Date.now() + 7 * DAY - 60_000));
  expect((await findLinkedCardChange(cast.accountId, link.token))?.state).toBe("unconfirmed");
  setClock(new Date(Date.now() + 7 * DAY));
  expect((await findLinkedCardChange(cast.accountId, link.token))?.state).toBe("over");
  await expectRefusal(() => confirmCardChange(link), "card_change_over");
  expect((await getCardPage(await member(cast.admin), undefined)).change).toBeNull();
});

test.each([
  ["made inactive", { status: "inactive" }],
  ["no admin any more", { role: "user" }],
])("it goes no further once who asked for it is %s", async (_what, change) => {
  const cast = await buildCast();
  const { link } = await askForCard(await member(cast.admin));
  await sql`update users set ${sql(change)} where id = ${cast.admin.id}`;
  await expectRefusal(() => confirmCardChange(link), "card_change_over");
  // Coming back revives none of it.
  await sql`update users set status = 'active', role = 'admin' where id = ${cast.admin.id}`;
  await expectRefusal(() => confirmCardChange(link), "card_change_over");
});

test("of a confirmation and the inactivation of who asked, at once, the later one finds the other's", async () => {
  const cast = await buildCast();
  const admin2 = await member(cast.admin2);
  const { link } = await askForCard(await member(cast.admin));
  const sheet = { userId: cast.admin.id, contacts: "leave" as const, successorIds: [], reason: "" };
  const [confirmed, inactivated] = await startTogether<unknown>(cast.accountId, [
    () => confirmCardChange(link),
    () => inactivateUser(admin2, { requestId: randomUUID(), ...sheet }),
  ]);
  expect(inactivated?.status).toBe("fulfilled");
  const isDone = confirmed?.status === "fulfilled";
  expect(await cardOnFile(cast)).toMatchObject(isDone ? next : present);
  if (confirmed?.status === "rejected") expect(confirmed.reason.code).toBe("card_change_over");
});

test("it does not count once bills go elsewhere than where it was sent", async () => {
  const cast = await buildCast();
  const { link } = await askForCard(await member(cast.admin));
  await sql`
    update accounts set billing_email = 'else@where.example' where id = ${cast.accountId}`;
  await expectRefusal(() => confirmCardChange(link), "card_change_over");
});

test("a newer request ends the one before, whoever asked for that", async () => {
  const cast = await buildCast();
  const first = await askForCard(await member(cast.admin));
  const second = await askForCard(await member(cast.admin2), { ...anotherCard(), last4: "9999" });
  await expectRefusal(() => confirmCardChange(first.link), "card_change_over");
  expect(await eventsOf(cast.accountId)).toEqual([
    ...["card.change_asked", "card.change_ended", "card.change_asked"],
  ]);
  await confirmCardChange(second.link);
  expect(await cardOnFile(cast)).toMatchObject({ last4: "9999" });
});

test("two who ask at once: one is under way, and the other was ended", async () => {
  const cast = await buildCast();
  const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
  const results = await startTogether<unknown>(cast.accountId, [
    () => requestCardChange(admin, anotherCard()),
    () => requestCardChange(admin2, anotherCard()),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect(await openChanges(cast)).toBe(1);
});

test("the same form sent again is one request, and one mail", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const form = anotherCard();
  const first = await requestCardChange(admin, form);
  expect((await requestCardChange(admin, form)).id).toBe(first.id);
  expect(await mailsOf(cast.accountId)).toHaveLength(1);
});

test("where bills go to no address, only an Owner can change the card", async () => {
  const cast = await buildCast();
  await sql`update accounts set billing_email = null where id = ${cast.accountId}`;
  const admin = await member(cast.admin);
  await expectRefusal(() => requestCardChange(admin, anotherCard()), "no_billing_email");
  expect((await getCardPage(admin, undefined)).whyNot).toBe("no_billing_email");
  expect((await getCardPage(await member(cast.owner), undefined)).whyNot).toBeNull();
});

test("not by a plain user, and not for a holder who is no active user", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  await expectRefusal(() => requestCardChange(user, anotherCard()), "not_admin");
  const admin = await member(cast.admin);
  const wrong = anotherCard({ holderEmail: cast.inactive.email });
  await askForCard(admin);
  await expectRefusal(() => requestCardChange(admin, wrong), "holder_no_user");
  expect(await openChanges(cast)).toBe(1);
});

test("any admin cancels it, once, and its link is dead then", async () => {
  const cast = await buildCast();
  const { changeId, link } = await askForCard(await member(cast.admin));
  const admin2 = await member(cast.admin2);
  const input = { requestId: randomUUID(), changeId };
  const event = await endCardChange(admin2, input);
  expect(event).toMatchObject({
    ...{ kind: "card.change_ended", actorName: "Beatriz Braga" },
    data: { changeId, holderName: "Rosa Reyes", last4: "4417" },
  });
  expect((await endCardChange(admin2, input)).id).toBe(event.id);
  await expectRefusal(() => confirmCardChange(link), "card_change_over");
  await expectRefusal(
    () => endCardChange(admin2, { requestId: randomUUID(), changeId }),
    "card_change_over",
  );
});

test("not one that is on file by now, another account's, or by a plain user", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const { changeId, link } = await askForCard(admin);
  const input = () => ({ requestId: randomUUID(), changeId });
  const outsider = await member(cast.outsider);
  await expectRefusal(() => endCardChange(outsider, input()), "not_found");
  const user = await member(cast.user);
  await expectRefusal(() => endCardChange(user, input()), "not_admin");
  await confirmCardChange(link);
  await expectRefusal(() => endCardChange(admin, input()), "card_change_over");
});

test("of a confirmation and a cancellation at once, one wins and the other is told", async () => {
  const cast = await buildCast();
  const admin2 = await member(cast.admin2);
  const { changeId } = await askForCard(await member(cast.admin));
  const [confirmed, ended] = await startTogether<unknown>(cast.accountId, [
    () => confirmCardChange(cardLink(cast.accountId, changeId)),
    () => endCardChange(admin2, { requestId: randomUUID(), changeId }),
  ]);
  expect([confirmed?.status, ended?.status].sort()).toEqual(["fulfilled", "rejected"]);
  const lost = [confirmed, ended].find((result) => result?.status === "rejected");
  expect(lost).toMatchObject({ reason: { code: "card_change_over" } });
  expect(await cardOnFile(cast)).toMatchObject(confirmed?.status === "fulfilled" ? next : present);
});

test("of a renewal and the first card at once, whichever comes first, the period is paid once", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const cast = await buildCast();
    const { accountId } = cast;
    const { link } = await askForCard(await member(cast.admin));
    await sql`update accounts set card_last4 = null where id = ${accountId}`;
    const [subscription] = await sql<{ at: Date }[]>`
      select renews_at as at from subscriptions where account_id = ${accountId}`;
    await sql`alter table card_changes disable trigger card_changes_stay`;
    await sql`update card_changes set expires_at = ${subscription?.at ?? null}::timestamptz + interval '1 day'
      where account_id = ${accountId}`;
    await sql`alter table card_changes enable trigger card_changes_stay`;
    setClock(subscription?.at ?? null);
    const results = await startTogether<unknown>(accountId, [
      () => renewSubscription(cast),
      () => confirmCardChange(link),
    ]);
    setClock(null);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await owing(accountId)).toMatchObject({
      ...{ status: "active", readOnlyAt: null, invoices: ["paid"] },
    });
  }
});

async function openChanges({ accountId }: Cast): Promise<number> {
  const rows = await sql`
    select from card_changes where account_id = ${accountId} and done_at is null and ended_at is null`;
  return rows.length;
}
