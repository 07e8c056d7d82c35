import { z } from "zod";
import { type ContactField, contactFieldNames, contactFields } from "#lib/contacts/contact-fields";
import { emailOrNone, id, lineOrNone, optional, paragraph, requestId } from "#lib/input";

function field(name: ContactField, max: number) {
  return lineOrNone(contactFields[name], max);
}

/** So much is kept of a contact, whichever way it comes in. */
const details = {
  firstName: field("firstName", 100),
  lastName: field("lastName", 100),
  company: field("company", 200),
  jobTitle: field("jobTitle", 200),
  email: emailOrNone(contactFields.email),
  phone: field("phone", 50),
  mobile: field("mobile", 50),
  street: field("street", 500),
  city: field("city", 200),
  state: field("state", 200),
  postalCode: field("postalCode", 50),
  country: field("country", 200),
  website: field("website", 500),
  notes: paragraph(contactFields.notes, 10_000),
};

export const contactDetails = z.object(details);
type Details = z.infer<typeof contactDetails>;

/** A contact is called by one of these. */
export const namingFields = ["firstName", "lastName", "company", "email", "phone"] as const;
export const hasName = (values: Details) => namingFields.some((field) => values[field] !== "");
const nameMissing = {
  path: ["firstName"],
  error: "Enter a name, a company, an e-mail or a phone number: a contact needs one of them.",
};

/** The second button of a form that was told of contacts with the same e-mail or number. */
const anyway = z.literal("yes").optional();

/** What a page showed, so that a change of an old page is noticed. */
const seen = z.string({ error: "Open the page again." }).max(100, "Open the page again.");

export const addContactSchema = z
  .object({ requestId, ...details, assigneeId: optional(id), anyway })
  .refine(hasName, nameMissing);
export type AddContact = z.infer<typeof addContactSchema>;

export const editContactSchema = z
  .object({
    requestId,
    contactId: id,
    ...details,
    seen,
    /** The later values that were shown as well, and are to be replaced. */
    replaces: seen.optional(),
    anyway,
  })
  .refine(hasName, nameMissing);
export type EditContact = z.infer<typeof editContactSchema>;

const kept = z.enum(["own", "other", "both"], { error: "Choose which one stays." }).optional();

/** Whose value stays in each field, the survivor's own or the other's; notes may stay of both. */
const keptFields = Object.fromEntries(contactFieldNames.map((field) => [field, kept])) as Record<
  ContactField,
  typeof kept
>;

export const mergeContactsSchema = z.object({
  requestId,
  contactId: id,
  otherId: id,
  seen,
  otherSeen: seen,
  ...keptFields,
});
export type MergeContacts = z.infer<typeof mergeContactsSchema>;

export const deleteContactSchema = z.object({ requestId, contactId: id });
export type DeleteContact = z.infer<typeof deleteContactSchema>;

export const restoreContactSchema = z.object({ requestId, contactId: id });
export type RestoreContact = z.infer<typeof restoreContactSchema>;
