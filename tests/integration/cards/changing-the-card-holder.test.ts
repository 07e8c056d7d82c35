import { expect, test } from "vitest";
import { getCardPage } from "#lib/cards/card-page";
import { changeCardHolder } from "#lib/cards/change-card-holder";
import { confirmCardChange } from "#lib/cards/confirm-card-change";
import { owner as sql } from "#tests/support/attempt";
import {
  anotherCard,
  askForCard,
  cardOnFile,
  eventsOf,
  fallPastDue,
  givePassword,
  owing,
  password,
} from "#tests/support/cards";
import { liftOwner } from "#tests/support/case-steps";
import { buildCast, member } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { untilWaiting } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { card } from "#tests/support/subscriptions";

const present = { name: card.card_holder_name, last4: "4242", email: card.billing_email };
const next = { name: "Rosa Reyes", last4: "4417", email: "bills@reyes.example" };

test("an Owner's change counts at once; the log tells from what to what, and all are told", async () => {
  const { cast, input } = await withOwner();
  const event = await changeCardHolder(await member(cast.owner), input());
  expect(event).toMatchObject({
    kind: "card.changed",
    actorName: "Olivia Okafor",
    data: {
      ...{ holderName: "Rosa Reyes", last4: "4417", billingEmail: next.email },
      before: { holderName: "Paul Payer", last4: "4242", billingEmail: present.email },
    },
  });
  expect(event.data).not.toHaveProperty("confirmedBy");
  expect(await cardOnFile(cast)).toEqual({ ...next, userId: null });
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ userId, address }) => userId ?? address)).toEqual([
    ...[cast.owner.id, present.email, next.email],
  ]);
  expect(mails[1]).toMatchObject({
    kind: "card_changed",
    data: { by: "Olivia Okafor", last4: "4417" },
  });
});

test("each address is told once, in whatever case it is written", async () => {
  const { cast, input } = await withOwner();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const billingEmail = cast.owner.email.toUpperCase();
  await changeCardHolder(await member(cast.owner), input({ billingEmail }));
  const told = (await mailsOf(cast.accountId)).map(({ userId, address }) => userId ?? address);
  const owners = [cast.owner.id, cast.admin2.id].sort();
  expect([told.slice(0, 2).sort(), told.slice(2)]).toEqual([owners, [present.email]]);
});

test("the card holder is a user where the e-mail says so, and never by name", async () => {
  const { cast, input } = await withOwner();
  const owner = await member(cast.owner);
  const sameName = { ...input(), holderName: cast.user.name };
  await changeCardHolder(owner, sameName);
  expect(await cardOnFile(cast)).toMatchObject({ name: "Uma Ullman", userId: null });
  await changeCardHolder(owner, input({ holderEmail: cast.owner.email.toUpperCase() }));
  expect(await cardOnFile(cast)).toMatchObject({ name: "Rosa Reyes", userId: cast.owner.id });
  expect((await getCardPage(owner, undefined)).card.holderUser?.name).toBe("Olivia Okafor");
  // The next card is somebody else's, and with it the fact of who holds it.
  await changeCardHolder(owner, input());
  expect(await cardOnFile(cast)).toMatchObject({ userId: null });
});

test("no user who is inactive, or of another account, or nobody at all", async () => {
  const { cast, input } = await withOwner();
  const owner = await member(cast.owner);
  for (const email of [cast.inactive.email, cast.outsider.email, "nobody@x.example"]) {
    const refused = changeCardHolder(owner, input({ holderEmail: email }));
    await expect(refused).rejects.toMatchObject({ code: "holder_no_user", facts: { email } });
  }
  expect(await cardOnFile(cast)).toMatchObject(present);
  expect([await eventsOf(cast.accountId), await mailsOf(cast.accountId)]).toEqual([[], []]);
});

test("not with a wrong password", async () => {
  const { cast, input } = await withOwner();
  const owner = await member(cast.owner);
  const wrong = { ...input(), password: "a wrong password" };
  await expect(changeCardHolder(owner, wrong)).rejects.toMatchObject({ code: "password_wrong" });
  expect(await cardOnFile(cast)).toMatchObject(present);
  expect([await eventsOf(cast.accountId), await mailsOf(cast.accountId)]).toEqual([[], []]);
});

test("not by another admin, whose right password does not help", async () => {
  const { cast, input } = await withOwner();
  await givePassword(cast.admin);
  const admin = await member(cast.admin);
  await expect(changeCardHolder(admin, input())).rejects.toMatchObject({ code: "not_owner" });
  // Nor by a page that was an Owner's when it was opened.
  const pretended = { ...admin, isOwner: true };
  await expect(changeCardHolder(pretended, input())).rejects.toMatchObject({ code: "not_owner" });
  await givePassword(cast.user);
  const user = await member(cast.user);
  await expect(changeCardHolder(user, input())).rejects.toMatchObject({ code: "not_admin" });
  expect(await cardOnFile(cast)).toMatchObject(present);
});

test("not by an Owner whose status support lifts while the form is under way", async () => {
  const { cast, input } = await withOwner();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const former = await member(cast.owner);
  let changed: Promise<unknown> = Promise.resolve();
  await liftOwner(cast.owner, cast.admin, {
    meanwhile: () => {
      changed = changeCardHolder(former, input()).catch((error: unknown) => error);
      return untilWaiting(1);
    },
  });
  expect(await changed).toMatchObject({ code: "not_owner" });
  expect(await cardOnFile(cast)).toMatchObject(present);
});

test("the same form sent again, also at once, is one change", async () => {
  const { cast, input } = await withOwner();
  const owner = await member(cast.owner);
  const form = input();
  const [one, other] = await Promise.all([
    changeCardHolder(owner, form),
    changeCardHolder(owner, form),
  ]);
  const again = await changeCardHolder(owner, form);
  expect([other.id, again.id]).toEqual([one.id, one.id]);
  expect(await eventsOf(cast.accountId)).toEqual(["card.changed"]);
});

test("it ends what an admin had asked for, whose link is dead then", async () => {
  const { cast, input } = await withOwner();
  const { link } = await askForCard(await member(cast.admin));
  await changeCardHolder(await member(cast.owner), input());
  expect(await eventsOf(cast.accountId)).toEqual([
    ...["card.change_asked", "card.change_ended", "card.changed"],
  ]);
  await expectRefusal(() => confirmCardChange(link), "card_change_over");
});

test("what is owed is charged to the new card, and an account that could only be read works again", async () => {
  const { cast, input } = await withOwner();
  const { accountId } = cast;
  await fallPastDue(accountId, new Date(Date.now() - 1000));
  await fallPastDue(accountId, new Date(Date.now() - 1000));
  const owner = await member(cast.owner);
  expect((await getCardPage(owner, undefined)).owed).toEqual([
    { number: 1, amount: 15_000, currency: "USD" },
    { number: 2, amount: 15_000, currency: "USD" },
  ]);
  await changeCardHolder(owner, input());
  expect(await owing(accountId)).toEqual({
    ...{ status: "active", since: null, readOnlyAt: null, invoices: ["paid", "paid"] },
  });
  expect(await eventsOf(accountId)).toEqual(["invoice.paid", "invoice.paid", "card.changed"]);
  expect((await getCardPage(owner, undefined)).owed).toEqual([]);
});

test("a subscription that has ended stays ended, and what it owed is paid", async () => {
  const { cast, input } = await withOwner();
  const { accountId } = cast;
  const readOnlyAt = new Date(Date.now() - 1000);
  await fallPastDue(accountId, readOnlyAt);
  await sql`
    update subscriptions set status = 'ended', past_due_since = null where account_id = ${accountId}`;
  await changeCardHolder(await member(cast.owner), input());
  expect(await owing(accountId)).toEqual({
    ...{ status: "ended", since: null, readOnlyAt, invoices: ["paid"] },
  });
});

test("the first card of an account has nothing before it", async () => {
  const { cast, input } = await withOwner();
  await sql`
    update accounts set card_holder_name = null, card_last4 = null, billing_email = null
    where id = ${cast.accountId}`;
  const { data } = await changeCardHolder(await member(cast.owner), input());
  expect(data.before).toBeNull();
  expect(await mailsOf(cast.accountId)).toHaveLength(2);
});

test("the page shows another account nothing", async () => {
  const { cast } = await withOwner();
  const { changeId } = await askForCard(await member(cast.admin));
  const theirs = await getCardPage(await member(cast.outsider), changeId);
  expect([theirs.change, theirs.done]).toEqual([null, null]);
  const ours = await getCardPage(await member(cast.admin2), changeId);
  expect(ours.change).toMatchObject({
    ...{ id: changeId, requestedByName: "Adam Aalto", sentTo: present.email },
  });
  expect(ours.done?.state).toBe("unconfirmed");
});

async function withOwner() {
  const cast = await buildCast();
  await givePassword(cast.owner);
  const input = (change = {}) => ({ ...anotherCard(change), password });
  return { cast, input };
}
