import { z } from "zod";
import { contactSelectionSchema } from "#lib/contacts/selection";
import { href } from "#lib/hrefs";
import { searchText } from "#lib/input";
import { type Meant, SINGLE_CONTACTS } from "#lib/transfers/meant";
import type { RuleField } from "#lib/transfers/plan";

const texts = z
  .preprocess((value) => [value ?? []].flat(), z.array(z.string().max(1000)))
  .catch([]);
const ids = texts.transform((values) =>
  values.filter((value) => z.uuid().safeParse(value).success),
);
const first = texts.transform((values) => values[0] ?? "");

export const hows = ["one", "even", "shares", "rule"] as const;
export type How = (typeof hows)[number];

const addressSchema = z.object({
  /** The filter of the Contact Table, all of which is meant where `all` says so. */
  q: searchText,
  assignee: first,
  book: first,
  all: first,
  contact: ids,
  how: z.preprocess((value) => [value].flat()[0], z.enum(hows)).catch("one"),
  to: first,
  among: ids,
  share: texts,
  parts: texts,
  by: z
    .preprocess((value) => [value].flat()[0], z.enum(["state", "company", "letter"]))
    .catch("state"),
  value: texts,
  gets: texts,
  rest: first,
  /** A search for colleagues. */
  colleague: searchText,
  preview: first,
});

/** What the page's address says: which contacts, and as far as it is chosen, who gets which. */
export type ReassignAddress = {
  meant: Meant;
  /** How many single contacts were named, also those too many. */
  named: number;
  choices: PlanChoices;
  colleague: string;
  wantsPreview: boolean;
};

export type PlanChoices = {
  how: How;
  to: string;
  among: string[];
  /** By colleague what stands in the field. */
  shares: Map<string, string>;
  by: RuleField;
  /** By value who gets it; empty where it stays. */
  gets: Map<string, string>;
  rest: string;
};

export function readReassignAddress(parameters: object): ReassignAddress {
  const { q, assignee, book, all, contact, ...address } = addressSchema.parse(parameters);
  const { share, parts, value, gets, colleague, preview, ...choices } = address;
  const contactIds = [...new Set(contact)];
  const selection = contactSelectionSchema.parse({ search: q, assignee, book });
  return {
    meant: all ? { selection } : { contactIds: contactIds.slice(0, SINGLE_CONTACTS) },
    named: contactIds.length,
    choices: {
      ...choices,
      among: [...new Set(choices.among)],
      shares: new Map(share.map((id, n) => [id, parts[n] ?? ""])),
      gets: new Map(value.map((each, n) => [each, gets[n] ?? ""])),
    },
    colleague,
    wantsPreview: preview !== "",
  };
}

/** The Contact Table as it was when all that match was chosen there; else all of it. */
export function tableHref(meant: Meant): string {
  if ("contactIds" in meant) return "/contacts";
  const { search, assignee, book } = meant.selection;
  return href("/contacts", { q: search, assignee, book });
}

/** The part of the address that says which contacts are meant. */
export function meantParameters(meant: Meant): Record<string, string[]> {
  if ("contactIds" in meant) return { contact: meant.contactIds };
  const { search, assignee, book } = meant.selection;
  return {
    all: ["1"],
    ...(search && { q: [search] }),
    ...(assignee && { assignee: [assignee] }),
    ...(book && { book: [book] }),
  };
}
