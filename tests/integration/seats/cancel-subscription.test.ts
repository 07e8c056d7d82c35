import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock";
import { cancelSubscription } from "#lib/seats/cancel-subscription";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { resumeSubscription } from "#lib/seats/resume-subscription";
import { getSubscriptionStatus } from "#lib/seats/subscription-status";
import { hashPassword } from "#lib/sessions/password";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

const password = "a password of Olivia";

afterEach(() => setClock(null));

test("an Owner cancels: it ends with its period, and the admins and the card holder are told", async () => {
  const cast = await withPasswords();
  const event = await cancelSubscription(await member(cast.owner), input());
  const { renewsAt, ...row } = await rowOf(cast);
  expect(row).toMatchObject({ status: "active", cancelledBy: cast.owner.id, readOnlyAt: null });
  expect(event).toMatchObject({ kind: "subscription.cancelled", actorName: "Olivia Okafor" });
  const told = await mailsOf(cast.accountId);
  const to = [cast.owner.id, cast.admin.id, cast.admin2.id, undefined];
  expect(told.map(({ userId }) => userId).sort()).toEqual(to.sort());
  expect(told.find(({ address }) => address)).toEqual({
    userId: undefined,
    address: "billing@payer.example",
    kind: "subscription_cancelled",
    data: { by: "Olivia Okafor", endsAt: renewsAt.toISOString() },
  });

  setClock(renewsAt);
  expect(await renewSubscription(cast)).toBe("ended");
  expect(await renewSubscription(cast)).toBe("ended");
  expect(await rowOf(cast)).toMatchObject({ status: "ended", readOnlyAt: renewsAt });
  expect(await sql`select from invoices where account_id = ${cast.accountId}`).toHaveLength(0);
  const ends = (await mailsOf(cast.accountId)).filter(({ kind }) => kind === "subscription_ended");
  expect(ends.map(({ data }) => data)).toEqual(Array(4).fill({ why: "cancelled" }));
});

test("the same form sent twice, or together, cancels once and tells once", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  const form = input();
  const first = await cancelSubscription(owner, form);
  expect((await cancelSubscription(owner, form)).id).toBe(first.id);
  expect(await mailsOf(cast.accountId)).toHaveLength(4);
});

test("of two Owners who cancel at once one does, and the other hears who did", async () => {
  const cast = await withPasswords();
  await sql`update users set is_owner = true where id = ${cast.admin.id}`;
  const owners = [await member(cast.owner), await member(cast.admin)];
  const results = await startTogether(
    cast.accountId,
    owners.map((owner) => () => cancelSubscription(owner, input())),
  );
  const [done] = results.filter(({ status }) => status === "fulfilled");
  const [refused] = results.filter(({ status }) => status === "rejected");
  const by = done?.status === "fulfilled" ? done.value.actorName : "";
  expect(refused).toMatchObject({ reason: { code: "subscription_is_cancelled", facts: { by } } });
  expect(await mailsOf(cast.accountId)).toHaveLength(4);
});

test("not without the own password, by an admin, a plain user, or an Owner elsewhere", async () => {
  const cast = await withPasswords();
  const wrong = { ...input(), password: "something else" };
  await expect(cancelSubscription(await member(cast.owner), wrong)).rejects.toMatchObject({
    code: "password_wrong",
  });
  for (const [person, code] of [
    [cast.admin, "not_owner"],
    [cast.user, "not_admin"],
  ] satisfies [Person, string][]) {
    await expect(cancelSubscription(await member(person), input())).rejects.toMatchObject({ code });
  }
  await cancelSubscription(await member(cast.outsider), input());
  expect(await rowOf(cast)).toMatchObject({ cancelledAt: null });
});

test("what is cancelled already says by whom, when, and when it ends", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  const first = await cancelSubscription(owner, input());
  await expect(cancelSubscription(owner, input())).rejects.toMatchObject({
    code: "subscription_is_cancelled",
    facts: { by: "Olivia Okafor", at: first.at.toISOString(), on: expect.any(String) },
  });
});

test("at the end it is over: a cancelling or resuming that comes a moment late is refused", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  await cancelSubscription(owner, input());
  setClock((await rowOf(cast)).renewsAt);
  await expectRefusal(
    () => resumeSubscription(owner, { requestId: randomUUID() }),
    "subscription_over",
  );
  await expect(cancelSubscription(owner, input())).rejects.toMatchObject({
    code: "subscription_over",
  });
});

test("an Owner resumes it, once, and then it renews as before", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  await cancelSubscription(owner, input());
  const form = { requestId: randomUUID() };
  const event = await resumeSubscription(owner, form);
  expect((await resumeSubscription(owner, form)).id).toBe(event.id);
  const { renewsAt, ...row } = await rowOf(cast);
  expect(row).toMatchObject({ cancelledAt: null, cancelledBy: null });
  await expectRefusal(
    () => resumeSubscription(owner, { requestId: randomUUID() }),
    "subscription_goes_on",
    { by: "Olivia Okafor", at: event.at.toISOString() },
  );
  setClock(renewsAt);
  expect(await renewSubscription(cast)).toBe("renewed");
  expect(await rowOf(cast)).toMatchObject({ status: "active", period: 1 });
});

test("what was never cancelled has nothing to resume, and an admin resumes nothing", async () => {
  const cast = await withPasswords();
  const form = () => ({ requestId: randomUUID() });
  const owner = await member(cast.owner);
  await expectRefusal(() => resumeSubscription(owner, form()), "subscription_goes_on");
  await cancelSubscription(owner, input());
  const admin = await member(cast.admin);
  await expectRefusal(() => resumeSubscription(admin, form()), "not_owner");
});

test("a trial that is cancelled ends with the trial, at no cost", async () => {
  const cast = await withPasswords();
  await sql`update subscriptions set status = 'trial' where account_id = ${cast.accountId}`;
  const owner = await member(cast.owner);
  await cancelSubscription(owner, input());
  setClock((await rowOf(cast)).renewsAt);
  await renewSubscription(cast);
  expect(await rowOf(cast)).toMatchObject({ status: "ended" });
  expect(await sql`select from invoices where account_id = ${cast.accountId}`).toHaveLength(0);
});

test("the page says how it stands and shows what was just done, of this account alone", async () => {
  const cast = await withPasswords();
  const owner = await member(cast.owner);
  const { id } = await cancelSubscription(owner, input());
  const { status, cancelledBy, owners, done, whyNot } = await getSubscriptionStatus(owner, id);
  expect({ status, cancelledBy, owners, whyNot }).toEqual({
    status: "active",
    cancelledBy: "Olivia Okafor",
    owners: "Olivia Okafor",
    whyNot: {
      cancel: "subscription_is_cancelled",
      resume: null,
      start: "subscription_runs",
    },
  });
  expect(done).toMatchObject({ id, kind: "subscription.cancelled" });
  const elsewhere = await getSubscriptionStatus(await member(cast.outsider), id);
  expect(elsewhere).toMatchObject({ done: null, cancelledAt: null });
});

function input() {
  return { requestId: randomUUID(), password };
}

async function withPasswords(): Promise<Cast> {
  const cast = await buildCast();
  const { owner, admin, user, outsider } = cast;
  const ids = [owner, admin, user, outsider].map(({ id }) => id);
  await sql`
    update users set password_hash = ${await hashPassword(password)} where id = any (${ids})`;
  return cast;
}

async function rowOf({ accountId }: Cast) {
  const [row] = await sql`
    select status, period, renews_at as "renewsAt", cancelled_at as "cancelledAt",
      cancelled_by as "cancelledBy", read_only_at as "readOnlyAt"
    from subscriptions where account_id = ${accountId}`;
  return { renewsAt: new Date(0), ...row };
}
