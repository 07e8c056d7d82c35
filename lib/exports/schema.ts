import { z } from "zod";
import { eventFilterSchema } from "#lib/audit/filter";

const exportFormats = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is downloaded, and in which shape. */
export const exportLogSchema = z.object({
  format: z.enum(exportFormats).catch("csv"),
  filter: eventFilterSchema,
});
export type ExportLog = z.infer<typeof exportLogSchema>;
