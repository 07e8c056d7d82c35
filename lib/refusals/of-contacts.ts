import { numberText } from "#lib/plurals";
import type { RefusalSentence } from "#lib/refusals/facts";
import { sentence } from "#lib/sentence";

/** Contacts that change hands, what is undone, and what is done with a contact itself. */
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
  transfer_over: (facts) =>
    `This reassignment is not being prepared any more${facts.by ? sentence`: ${facts.by} ended it` : ""}${facts.at ? ` on ${facts.at}` : ""}. Nothing was changed.`,
  transfer_matches_nothing: () =>
    "None of the contacts that it was about were left where they were. Nothing was changed.",
  transfer_source_moved: (facts) =>
    (facts.name
      ? sentence`Contacts of ${facts.name} were handed on while it was being prepared. `
      : "Some of these contacts were handed on while it was being prepared. ") +
    "Nothing was changed. Look at who has them now, and reassign them from there.",
  transfer_requester_may_not: (facts) =>
    sentence`${facts.by ?? "Who asked for it"} may not reassign these contacts any more. ` +
    "Nothing was changed. An admin can reassign them.",
  books_of_others: () =>
    "You can name your own books; those of others are for admins to name. Nothing was changed.",
  already_undone: (facts) =>
    `This reassignment was undone already${facts.at ? ` on ${facts.at}` : ""}${facts.by ? sentence`, by ${facts.by}` : ""}. Nothing was changed.`,
  undo_too_late: () =>
    "A reassignment can be undone for 30 days, and this one is older. Nothing was changed.",
  nothing_to_return: () =>
    "All of these contacts were handed on since, so none would come back. Nothing was changed.",
  undo_of_undo: () => "An undo cannot itself be undone. Nothing was changed.",
  contact_duplicates: () =>
    "There is a contact with the same e-mail or phone number already. Nothing was changed yet. Open it, or go on anyway.",
  contact_edited_meanwhile: (facts) =>
    sentence`${facts.by ?? "Somebody"} changed ${facts.name}` +
    `${facts.at ? ` on ${facts.at}` : ""}, after you had opened the page. Nothing was changed.`,
  contact_is_deleted: (facts) =>
    sentence`${facts.name} was deleted` +
    `${facts.at ? ` on ${facts.at}` : ""}${facts.by ? sentence`, by ${facts.by}` : ""}. Nothing was changed. An admin can restore it for 30 days.`,
  contact_is_merged: (facts) =>
    sentence`${facts.name} was merged into ${facts.newName}` +
    `${facts.at ? ` on ${facts.at}` : ""}${facts.by ? sentence`, by ${facts.by}` : ""}. Nothing was changed. Open that contact instead.`,
  contact_is_not_deleted: (facts) =>
    sentence`${facts.name} is not deleted, or was restored already. Nothing was changed.`,
  restore_too_late: () =>
    "A deleted contact can be restored for 30 days, and these are over. Nothing was changed.",
  merge_with_itself: () =>
    "A contact cannot be merged with itself. Nothing was changed. Choose another one.",
  contact_needs_a_name: () =>
    "A contact needs a name, a company, an e-mail or a phone number, and none of these would stay. Nothing was changed. Keep one of them.",
} satisfies Record<string, RefusalSentence>;
