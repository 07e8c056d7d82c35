import { and, eq } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import type { Member } from "#lib/actor";
import type { EventData } from "#lib/audit/events";
import { memberChange } from "#lib/change";
import {
  type ContactDetails,
  type ContactField,
  contactFields,
  differingFields,
} from "#lib/contacts/contact-fields";
import { findDuplicates } from "#lib/contacts/find-duplicates";
import { getContact, lockContacts } from "#lib/contacts/get-contact";
import type { EditContact } from "#lib/contacts/schema";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

/** Longer texts are not quoted in the log. */
const QUOTED = 200;

/**
 * Changes a contact's details. Who opened the page before somebody else's change is told of it, and
 * saves over it only by saying so.
 */
export function editContact(actor: Member, input: EditContact) {
  const { requestId, contactId, seen, replaces, anyway, ...details } = input;
  const work = async (tx: Tx) => {
    const { accountId } = actor;
    await lockContacts(tx, accountId, [contactId]);
    const contact = await getContact(tx, accountId, contactId);
    const changed = differingFields(contact.details, details);
    if (changed.length === 0) throw new Refusal("nothing_edited");
    if (![seen, replaces].includes(contact.seen)) {
      throw new Refusal("contact_edited_meanwhile", {
        name: contact.name,
        by: contact.updatedByName ?? undefined,
        at: contact.updatedAt.toISOString(),
        present: {
          seen: contact.seen,
          values: changed.map((field) => ({
            label: contactFields[field],
            value: contact.details[field],
          })),
        },
      });
    }
    const reached = Object.fromEntries(changed.map((field) => [field, details[field]]));
    const found = anyway
      ? []
      : await findDuplicates(tx, accountId, { ...reached, exceptId: contactId });
    if (found.length > 0) throw new Refusal("contact_duplicates", { contacts: found });
    const [edited] = await tx
      .update(contacts)
      .set({ ...details, updatedBy: actor.userId })
      .where(and(eq(contacts.accountId, accountId), eq(contacts.id, contactId)))
      .returning({ name: contacts.name });
    const changes = listChanges(changed, contact.details, details);
    return { data: { contactId, contactName: edited?.name ?? contact.name, changes } };
  };
  // Alone, so that the same form sent twice at once finds its first result, not its own change.
  return memberChange(actor, requestId, "contact.edited", work, { alone: true });
}

function listChanges(
  changed: ContactField[],
  before: ContactDetails,
  after: ContactDetails,
): EventData["contact.edited"]["changes"] {
  const entries = changed.map((field) => {
    const [from, to] = [before[field], after[field]];
    const isQuoted = field !== "notes" && from.length + to.length <= QUOTED;
    return [wordOf(field), isQuoted ? { from, to } : null];
  });
  return Object.fromEntries(entries);
}

/** "e-mail" */
function wordOf(field: ContactField): string {
  return contactFields[field].toLowerCase();
}
