import { expect, test } from "vitest";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent, EventKind } from "#lib/audit/events";
import {
  ada,
  ben,
  cleo,
  inactivationData,
  noon,
  sampleEvent,
  sampleId,
} from "#tests/support/samples";

const linkId = sampleId(70);
const codesId = sampleId(71);
const visitor = { device: "Firefox on Linux", address: "192.0.2.1" };
const undone = {
  transferId: sampleId(60),
  fromName: "Ben Baker",
  returned: 12,
  stayed: 0,
  carvedOut: 0,
};
const zoe = { contactId: sampleId(8), contactName: "Zoe Zhang" };
const cleoReceives = { userId: cleo.id, name: "Cleo Carter", contacts: 12 };
const reassigned = {
  transferId: sampleId(60),
  contacts: 12,
  givers: 1,
  receivers: [cleoReceives],
};
const scheduled = { scheduleId: sampleId(61), time: "30 Nov 2026, 18:00" };
const scheduling = {
  ...scheduled,
  runAt: "2026-11-30T18:00:00.000Z",
  successors: [],
  reason: "",
  tells: false,
  replaced: null,
};
const three = [
  { userId: ada.id, name: "Ada Archer", contacts: 5 },
  { userId: ben.id, name: "Dee Dunn", contacts: 4 },
  { userId: cleo.id, name: "Cleo Carter", contacts: 1_004 },
];

const imported = {
  importId: sampleId(70),
  fileName: "people.csv",
  outcome: "done",
  added: 1_200,
  updated: 2,
  known: 3,
  wrong: 4,
} as const;
const nothing = { updated: 0, known: 0, wrong: 0 };

const changeId = sampleId(72);
const usd = { amount: 4_521, currency: "USD" };
const later = {
  changeId,
  from: 10,
  to: 8,
  effectiveAt: "2026-12-01T05:00:00.000Z",
  day: "1 Dec 2026",
  reason: "",
  replaced: null,
};
const cancelled = { changeId, to: 8, day: "1 Dec 2026", scheduledBy: "Ben Baker" };
const cardOf = { holderName: "Rosa Alder", last4: "4417" };
const ofCase = { caseNumber: 1042 };
const rita = { actorName: "Rita Reyes of support" };

/** By kind, so that the type asks for a new kind's sentences here. */
const sentences: { [K in EventKind]: [AuditEvent<K>, string][] } = {
  "account.opened": [
    [
      sampleEvent("account.opened", { accountName: "Alder Realty", seatsTotal: 12 }),
      "The account Alder Realty was opened with 12 user spots.",
    ],
    [
      sampleEvent("account.opened", { accountName: "Solo", seatsTotal: 1 }),
      "The account Solo was opened with 1 user spot.",
    ],
  ],
  "seats.added": [
    [
      sampleEvent("seats.added", {
        changeId,
        from: 10,
        to: 12,
        reason: "Two more for rentals",
        charged: { ...usd, invoiceNumber: 7 },
      }),
      "Ada Archer added 2 user spots: 12 instead of 10, for $45.21 (invoice 7). Reason: Two more for rentals",
    ],
    [
      sampleEvent("seats.added", { changeId, from: 1, to: 2, reason: "", charged: null }),
      "Ada Archer added 1 user spot: 2 instead of 1, at no cost during the trial.",
    ],
  ],
  "seats.reduction_scheduled": [
    [
      sampleEvent("seats.reduction_scheduled", later),
      "Ada Archer scheduled 8 user spots instead of 10 from 1 Dec 2026 on.",
    ],
    [
      sampleEvent("seats.reduction_scheduled", { ...later, replaced: 7, forName: "Cleo Carter" }),
      "Ada Archer scheduled 8 user spots instead of 10 from 1 Dec 2026 on, in place of 7, so that Cleo Carter keeps a spot.",
    ],
  ],
  "seats.reduction_cancelled": [
    [
      sampleEvent("seats.reduction_cancelled", { ...cancelled, scheduledBy: "Ada Archer" }),
      "Ada Archer cancelled the reduction to 8 user spots on 1 Dec 2026.",
    ],
    [
      sampleEvent("seats.reduction_cancelled", { ...cancelled, forName: "Cleo Carter" }),
      "Ada Archer cancelled the reduction to 8 user spots on 1 Dec 2026, which Ben Baker had scheduled, so that Cleo Carter keeps a spot.",
    ],
  ],
  "seats.reduced": [
    [
      sampleEvent("seats.reduced", {
        changeId,
        from: 10,
        to: 8,
        reason: "",
        scheduledBy: "Ben Baker",
      }),
      "The user spots were reduced, as Ben Baker had scheduled: 8 instead of 10.",
    ],
    [
      sampleEvent("seats.reduced", {
        ...{ changeId, from: 10, to: 9, reason: "", scheduledBy: "Ben Baker" },
        wanted: 8,
      }),
      "The user spots were reduced: 9 instead of 10, not to 8, as Ben Baker had scheduled: 9 were used by then.",
    ],
    [
      sampleEvent("seats.reduced", {
        ...{ changeId, from: 10, to: 10, reason: "", scheduledBy: "Ben Baker" },
        wanted: 8,
      }),
      "The user spots stay 10: 10 were used by then, so they were not reduced to 8, as Ben Baker had scheduled.",
    ],
  ],
  "subscription.renewed": [
    [
      sampleEvent("subscription.renewed", {
        ...{ seats: 8, invoiceNumber: 8, isPaid: true, until: "1 Jan 2027" },
        ...usd,
      }),
      "The subscription was renewed until 1 Jan 2027: 8 user spots for $45.21 (invoice 8).",
    ],
    [
      sampleEvent("subscription.renewed", {
        ...{ seats: 1, invoiceNumber: 8, isPaid: false, until: "1 Jan 2027" },
        ...usd,
      }),
      "The subscription was renewed until 1 Jan 2027: 1 user spot for $45.21 (invoice 8, not paid yet).",
    ],
  ],
  "subscription.cancelled": [
    [
      sampleEvent("subscription.cancelled", { day: "1 Dec 2026" }),
      "Ada Archer cancelled the subscription, which ends on 1 Dec 2026.",
    ],
  ],
  "subscription.resumed": [
    [sampleEvent("subscription.resumed", {}), "Ada Archer resumed the subscription."],
  ],
  "subscription.ended": [
    [
      sampleEvent("subscription.ended", { why: "cancelled" }),
      "The subscription ended, as it had been cancelled.",
    ],
    [
      sampleEvent("subscription.ended", { why: "unpaid" }),
      "The subscription ended, as an invoice had not been paid.",
    ],
  ],
  "subscription.started": [
    [
      sampleEvent("subscription.started", {
        ...{ seats: 8, invoiceNumber: 9, until: "1 Jan 2027" },
        ...usd,
      }),
      "Ada Archer started the subscription again until 1 Jan 2027: 8 user spots for $45.21 (invoice 9).",
    ],
  ],
  "invoice.paid": [
    [sampleEvent("invoice.paid", { invoiceNumber: 9, ...usd }), "Invoice 9 over $45.21 was paid."],
  ],
  "invoice.unpaid": [
    [
      sampleEvent("invoice.unpaid", { invoiceNumber: 9, ...usd, readOnlyFrom: "15 Dec 2026" }),
      "Invoice 9 over $45.21 could not be charged. The account is read-only from 15 Dec 2026 on, unless it is paid.",
    ],
  ],
  "card.change_asked": [
    [
      sampleEvent("card.change_asked", { changeId, ...cardOf, sentTo: "billing@alder.example" }),
      "Ada Archer asked to change the card on file to Rosa Alder’s, which ends in 4417. It counts once billing@alder.example confirms it.",
    ],
  ],
  "card.change_ended": [
    [
      sampleEvent("card.change_ended", { changeId, ...cardOf }),
      "Ada Archer ended the change of the card on file to Rosa Alder’s, which ends in 4417.",
    ],
  ],
  "card.changed": [
    [
      sampleEvent("card.changed", {
        ...{ changeId, ...cardOf, billingEmail: "b@alder.example" },
        before: null,
      }),
      "Ada Archer changed the card on file to Rosa Alder’s, which ends in 4417, billing e-mail b@alder.example.",
    ],
    [
      sampleEvent("card.changed", {
        ...{ changeId, ...cardOf, billingEmail: "b@alder.example" },
        before: { holderName: "Paul Payer", last4: "4242", billingEmail: "p@alder.example" },
        confirmedBy: "p@alder.example",
      }),
      "Ada Archer changed the card on file from Paul Payer’s, which ends in 4242 to Rosa Alder’s, which ends in 4417, billing e-mail b@alder.example; p@alder.example confirmed it.",
    ],
  ],
  "account.spots_kept": [
    [
      sampleEvent("account.spots_kept", {}),
      "Ada Archer keeps changes of user spots to Account Owners.",
    ],
  ],
  "account.spots_open": [
    [sampleEvent("account.spots_open", {}), "Ada Archer lets every admin change user spots again."],
  ],
  "user.added": [
    [
      sampleEvent("user.added", { email: ben.email, role: "admin", isOwner: true, linkId }),
      "Ada Archer added Ben Baker (ben@alder.example) as an Account Owner.",
    ],
    [
      sampleEvent("user.added", { email: ben.email, role: "user", linkId }),
      "Ada Archer added Ben Baker (ben@alder.example) as a user.",
    ],
    [
      sampleEvent("user.added", { email: ben.email, role: "admin", linkId }),
      "Ada Archer added Ben Baker (ben@alder.example) as an admin.",
    ],
    [
      sampleEvent("user.added", { email: ben.email, role: "user", linkId, takenFrom: "Old Ben" }),
      "Ada Archer added Ben Baker (ben@alder.example) as a user. The address was Old Ben's, who keeps it as a former address.",
    ],
  ],
  "user.inactivated": [
    [
      sampleEvent("user.inactivated", inactivationData({ sessionsEnded: 0, linksEnded: 1 })),
      "Ada Archer made Ben Baker inactive: 0 sign-ins ended, 1 password link ended, 12 contacts given to Cleo Carter.",
    ],
    [
      sampleEvent("user.inactivated", inactivationData()),
      "Ada Archer made Ben Baker inactive: 2 sign-ins ended, 12 contacts given to Cleo Carter.",
    ],
    [
      sampleEvent(
        "user.inactivated",
        inactivationData({ sessionsEnded: 1, contacts: 1, reason: "Left on Friday" }),
      ),
      "Ada Archer made Ben Baker inactive: 1 sign-in ended, 1 contact given to Cleo Carter. Reason: Left on Friday",
    ],
    [
      sampleEvent(
        "user.inactivated",
        inactivationData({ sessionsEnded: 0, contacts: 0, contactsPlan: "none", successors: [] }),
      ),
      "Ada Archer made Ben Baker inactive: 0 sign-ins ended, no contacts to hand over.",
    ],
    [
      sampleEvent(
        "user.inactivated",
        inactivationData({ contacts: 1_500, contactsPlan: "leave", successors: [] }),
      ),
      "Ada Archer made Ben Baker inactive: 2 sign-ins ended, 1,500 contacts stayed with them.",
    ],
    [
      sampleEvent(
        "user.inactivated",
        inactivationData({ contacts: 1_013, contactsPlan: "split", successors: three }),
      ),
      "Ada Archer made Ben Baker inactive: 2 sign-ins ended, 1,013 contacts split among Ada Archer (5), Dee Dunn (4) and Cleo Carter (1,004).",
    ],
    [
      sampleEvent("user.inactivated", inactivationData({ scheduledOn: "9 Nov 2026, 12:00" })),
      "Ben Baker was made inactive, as Ada Archer scheduled on 9 Nov 2026, 12:00: 2 sign-ins ended, 12 contacts given to Cleo Carter.",
    ],
  ],
  "user.inactivation_scheduled": [
    [
      sampleEvent("user.inactivation_scheduled", scheduling),
      "Ada Archer scheduled Ben Baker to become inactive on 30 Nov 2026, 18:00: contacts stay with them.",
    ],
    [
      sampleEvent("user.inactivation_scheduled", {
        ...scheduling,
        successors: [{ userId: cleo.id, name: cleo.name }],
        reason: "Last day",
        replaced: "27 Nov 2026, 18:00",
      }),
      "Ada Archer scheduled Ben Baker to become inactive on 30 Nov 2026, 18:00, in place of 27 Nov 2026, 18:00: contacts to Cleo Carter. Reason: Last day",
    ],
    [
      sampleEvent("user.inactivation_scheduled", { ...scheduling, successors: three }),
      "Ada Archer scheduled Ben Baker to become inactive on 30 Nov 2026, 18:00: contacts split among Ada Archer, Dee Dunn and Cleo Carter.",
    ],
  ],
  "user.inactivation_cancelled": [
    [
      sampleEvent("user.inactivation_cancelled", { ...scheduled, scheduledBy: "Ada Archer" }),
      "Ada Archer cancelled that Ben Baker becomes inactive on 30 Nov 2026, 18:00.",
    ],
    [
      sampleEvent("user.inactivation_cancelled", { ...scheduled, scheduledBy: "Cleo Carter" }),
      "Ada Archer cancelled that Ben Baker becomes inactive on 30 Nov 2026, 18:00, which Cleo Carter had scheduled.",
    ],
  ],
  "user.inactivation_refused": [
    [
      sampleEvent("user.inactivation_refused", {
        ...scheduled,
        scheduledBy: "Cleo Carter",
        why: "Cleo Carter, who scheduled this, is no admin any more.",
      }),
      "Ben Baker was not made inactive on 30 Nov 2026, 18:00, as Cleo Carter had scheduled. Cleo Carter, who scheduled this, is no admin any more.",
    ],
  ],
  "user.reactivated": [
    [
      sampleEvent("user.reactivated", { seatsTotal: 12, seatsUsed: 11, email: ben.email }),
      "Ada Archer made Ben Baker active again: 11 of 12 user spots used.",
    ],
    [
      sampleEvent("user.reactivated", { seatsTotal: 1, seatsUsed: 1, email: ben.email }),
      "Ada Archer made Ben Baker active again: 1 of 1 user spot used.",
    ],
    [
      sampleEvent("user.reactivated", {
        seatsTotal: 12,
        seatsUsed: 11,
        email: "ben@new.example",
        isNewEmail: true,
      }),
      "Ada Archer made Ben Baker active again with the new address ben@new.example: 11 of 12 user spots used.",
    ],
  ],
  "user.link_created": [
    [
      sampleEvent("user.link_created", { linkId }),
      "Ada Archer made a new password link for Ben Baker.",
    ],
  ],
  "user.password_chosen": [
    [sampleEvent("user.password_chosen", {}), "Ben Baker chose a password."],
    [
      sampleEvent("user.password_chosen", { sessionsEnded: 0 }),
      "Ben Baker chose a new password in place of a forgotten one: 0 sign-ins ended.",
    ],
  ],
  "user.password_forgotten": [
    [
      sampleEvent("user.password_forgotten", { device: "Safari on iOS", address: "192.0.2.1" }),
      "A new password was asked for Ben Baker, with Safari on iOS from 192.0.2.1.",
    ],
  ],
  "user.password_changed": [
    [
      sampleEvent("user.password_changed", { device: "Safari on iOS", sessionsEnded: 2 }),
      "Ben Baker changed their password with Safari on iOS: 2 other sign-ins ended.",
    ],
  ],
  "user.session_ended": [
    [
      sampleEvent("user.session_ended", { count: 1, device: "Safari on iOS" }),
      "Ben Baker ended a sign-in with Safari on iOS.",
    ],
    [sampleEvent("user.session_ended", { count: 1 }), "Ben Baker ended 1 other sign-in."],
    [sampleEvent("user.session_ended", { count: 3 }), "Ben Baker ended 3 other sign-ins."],
  ],
  "user.signed_in": [
    [sampleEvent("user.signed_in", visitor), "Ben Baker signed in with Firefox on Linux."],
    [
      sampleEvent("user.signed_in", { ...visitor, code: "app" }),
      "Ben Baker signed in with Firefox on Linux and a code.",
    ],
    [
      sampleEvent("user.signed_in", { ...visitor, code: "recovery", recoveryCodesLeft: 7 }),
      "Ben Baker signed in with Firefox on Linux and a recovery code, 7 left.",
    ],
  ],
  "user.signed_out": [[sampleEvent("user.signed_out", {}), "Ben Baker signed out."]],
  "user.edited": [
    [
      sampleEvent("user.edited", {
        changes: {
          name: { from: "Ben Baker", to: "Ben Boll" },
          role: { from: "user", to: "admin" },
        },
      }),
      "Ada Archer edited Ben Baker: name from Ben Baker to Ben Boll and role from user to admin.",
    ],
    [
      sampleEvent("user.edited", {
        changes: { defaultSuccessor: { from: "", to: "Cleo Carter" } },
        newEmail: "boll@alder.example",
        samePerson: "Married",
      }),
      "Ada Archer edited Ben Baker: default successor from none to Cleo Carter and e-mail to boll@alder.example, once it is confirmed. Confirmed as the same person: Married",
    ],
  ],
  "user.email_confirmed": [
    [
      sampleEvent("user.email_confirmed", { newEmail: "b@x.example", waitsForAgreement: true }),
      "Ben Baker confirmed the new address b@x.example, which waits for an agreement.",
    ],
    [
      sampleEvent("user.email_confirmed", { newEmail: "b@x.example", waitsForAgreement: false }),
      "Ben Baker confirmed the new address b@x.example.",
    ],
  ],
  "user.email_agreed": [
    [
      sampleEvent("user.email_agreed", { newEmail: "b@x.example" }),
      "Ada Archer agreed to b@x.example as Ben Baker's new address.",
    ],
  ],
  "user.email_changed": [
    [
      sampleEvent("user.email_changed", { from: ben.email, to: "b@x.example" }),
      "The e-mail of Ben Baker changed from ben@alder.example to b@x.example.",
    ],
  ],
  "user.email_change_ended": [
    [
      sampleEvent("user.email_change_ended", { newEmail: "b@x.example" }),
      "Ada Archer ended the change of Ben Baker's e-mail to b@x.example.",
    ],
  ],
  "owner.made": [[sampleEvent("owner.made", {}), "Ada Archer made Ben Baker an Account Owner."]],
  "user.second_step_on": [
    [sampleEvent("user.second_step_on", { codesId }), "Ben Baker turned on two-step sign-in."],
    [
      sampleEvent("user.second_step_on", { codesId, isAnotherApp: true }),
      "Ben Baker moved two-step sign-in to another app.",
    ],
  ],
  "user.second_step_off": [
    [
      sampleEvent("user.second_step_off", { code: "app" }),
      "Ben Baker turned off two-step sign-in.",
    ],
  ],
  "user.second_step_reset": [
    [
      sampleEvent("user.second_step_reset", { reason: "Lost the phone", sessionsEnded: 1 }),
      "Ada Archer reset Ben Baker's two-step sign-in: 1 sign-in ended. Reason: Lost the phone",
    ],
  ],
  "user.recovery_codes_made": [
    [sampleEvent("user.recovery_codes_made", { codesId }), "Ben Baker made new recovery codes."],
  ],
  "account.second_step_required": [
    [
      sampleEvent("account.second_step_required", { adminsWithout: 0 }),
      "Ada Archer required two-step sign-in of all admins.",
    ],
    [
      sampleEvent("account.second_step_required", { adminsWithout: 3 }),
      "Ada Archer required two-step sign-in of all admins, of whom 3 had to set it up.",
    ],
  ],
  "account.second_step_not_required": [
    [
      sampleEvent("account.second_step_not_required", {}),
      "Ada Archer stopped requiring two-step sign-in of admins.",
    ],
  ],
  "mail.refused": [
    [
      sampleEvent("mail.refused", { mail: "choose_password", address: "ben@alder.example" }),
      "A mail to Ben Baker could not be delivered: ben@alder.example was refused by its mail server.",
    ],
  ],
  "contacts.reassigned": [
    [
      sampleEvent("contacts.reassigned", reassigned),
      "Ada Archer reassigned 12 contacts of Ben Baker to Cleo Carter.",
    ],
    [
      sampleEvent(
        "contacts.reassigned",
        {
          ...reassigned,
          givers: 3,
          receivers: [cleoReceives, { ...cleoReceives, name: ada.name, contacts: 1 }],
        },
        { userName: null },
      ),
      "Ada Archer reassigned 12 contacts of 3 users to Cleo Carter (12) and Ada Archer (1).",
    ],
    [
      sampleEvent("contacts.reassigned", {
        ...reassigned,
        contacts: 60_000,
        receivers: [
          { ...cleoReceives, contacts: null },
          { ...cleoReceives, name: ada.name, contacts: null },
        ],
        isPlanned: true,
      }),
      "Ada Archer asked to reassign 60,000 contacts of Ben Baker to Cleo Carter and Ada Archer.",
    ],
  ],
  "transfer.cancelled": [
    [
      sampleEvent("transfer.cancelled", { transferId: sampleId(60), fromName: ben.name }),
      "Ada Archer cancelled the reassignment of Ben Baker's contacts that was being prepared.",
    ],
  ],
  "transfer.stopped": [
    [
      sampleEvent("transfer.stopped", {
        transferId: sampleId(60),
        why: "Cleo Carter is inactive.",
      }),
      "The reassignment that was being prepared was stopped. Cleo Carter is inactive.",
    ],
  ],
  "transfer.undone": [
    [
      sampleEvent("transfer.undone", { ...undone, fromName: "" }),
      "Ada Archer undid the reassignment of several users' contacts: 12 contacts went back.",
    ],
    [
      sampleEvent("transfer.undone", undone),
      "Ada Archer undid the reassignment of Ben Baker's contacts: 12 contacts went back.",
    ],
    [
      sampleEvent("transfer.undone", { ...undone, returned: 1, stayed: 2, carvedOut: 3 }),
      "Ada Archer undid the reassignment of Ben Baker's contacts: 1 contact went back, 2 handed on since stayed, 3 split off since stayed.",
    ],
  ],
  "contacts.import_started": [
    [
      sampleEvent("contacts.import_started", {
        importId: sampleId(70),
        fileName: "people.csv",
        receiver: { userId: cleo.id, name: cleo.name },
      }),
      "Ada Archer began to import contacts from “people.csv”, for Cleo Carter.",
    ],
  ],
  "contacts.imported": [
    [
      sampleEvent("contacts.imported", imported),
      "Ada Archer's import of contacts from “people.csv” was completed: 1,200 contacts added, 2 brought up to date, 3 here already and 4 wrong and left out.",
    ],
    [
      sampleEvent("contacts.imported", { ...imported, ...nothing, outcome: "cancelled", added: 1 }),
      "Ada Archer cancelled the import of contacts from “people.csv”: 1 contact added.",
    ],
    [
      sampleEvent("contacts.imported", { ...imported, ...nothing, outcome: "stopped" }),
      "Ada Archer's import of contacts from “people.csv” stopped before its end: 1,200 contacts added.",
    ],
  ],
  "book.named": [
    [
      sampleEvent("book.named", {
        ...{ book: sampleId(7), from: "Cleo Carter", name: "Leeds", before: "" },
      }),
      "Ada Archer named Ben Baker's contacts taken over from Cleo Carter “Leeds”.",
    ],
    [
      sampleEvent("book.named", { book: "own", from: null, name: "York", before: "Leeds" }),
      "Ada Archer named Ben Baker's own contacts “York”, in place of “Leeds”.",
    ],
    [
      sampleEvent("book.named", { book: sampleId(7), from: null, name: "", before: "Leeds" }),
      "Ada Archer took away the name “Leeds” of Ben Baker's contacts taken over.",
    ],
  ],
  "audit.exported": [
    [
      sampleEvent("audit.exported", { format: "csv" }),
      "Ada Archer exported the account log as CSV: all events.",
    ],
    [
      sampleEvent("audit.exported", {
        format: "jsonl",
        person: "Ben Baker",
        kind: "Users added",
        from: "2026-11-01",
        to: "2026-11-30",
      }),
      "Ada Archer exported the account log as JSON Lines: events by or about Ben Baker, “Users added”, from 2026-11-01, to 2026-11-30.",
    ],
  ],
  "contact.added": [
    [
      sampleEvent("contact.added", zoe, { userName: null }),
      "Ada Archer added the contact Zoe Zhang.",
    ],
    [sampleEvent("contact.added", zoe), "Ada Archer added the contact Zoe Zhang for Ben Baker."],
  ],
  "contact.edited": [
    [
      sampleEvent("contact.edited", {
        ...zoe,
        changes: {
          "e-mail": { from: "", to: "zoe@zhang.example" },
          phone: { from: "1", to: "" },
          notes: null,
        },
      }),
      "Ada Archer edited the contact Zoe Zhang: e-mail from none to zoe@zhang.example, phone from 1 to none and notes.",
    ],
  ],
  "contact.merged": [
    [
      sampleEvent("contact.merged", { ...zoe, mergedId: sampleId(9), mergedName: "Z. Zhang" }),
      "Ada Archer merged the contact Z. Zhang into Zoe Zhang.",
    ],
  ],
  "contact.deleted": [
    [sampleEvent("contact.deleted", zoe), "Ada Archer deleted the contact Zoe Zhang."],
  ],
  "contact.restored": [
    [sampleEvent("contact.restored", zoe), "Ada Archer restored the contact Zoe Zhang."],
    [
      sampleEvent("contact.restored", { ...zoe, mergedIntoName: "Zoë Zhang" }),
      "Ada Archer restored the contact Zoe Zhang, which had been merged into Zoë Zhang.",
    ],
  ],
  "contacts.exported": [
    [
      sampleEvent("contacts.exported", { format: "csv", count: 1_500, hasMore: true, search: "a" }),
      "Ada Archer exported more than 1,500 contacts as CSV: those found by “a”.",
    ],
    [
      sampleEvent("contacts.exported", { format: "csv", count: 1_500 }),
      "Ada Archer exported 1,500 contacts as CSV: all contacts.",
    ],
    [
      sampleEvent("contacts.exported", {
        format: "vcard",
        count: 1,
        search: "zhang",
        assignee: "Ben Baker",
        book: "taken over from Cleo Carter",
      }),
      "Ada Archer exported 1 contact as vCard: those found by “zhang”, of Ben Baker, taken over from Cleo Carter.",
    ],
  ],
  "history.added": [
    [
      sampleEvent("history.added", {
        contactId: sampleId(8),
        contactName: "Zoe Zhang",
        entryKind: "call",
      }),
      "Ada Archer added a call to the History of Zoe Zhang.",
    ],
    [
      sampleEvent("history.added", {
        contactId: sampleId(8),
        contactName: "Zoe Zhang",
        entryKind: "email",
      }),
      "Ada Archer added an e-mail to the History of Zoe Zhang.",
    ],
    [
      sampleEvent("history.added", {
        contactId: sampleId(8),
        contactName: "Zoe Zhang",
        entryKind: "fax",
      }),
      "Ada Archer added an entry to the History of Zoe Zhang.",
    ],
  ],
  "support.looked": [
    [
      sampleEvent("support.looked", { reason: "They called about an invoice" }, rita),
      "Rita Reyes of support looked into the account. Reason: They called about an invoice",
    ],
  ],
  "owner_request.opened": [
    [
      sampleEvent("owner_request.opened", {
        ...{ ...ofCase, capacity: "admin", byName: "Ada Archer", reason: "Has left" },
        successor: "Cleo Carter",
      }),
      "Ada Archer asked support to lift Ben Baker's Account Owner status, with Cleo Carter as the next Account Owner (case 1042). Reason: Has left",
    ],
    [
      sampleEvent(
        "owner_request.opened",
        { ...ofCase, capacity: "card_holder", byName: "Rosa Alder", reason: "Has left" },
        rita,
      ),
      "Rita Reyes of support opened a case for Rosa Alder, the card holder, to lift Ben Baker's Account Owner status (case 1042). Reason: Has left",
    ],
  ],
  "owner_request.taken_over": [
    [
      sampleEvent("owner_request.taken_over", { ...ofCase, from: "Cleo Carter" }),
      "Ada Archer took over case 1042 from Cleo Carter.",
    ],
  ],
  "owner_request.agreed": [
    [
      sampleEvent("owner_request.agreed", ofCase),
      "Ben Baker agreed to lose their Account Owner status (case 1042).",
    ],
  ],
  "owner_request.objected": [
    [
      sampleEvent("owner_request.objected", { ...ofCase, words: "I am still here" }),
      "Ben Baker objected to case 1042. Reason: I am still here",
    ],
    [
      sampleEvent(
        "owner_request.objected",
        { ...ofCase, words: "", byAddress: "bills@alder.example" },
        { userName: null },
      ),
      "bills@alder.example objected to case 1042.",
    ],
  ],
  "owner_request.withdrawn": [
    [
      sampleEvent("owner_request.withdrawn", { ...ofCase, reason: "She stays" }),
      "Ada Archer withdrew case 1042. Reason: She stays",
    ],
    [
      sampleEvent("owner_request.withdrawn", { ...ofCase, reason: "" }),
      "Ada Archer withdrew case 1042.",
    ],
  ],
  "owner_request.expired": [
    [
      sampleEvent("owner_request.expired", ofCase),
      "Case 1042 expired after 30 days. Nothing was changed by it.",
    ],
  ],
  "owner_request.assigned": [
    [
      sampleEvent("owner_request.assigned", { ...ofCase, to: "Theo Tan" }, rita),
      "Rita Reyes of support gave case 1042 to Theo Tan.",
    ],
    [
      sampleEvent("owner_request.assigned", { ...ofCase, to: null }, rita),
      "Rita Reyes of support gave case 1042 back to the queue.",
    ],
  ],
  "owner_request.card_holder_asked": [
    [
      sampleEvent(
        "owner_request.card_holder_asked",
        { ...ofCase, sentTo: "bills@alder.example", byName: "Rosa Alder" },
        rita,
      ),
      "Rita Reyes of support asked Rosa Alder, the card holder, at bills@alder.example to confirm case 1042.",
    ],
  ],
  "owner_request.confirmed": [
    [
      sampleEvent("owner_request.confirmed", { ...ofCase, sentTo: "bills@alder.example" }),
      "bills@alder.example, where bills go, confirmed case 1042.",
    ],
  ],
  "owner_request.called_back": [
    [
      sampleEvent("owner_request.called_back", { ...ofCase, number: "+1 555 0100" }, rita),
      "Rita Reyes of support called the card holder back at +1 555 0100 about case 1042.",
    ],
  ],
  "owner_request.successor_named": [
    [
      sampleEvent("owner_request.successor_named", { ...ofCase, successor: "Cleo Carter" }, rita),
      "Rita Reyes of support named Cleo Carter as the next Account Owner in case 1042.",
    ],
  ],
  "owner_request.verified": [
    [
      sampleEvent("owner_request.verified", { ...ofCase, reason: "Spoke with both" }, rita),
      "Rita Reyes of support verified case 1042. Reason: Spoke with both",
    ],
  ],
  "owner_request.objection_overruled": [
    [
      sampleEvent(
        "owner_request.objection_overruled",
        { ...ofCase, objectedBy: "Cleo Carter", reason: "Both agreed on the phone" },
        rita,
      ),
      "Rita Reyes of support let case 1042 go on, although Cleo Carter had objected. Reason: Both agreed on the phone",
    ],
  ],
  "owner_request.refused": [
    [
      sampleEvent("owner_request.refused", { ...ofCase, reason: "The caller hung up" }, rita),
      "Rita Reyes of support refused case 1042. Reason: The caller hung up",
    ],
  ],
  "owner_request.reopened": [
    [
      sampleEvent("owner_request.reopened", { ...ofCase, reason: "They called again" }, rita),
      "Rita Reyes of support reopened case 1042. Reason: They called again",
    ],
  ],
  "owner_request.carried_out": [
    [
      sampleEvent("owner_request.carried_out", { ...ofCase, verifiedBy: "Theo Tan" }, rita),
      "Rita Reyes of support lifted Ben Baker's Account Owner status (case 1042, verified by Theo Tan).",
    ],
    [
      sampleEvent(
        "owner_request.carried_out",
        { ...ofCase, verifiedBy: "Theo Tan", successor: "Cleo Carter" },
        rita,
      ),
      "Rita Reyes of support lifted Ben Baker's Account Owner status and made Cleo Carter an Account Owner (case 1042, verified by Theo Tan).",
    ],
  ],
  "rescue.proposed": [
    [
      sampleEvent("rescue.proposed", { ...ofCase, reason: "All have left", letters: 1 }, rita),
      "Rita Reyes of support proposed to make Ben Baker an Account Owner, as nobody is left who administers the account (case 1042). 1 mail went out about it. Reason: All have left",
    ],
  ],
  "rescue.carried_out": [
    [
      sampleEvent("rescue.carried_out", { ...ofCase, proposedBy: "Theo Tan" }, rita),
      "Rita Reyes of support made Ben Baker an admin and an Account Owner (case 1042, proposed by Theo Tan).",
    ],
  ],
};

const cases: [AuditEvent, string][] = Object.values(sentences).flat();

test.each(cases.map(([event, sentence]) => [sentence, event] as const))(
  "the account log says: %s",
  (sentence, event) => {
    expect(eventSentence(event)).toBe(sentence);
  },
);

test("a name reads as it was copied, whoever is called so today", () => {
  const event = sampleEvent("user.inactivated", inactivationData(), {
    actorName: "王芳",
    userName: "דנה",
  });
  expect(eventSentence(event)).toMatch(/^王芳 made \u2068דנה\u2069 inactive: /);
});

test("an event of a kind from a newer version is still a line of the log", () => {
  const event = { ...sampleEvent("user.signed_out", {}), kind: "seat.reduced", at: noon };
  expect(eventSentence(event as unknown as AuditEvent)).toBe("Ada Archer: seat.reduced");
});
