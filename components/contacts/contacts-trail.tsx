/** The breadcrumb of every page below the Contact Table. */
export const contactsTrail = [{ label: "Contacts", href: "/contacts" }];

/** The same below one contact's page. */
export function contactTrail({ id, name }: { id: string; name: string }) {
  return [...contactsTrail, { label: name, href: `/contacts/${id}` }];
}
