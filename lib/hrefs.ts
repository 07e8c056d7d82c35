type Parameters = Record<string, string | string[] | undefined>;

/** A path with those parameters that say something; the rest stay out of the address. */
export function href(path: string, parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value ?? []].flat()) if (each) search.append(name, each);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The Contact Table with what this user looks after. */
export function contactsHref(assigneeId: string): string {
  return href("/contacts", { assignee: assigneeId });
}
