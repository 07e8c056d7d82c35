import type { ContactDetails } from "#lib/contacts/contact-fields";
import { contactCsv } from "#lib/exports/contact-csv";
import { contactVcard } from "#lib/exports/contact-vcard";
import type { ContactFormat } from "#lib/exports/schema";

export type ExportedContact = ContactDetails & { id: string; name: string; assignee: string };

/** How contacts are written in each format. */
export const contactFormats: Record<
  ContactFormat,
  { contentType: string; ending: string; head: string; lines: (some: ExportedContact[]) => string }
> = { csv: contactCsv, vcard: contactVcard };
