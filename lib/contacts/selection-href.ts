import type { ContactSelection } from "#lib/contacts/selection";
import { href } from "#lib/hrefs";

/** This address with this selection of contacts, by the names that the Contact Table has for it. */
export function selectionHref(path: string, selection: Partial<ContactSelection>): string {
  const { search, assignee, book } = selection;
  return href(path, { q: search, assignee, book });
}
