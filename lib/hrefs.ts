type Parameters = Record<string, string | string[] | undefined>;

/** A path with those parameters that say something; the rest stay out of the address. */
export function href(path: string, parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value ?? []].flat()) if (each) search.append(name, each);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** Where user spots are added, and where it leads back to afterwards. */
export function addSeatsHref(next?: string): string {
  return href("/admin/subscription/add", { next });
}

/** Where support is asked to lift an Owner's status, this one's if one is meant. */
export function ownerRequestHref(userId?: string): string {
  return href("/admin/owner-request", { owner: userId });
}

/** The receipt of a row of the ledger. */
export function seatChangeHref(changeId: string): string {
  return `/admin/subscription/changes/${changeId}`;
}

/** The Contact Table with what this user looks after. */
export function contactsHref(assigneeId: string): string {
  return href("/contacts", { assignee: assigneeId });
}
