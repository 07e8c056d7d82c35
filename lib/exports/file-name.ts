import { isoDayText } from "#lib/dates";

/** "account-log-alder-realty-2026-11-24.csv", on the account's own day, for any file system. */
export function exportFileName(
  what: string,
  { accountName, timeZone }: { accountName: string; timeZone: string },
  at: Date,
  ending: string,
): string {
  const name = accountName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  return `${[what, name, isoDayText(at, timeZone)].filter(Boolean).join("-")}.${ending}`;
}
