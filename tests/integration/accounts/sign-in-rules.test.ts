import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { requireSecondStep } from "#lib/accounts/require-second-step";
import { getSignInRulesPage } from "#lib/accounts/sign-in-rules-page";
import { stopRequiringSecondStep } from "#lib/accounts/stop-requiring-second-step";
import { nameBook } from "#lib/books/name-book";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { turnOffSecondStep } from "#lib/second-steps/turn-off-second-step";
import { hashPassword } from "#lib/sessions/password";
import { reactivateUser } from "#lib/users/reactivate-user";
import { resetSecondStep } from "#lib/users/reset-second-step";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { asApp, turnOn } from "#tests/support/second-step";

const password = "correct horse battery";
let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

const request = () => ({ requestId: randomUUID() });

test("an Owner who has a second step requires it of all admins, and the page names who lacks it", async () => {
  const { cast, owner } = await castWithOwnersStep();
  await turnOn(await member(cast.admin));
  const event = await requireSecondStep(owner, request());
  expect(event).toMatchObject({ kind: "account.second_step_required", data: { adminsWithout: 1 } });
  const page = await getSignInRulesPage(owner);
  expect(page.rule).toMatchObject({
    adminsNeedSecondStep: true,
    latest: { by: cast.owner.name },
  });
  expect(page.counts).toEqual({ all: 3, withSecondStep: 2 });
  expect(page.admins.map(({ name, hasSecondStep }) => [name, hasSecondStep])).toEqual([
    [cast.admin2.name, false],
    [cast.admin.name, true],
    [cast.owner.name, true],
  ]);
  expect(page.whyNot).toBeNull();
  await stopRequiringSecondStep(owner, request());
  expect((await getSignInRulesPage(owner)).rule.adminsNeedSecondStep).toBe(false);
});

test("an Owner without one, an admin and a user do not, nor another account's Owner here", async () => {
  const cast = await buildCast();
  const owner = await member(cast.owner);
  const admin = await member(cast.admin);
  await turnOn(admin);
  await expectRefusal(() => requireSecondStep(owner, request()), "own_second_step_first");
  await expectRefusal(() => requireSecondStep(admin, request()), "not_owner");
  const claims = { ...admin, isOwner: true };
  await expectRefusal(() => requireSecondStep(claims, request()), "not_owner");
  const user = await member(cast.user);
  await expectRefusal(() => requireSecondStep(user, request()), "not_admin");
  await expectRefusal(() => stopRequiringSecondStep(owner, request()), "second_step_not_required");
  const outsider = await member(cast.outsider);
  await turnOn(outsider);
  await requireSecondStep(outsider, request());
  expect((await getSignInRulesPage(owner)).rule.adminsNeedSecondStep).toBe(false);
});

test("what is required already says who required it, and the same form twice is one change", async () => {
  const { cast, owner } = await castWithOwnersStep();
  const input = request();
  const first = await requireSecondStep(owner, input);
  expect((await requireSecondStep(owner, input)).id).toBe(first.id);
  await expectRefusal(() => requireSecondStep(owner, request()), "second_step_required_already", {
    by: cast.owner.name,
  });
});

test("an admin who lacks it does nothing as an admin, keeps rank and contacts, and may after setting it up", async () => {
  const { cast, owner } = await castWithOwnersStep();
  const admin = await member(cast.admin);
  await requireSecondStep(owner, request());
  const reactivate = () => reactivateUser(admin, { ...request(), userId: cast.inactive.id });
  await expectRefusal(reactivate, "second_step_needed");
  await expectRefusal(
    () => resetSecondStep(admin, { ...request(), userId: cast.admin2.id, reason: "x" }),
    "second_step_needed",
  );
  const own = { ...request(), book: "own" as const, name: "Leeds" };
  await expectRefusal(
    () => nameBook(admin, { ...own, assigneeId: cast.user.id }),
    "second_step_needed",
  );
  await nameBook(admin, { ...own, assigneeId: cast.admin.id });
  const [contact] = await sql`select id from contacts where account_id = ${cast.accountId} limit 1`;
  const note = { kind: "note" as const, body: "Still at work", contactId: contact?.id };
  await addHistoryEntry(admin, { ...request(), ...note });
  const [row] = await sql`select role, status from users where id = ${cast.admin.id}`;
  expect(row).toEqual({ role: "admin", status: "active" });
  await turnOn(admin);
  await reactivate();
});

test("of a plain user nothing is required", async () => {
  const { cast, owner } = await castWithOwnersStep();
  await requireSecondStep(owner, request());
  const user = await member(cast.user);
  const { nextCode } = await turnOn(user);
  await sql`update users set password_hash = ${passwordHash} where id = ${cast.user.id}`;
  await turnOffSecondStep(user, { ...request(), password, code: asApp(nextCode()) });
});

test("while it is required no admin turns theirs off, also at the same moment", async () => {
  const { cast, owner } = await castWithOwnersStep();
  const admin = await member(cast.admin);
  const { nextCode } = await turnOn(admin);
  await sql`update users set password_hash = ${passwordHash} where id = ${cast.admin.id}`;
  const turnOff = () =>
    turnOffSecondStep(admin, { ...request(), password, code: asApp(nextCode()) });
  const [required] = await startTogether<{ kind: string }>(cast.accountId, [
    () => requireSecondStep(owner, request()),
    turnOff,
  ]);
  expect(required?.status).toBe("fulfilled");
  const { admins } = await getSignInRulesPage(owner);
  if (admins.find(({ id }) => id === cast.admin.id)?.hasSecondStep) {
    await expect(turnOff()).rejects.toMatchObject({ code: "second_step_is_kept" });
  } else {
    await expect(turnOff()).rejects.toMatchObject({ code: "second_step_needed" });
  }
});

test("of two Owners who require it at the same moment one does, and the other learns so", async () => {
  const { cast, owner } = await castWithOwnersStep();
  await sql`update users set is_owner = true where id = ${cast.admin.id}`;
  const other = await member(cast.admin);
  await turnOn(other);
  const outcomes = await startTogether(cast.accountId, [
    () => requireSecondStep(owner, request()),
    () => requireSecondStep(other, request()),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "second_step_required_already" },
  });
});

async function castWithOwnersStep() {
  const cast = await buildCast({ contacts: 1 });
  const owner = await member(cast.owner);
  await turnOn(owner);
  return { cast, owner };
}
