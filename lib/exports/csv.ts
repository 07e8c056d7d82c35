import { stringify } from "csv-stringify/sync";
import { eventSentence } from "#lib/audit/event-sentence";
import type { ListedEvent } from "#lib/audit/list-events";
import { localTimeText } from "#lib/dates";

const columns = [
  "time_utc",
  "time_local",
  "time_zone",
  "kind",
  "by_kind",
  "by_name",
  "by_id",
  "about_name",
  "about_id",
  "sentence",
  "details",
  "event_id",
];

/**
 * The log for a spreadsheet, by RFC 4180. It begins with the mark by which Excel knows UTF-8, its
 * local times are of the form that spreadsheets read as times, and no cell is taken for a formula.
 */
export const csv = {
  contentType: "text/csv; charset=utf-8; header=present",
  head: `\uFEFF${text([columns])}`,
  lines: (events: ListedEvent[], timeZone: string) =>
    text(
      events.map((event) => [
        event.at.toISOString(),
        localTimeText(event.at, timeZone),
        timeZone,
        event.kind,
        event.actorKind,
        event.actorName,
        event.actorId,
        event.userName,
        event.userId,
        eventSentence(event),
        JSON.stringify(event.data),
        event.id,
      ]),
    ),
};

function text(rows: (string | null)[][]): string {
  // A cell that begins like a formula gets an apostrophe in front, as spreadsheets themselves do it.
  return stringify(rows, { escape_formulas: true, record_delimiter: "windows" });
}
