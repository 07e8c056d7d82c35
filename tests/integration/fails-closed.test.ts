import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { requireSecondStep } from "#lib/accounts/require-second-step";
import { stopRequiringSecondStep } from "#lib/accounts/stop-requiring-second-step";
import type { Member } from "#lib/actor";
import { nameBook } from "#lib/books/name-book";
import { changeCardHolder } from "#lib/cards/change-card-holder";
import { confirmCardChange } from "#lib/cards/confirm-card-change";
import { endCardChange } from "#lib/cards/end-card-change";
import { requestCardChange } from "#lib/cards/request-card-change";
import { addContact } from "#lib/contacts/add-contact";
import { deleteContact } from "#lib/contacts/delete-contact";
import { editContact } from "#lib/contacts/edit-contact";
import { mergeContacts } from "#lib/contacts/merge-contacts";
import { restoreContact } from "#lib/contacts/restore-contact";
import { exportContacts } from "#lib/exports/export-contacts";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { cancelImport } from "#lib/imports/cancel-import";
import { startImport } from "#lib/imports/start-import";
import { passwordLinkPath } from "#lib/links";
import { newAppSecret } from "#lib/second-steps/app-code";
import { enterCode } from "#lib/second-steps/enter-code";
import { makeRecoveryCodes } from "#lib/second-steps/make-recovery-codes";
import { makeSetUpTicket } from "#lib/second-steps/set-up-ticket";
import { turnOffSecondStep } from "#lib/second-steps/turn-off-second-step";
import { turnOnSecondStep } from "#lib/second-steps/turn-on-second-step";
import { endOtherSessions } from "#lib/sessions/end-other-sessions";
import { endSession } from "#lib/sessions/end-session";
import { hashPassword, passwordProof } from "#lib/sessions/password";
import { makeSignInCodeTicket } from "#lib/sessions/sign-in-code-ticket";
import { startSession } from "#lib/sessions/start-session";
import { transact } from "#lib/transaction";
import { cancelTransfer } from "#lib/transfers/cancel-transfer";
import { carveTransfer } from "#lib/transfers/carve-transfer";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
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
import { resetSecondStep } from "#lib/users/reset-second-step";
import { runScheduledInactivation, type ScheduledJob } from "#lib/users/run-scheduled-inactivation";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { anotherCard, askForCard } from "#tests/support/cards";
import { buildCast, type Cast, member, startSession as startOneSession } from "#tests/support/cast";
import { addingOf, editingOf, mergingOf } from "#tests/support/contact-forms";
import { editOf } from "#tests/support/edit";
import { guessedChoices, upload } from "#tests/support/import-file";
import { requestSplit } from "#tests/support/planned";
import { allOf, confirmation } from "#tests/support/reassign";
import { scheduleNow, schedulingOf } from "#tests/support/schedules";
import { appCode, asApp, asRecovery, turnOn } from "#tests/support/second-step";

let cast: Cast;
let admin: Member;
let token: string;
let transferId: string;
let plannedId: string;
let job: ScheduledJob;
let otherSession: string;
let proof: string;
let owner: Member;
let ownersApp: Awaited<ReturnType<typeof turnOn>>;
let ownersProof: string;
let strictOwner: Member;
let deletedContact: string;
let uploadedId: string;
let runningId: string;
let card: Awaited<ReturnType<typeof askForCard>>;
const request = () => ({ requestId: randomUUID() });
const password = "correct horse battery";
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
  plannedId = await requestSplit(cast.admin, cast.successor, [cast.admin, cast.owner]);
  await carveTransfer({ accountId: cast.accountId, transferId: plannedId }, 0);
  await carveTransfer({ accountId: cast.accountId, transferId: plannedId }, 0);
  job = await scheduleNow(admin, cast.admin2);
  otherSession = await startOneSession(cast.admin);
  const passwordHash = await hashPassword("the present password");
  proof = passwordProof(passwordHash);
  await sql`update users set password_hash = ${passwordHash} where id = ${cast.admin.id}`;
  owner = await member(cast.owner);
  ownersApp = await turnOn(owner);
  await turnOn(await member(cast.admin2));
  const hash = await hashPassword(password);
  ownersProof = passwordProof(hash);
  await sql`update users set password_hash = ${hash} where id = ${owner.userId}`;
  strictOwner = await member(cast.outsider);
  await sql`update accounts set admins_need_second_step = true where id = ${strictOwner.accountId}`;
  await turnOn(strictOwner);
  deletedContact = (await addContact(admin, addingOf())).data.contactId;
  await deleteContact(admin, { ...request(), contactId: deletedContact });
  uploadedId = await upload(admin, "Name,E-mail\nAnn,ann@x.example\n");
  runningId = await upload(admin, "Name,E-mail\nCy,\n");
  await startImport(admin, await guessedChoices(admin, runningId));
  card = await askForCard(admin);
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
        replacesIds: [],
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
  [
    "the start of an import",
    async () => startImport(admin, await guessedChoices(admin, uploadedId)),
  ],
  ["cancelling an import", () => cancelImport(admin, { ...request(), importId: runningId })],
  [
    "a reassignment",
    async () => {
      const everything = { kind: "one", to: cast.admin.id } as const;
      return reassignContacts(admin, await confirmation(admin, allOf(cast.successor), everything));
    },
  ],
  [
    "naming books",
    () =>
      nameBook(admin, {
        ...request(),
        ...{ assigneeId: cast.successor.id, book: transferId, name: "Leeds" },
      }),
  ],
  ["an undo", () => undoTransfer(admin, { ...request(), transferId })],
  [
    "cancelling a large transfer",
    () => cancelTransfer(admin, { ...request(), transferId: plannedId }),
  ],
  [
    "the switch of a large transfer",
    () => carveTransfer({ accountId: cast.accountId, transferId: plannedId }),
  ],
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
  ["adding a contact", () => addContact(admin, addingOf())],
  [
    "editing a contact",
    async () => editContact(admin, await editingOf(admin, await aContact(0), { city: "York" })),
  ],
  [
    "merging contacts",
    async () => mergeContacts(admin, await mergingOf(admin, await aContact(0), await aContact(1))),
  ],
  [
    "deleting a contact",
    async () => deleteContact(admin, { ...request(), contactId: await aContact(0) }),
  ],
  [
    "restoring a contact",
    async () => restoreContact(admin, { ...request(), contactId: deletedContact }),
  ],
  [
    "an export of contacts",
    () => exportContacts(admin, { format: "csv", selection: { search: "" } }),
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
    () => choosePassword({ accountId: cast.accountId, token, password, again: password }, visitor),
  ],
  [
    "asking for a new password",
    () => forgetPassword({ email: cast.owner.email }, { ...visitor, address: randomUUID() }),
  ],
  [
    "changing a password",
    () => {
      const current = "the present password";
      return changePassword(admin, { ...request(), current, password, again: password });
    },
  ],
  ["ending a sign-in", () => endSession(admin, { ...request(), sessionId: otherSession })],
  ["ending all others", () => endOtherSessions(admin, request())],
  [
    "turning on two-step sign-in",
    async () => {
      const secret = newAppSecret();
      const ticket = await makeSetUpTicket(admin, secret);
      return turnOnSecondStep(admin, { ...request(), code: asApp(appCode(secret)) }, ticket);
    },
  ],
  [
    "turning off two-step sign-in",
    () => turnOffSecondStep(owner, { ...request(), password, code: asApp(ownersApp.nextCode()) }),
  ],
  ["new recovery codes", () => makeRecoveryCodes(owner, { ...request(), password })],
  [
    "a sign-in with a recovery code",
    async () => {
      const ticket = await makeSignInCodeTicket({
        accountId: owner.accountId,
        userId: owner.userId,
        proof: ownersProof,
      });
      return enterCode(ticket, asRecovery(ownersApp.recoveryCodes[0] ?? ""), visitor);
    },
  ],
  [
    "resetting two-step sign-in",
    () => resetSecondStep(admin, { ...request(), userId: cast.admin2.id, reason: "Lost" }),
  ],
  ["another card on file", () => changeCardHolder(owner, { ...anotherCard(), password })],
  ["asking for another card", () => requestCardChange(admin, anotherCard())],
  ["confirming another card", () => confirmCardChange(card.link)],
  ["cancelling that", () => endCardChange(admin, { ...request(), changeId: card.changeId })],
  ["requiring two-step sign-in", () => requireSecondStep(owner, request())],
  ["no longer requiring it", () => stopRequiringSecondStep(strictOwner, request())],
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

/** One of those that are not deleted, always the same. */
async function aContact(place: number): Promise<string> {
  const rows = await sql<{ id: string }[]>`
    select id from contacts where account_id = ${cast.accountId} and deleted_at is null order by id`;
  return rows[place]?.id ?? "";
}
