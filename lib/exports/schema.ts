import { z } from "zod";
import { eventFilterSchema } from "#lib/audit/filter";
import { contactSelectionSchema } from "#lib/contacts/selection";

const exportFormats = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is downloaded, and in which shape. */
export const exportLogSchema = z.object({
  format: z.enum(exportFormats).catch("csv"),
  filter: eventFilterSchema,
});
export type ExportLog = z.infer<typeof exportLogSchema>;

const contactFormats = ["csv", "vcard"] as const;
export type ContactFormat = (typeof contactFormats)[number];

/** Which contacts leave the product, and in which shape. */
export const exportContactsSchema = z.object({
  format: z.enum(contactFormats).catch("csv"),
  selection: contactSelectionSchema,
});
export type ExportContacts = z.infer<typeof exportContactsSchema>;
