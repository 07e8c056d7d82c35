import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { beforeEach, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import type { RefusalCode } from "#lib/refusal";
import { hashPassword, isPassword } from "#lib/sessions/password";
import { changePassword } from "#lib/users/change-password";
import { forgetPassword } from "#lib/users/forget-password";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member, startSession } from "#tests/support/cast";
import { withMailing } from "#tests/support/mailing";
import { untilWaiting } from "#tests/support/race";

const present = "the present password";
const next = "correct horse battery";
const mailing = withMailing();
let cast: Cast;
let actor: Member;

beforeEach(async () => {
  cast = await buildCast();
  const passwordHash = await hashPassword(present);
  await sql`update users set password_hash = ${passwordHash} where id = ${cast.user.id}`;
  actor = await member(cast.user);
});

test("a changed password ends the other sign-ins and keeps this one, and a mail says so", async () => {
  await Promise.all([startSession(cast.user), startSession(cast.user)]);
  const event = await changePassword(actor, form());
  expect(event).toMatchObject({
    kind: "user.password_changed",
    userId: cast.user.id,
    data: { device: "Firefox on Linux", sessionsEnded: 2 },
  });
  const sessions = await sql`
    select id = ${actor.sessionId} as is_this, end_reason from sessions
    where user_id = ${cast.user.id} order by 1`;
  expect(sessions).toEqual([
    { is_this: false, end_reason: "password_changed" },
    { is_this: false, end_reason: "password_changed" },
    { is_this: true, end_reason: null },
  ]);
  expect(await isPasswordOf(next)).toBe(true);
  const [mail] = await mailing.server.until(cast.user.email);
  expect(mail?.subject).toBe("Your password was changed");
  expect(mail?.text).toContain("https://handover.example.com/forgotten-password");
});

test("a changed password ends the links that are on their way", async () => {
  await forgetPassword({ email: cast.user.email }, { device: "Curl", address: randomUUID() });
  await changePassword(actor, form());
  const links = await sql`
    select ended_at is not null as ended from password_links where user_id = ${cast.user.id}`;
  expect(links).toEqual([{ ended: true }]);
});

test.each<[string, object, RefusalCode]>([
  ["a wrong present password", { current: "not the password" }, "password_wrong"],
  ["the same password again", { password: present }, "password_is_same"],
  ["a common one", { password: "Football2026!" }, "password_is_common"],
  ["a pattern", { password: "123456789012" }, "password_is_pattern"],
  ["a name", { password: "uma-ullman-2026" }, "password_is_name"],
])("%s is refused, and nothing is changed", async (_what, change, code) => {
  const before = await everythingButCounters();
  await expect(changePassword(actor, form(change))).rejects.toMatchObject({ code });
  expect(await everythingButCounters()).toEqual(before);
});

test("the present password in other Unicode is the same", async () => {
  const passwordHash = await hashPassword("caffè in the morning");
  await sql`update users set password_hash = ${passwordHash} where id = ${cast.user.id}`;
  const current = "caffe\u0300 in the\u00A0morning";
  await expect(
    changePassword(actor, form({ current, password: "caffè in the morning" })),
  ).rejects.toMatchObject({ code: "password_is_same" });
  await changePassword(actor, form({ current }));
});

test("a person without a password changes none", async () => {
  await sql`update users set password_hash = null where id = ${cast.user.id}`;
  await expect(changePassword(actor, form())).rejects.toMatchObject({ code: "password_wrong" });
});

test("after ten wrong ones even the right one has to wait, and nobody else has to", async () => {
  const wrong = Array.from({ length: 10 }, () =>
    changePassword(actor, form({ current: "a guess" })).catch(({ code }) => code),
  );
  expect(new Set(await Promise.all(wrong))).toEqual(new Set(["password_wrong"]));
  await expect(changePassword(actor, form())).rejects.toMatchObject({
    code: "too_many_attempts",
    facts: { count: 15 },
  });
  await expect(
    changePassword(await member(cast.admin), form({ current: "a guess" })),
  ).rejects.toMatchObject({ code: "password_wrong" });
});

test("the same form sent twice changes it once and shows one result", async () => {
  const twice = form();
  const [one, two] = await Promise.all([
    changePassword(actor, twice),
    changePassword(actor, twice),
  ]);
  expect(two).toEqual(one);
  expect(await changePassword(actor, twice)).toEqual(one);
  const events = await sql`
    select from audit_events where user_id = ${cast.user.id} and kind = 'user.password_changed'`;
  expect(events).toHaveLength(1);
});

test("sent again while the first is about to be done, the form shows that one's result", async () => {
  const twice = form();
  let first: Promise<unknown> = Promise.resolve();
  let second: Promise<unknown> = Promise.resolve();
  await sql.begin(async (counters) => {
    await sql.begin(async (user) => {
      await user`select from users where id = ${cast.user.id} for update`;
      first = changePassword(actor, twice);
      await untilWaiting(1);
      // It has looked for a first result by then, and not at the password yet.
      await counters`lock table throttle_counters in exclusive mode`;
      second = changePassword(actor, twice);
      await untilWaiting(2);
    });
    await first;
  });
  expect(await second).toEqual(await first);
});

test("of two sign-ins that change it at the same moment one does and stays", async () => {
  const other = await member(cast.user);
  const outcomes = await Promise.allSettled([
    changePassword(actor, form({ password: "one of two passwords" })),
    changePassword(other, form({ password: "the other of the two" })),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const isFirst = outcomes[0].status === "fulfilled";
  expect(outcomes[isFirst ? 1 : 0]).toMatchObject({ reason: { code: "not_signed_in" } });
  expect(await isPasswordOf(isFirst ? "one of two passwords" : "the other of the two")).toBe(true);
});

test("somebody made inactive, or signed out, changes nothing", async () => {
  const before = await sql`select password_hash from users where id = ${cast.user.id}`;
  await sql`
    update sessions set ended_at = now(), end_reason = 'signed_out' where id = ${actor.sessionId}`;
  await expect(changePassword(actor, form())).rejects.toMatchObject({ code: "not_signed_in" });
  await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  await expect(changePassword(actor, form())).rejects.toMatchObject({ code: "access_ended" });
  expect(await sql`select password_hash from users where id = ${cast.user.id}`).toEqual(before);
});

test("a hash from before passwords were normalised is of what was typed", async () => {
  const typed = "caffe\u0300 in the\u00A0morning";
  const old = await hash(typed);
  expect(await isPassword(typed, old)).toBe(true);
  expect(await isPassword("caffè in the morning", old)).toBe(false);
});

function form(change: { current?: string; password?: string } = {}) {
  const password = change.password ?? next;
  return { requestId: randomUUID(), current: present, ...change, password, again: password };
}

async function isPasswordOf(password: string): Promise<boolean> {
  const [user] = await sql`select password_hash from users where id = ${cast.user.id}`;
  return isPassword(password, user?.password_hash);
}

async function everythingButCounters() {
  const { throttle_counters: _, ...others } = await fingerprint();
  return others;
}
