import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { endOtherSessions } from "#lib/sessions/end-other-sessions";
import { endSession } from "#lib/sessions/end-session";
import { getSessionsPage } from "#lib/sessions/sessions-page";
import { signOut } from "#lib/sessions/sign-out";
import { attempt, owner as sql } from "#tests/support/attempt";
import { buildCast, member, startSession } from "#tests/support/cast";
import { untilWaiting } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

const request = () => ({ requestId: randomUUID() });

test("a person sees the own open sign-ins, this one first, and how others ended", async () => {
  const cast = await buildCast();
  const [here, away, left] = [
    await member(cast.user),
    await startSession(cast.user),
    await member(cast.user),
  ];
  await startSession(cast.admin);
  await signOut(left);
  const month = await startSession(cast.user);
  await sql`update sessions set expires_at = now() - interval '1 minute' where id = ${month}`;
  const page = await getSessionsPage(here, null);
  expect(page.open.map(({ id, isThis }) => [id, isThis])).toEqual([
    [here.sessionId, true],
    [away, false],
  ]);
  expect(page.ended.map(({ id, endReason }) => [id, endReason])).toEqual([
    [left.sessionId, "signed_out"],
    [month, null],
  ]);
  expect(page.ended[1]?.endedAt).toBeInstanceOf(Date);
});

test("of the ended ones the latest twenty of 30 days are shown", async () => {
  const cast = await buildCast();
  const here = await member(cast.user);
  await sql`
    insert into sessions (account_id, user_id, expires_at, ended_at, end_reason)
    select ${cast.accountId}, ${cast.user.id}, now(), now() - n * interval '1 hour', 'signed_out'
    from generate_series(1, 21) n`;
  await sql`
    insert into sessions (account_id, user_id, expires_at, ended_at, end_reason)
    values (${cast.accountId}, ${cast.user.id}, now(), now() - interval '31 days', 'signed_out')`;
  const page = await getSessionsPage(here, null);
  expect([page.ended.length, page.hasMore]).toEqual([20, true]);
});

test("ending one ends that one, tells the log its device, and shows as just done", async () => {
  const cast = await buildCast();
  const here = await member(cast.user);
  const [ended, kept] = [await startSession(cast.user), await startSession(cast.user)];
  const form = { ...request(), sessionId: ended };
  const event = await endSession(here, form);
  expect(event).toMatchObject({
    kind: "user.session_ended",
    actorId: cast.user.id,
    userId: cast.user.id,
    data: { count: 1, device: "Firefox on Linux" },
  });
  expect(await endSession(here, form)).toEqual(event);
  const [row] = await sql`select end_reason, ended_by from sessions where id = ${ended}`;
  expect(row).toEqual({ end_reason: "ended_by_user", ended_by: cast.user.id });
  expect(await openOf(here)).toEqual([here.sessionId, kept].sort());
  expect((await getSessionsPage(here, event.id)).done).toMatchObject({ data: { count: 1 } });
  expect((await getSessionsPage(await member(cast.admin), event.id)).done).toBeNull();
});

test("neither this one, an ended one, another user's, another account's nor nobody's is ended", async () => {
  const cast = await buildCast();
  const [here, left] = [await member(cast.user), await member(cast.user)];
  await signOut(left);
  const end = (sessionId: string) => () => endSession(here, { ...request(), sessionId });
  await expectRefusal(end(here.sessionId), "session_is_this_one");
  await expectRefusal(end(left.sessionId), "session_ended");
  await expectRefusal(end(await startSession(cast.admin)), "not_found");
  await expectRefusal(end(await startSession(cast.outsider)), "not_found");
  await expectRefusal(end(randomUUID()), "not_found");
});

test("ending all others keeps this one and everybody else's, and says how many they were", async () => {
  const cast = await buildCast();
  const here = await member(cast.user);
  const admins = await startSession(cast.admin);
  await startSession(cast.user);
  await startSession(cast.user);
  expect((await endOtherSessions(here, request())).data).toEqual({ count: 2 });
  expect(await openOf(here)).toEqual([here.sessionId]);
  expect(await sql`select ended_at from sessions where id = ${admins}`).toEqual([
    { ended_at: null },
  ]);
  await expectRefusal(() => endOtherSessions(here, request()), "no_other_sessions");
});

test("an ended sign-in ends none itself", async () => {
  const cast = await buildCast();
  const [here, there] = [await member(cast.user), await member(cast.user)];
  await endOtherSessions(here, request());
  await expectRefusal(() => endOtherSessions(there, request()), "not_signed_in");
  const sessionId = here.sessionId;
  await expectRefusal(() => endSession(there, { ...request(), sessionId }), "not_signed_in");
});

test("of two that end each other at the same moment one stays", async () => {
  const cast = await buildCast();
  for (let round = 0; round < 5; round++) {
    const [one, two] = [await member(cast.user), await member(cast.user)];
    const outcomes = await Promise.allSettled([
      endOtherSessions(one, request()),
      endOtherSessions(two, request()),
    ]);
    const won = outcomes.findIndex(({ status }) => status === "fulfilled");
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes[1 - won]).toMatchObject({ reason: { code: "not_signed_in" } });
    expect(await openOf(one)).toEqual([won === 0 ? one.sessionId : two.sessionId]);
  }
});

test("what a sign-in does while it is being ended is done before that, or not at all", async () => {
  const cast = await buildCast({ contacts: 1 });
  const [here, there] = [await member(cast.user), await member(cast.user)];
  const [contact] = await sql`select id from contacts where account_id = ${cast.accountId}`;
  let using: Promise<unknown> = Promise.resolve();
  // The other sign-in is ended in a transaction that has not committed when it is used.
  await attempt("app", cast.accountId, async (tx) => {
    await tx`select from users where id = ${cast.user.id} for no key update`;
    await tx`
      update sessions set ended_at = now(), end_reason = 'ended_by_user' where id = ${there.sessionId}`;
    const entry = { contactId: contact?.id, kind: "note", body: "Too late" } as const;
    using = addHistoryEntry(there, { ...request(), ...entry }).catch(({ code }) => code);
    await untilWaiting(1);
  });
  expect(await using).toBe("not_signed_in");
  expect(await openOf(here)).toEqual([here.sessionId]);
});

async function openOf({ userId }: Member): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from sessions where user_id = ${userId} and ended_at is null`;
  return rows.map(({ id }) => id).sort();
}
