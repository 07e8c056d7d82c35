import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { chooseAccount } from "#lib/sessions/choose-account";
import { hashPassword } from "#lib/sessions/password";
import { signIn } from "#lib/sessions/sign-in";
import { signOut } from "#lib/sessions/sign-out";
import { attempt, owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { untilWaiting } from "#tests/support/race";

const password = "correct horse battery";
let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

test("the right password starts a session, which the log tells with its device", async () => {
  const cast = await castWithPasswords();
  const result = await signIn({ email: cast.user.email.toUpperCase(), password }, visitor());
  expect(result.session?.accountId).toBe(cast.accountId);
  const [row] = await sql`
    select s.user_id, s.ended_at, u.last_sign_in_at is not null as stamped
    from sessions s join users u on u.id = s.user_id where s.id = ${result.session?.sessionId ?? ""}`;
  expect(row).toEqual({ user_id: cast.user.id, ended_at: null, stamped: true });
  const [event] = await sql`
    select kind, actor_name, data from audit_events where user_id = ${cast.user.id}`;
  expect(event).toMatchObject({ kind: "user.signed_in", actor_name: "Uma Ullman" });
});

test("a wrong password, an unknown e-mail and a user without a password get one answer", async () => {
  const cast = await castWithPasswords();
  const outcomes = [
    await outcome({ email: cast.user.email, password: "wrong" }),
    await outcome({ email: `${randomUUID()}@nowhere.example`, password }),
    await outcome({ email: cast.outsider.email, password }),
    await outcome({ email: cast.inactive.email, password: "wrong" }),
  ];
  expect(outcomes.map(({ code }) => code)).toEqual(Array(4).fill("credentials_wrong"));
  for (const { milliseconds } of outcomes) expect(milliseconds).toBeGreaterThanOrEqual(690);
});

test("with the right password an inactive user is told so", async () => {
  const cast = await castWithPasswords();
  expect(await outcome({ email: cast.inactive.email, password })).toMatchObject({
    code: "user_inactive",
    facts: { name: "Brightwater" },
  });
  const rows = await sql`select from sessions where user_id = ${cast.inactive.id}`;
  expect(rows).toHaveLength(0);
});

test("an e-mail in two accounts chooses the account after the password", async () => {
  const [one, two] = [await castWithPasswords(), await castWithPasswords()];
  await sql`update users set email = ${one.user.email} where id = ${two.user.id}`;
  const result = await signIn({ email: one.user.email, password }, visitor());
  expect(result.session).toBeUndefined();
  expect(result.choices?.map(({ accountId }) => accountId).sort()).toEqual(
    [one.accountId, two.accountId].sort(),
  );
  const ticket = result.ticket ?? "";
  const chosen = await chooseAccount({ ticket, accountId: two.accountId }, visitor());
  expect(chosen.session?.accountId).toBe(two.accountId);
  for (const forged of [
    { ticket, accountId: one.outsider.accountId },
    { ticket: ticket.slice(0, -2), accountId: two.accountId },
    { ticket: "", accountId: two.accountId },
  ]) {
    await expect(chooseAccount(forged, visitor())).rejects.toMatchObject({
      code: "choice_expired",
    });
  }
});

test("an account chosen a moment after its user was made inactive stays closed", async () => {
  const [one, two] = [await castWithPasswords(), await castWithPasswords()];
  await sql`update users set email = ${one.user.email} where id = ${two.user.id}`;
  const { ticket = "" } = await signIn({ email: one.user.email, password }, visitor());
  await sql`update users set status = 'inactive' where id = ${two.user.id}`;
  await expect(
    chooseAccount({ ticket, accountId: two.accountId }, visitor()),
  ).rejects.toMatchObject({ code: "user_inactive" });
});

test("an account chosen after its user's password was changed stays closed", async () => {
  const [one, two] = [await castWithPasswords(), await castWithPasswords()];
  await sql`update users set email = ${one.user.email} where id = ${two.user.id}`;
  const { ticket = "" } = await signIn({ email: one.user.email, password }, visitor());
  const another = await hashPassword("another password");
  await sql`update users set password_hash = ${another} where id = ${two.user.id}`;
  await expect(
    chooseAccount({ ticket, accountId: two.accountId }, visitor()),
  ).rejects.toMatchObject({ code: "credentials_wrong" });
  const { session } = await chooseAccount({ ticket, accountId: one.accountId }, visitor());
  expect(session?.accountId).toBe(one.accountId);
});

test("a sign-in with the former password that meets its change starts nothing", async () => {
  const cast = await castWithPasswords();
  const another = await hashPassword("another password");
  let signingIn: Promise<unknown> = Promise.resolve();
  await attempt("app", cast.accountId, async (tx) => {
    await tx`update users set password_hash = ${another} where id = ${cast.user.id}`;
    signingIn = signIn({ email: cast.user.email, password }, visitor()).catch(({ code }) => code);
    await untilWaiting(1);
  });
  expect(await signingIn).toBe("credentials_wrong");
  expect(await sql`select from sessions where user_id = ${cast.user.id}`).toHaveLength(0);
});

test("a sign-in that meets the turning on of two-step sign-in asks for a code", async () => {
  const cast = await castWithPasswords();
  const key = { account_id: cast.accountId, user_id: cast.user.id };
  let signingIn: Promise<unknown> = Promise.resolve();
  await attempt("app", cast.accountId, async (tx) => {
    await tx`select from users where id = ${cast.user.id} for share`;
    await tx`insert into second_steps ${tx({ ...key, secret: "s", confirmed_at: new Date() })}`;
    signingIn = signIn({ email: cast.user.email, password }, visitor());
    await untilWaiting(1);
  });
  expect(await signingIn).toMatchObject({ codeTicket: expect.any(String) });
  expect(await sql`select from sessions where user_id = ${cast.user.id}`).toHaveLength(0);
});

test("where one of two users is inactive, the other signs in without a question", async () => {
  const [one, two] = [await castWithPasswords(), await castWithPasswords()];
  await sql`update users set email = ${one.user.email} where id = ${two.user.id}`;
  await sql`update users set status = 'inactive' where id = ${two.user.id}`;
  const result = await signIn({ email: one.user.email, password }, visitor());
  expect(result.session?.accountId).toBe(one.accountId);
});

test("after ten wrong attempts an e-mail waits, even with the right password", async () => {
  const cast = await castWithPasswords();
  const tries = Array.from({ length: 10 }, () =>
    outcome({ email: cast.user.email, password: "x" }),
  );
  await Promise.all(tries);
  expect(await outcome({ email: cast.user.email, password })).toMatchObject({
    code: "too_many_attempts",
    facts: { count: 15 },
  });
  await sql`update throttle_counters set window_ends_at = now() - interval '1 second'`;
  await signIn({ email: cast.user.email, password }, visitor());
});

test("each way to write one e-mail counts for all", async () => {
  const cast = await castWithPasswords();
  const { email } = cast.inactive;
  for (const letter of ["I", "\u0130"]) {
    const tries = Array.from({ length: 5 }, () =>
      outcome({ email: email.replaceAll("i", letter), password: "x" }),
    );
    await Promise.all(tries);
  }
  expect(await outcome({ email, password })).toMatchObject({ code: "too_many_attempts" });
});

test("an address that tries many e-mails waits, and others do not", async () => {
  const cast = await castWithPasswords();
  const attacker = { device: "Curl", address: "192.0.2.7" };
  await sql`truncate throttle_counters`;
  const tries = Array.from({ length: 100 }, (_, n) =>
    signIn({ email: `guess${n}@nowhere.example`, password }, attacker).catch(() => null),
  );
  await Promise.all(tries);
  await expect(signIn({ email: cast.user.email, password }, attacker)).rejects.toMatchObject({
    code: "too_many_attempts",
  });
  await signIn({ email: cast.user.email, password }, visitor());
});

test("right passwords do not count for the address: an office signs in all morning", async () => {
  const cast = await castWithPasswords();
  const office = { device: "Chrome on Windows", address: "192.0.2.8" };
  await sql`truncate throttle_counters`;
  for (let n = 0; n < 3; n++) await signIn({ email: cast.user.email, password }, office);
  await signIn({ email: cast.user.email, password: "wrong" }, office).catch(() => null);
  const counters = await sql`select attempts from throttle_counters`;
  expect(counters.map(({ attempts }) => attempts)).toEqual([1, 1]);
});

test("a right password in one account forgets no wrong ones at another's user", async () => {
  const cast = await castWithPasswords();
  const other = await buildCast();
  await sql`update users set email = ${cast.user.email}, password_hash = ${await hashPassword("another password")}
    where id = ${other.user.id}`;
  await sql`truncate throttle_counters`;
  for (let n = 0; n < 5; n++) {
    await signIn({ email: cast.user.email, password: "wrong" }, visitor()).catch(() => null);
    await signIn({ email: cast.user.email, password: "another password" }, visitor());
  }
  const [most] = await sql`select max(attempts)::int from throttle_counters`;
  expect(most).toEqual({ max: 5 });
});

test("counters that are over are cleared away", async () => {
  await sql`
    insert into throttle_counters (key, attempts, window_ends_at)
    values ('old', 3, now() - interval '1 minute')`;
  await outcome({ email: "anybody@nowhere.example", password });
  expect(await sql`select from throttle_counters where key = 'old'`).toHaveLength(0);
});

test("the throttle's table names nobody", async () => {
  await outcome({ email: "visible@nowhere.example", password });
  const rows = await sql`select key from throttle_counters`;
  expect(JSON.stringify(rows)).not.toContain("visible");
});

test("signing out ends this session and no other, once", async () => {
  const cast = await castWithPasswords();
  const [here, there] = [await member(cast.user), await member(cast.user)];
  await signOut(here);
  await signOut(here);
  const rows = await sql`
    select id, end_reason from sessions where user_id = ${cast.user.id} order by ended_at`;
  expect(rows).toEqual([
    { id: here.sessionId, end_reason: "signed_out" },
    { id: there.sessionId, end_reason: null },
  ]);
  const events = await sql`
    select from audit_events where user_id = ${cast.user.id} and kind = 'user.signed_out'`;
  expect(events).toHaveLength(1);
});

async function castWithPasswords(): Promise<Cast> {
  const cast = await buildCast();
  const people: Person[] = [cast.user, cast.inactive, cast.admin];
  await sql`
    update users set password_hash = ${passwordHash} where id in ${sql(people.map(({ id }) => id))}`;
  return cast;
}

async function outcome(input: { email: string; password: string }) {
  const start = performance.now();
  const error = await signIn(input, visitor()).then(
    () => ({ code: "signed in", facts: {} }),
    (refusal) => refusal,
  );
  return { code: error.code, facts: error.facts, milliseconds: performance.now() - start };
}

function visitor() {
  return { device: "Firefox on Linux", address: randomUUID() };
}
