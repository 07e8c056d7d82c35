import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { hashPassword, isPassword } from "#lib/sessions/password";
import { choosePassword } from "#lib/users/choose-password";
import { createPasswordLink } from "#lib/users/create-password-link";
import { forgetPassword } from "#lib/users/forget-password";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member, type Person, startSession } from "#tests/support/cast";
import { withMailing } from "#tests/support/mailing";
import { expectRefusal } from "#tests/support/refused";

const device = "Firefox on Linux";
const password = "correct horse battery";
let former: string;
const mailing = withMailing();

beforeAll(async () => {
  former = await hashPassword("the former password");
});

test("who forgot a password gets a link for 30 minutes, which the log tells", async () => {
  const cast = await castWithPassword();
  await forgetPassword({ email: cast.user.email.toUpperCase() }, visitor());
  const [mail] = await mailing.server.until(cast.user.email);
  expect(mail?.subject).toBe("A new password for Brightwater");
  expect(mail?.text).toMatch(/\/choose-password\/[\w-]+\/[\w-]{43}\n/);
  const [link] = await sql`
    select purpose, extract(epoch from expires_at - created_at)::int / 60 as minutes,
      position(token_hash in ${mail?.text ?? ""}) as in_mail
    from password_links where user_id = ${cast.user.id}`;
  expect(link).toEqual({ purpose: "reset", minutes: 30, in_mail: 0 });
  const events = await sql`
    select kind, actor_name, user_name, data ->> 'device' as device from audit_events
    where account_id = ${cast.accountId}`;
  expect(events).toEqual([
    {
      kind: "user.password_forgotten",
      actor_name: "Handover",
      user_name: "Uma Ullman",
      device,
    },
  ]);
});

test("known, unknown and inactive addresses are answered alike, and only an active user gets mail", async () => {
  const cast = await castWithPassword();
  const before = await countOf("password_links");
  const emails = [cast.user.email, cast.inactive.email, `${randomUUID()}@nowhere.example`];
  for (const email of emails) {
    const started = performance.now();
    expect(await forgetPassword({ email }, visitor())).toBeUndefined();
    const took = performance.now() - started;
    expect(took).toBeGreaterThanOrEqual(690);
    expect(took).toBeLessThan(1500);
  }
  await mailing.server.until(cast.user.email);
  expect(await countOf("password_links")).toBe(before + 1);
  expect(mailing.server.mails.flatMap(({ recipients }) => recipients)).not.toContain(
    cast.inactive.email,
  );
});

test("an address in two accounts gets a link for each, and none where its user is inactive", async () => {
  const [one, two, three] = [await buildCast(), await buildCast(), await buildCast()];
  const others = [two.user.id, three.user.id];
  await sql`update users set email = ${one.user.email} where id in ${sql(others)}`;
  await sql`update users set status = 'inactive' where id = ${three.user.id}`;
  await forgetPassword({ email: one.user.email }, visitor());
  const mails = await mailing.server.until(one.user.email, 2);
  const accounts = mails.map((mail) => pathOf(mail.text).accountId);
  expect(accounts.sort()).toEqual([one.accountId, two.accountId].sort());
});

test("the sixth time in a quarter of an hour has to wait, known or not", async () => {
  const cast = await castWithPassword();
  const waits = [];
  for (const email of [cast.user.email, `${randomUUID()}@nowhere.example`]) {
    const times = Array.from({ length: 6 }, () =>
      forgetPassword({ email }, visitor()).then(
        () => "answered",
        ({ code, facts }) => [code, facts],
      ),
    );
    waits.push((await Promise.all(times)).map(String).sort());
  }
  expect(waits[0]).toEqual(waits[1]);
  expect(waits[0]?.filter((answer) => answer !== "answered")).toHaveLength(1);
  expect(await linksOf(cast.user, "reset")).toHaveLength(5);
});

test("asking ends the link asked for before, and no invitation", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await createPasswordLink(admin, { requestId: randomUUID(), userId: cast.user.id });
  await forgetPassword({ email: cast.user.email }, visitor());
  await forgetPassword({ email: cast.user.email }, visitor());
  expect(await linksOf(cast.user, "reset")).toEqual([{ is_open: false }, { is_open: true }]);
  expect(await linksOf(cast.user, "invitation")).toEqual([{ is_open: true }]);
  await createPasswordLink(admin, { requestId: randomUUID(), userId: cast.user.id });
  expect(await linksOf(cast.user, "reset")).toEqual([{ is_open: false }, { is_open: true }]);
});

test("a new password ends every sign-in and every other link, and a mail says so", async () => {
  const cast = await castWithPassword();
  await Promise.all([startSession(cast.user), startSession(cast.user)]);
  const elsewhere = await startSession(cast.admin);
  const form = await asked(cast);
  await choosePassword(form, visitor());
  const sessions = await sql`
    select distinct end_reason, ended_by from sessions where user_id = ${cast.user.id}`;
  expect(sessions).toEqual([{ end_reason: "password_changed", ended_by: cast.user.id }]);
  expect(await sql`select ended_at from sessions where id = ${elsewhere}`).toEqual([
    { ended_at: null },
  ]);
  const [event] = await sql`
    select actor_name, data from audit_events
    where user_id = ${cast.user.id} and kind = 'user.password_chosen'`;
  expect(event).toEqual({ actor_name: "Uma Ullman", data: { sessionsEnded: 2 } });
  expect(await passwordOf(cast.user)).toBe(true);
  const [, told] = await mailing.server.until(cast.user.email, 2);
  expect(told?.subject).toBe("Your password was changed");
  expect(told?.text).toContain(`with ${device}`);
});

test("the form of a new password sent again is done, and changes nothing more", async () => {
  const cast = await castWithPassword();
  const form = await asked(cast);
  await Promise.all([choosePassword(form, visitor()), choosePassword(form, visitor())]);
  const session = await startSession(cast.user);
  await choosePassword(form, visitor());
  expect(await sql`select ended_at from sessions where id = ${session}`).toEqual([
    { ended_at: null },
  ]);
});

test("a link is dead when used, expired, replaced, cut short, of another account, or of nobody", async () => {
  const cast = await castWithPassword();
  const replaced = await asked(cast);
  const form = await asked(cast);
  await expectRefusal(() => choosePassword(replaced, visitor()), "reset_link_dead");
  const wrong = [
    { ...form, token: form.token.slice(0, -1) },
    { ...form, token: form.token.toUpperCase() },
    { ...form, token: "" },
    { ...form, accountId: cast.outsider.accountId },
    { ...form, accountId: randomUUID() },
  ];
  for (const each of wrong) {
    await expectRefusal(() => choosePassword(each, visitor()), "link_dead");
  }
  await withoutTrigger(
    () => sql`update password_links set expires_at = now() where user_id = ${cast.user.id}`,
  );
  await expectRefusal(() => choosePassword(form, visitor()), "reset_link_dead");
  const used = await asked(cast);
  await choosePassword(used, visitor());
  const other = { password: "another long phrase", again: "another long phrase" };
  await expectRefusal(() => choosePassword({ ...used, ...other }, visitor()), "reset_link_dead");
});

test("a link is dead once its user is inactive, and stays so", async () => {
  const cast = await castWithPassword();
  const form = await asked(cast);
  await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  await expectRefusal(() => choosePassword(form, visitor()), "reset_link_dead");
  await sql`update users set status = 'active' where id = ${cast.user.id}`;
  await expectRefusal(() => choosePassword(form, visitor()), "reset_link_dead");
});

test("a password that is common, a pattern or a name is refused, and the link stays", async () => {
  const cast = await castWithPassword();
  const form = await asked(cast);
  for (const [weak, code] of [
    ["Password12345", "password_is_common"],
    ["abcabcabcabc", "password_is_pattern"],
    ["uma.ullman.2026", "password_is_name"],
    ["Brightwater 1!", "password_is_name"],
  ] as const) {
    const refused = { ...form, password: weak, again: weak };
    await expectRefusal(() => choosePassword(refused, visitor()), code);
  }
  await choosePassword(form, visitor());
});

test("of two links used at once one chooses the password", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  await createPasswordLink(admin, { requestId: randomUUID(), userId: cast.user.id });
  const [invitation] = await mailing.server.until(cast.user.email);
  const reset = await asked(cast, 2);
  const forms = [
    { ...reset, password: "one of two passwords", again: "one of two passwords" },
    {
      ...pathOf(invitation?.text),
      password: "the other of the two",
      again: "the other of the two",
    },
  ];
  const outcomes = await Promise.allSettled(forms.map((form) => choosePassword(form, visitor())));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const winner = forms[outcomes.findIndex(({ status }) => status === "fulfilled")];
  expect(await passwordOf(cast.user, winner?.password)).toBe(true);
});

async function castWithPassword(): Promise<Cast> {
  const cast = await buildCast();
  const ids = [cast.user.id, cast.inactive.id];
  await sql`update users set password_hash = ${former} where id in ${sql(ids)}`;
  return cast;
}

/** Asks for a new password, and answers the form that the mailed link leads to. */
async function asked(cast: Cast, count?: number) {
  const before = mailing.server.mails.filter(
    ({ to }) => to?.[0]?.address === cast.user.email,
  ).length;
  await forgetPassword({ email: cast.user.email }, visitor());
  const mails = await mailing.server.until(cast.user.email, count ?? before + 1);
  return { ...pathOf(mails.at(-1)?.text), password, again: password };
}

function pathOf(text = "") {
  const [, accountId = "", token = ""] = /choose-password\/([\w-]+)\/([\w-]+)/.exec(text) ?? [];
  return { accountId, token };
}

function linksOf({ id }: Person, purpose: string) {
  return sql`
    select used_at is null and ended_at is null as is_open from password_links
    where user_id = ${id} and purpose = ${purpose} order by id`;
}

async function passwordOf({ id }: Person, chosen = password): Promise<boolean> {
  const [user] = await sql`select password_hash from users where id = ${id}`;
  return isPassword(chosen, user?.password_hash ?? null);
}

async function countOf(table: string): Promise<number> {
  const [row] = await sql`select count(*)::int as count from ${sql(table)}`;
  return row?.count;
}

async function withoutTrigger(work: () => Promise<unknown>): Promise<void> {
  await sql`alter table password_links disable trigger password_links_stay_ended`;
  await work();
  await sql`alter table password_links enable trigger password_links_stay_ended`;
}

function visitor() {
  return { device, address: randomUUID() };
}
