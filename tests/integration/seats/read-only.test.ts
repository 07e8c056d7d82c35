import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import type { EventKind } from "#lib/audit/events";
import { adminChange, memberChange } from "#lib/change";
import { setClock } from "#lib/clock";
import { addContact } from "#lib/contacts/add-contact";
import { startImport } from "#lib/imports/start-import";
import { hashPassword } from "#lib/sessions/password";
import { readReassignAddress } from "#lib/transfers/reassign-address";
import { getReassignPage } from "#lib/transfers/reassign-page";
import { changePassword } from "#lib/users/change-password";
import { handOverToNewUser } from "#lib/users/hand-over-to-new-user";
import { inactivateUser } from "#lib/users/inactivate-user";
import { getReactivationPage } from "#lib/users/reactivation-page";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { addingOf } from "#tests/support/contact-forms";
import { guessedChoices, upload } from "#tests/support/import-file";
import { expectRefusal } from "#tests/support/refused";
import { runNow } from "#tests/support/schedules";
import { endSubscription, leaveUnpaid } from "#tests/support/unpaid";

type Fate = "held up" | "goes on" | "by nobody who is signed in" | "by support";

/** Every kind: a new one does not compile here until it is decided. */
const fates: Record<EventKind, Fate> = {
  "user.added": "held up",
  "user.reactivated": "held up",
  "user.edited": "held up",
  "contact.added": "held up",
  "contact.edited": "held up",
  "contact.merged": "held up",
  "contact.deleted": "held up",
  "contact.restored": "held up",
  "contacts.reassigned": "held up",
  "contacts.import_started": "held up",
  "transfer.undone": "held up",
  "book.named": "held up",
  "history.added": "held up",
  // Who leaves loses access, contacts and all, whoever owes what.
  "user.inactivated": "goes on",
  "user.inactivation_scheduled": "goes on",
  "user.inactivation_cancelled": "goes on",
  "user.session_ended": "goes on",
  // Who signs in, and how.
  "user.link_created": "goes on",
  "user.password_changed": "goes on",
  "user.signed_in": "goes on",
  "user.signed_out": "goes on",
  "user.second_step_on": "goes on",
  "user.second_step_off": "goes on",
  "user.second_step_reset": "goes on",
  "user.recovery_codes_made": "goes on",
  "user.email_agreed": "goes on",
  "user.email_change_ended": "goes on",
  "account.second_step_required": "goes on",
  "account.second_step_not_required": "goes on",
  // Who may pay, start again or take what is theirs along.
  "owner.made": "goes on",
  "seats.added": "goes on",
  "seats.reduction_scheduled": "goes on",
  "seats.reduction_cancelled": "goes on",
  "seats.reduced": "goes on",
  "subscription.cancelled": "goes on",
  "subscription.resumed": "goes on",
  "subscription.started": "goes on",
  "invoice.paid": "goes on",
  "card.change_asked": "goes on",
  "card.change_ended": "goes on",
  "card.changed": "goes on",
  "account.spots_kept": "goes on",
  "account.spots_open": "goes on",
  "contacts.exported": "goes on",
  "audit.exported": "goes on",
  // What was begun before is stopped, or comes to its end.
  "contacts.imported": "goes on",
  "transfer.cancelled": "goes on",
  "account.opened": "by nobody who is signed in",
  "mail.refused": "by nobody who is signed in",
  "subscription.renewed": "by nobody who is signed in",
  "subscription.ended": "by nobody who is signed in",
  "invoice.unpaid": "by nobody who is signed in",
  "transfer.stopped": "by nobody who is signed in",
  "user.inactivation_refused": "by nobody who is signed in",
  "user.password_chosen": "by nobody who is signed in",
  "user.password_forgotten": "by nobody who is signed in",
  "user.email_confirmed": "by nobody who is signed in",
  "user.email_changed": "by nobody who is signed in",
  // Who owns the account is settled whoever owes what.
  "owner_request.opened": "goes on",
  "owner_request.taken_over": "goes on",
  "owner_request.withdrawn": "goes on",
  "owner_request.agreed": "by nobody who is signed in",
  "owner_request.objected": "by nobody who is signed in",
  "owner_request.confirmed": "by nobody who is signed in",
  "owner_request.expired": "by nobody who is signed in",
  "support.looked": "by support",
  "owner_request.assigned": "by support",
  "owner_request.card_holder_asked": "by support",
  "owner_request.called_back": "by support",
  "owner_request.successor_named": "by support",
  "owner_request.verified": "by support",
  "owner_request.objection_overruled": "by support",
  "owner_request.refused": "by support",
  "owner_request.reopened": "by support",
  "owner_request.carried_out": "by support",
  "rescue.proposed": "by support",
  "rescue.carried_out": "by support",
};
const reached = new Error("It was not held up.");
const present = "a present password";

afterEach(() => setClock(null));

test("in a read-only account every kind of change is held up or goes on, as it was decided", async () => {
  const cast = await readOnly();
  const admin = await member(cast.admin);
  const work = () => Promise.reject(reached);
  for (const [kind, fate] of Object.entries(fates) as [EventKind, Fate][]) {
    const why = fate === "held up" ? { code: "account_read_only" } : reached;
    for (const change of [adminChange, memberChange]) {
      await expect(change(admin, randomUUID(), kind, work), kind).rejects.toMatchObject(why);
    }
  }
});

test("a repeated form still hears what it did before the account became read-only", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  const form = addingOf();
  const first = await addContact(user, form);
  await endSubscription(sql, cast.accountId);
  expect((await addContact(user, form)).id).toBe(first.id);
  await expectRefusal(() => addContact(user, addingOf()), "account_read_only");
});

test("an unpaid invoice gives fourteen days; another account is not touched by it", async () => {
  const cast = await buildCast();
  await leaveUnpaid(sql, cast.accountId, 13);
  const user = await member(cast.user);
  await addContact(user, addingOf());
  await sql`
    update subscriptions set read_only_at = now() where account_id = ${cast.accountId}`;
  await expectRefusal(() => addContact(user, addingOf()), "account_read_only");
  await addContact(await member(cast.outsider), addingOf());
});

test("what was cancelled is read-only from the end of its period, also before the job has come", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  const [row] = await sql<{ at: Date }[]>`
    update subscriptions set cancelled_at = now() where account_id = ${cast.accountId}
    returning renews_at as at`;
  const end = row?.at ?? new Date(0);
  setClock(new Date(end.getTime() - 1));
  await addContact(user, addingOf());
  setClock(end);
  await expectRefusal(() => addContact(user, addingOf()), "account_read_only");
});

test("people still leave, at once and as scheduled, and their contacts go to others", async () => {
  const cast = await readOnly(12);
  const admin = await member(cast.admin);
  const { outcome } = await runNow(admin, cast.successor);
  expect(outcome).toBe("done");
  const event = await inactivateUser(admin, {
    ...{ requestId: randomUUID(), userId: cast.user.id, reason: "" },
    ...{ contacts: "one", successorId: cast.admin2.id, successorIds: [] },
  });
  expect(event.data).toMatchObject({ contacts: 12, contactsPlan: "one" });
});

test("but nobody takes their place, and no file is uploaded or started", async () => {
  const cast = await buildCast({ contacts: 3 });
  const admin = await member(cast.admin);
  const importId = await upload(admin, "Name\nAnn Abel\n");
  const choices = await guessedChoices(admin, importId);
  await endSubscription(sql, cast.accountId);
  await expectRefusal(() => startImport(admin, choices), "account_read_only");
  await expectRefusal(() => upload(admin, "Name\nBob Boll\n"), "account_read_only");
  const newcomer = { firstName: "Ben", lastName: "Boll", email: "ben@boll.example" };
  await expectRefusal(
    () =>
      handOverToNewUser(admin, {
        ...{ ...newcomer, requestId: randomUUID(), userId: cast.user.id },
        ...{ role: "user", reason: "" },
      }),
    "account_read_only",
  );
});

test("the pages of what is held up say so before anything is filled in", async () => {
  const cast = await readOnly(2);
  const admin = { ...(await member(cast.admin)), readOnlyAt: new Date(Date.now() - 1000) };
  const reactivation = await getReactivationPage(admin, cast.inactive.id);
  expect(reactivation.whyNot).toBe("account_read_only");
  const address = readReassignAddress({ all: "1", assignee: cast.user.id });
  expect((await getReassignPage(admin, address)).whyNot).toBe("account_read_only");
  const due = { ...admin, readOnlyAt: new Date(Date.now() + 60_000) };
  expect((await getReactivationPage(due, cast.inactive.id)).whyNot).toBeNull();
  expect((await getReassignPage(due, address)).whyNot).toBeNull();
});

test("the own password can be changed", async () => {
  const cast = await readOnly();
  await sql`
    update users set password_hash = ${await hashPassword(present)} where id = ${cast.user.id}`;
  const password = "correct horse battery";
  const form = { requestId: randomUUID(), current: present, password, again: password };
  const event = await changePassword(await member(cast.user), form);
  expect(event.kind).toBe("user.password_changed");
});

async function readOnly(contacts = 0): Promise<Cast> {
  const cast = await buildCast({ contacts });
  await endSubscription(sql, cast.accountId);
  return cast;
}
