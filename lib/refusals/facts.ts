import type { Money } from "#lib/money";
import { sentence } from "#lib/sentence";

/** What a sentence may need to name. Times are already in the reader's words where it is shown. */
export type RefusalFacts = {
  name?: string;
  by?: string;
  at?: string;
  email?: string;
  newName?: string;
  userId?: string;
  /** What a file turned out to be. */
  what?: string;
  count?: number;
  limit?: number;
  supportEmail?: string;
  /** User spots: how many there are, or were asked for, and how many are used. */
  total?: number;
  used?: number;
  /** A sum of money, and the same in words. */
  price?: Money;
  amount?: string;
  /** The open user spot that a scheduled reduction would take. */
  seat?: SeatThatGoes;
  /** Who was to receive contacts. */
  successor?: string;
  /** Contacts that were found in the way. */
  contacts?: FoundContact[];
  /** A contact as it is by now, where it differs from what was typed. */
  present?: { seen: string; values: { label: string; value: string }[] };
  /** A moment whose day is told, as `time`. */
  on?: string;
  /** A wall-clock time in words, and where the clock hangs. */
  time?: string;
  timeZone?: string;
  /** What the clock shows before and after a jump. */
  clock?: { before: string; after: string };
};

/** What can be done with a reduction that would take the spot: to `raised`, or cancelled. */
export type SeatThatGoes = {
  scheduleId: string;
  total: number;
  target: number;
  /** One more than are used, for who comes; the same as the total where it can only be cancelled. */
  raised: number;
  /** When, and its day in words. */
  on: string;
  day: string;
};

/** A contact as one is pointed at. */
export type FoundContact = {
  id: string;
  name: string;
  company: string;
  email: string;
  phone: string;
  assigneeName: string;
};

/** A refusal's sentence, written from what it may need to name. */
export type RefusalSentence = (facts: RefusalFacts) => string;

/** " since 12 Nov 2026, 12:00, by Ada Archer", as far as it is known. */
export function since(facts: RefusalFacts): string {
  return (facts.at ? ` since ${facts.at}` : "") + (facts.by ? sentence`, by ${facts.by}` : "");
}
