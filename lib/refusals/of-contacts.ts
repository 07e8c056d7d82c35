import { numberText, plural } from "#lib/plurals";
import type { RefusalSentence } from "#lib/refusals/facts";
import { sentence } from "#lib/sentence";

/** Contacts that change hands, and what is undone. */
export const refusalsOfContacts = {
  successor_missing: () => "Choose who receives the contacts. Nothing was changed.",
  successors_missing: () =>
    "Choose at least two colleagues to split the contacts among. Nothing was changed.",
  successor_is_leaver: (facts) =>
    sentence`The contacts cannot go to ${facts.name}, who is being made inactive. Nothing was changed. Choose somebody else.`,
  successor_is_chosen: () =>
    "Somebody whom you make inactive in the same step cannot receive the contacts. " +
    "Nothing was changed. Choose somebody else.",
  successor_not_active: (facts) =>
    (facts.successor
      ? sentence`${facts.successor}, who was to receive the contacts, is not an active user of this account. `
      : "The person you chose to receive the contacts is not an active user of this account. ") +
    "Nothing was changed. Choose somebody else.",
  too_many_to_split: (facts) =>
    `${plural(facts.count ?? 0, "contact")} are too many to split in this step (the limit is ${numberText(facts.limit ?? 0)}). ` +
    "Nothing was changed. Leave them where they are for now, or give all to one person.",
  books_of_others: () =>
    "You can name your own books; those of others are for admins to name. Nothing was changed.",
  already_undone: (facts) =>
    `This reassignment was undone already${facts.at ? ` on ${facts.at}` : ""}${facts.by ? sentence`, by ${facts.by}` : ""}. Nothing was changed.`,
  undo_too_late: () =>
    "A reassignment can be undone for 30 days, and this one is older. Nothing was changed.",
  nothing_to_return: () =>
    "All of these contacts were handed on since, so none would come back. Nothing was changed.",
  undo_of_undo: () => "An undo cannot itself be undone. Nothing was changed.",
} satisfies Record<string, RefusalSentence>;
