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
  nothing_selected: () =>
    "There is no contact to reassign: none was chosen, or those that were are not there any more. " +
    "Nothing was changed. Choose contacts in the Contact Table.",
  nothing_moves: () =>
    "All of these contacts would stay with whom they are. Nothing was changed. Choose somebody else.",
  contacts_not_yours: (facts) =>
    `${numberText(facts.count ?? 0)} of these contacts ${facts.count === 1 ? "is" : "are"} not yours, and you reassign your own only. ` +
    "Nothing was changed. Choose among your own, or ask an admin.",
  contacts_changed: (facts) =>
    "Somebody reassigned, added, edited or deleted some of these contacts after you had looked at them: " +
    `${facts.count === 1 ? "it is 1" : `they are ${numberText(facts.count ?? 0)}`} now. ` +
    "Nothing was changed. Look at them again, then repeat it if it is still needed.",
  already_undone: (facts) =>
    `This reassignment was undone already${facts.at ? ` on ${facts.at}` : ""}${facts.by ? sentence`, by ${facts.by}` : ""}. Nothing was changed.`,
  undo_too_late: () =>
    "A reassignment can be undone for 30 days, and this one is older. Nothing was changed.",
  nothing_to_return: () =>
    "All of these contacts were handed on since, so none would come back. Nothing was changed.",
  undo_of_undo: () => "An undo cannot itself be undone. Nothing was changed.",
} satisfies Record<string, RefusalSentence>;
