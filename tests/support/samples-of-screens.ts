import type { ShownSchedule } from "#components/users/schedule-notice";
import type { UserTableRowProps } from "#components/users/user-table-row";
import type { HistoryLine } from "#lib/history/history-line";
import { ada, ben, cleo, noon, sampleId } from "#tests/support/samples";

type UserRow = UserTableRowProps["user"];

/** Ben as a row of the user table: an active user with 142 contacts. */
export function userRow(change: Partial<UserRow> = {}): UserRow {
  return {
    ...ben,
    formerEmail: null,
    newEmail: null,
    role: "user",
    status: "active",
    isOwner: false,
    hasPassword: true,
    contacts: 142,
    lastSignInAt: noon,
    inactivatedAt: null,
    inactivatedByName: null,
    schedule: null,
    ...change,
  };
}

export const adaRow = userRow({ ...ada, role: "admin" });
export const ownerRow = userRow({ ...cleo, role: "admin", isOwner: true });
export const inactiveRow = userRow({
  status: "inactive",
  inactivatedAt: noon,
  inactivatedByName: ada.name,
});

/** Ada's schedule for Ben, whose contacts go to Cleo. */
export function shownSchedule(change: Partial<ShownSchedule> = {}): ShownSchedule {
  return {
    id: sampleId(61),
    runAt: new Date("2026-11-30T18:00:00Z"),
    createdAt: noon,
    by: ada.name,
    refusal: null,
    plan: { contacts: "one", successorId: cleo.id, successorIds: [], reason: "" },
    successors: [cleo],
    timeZone: "Europe/London",
    wallTime: "2026-11-30T18:00",
    comesTwice: false,
    ...change,
  };
}

/** A page of a list that is the only one. */
export function onePage<Row>(...rows: Row[]) {
  return { rows, previous: null, next: null };
}

/** A row of the contact list: Zoe's, who lies with Ben. */
export function contactRow(change: { assigneeStatus?: "active" | "inactive"; name?: string } = {}) {
  return {
    id: sampleId(8),
    name: "Zoe Zhang",
    company: "Zhang & Sons",
    title: "Buyer",
    email: "zoe@zhang.example",
    phone: "+44 20 7946 0000",
    mobile: "",
    city: "York",
    state: "",
    country: "",
    lastActivityAt: noon,
    assigneeId: ben.id,
    assigneeName: ben.name,
    assigneeStatus: "active" as const,
    ...change,
  };
}

/** Zoe in full. */
export function contact(
  change: { assigneeStatus?: "active" | "inactive"; company?: string; notes?: string } = {},
) {
  return {
    ...contactRow(),
    jobTitle: "",
    mobile: "",
    street: "1 High Street",
    city: "York",
    state: "",
    postalCode: "YO1 7HH",
    country: "",
    website: "zhang.example",
    notes: "",
    ...change,
  };
}

/** What Ben noted about a call with Zoe. */
export function historyLine(change: Partial<HistoryLine> = {}): HistoryLine {
  return {
    id: sampleId(80),
    at: noon,
    kind: "call",
    body: "Rang about the lease.",
    authorName: ben.name,
    authorIsInactive: false,
    fromName: null,
    toName: null,
    ...change,
  };
}
