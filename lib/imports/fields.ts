import { type ContactField, contactFields } from "#lib/contacts/contact-fields";

const { firstName, lastName, ...others } = contactFields;

/** What a column of a file can fill, in the order in which the choice lists it. */
export const importFields = { firstName, lastName, fullName: "Full name", ...others };

/** A contact's fields, and the full name, which becomes first and last name. */
export type ImportField = ContactField | "fullName";
export const importFieldNames = Object.keys(importFields) as ImportField[];

/** For each column of the file which field it fills, if any. */
export type Mapping = (ImportField | null)[];
