import { randomUUID } from "node:crypto";
import type { Member } from "#lib/actor";
import { type ContactDetails, contactFieldNames } from "#lib/contacts/contact-fields";
import { getEditContactPage } from "#lib/contacts/edit-contact-page";
import type { AddContact, EditContact, MergeContacts } from "#lib/contacts/schema";

const nothing = Object.fromEntries(contactFieldNames.map((field) => [field, ""])) as ContactDetails;

/** What the form "Add contact" sends: Zoe, unless said otherwise. */
export function addingOf(change: Partial<AddContact> = {}): AddContact {
  return { ...nothing, requestId: randomUUID(), firstName: "Zoe", lastName: "Zhang", ...change };
}

/** What the form of this contact sends when these fields were changed in it. */
export async function editingOf(
  actor: Member,
  contactId: string,
  change: Partial<EditContact> = {},
): Promise<EditContact> {
  const { details, seen } = await shown(actor, contactId);
  return { requestId: randomUUID(), contactId, seen, ...details, ...change };
}

/** What the merge sheet of these two sends. */
export async function mergingOf(
  actor: Member,
  contactId: string,
  otherId: string,
  kept: Partial<MergeContacts> = {},
): Promise<MergeContacts> {
  const { seen } = await shown(actor, contactId);
  const { seen: otherSeen } = await shown(actor, otherId);
  return { requestId: randomUUID(), contactId, otherId, seen, otherSeen, ...kept };
}

async function shown(actor: Member, contactId: string) {
  const page = await getEditContactPage(actor, contactId);
  if (!page) throw new Error("This contact is deleted.");
  return page;
}
