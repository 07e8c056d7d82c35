import { eventSentence } from "#lib/audit/event-sentence";
import type { ListedEvent } from "#lib/audit/list-events";

/**
 * The log for programs: one event a line, in UTF-8, always with these keys in this order:
 * `id`; `at`, in UTC; `kind`; `by` and `about`, each with `id` and `name` or null (`by.kind` is
 * "member", "agent" or "system"); `sentence`, what the log says on screen; `data`, by kind.
 */
export const jsonLines = {
  contentType: "application/jsonl; charset=utf-8",
  head: "",
  lines: (events: ListedEvent[]) => events.map(line).join(""),
};

function line(event: ListedEvent): string {
  const { id, at, kind, actorKind, actorId, actorName, userId, userName, data } = event;
  const by = { kind: actorKind, id: actorId, name: actorName };
  const about = userName === null ? null : { id: userId, name: userName };
  return `${JSON.stringify({ id, at, kind, by, about, sentence: eventSentence(event), data })}\n`;
}
