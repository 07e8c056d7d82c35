import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { RefusalCode } from "#lib/refusal";
import { newAppSecret } from "#lib/second-steps/app-code";
import { enterCode } from "#lib/second-steps/enter-code";
import { spendCode } from "#lib/second-steps/spend-code";
import { chooseAccount } from "#lib/sessions/choose-account";
import { hashPassword, passwordProof } from "#lib/sessions/password";
import { signIn } from "#lib/sessions/sign-in";
import { makeSignInCodeTicket } from "#lib/sessions/sign-in-code-ticket";
import { makeTicket } from "#lib/sessions/ticket";
import { transact } from "#lib/transaction";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member, type Person } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { isolations, useIsolation } from "#tests/support/race";
import { appCode, asApp, asRecovery, turnOn } from "#tests/support/second-step";

const password = "correct horse battery";
let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

const visitor = () => ({ device: "Firefox on Linux", address: randomUUID() });

test("after the right password a code starts the session, and the log says so", async () => {
  const { person, nextCode, ticket } = await personWithSecondStep();
  expect(await sessionsOf(person)).toBe(0);
  const session = await enterCode(ticket, asApp(nextCode()), visitor());
  expect(session.accountId).toBe(person.accountId);
  expect(await sessionsOf(person)).toBe(1);
  expect(await latestSignIn(person)).toMatchObject({ code: "app", device: "Firefox on Linux" });
});

test("without a second step the password alone is enough, and the log says nothing of a code", async () => {
  const { user } = await buildCast();
  await givePassword(user);
  const { session, codeTicket } = await signIn({ email: user.email, password }, visitor());
  expect([session?.accountId, codeTicket]).toEqual([user.accountId, undefined]);
  expect(await latestSignIn(user)).not.toHaveProperty("code");
});

test("a code counts once, and so does every earlier one", async () => {
  const { person, usedCode, nextCode, ticket } = await personWithSecondStep();
  const [earlier, later] = [nextCode(), nextCode()];
  await refuses(person, () => enterCode(ticket, asApp(usedCode), visitor()), "code_used");
  await enterCode(ticket, asApp(later), visitor());
  await refuses(person, () => enterCode(ticket, asApp(later), visitor()), "code_used");
  await refuses(person, () => enterCode(ticket, asApp(earlier), visitor()), "code_used");
  await enterCode(ticket, asApp(nextCode()), visitor());
});

test("a phone's clock may be a minute ahead, and not five", async () => {
  const { person, secret, ticket } = await personWithSecondStep();
  const late = () => enterCode(ticket, asApp(appCode(secret, 10)), visitor());
  await refuses(person, late, "code_wrong");
  await enterCode(ticket, asApp(appCode(secret, 2)), visitor());
});

test("two sign-ins with one code at once: one gets in", async () => {
  const { person, nextCode, ticket } = await personWithSecondStep();
  const code = asApp(nextCode());
  const tries = Array.from({ length: 4 }, () => enterCode(ticket, code, visitor()));
  expect(codesOf(await Promise.allSettled(tries))).toEqual(Array(3).fill("code_used"));
  expect(await sessionsOf(person)).toBe(1);
});

test("a recovery code counts once, at the same moment too, and says how many are left", async () => {
  const { person, recoveryCodes, ticket } = await personWithSecondStep();
  const code = asRecovery(recoveryCodes[3] ?? "");
  const results = await Promise.allSettled([
    enterCode(ticket, code, visitor()),
    enterCode(ticket, code, visitor()),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await latestSignIn(person)).toMatchObject({ code: "recovery", recoveryCodesLeft: 9 });
  await refuses(person, () => enterCode(ticket, code, visitor()), "recovery_code_wrong");
  await enterCode(ticket, asRecovery(recoveryCodes[4] ?? ""), visitor());
  expect(await latestSignIn(person)).toMatchObject({ recoveryCodesLeft: 8 });
  const mails = (await mailsOf(person.accountId)).map(({ userId, data }) => [userId, data]);
  expect(mails.slice(-2)).toEqual([
    [person.id, { what: "recovery_code_used", left: 9 }],
    [person.id, { what: "recovery_code_used", left: 8 }],
  ]);
});

test("another user's code and recovery code are no codes here", async () => {
  const one = await personWithSecondStep();
  const two = await personWithSecondStep();
  const code = asApp(two.nextCode());
  await refuses(one.person, () => enterCode(one.ticket, code, visitor()), "code_wrong");
  const recovery = asRecovery(two.recoveryCodes[0] ?? "");
  await refuses(
    one.person,
    () => enterCode(one.ticket, recovery, visitor()),
    "recovery_code_wrong",
  );
});

test("a wrong code takes its time, and after ten even the right one waits", async () => {
  const { person, nextCode, ticket } = await personWithSecondStep();
  const wrong = asApp(appCode(newAppSecret()));
  const tries = Array.from({ length: 10 }, async () => {
    const start = performance.now();
    await enterCode(ticket, wrong, visitor()).catch(() => null);
    return performance.now() - start;
  });
  for (const milliseconds of await Promise.all(tries)) {
    expect(milliseconds).toBeGreaterThanOrEqual(690);
  }
  const right = asApp(nextCode());
  await refuses(person, () => enterCode(ticket, right, visitor()), "too_many_attempts");
  await sql`update throttle_counters set window_ends_at = now() - interval '1 second'`;
  await enterCode(ticket, right, visitor());
});

test("a forged ticket, another kind's and an old one are refused", async () => {
  const { person, nextCode, ticket } = await personWithSecondStep();
  const proven = { accountId: person.accountId, userId: person.id, proof: passwordProof(null) };
  const tickets = [
    "",
    ticket.slice(0, -2),
    await makeTicket("second step", proven, 300),
    await makeTicket("sign-in code", proven, -60),
  ];
  const code = asApp(nextCode());
  for (const wrong of tickets) {
    await refuses(person, () => enterCode(wrong, code, visitor()), "code_too_late");
  }
  const elsewhere = await makeSignInCodeTicket({ ...proven, accountId: randomUUID() });
  await refuses(person, () => enterCode(elsewhere, code, visitor()), "code_not_needed");
});

test("whoever was made inactive between password and code stays out, and the code unspent", async () => {
  const { person, nextCode, ticket } = await personWithSecondStep();
  await sql`update users set status = 'inactive' where id = ${person.id}`;
  const code = asApp(nextCode());
  await refuses(person, () => enterCode(ticket, code, visitor()), "user_inactive");
});

test("a second step that was reset meanwhile asks to sign in again", async () => {
  const { person, nextCode, ticket } = await personWithSecondStep();
  await sql`update second_steps set secret = '', confirmed_at = null where user_id = ${person.id}`;
  const code = asApp(nextCode());
  await refuses(person, () => enterCode(ticket, code, visitor()), "code_not_needed");
});

test("an e-mail in two accounts is asked for the code of the account that was chosen", async () => {
  const { person, nextCode } = await personWithSecondStep();
  const { user: other } = await buildCast();
  await givePassword(other);
  await sql`update users set email = ${person.email} where id = ${other.id}`;
  const { ticket = "" } = await signIn({ email: person.email, password }, visitor());
  const plain = await chooseAccount({ ticket, accountId: other.accountId }, visitor());
  expect(plain.session?.accountId).toBe(other.accountId);
  const asked = await chooseAccount({ ticket, accountId: person.accountId }, visitor());
  expect(asked.session).toBeUndefined();
  const session = await enterCode(asked.codeTicket ?? "", asApp(nextCode()), visitor());
  expect(session.accountId).toBe(person.accountId);
});

// The last ones: the isolation stays for the rest of the file.
test.each(isolations)(
  "a code claimed four times at once, at %s, counts once",
  async (isolation) => {
    useIsolation(isolation);
    const actor = await member((await buildCast()).user);
    const { nextCode, recoveryCodes } = await turnOn(actor);
    for (const code of [asApp(nextCode()), asRecovery(recoveryCodes[0] ?? "")]) {
      const claim = () => transact(actor, (tx) => spendCode(tx, actor, code));
      const outcomes = await Promise.allSettled([claim(), claim(), claim(), claim()]);
      const refusal = code.kind === "app" ? "code_used" : "recovery_code_wrong";
      expect(codesOf(outcomes)).toEqual(Array(3).fill(refusal));
    }
  },
);

async function personWithSecondStep() {
  const { user: person } = await buildCast();
  await givePassword(person);
  const actor = await member(person);
  const secondStep = await turnOn(actor);
  await sql`update sessions set ended_at = now(), end_reason = 'signed_out' where user_id = ${person.id}`;
  const { session, codeTicket } = await signIn({ email: person.email, password }, visitor());
  expect(session).toBeUndefined();
  return { person, ticket: codeTicket ?? "", ...secondStep };
}

async function givePassword({ id }: Person): Promise<void> {
  await sql`update users set password_hash = ${passwordHash} where id = ${id}`;
}

async function sessionsOf({ id }: Person): Promise<number> {
  const rows = await sql`select from sessions where user_id = ${id} and ended_at is null`;
  return rows.length;
}

async function latestSignIn({ id }: Person) {
  const [event] = await sql`
    select data from audit_events where user_id = ${id} and kind = 'user.signed_in'
    order by id desc limit 1`;
  return event?.data;
}

/** The codes of those that were refused. */
function codesOf(outcomes: PromiseSettledResult<unknown>[]): unknown[] {
  return outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
}

/** Refused with this code, and nothing has changed but what the throttle counts. */
async function refuses({ id }: Person, work: () => Promise<unknown>, code: RefusalCode) {
  const state = () => sql`
    select (select jsonb_agg(to_jsonb(s)) from second_steps s where user_id = ${id}) as step,
      (select jsonb_agg(to_jsonb(r) order by id) from recovery_codes r where user_id = ${id}) as codes,
      (select count(*) from sessions where user_id = ${id}) as sessions,
      (select count(*) from audit_events) as events`;
  const before = await state();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await state()).toEqual(before);
}
