import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const survivors = alias(contacts, "survivors");
const editors = alias(users, "editors");

/** The details of a contact as its form knows them. */
export const contactDetailColumns = {
  firstName: contacts.firstName,
  lastName: contacts.lastName,
  company: contacts.company,
  jobTitle: contacts.jobTitle,
  email: contacts.email,
  phone: contacts.phone,
  mobile: contacts.mobile,
  street: contacts.street,
  city: contacts.city,
  state: contacts.state,
  postalCode: contacts.postalCode,
  country: contacts.country,
  website: contacts.website,
  notes: contacts.notes,
};

/** One contact, deleted or not, with who changed it last; `not_found` otherwise. */
export async function getAnyContact(tx: Tx, accountId: string, contactId: string) {
  const [contact] = await tx
    .select({
      id: contacts.id,
      name: contacts.name,
      details: contactDetailColumns,
      updatedAt: contacts.updatedAt,
      updatedByName: editors.name,
      /** To the microsecond: what a form sends back to say which state it showed. */
      seen: sql<string>`extract(epoch from ${contacts.updatedAt})::text`,
      deletedAt: contacts.deletedAt,
      mergedIntoId: contacts.mergedIntoId,
      mergedIntoName: survivors.name,
    })
    .from(contacts)
    .leftJoin(
      editors,
      and(eq(editors.accountId, contacts.accountId), eq(editors.id, contacts.updatedBy)),
    )
    .leftJoin(
      survivors,
      and(eq(survivors.accountId, contacts.accountId), eq(survivors.id, contacts.mergedIntoId)),
    )
    .where(and(eq(contacts.accountId, accountId), eq(contacts.id, contactId)));
  if (!contact) throw new Refusal("not_found");
  return contact;
}

/** The same where it must not be deleted; says by whom and when, or into which it was merged. */
export async function getContact(tx: Tx, accountId: string, contactId: string) {
  const contact = await getAnyContact(tx, accountId, contactId);
  const { deletedAt, mergedIntoName: newName, name, updatedByName } = contact;
  if (!deletedAt) return contact;
  const facts = { name, by: updatedByName ?? undefined, at: deletedAt.toISOString() };
  if (newName) throw new Refusal("contact_is_merged", { ...facts, newName });
  throw new Refusal("contact_is_deleted", facts);
}

/** Holds contacts before they are looked at, in one order, so that two never wait for each other. */
export async function lockContacts(tx: Tx, accountId: string, ids: string[]): Promise<void> {
  for (const contactId of ids.toSorted()) {
    await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.accountId, accountId), eq(contacts.id, contactId)))
      .for("no key update");
  }
}
