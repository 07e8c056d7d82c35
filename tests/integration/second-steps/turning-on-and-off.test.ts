import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { newAppSecret } from "#lib/second-steps/app-code";
import { beginSecondStep } from "#lib/second-steps/begin-second-step";
import { makeRecoveryCodes } from "#lib/second-steps/make-recovery-codes";
import { recoveryCodesOf } from "#lib/second-steps/recovery-codes";
import type { EnteredCode } from "#lib/second-steps/schema";
import { getSecondStepPage } from "#lib/second-steps/second-step-page";
import { makeSetUpTicket, readSetUpTicket } from "#lib/second-steps/set-up-ticket";
import { turnOffSecondStep } from "#lib/second-steps/turn-off-second-step";
import { turnOnSecondStep } from "#lib/second-steps/turn-on-second-step";
import { hashPassword } from "#lib/sessions/password";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member, type Person } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";
import { appCode, asApp, asRecovery, turnOn } from "#tests/support/second-step";

const password = "correct horse battery";
let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

const request = () => ({ requestId: randomUUID() });

test("with the password comes a secret that counts for nothing until a code confirms it", async () => {
  const actor = await userWithPassword();
  const ticket = await beginSecondStep(actor, { password });
  const secret = (await readSetUpTicket(actor, ticket)) ?? "";
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(ticket).not.toContain(secret);
  expect((await getSecondStepPage(actor)).onSince).toBeNull();
  const event = await turnOnSecondStep(
    actor,
    { ...request(), code: asApp(appCode(secret)) },
    ticket,
  );
  expect(event).toMatchObject({ kind: "user.second_step_on", userId: actor.userId });
  const page = await getSecondStepPage(actor);
  expect(page).toMatchObject({ recoveryCodesLeft: 10, whyNotOff: null });
  expect(page.onSince).toBeInstanceOf(Date);
});

test("neither the secret nor a recovery code can be read in the database, the log included", async () => {
  const actor = await userWithPassword();
  const { secret, recoveryCodes } = await turnOn(actor);
  const rows = await sql`
    select (select jsonb_agg(to_jsonb(s)) from second_steps s)
      || (select jsonb_agg(to_jsonb(r)) from recovery_codes r)
      || (select jsonb_agg(to_jsonb(e)) from audit_events e) as all`;
  const text = JSON.stringify(rows);
  for (const secretText of [secret, ...recoveryCodes]) expect(text).not.toContain(secretText);
});

test("a wrong password begins nothing, and after ten the right one waits", async () => {
  const actor = await userWithPassword();
  for (let n = 0; n < 10; n++) {
    await expect(beginSecondStep(actor, { password: "wrong" })).rejects.toMatchObject({
      code: "password_wrong",
    });
  }
  await expect(beginSecondStep(actor, { password })).rejects.toMatchObject({
    code: "too_many_attempts",
  });
});

test("a wrong code, another's ticket and an old one turn nothing on", async () => {
  const actor = await userWithPassword();
  const other = await userWithPassword();
  const secret = newAppSecret();
  const own = await makeSetUpTicket(actor, secret);
  const code = asApp(appCode(secret));
  const wrong = asApp(appCode(newAppSecret()));
  await expectRefusal(
    () => turnOnSecondStep(actor, { ...request(), code: wrong }, own),
    "code_wrong",
  );
  await expectRefusal(
    () => turnOnSecondStep(actor, { ...request(), code: asApp(appCode(secret, 5)) }, own),
    "code_wrong",
  );
  const others = await makeSetUpTicket(other, secret);
  for (const ticket of [others, "", `${own}x`]) {
    await expectRefusal(
      () => turnOnSecondStep(actor, { ...request(), code }, ticket),
      "set_up_too_late",
    );
  }
});

test("the same form sent twice turns on once and shows the same codes", async () => {
  const actor = await userWithPassword();
  const secret = newAppSecret();
  const ticket = await makeSetUpTicket(actor, secret);
  const input = { ...request(), code: asApp(appCode(secret)) };
  const [one, two] = await Promise.all([
    turnOnSecondStep(actor, input, ticket),
    turnOnSecondStep(actor, input, ticket),
  ]);
  const later = await turnOnSecondStep(actor, input, "");
  expect(two.data).toEqual(one.data);
  expect(recoveryCodesOf(later.data.codesId)).toEqual(recoveryCodesOf(one.data.codesId));
  const again = { ...request(), code: asApp(appCode(secret, 1)) };
  await expectRefusal(() => turnOnSecondStep(actor, again, ticket), "second_step_on_already");
});

test("turning off takes the password and a code, and leaves neither secret nor codes", async () => {
  const actor = await userWithPassword();
  const { nextCode } = await turnOn(actor);
  const input = { ...request(), password, code: asApp(nextCode()) };
  const event = await turnOffSecondStep(actor, input);
  expect(event).toMatchObject({ kind: "user.second_step_off", data: { code: "app" } });
  expect(await turnOffSecondStep(actor, input)).toMatchObject({ id: event.id });
  const [row] = await sql`
    select secret, confirmed_at, (select count(*)::int from recovery_codes r
      where r.user_id = s.user_id and r.used_at is null and r.ended_at is null) as codes
    from second_steps s where user_id = ${actor.userId}`;
  expect(row).toEqual({ secret: "", confirmed_at: null, codes: 0 });
  await expectRefusalAfterPassword(
    () => turnOffSecondStep(actor, { ...request(), password, code: asApp(nextCode()) }),
    "second_step_off_already",
  );
});

test("a recovery code turns it off too, and setting it up again makes a new secret and new codes", async () => {
  const actor = await userWithPassword();
  const first = await turnOn(actor);
  const [code = ""] = first.recoveryCodes;
  await turnOffSecondStep(actor, { ...request(), password, code: asRecovery(code) });
  const second = await turnOn(actor);
  expect(second.secret).not.toBe(first.secret);
  await expectRefusalAfterPassword(
    () =>
      turnOffSecondStep(actor, {
        ...request(),
        password,
        code: asRecovery(first.recoveryCodes[1] ?? ""),
      }),
    "recovery_code_wrong",
  );
});

test("another app takes over with a code of the one so far, and with nothing less", async () => {
  const actor = await userWithPassword();
  const { nextCode, recoveryCodes } = await turnOn(actor);
  const secret = newAppSecret();
  const ticket = await makeSetUpTicket(actor, secret);
  const takeOver = (currentCode?: EnteredCode) => () =>
    turnOnSecondStep(
      actor,
      { ...request(), code: asApp(appCode(secret, -1)), currentCode },
      ticket,
    );
  await expectRefusalAfterPassword(takeOver(), "second_step_on_already");
  await expectRefusalAfterPassword(takeOver(asApp(appCode(secret))), "code_wrong");
  await expectRefusalAfterPassword(takeOver(asRecovery("0123456789")), "recovery_code_wrong");
  const event = await takeOver(asApp(nextCode()))();
  expect(event.data.isAnotherApp).toBe(true);
  const turnOff = (code: EnteredCode) => () =>
    turnOffSecondStep(actor, { ...request(), password, code });
  await expectRefusalAfterPassword(turnOff(asApp(nextCode())), "code_wrong");
  const old = asRecovery(recoveryCodes[0] ?? "");
  await expectRefusalAfterPassword(turnOff(old), "recovery_code_wrong");
  expect(await news(actor)).toEqual(["on", "another_app"]);
  await turnOff(asApp(appCode(secret, 1)))();
});

test("a wrong password, a wrong code and a used one leave it on", async () => {
  const actor = await userWithPassword();
  const { usedCode, nextCode } = await turnOn(actor);
  const turnOff = (change: object) => () =>
    turnOffSecondStep(actor, { ...request(), password, code: asApp(nextCode()), ...change });
  await expectRefusalAfterPassword(turnOff({ password: "wrong" }), "password_wrong");
  const wrong = asApp(appCode(newAppSecret()));
  await expectRefusalAfterPassword(turnOff({ code: wrong }), "code_wrong");
  await expectRefusalAfterPassword(turnOff({ code: asApp(usedCode) }), "code_used");
  expect((await getSecondStepPage(actor)).onSince).not.toBeNull();
});

test("codes guessed with a known password wait after ten", async () => {
  const actor = await userWithPassword();
  const { nextCode } = await turnOn(actor);
  const wrong = asApp(appCode(newAppSecret()));
  for (let n = 0; n < 10; n++) {
    await turnOffSecondStep(actor, { ...request(), password, code: wrong }).catch(() => null);
  }
  const right = { ...request(), password, code: asApp(nextCode()) };
  await expectRefusalAfterPassword(() => turnOffSecondStep(actor, right), "too_many_attempts");
});

test("new recovery codes end the old ones, with the password alone", async () => {
  const actor = await userWithPassword();
  const { recoveryCodes } = await turnOn(actor);
  await expectRefusalAfterPassword(
    () => makeRecoveryCodes(actor, { ...request(), password: "wrong" }),
    "password_wrong",
  );
  const input = { ...request(), password };
  const made = await makeRecoveryCodes(actor, input);
  expect(await makeRecoveryCodes(actor, input)).toMatchObject({ data: made.data });
  expect((await getSecondStepPage(actor)).recoveryCodesLeft).toBe(10);
  const turnOff = (code = "") =>
    turnOffSecondStep(actor, { ...request(), password, code: asRecovery(code) });
  await expect(turnOff(recoveryCodes[0])).rejects.toMatchObject({ code: "recovery_code_wrong" });
  await turnOff(recoveryCodesOf(made.data.codesId)[0]);
  expect(await news(actor)).toEqual(["on", "recovery_codes_made", "off"]);
  await expectRefusalAfterPassword(
    () => makeRecoveryCodes(actor, { ...request(), password }),
    "second_step_off_already",
  );
});

test("codes made twice at the same moment are one set in the end", async () => {
  const actor = await userWithPassword();
  await turnOn(actor);
  await Promise.all([
    makeRecoveryCodes(actor, { ...request(), password }),
    makeRecoveryCodes(actor, { ...request(), password }),
  ]);
  expect((await getSecondStepPage(actor)).recoveryCodesLeft).toBe(10);
});

test("somebody made inactive a moment ago changes nothing of theirs", async () => {
  const actor = await userWithPassword();
  const secret = newAppSecret();
  const ticket = await makeSetUpTicket(actor, secret);
  await sql`update users set status = 'inactive' where id = ${actor.userId}`;
  await expectRefusal(
    () => turnOnSecondStep(actor, { ...request(), code: asApp(appCode(secret)) }, ticket),
    "access_ended",
  );
});

/** What the person was told of the second step, the oldest first. */
async function news(actor: Member) {
  const mails = await mailsOf(actor.accountId);
  expect(mails).toMatchObject(mails.map(() => ({ userId: actor.userId })));
  return mails.map(({ data }) => data.what);
}

async function userWithPassword(): Promise<Member> {
  const cast = await buildCast();
  await givePassword(cast.user);
  return member(cast.user);
}

async function givePassword({ id }: Person): Promise<void> {
  await sql`update users set password_hash = ${passwordHash} where id = ${id}`;
}

/** The throttle counts attempts outside of what is rolled back: its rows are no change. */
async function expectRefusalAfterPassword(
  work: () => Promise<unknown>,
  code: Parameters<typeof expectRefusal>[1],
): Promise<void> {
  const state = () => sql`
    select (select md5(string_agg(s::text, '' order by s::text)) from second_steps s) as steps,
      (select md5(string_agg(r::text, '' order by r::text)) from recovery_codes r) as codes,
      (select count(*) from audit_events) as events`;
  const before = await state();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await state()).toEqual(before);
}
