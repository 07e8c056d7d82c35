import { z } from "zod";
import { contactColumns, contactSorts, densities } from "#lib/contacts/columns";
import { contactSelectionSchema } from "#lib/contacts/selection";
import { href } from "#lib/hrefs";
import { searchText } from "#lib/input";

const text = z.preprocess((value) => [value].flat()[0], z.string());

/**
 * The Contact Table's address: what is selected, how it is sorted and shown, and where in it one is.
 * `who` is an assignee's name or e-mail, still to be found. Whatever does not fit falls back.
 */
export const contactFilterSchema = contactSelectionSchema.extend({
  who: searchText,
  sort: text.pipe(z.enum(contactSorts)).catch("name"),
  direction: text.pipe(z.enum(["asc", "desc"])).catch("asc"),
  columns: text
    .transform((value) => contactColumns.filter((column) => value.split(",").includes(column)))
    .optional()
    .catch(undefined),
  density: text.pipe(z.enum(densities)).optional().catch(undefined),
  cursor: text.pipe(z.string().max(4000)).optional().catch(undefined),
});
export type ContactFilter = z.infer<typeof contactFilterSchema>;

export const CONTACTS_PATH = "/contacts";

/** The filter that an address's parameters say. */
export function contactFilterOf(parameters: Record<string, unknown>): ContactFilter {
  const { q, who, assignee, book, sort, dir, cols, density, after } = parameters;
  const [direction, columns] = [dir, cols];
  return contactFilterSchema.parse({
    ...{ search: q, who, assignee, book, sort, direction, columns, density, cursor: after },
  });
}

/** The address's parameters for a filter; what goes without saying stays out. */
export function contactParameters(filter: Partial<ContactFilter>) {
  const { search, who, assignee, book, sort, direction, columns, density, cursor } = filter;
  return {
    q: search,
    who,
    assignee,
    book,
    sort: sort === "name" ? undefined : sort,
    dir: direction === "asc" ? undefined : direction,
    // None at all is a choice too.
    cols: columns && (columns.join(",") || "none"),
    density,
    after: cursor,
  };
}

/** The Contact Table under this filter, or what else takes one. */
export function contactTableHref(filter: Partial<ContactFilter>, path = CONTACTS_PATH): string {
  return href(path, contactParameters(filter));
}
