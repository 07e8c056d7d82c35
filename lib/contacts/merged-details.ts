import {
  type ContactDetails,
  type ContactField,
  contactFieldNames,
} from "#lib/contacts/contact-fields";

export type Kept = "own" | "other" | "both";

/** What stays of two contacts where nothing was chosen: the survivor's value, else the other's. */
export function keptByDefault(field: ContactField, own: string, other: string): Kept {
  if (own === "") return "other";
  return field === "notes" && other !== "" && other !== own ? "both" : "own";
}

/** The details of one contact made of two, by what was chosen for each field. */
export function mergedDetails(
  own: ContactDetails,
  other: ContactDetails,
  kept: Partial<Record<ContactField, Kept>>,
): ContactDetails {
  const merged = { ...own };
  for (const field of contactFieldNames) {
    const side = kept[field] ?? keptByDefault(field, own[field], other[field]);
    if (side === "other") merged[field] = other[field];
    if (side === "both") merged[field] = [own[field], other[field]].filter(Boolean).join("\n\n");
  }
  return merged;
}
