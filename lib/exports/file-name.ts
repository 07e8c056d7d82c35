import { isoDayText } from "#lib/dates";
import type { ExportFormat } from "#lib/exports/schema";

/** "account-log-alder-realty-2026-11-24.csv", on the account's own day, for any file system. */
export function exportFileName(
  { accountName, timeZone }: { accountName: string; timeZone: string },
  at: Date,
  format: ExportFormat,
): string {
  const name = accountName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  return `${["account-log", name, isoDayText(at, timeZone)].filter(Boolean).join("-")}.${format}`;
}
