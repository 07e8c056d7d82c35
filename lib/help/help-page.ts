import type { HelpSlug } from "#lib/help/subjects";

/** Words, a link to a page of ours, or the address of support. */
export type HelpPart = string | { text: string; href: string } | { mailTo: "support" };

export type HelpText = string | HelpPart[];

/** A paragraph, steps in order, a list, or a small table whose first column heads its rows. */
export type HelpBlock =
  | HelpText
  | { steps: HelpText[] }
  | { list: HelpText[] }
  | { table: HelpTable };

export type HelpTable = { caption: string; head: string[]; rows: string[][] };

export type HelpPage = {
  title: string;
  /** One sentence, shown wherever the page is linked from a list. */
  summary: string;
  /** Whether it is about something that only admins can do. */
  isForAdmins?: true;
  sections: { title: string; blocks: HelpBlock[] }[];
  /** What people type who call it otherwise. */
  searchWords: string;
  related: HelpSlug[];
};

export function helpHref(slug: HelpSlug): string {
  return `/help/${slug}`;
}
