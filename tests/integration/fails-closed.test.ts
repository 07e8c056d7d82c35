import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { passwordLinkPath } from "#lib/links";
import { endOtherSessions } from "#lib/sessions/end-other-sessions";
import { endSession } from "#lib/sessions/end-session";
import { hashPassword, passwordProof } from "#lib/sessions/password";
import { startSession } from "#lib/sessions/start-session";
import { transact } from "#lib/transaction";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { addUser } from "#lib/users/add-user";
import { cancelInactivation } from "#lib/users/cancel-inactivation";
import { changePassword } from "#lib/users/change-password";
import { choosePassword } from "#lib/users/choose-password";
import { createPasswordLink } from "#lib/users/create-password-link";
import { editUser } from "#lib/users/edit-user";
import { forgetPassword } from "#lib/users/forget-password";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUsers } from "#lib/users/inactivate-users";
import { reactivateUser } from "#lib/users/reactivate-user";
import { runScheduledInactivation, type ScheduledJob } from "#lib/users/run-scheduled-inactivation";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member, startSession as startOneSession } from "#tests/support/cast";
import { editOf } from "#tests/support/edit";
import { scheduleNow, schedulingOf } from "#tests/support/schedules";

let cast: Cast;
let admin: Member;
let token: string;
let transferId: string;
let job: ScheduledJob;
let otherSession: string;
let proof: string;
const request = () => ({ requestId: randomUUID() });
const visitor = { device: "Firefox on Linux", address: "192.0.2.1" };

beforeAll(async () => {
  cast = await buildCast({ contacts: 3 });
  admin = await member(cast.admin);
  const link = await createPasswordLink(admin, { ...request(), userId: cast.admin2.id });
  token = passwordLinkPath(cast.accountId, link.data.linkId).split("/").at(-1) ?? "";
  const { data } = await inactivateUser(admin, {
    ...request(),
    userId: cast.user.id,
    contacts: "one",
    successorId: cast.successor.id,
    successorIds: [],
    reason: "",
  });
  transferId = data.transferId ?? "";
  job = await scheduleNow(admin, cast.admin2);
  otherSession = await startOneSession(cast.admin);
  const passwordHash = await hashPassword("the present password");
  proof = passwordProof(passwordHash);
  await sql`update users set password_hash = ${passwordHash} where id = ${cast.admin.id}`;
  await sql`
    create function lose_events() returns trigger language plpgsql as $$
    begin raise exception 'no event can be written'; end $$`;
  await sql`
    create trigger lose_events before insert on audit_events
    for each statement execute function lose_events()`;
});

test.each<[string, () => Promise<unknown>]>([
  [
    "making a user inactive",
    () =>
      inactivateUser(admin, {
        ...request(),
        userId: cast.successor.id,
        contacts: "split",
        successorIds: [cast.admin.id, cast.admin2.id],
        reason: "",
      }),
  ],
  [
    "making several users inactive",
    () =>
      inactivateUsers(admin, {
        ...request(),
        userIds: [cast.successor.id, cast.admin2.id],
        contacts: "leave",
        successorIds: [],
        reason: "",
        tell: "yes",
      }),
  ],
  ["a schedule", () => scheduleInactivation(admin, schedulingOf(cast.successor))],
  [
    "cancelling a schedule",
    () =>
      cancelInactivation(admin, {
        ...request(),
        userId: cast.admin2.id,
        scheduleId: job.scheduleId,
      }),
  ],
  ["a schedule that is due", () => runScheduledInactivation(job)],
  ["making a user active", () => reactivateUser(admin, { ...request(), userId: cast.inactive.id })],
  [
    "adding a user",
    () =>
      addUser(admin, {
        ...request(),
        firstName: "Nele",
        lastName: "New",
        email: "nele@new.example",
        role: "user",
      }),
  ],
  ["a password link", () => createPasswordLink(admin, { ...request(), userId: cast.admin2.id })],
  [
    "an edit, with a new e-mail",
    async () => editUser(admin, await editOf(admin, cast.successor, { email: "s@new.example" })),
  ],
  ["an undo", () => undoTransfer(admin, { ...request(), transferId })],
  [
    "an entry of the History",
    async () => {
      const [contact] = await sql`select id from contacts limit 1`;
      return addHistoryEntry(admin, {
        ...request(),
        contactId: contact?.id,
        kind: "note",
        body: "Unheard",
      });
    },
  ],
  [
    "a sign-in",
    () =>
      transact({ kind: "system", accountId: cast.accountId }, (tx) =>
        startSession(tx, { accountId: cast.accountId, userId: cast.admin.id, proof }, visitor),
      ),
  ],
  [
    "choosing a password",
    () => {
      const password = "correct horse battery";
      return choosePassword(
        { accountId: cast.accountId, token, password, again: password },
        visitor,
      );
    },
  ],
  [
    "asking for a new password",
    () => forgetPassword({ email: cast.owner.email }, { ...visitor, address: randomUUID() }),
  ],
  [
    "changing a password",
    () => {
      const password = "correct horse battery";
      const current = "the present password";
      return changePassword(admin, { ...request(), current, password, again: password });
    },
  ],
  ["ending a sign-in", () => endSession(admin, { ...request(), sessionId: otherSession })],
  ["ending all others", () => endOtherSessions(admin, request())],
])("%s that the log cannot tell of does not happen", async (_change, work) => {
  const before = await state();
  await expect(work()).rejects.toThrow();
  expect(await state()).toEqual(before);
});

// Attempts count, whatever becomes of them.
async function state() {
  const { throttle_counters: _, ...others } = await fingerprint();
  return others;
}
