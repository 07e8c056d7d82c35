import { csv } from "#lib/exports/csv";
import { jsonLines } from "#lib/exports/json-lines";
import type { ExportFormat } from "#lib/exports/schema";

/** How the log is written in each format. */
export const formats = { csv, jsonl: jsonLines } satisfies Record<ExportFormat, unknown>;
