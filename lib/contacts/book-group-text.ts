import type { BookGroup } from "#lib/books/list-book-groups";
import { type DateStyle, dateText } from "#lib/dates";
import { sentence } from "#lib/sentence";

type Group = Pick<BookGroup, "name" | "at" | "fromName" | "isReturn">;

/** "Leeds", else "Own contacts" or "Taken over from Ben Baker, 12 Nov 2026" */
export function bookGroupText(group: Group, dates: DateStyle): string {
  return group.name ?? bookOriginText(group, dates);
}

export function bookOriginText({ at, fromName, isReturn }: Group, dates: DateStyle): string {
  if (!at) return "Own contacts";
  const day = dateText(at, dates);
  if (isReturn) return `Came back, ${day}`;
  return fromName ? sentence`Taken over from ${fromName}, ${day}` : `Taken over, ${day}`;
}
