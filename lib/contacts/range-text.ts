import type { Page } from "#lib/keyset";
import { numberText, plural } from "#lib/plurals";

/** "51–100 of 1,000,000 contacts"; without its place "50 of …"; of a large search "more than 1,000". */
export function rangeText({ rows, first }: Page<unknown>, total: number | null): string {
  const of = total === null ? "more than 1,000 contacts" : plural(total, "contact");
  if (rows.length === 0 && total === 0) return of;
  const last = first === undefined ? 0 : first + rows.length - 1;
  // Where contacts came or went on the way, a place beyond the end would be wrong to see.
  const isPlaced = first !== undefined && rows.length > 0 && (total === null || last <= total);
  if (!isPlaced) return `${numberText(rows.length)} of ${of}`;
  return `${numberText(first)}–${numberText(last)} of ${of}`;
}
