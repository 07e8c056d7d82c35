import type { ContactTableRow } from "#components/contacts/contact-table";
import type { ContactColumn } from "#lib/contacts/columns";
import { type DateStyle, dateText, exactText } from "#lib/dates";

export type ContactOnPage = {
  id: string;
  name: string;
  company: string;
  title: string;
  email: string;
  phone: string;
  mobile: string;
  city: string;
  state: string;
  country: string;
  lastActivityAt: Date;
  assigneeId: string;
  assigneeName: string;
  assigneeStatus: "active" | "inactive";
};

/** What the table needs of a contact, and no more; dates are in the reader's words already. */
export function contactTableRow(
  contact: ContactOnPage,
  columns: ContactColumn[],
  actor: { userId: string; role: "admin" | "user" },
  dates: DateStyle,
): ContactTableRow {
  const { id, name, lastActivityAt: at } = contact;
  const texts = { ...contact, assignee: contact.assigneeName, activity: dateText(at, dates) };
  const canPick = actor.role === "admin" || contact.assigneeId === actor.userId;
  return {
    ...{ id, name, cells: columns.map((column) => texts[column]) },
    ...(canPick && { canPick }),
    ...(contact.assigneeStatus === "inactive" && { isAssigneeInactive: true }),
    ...(columns.includes("activity") && {
      at: { iso: at.toISOString(), exact: exactText(at, dates) },
    }),
  };
}
