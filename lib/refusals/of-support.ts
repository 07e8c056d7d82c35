import { plural } from "#lib/plurals";
import { type RefusalFacts, type RefusalSentence, since } from "#lib/refusals/facts";
import { sentence } from "#lib/sentence";

/** The support console, and what is asked of it. */
export const refusalsOfSupport = {
  not_your_role: () =>
    "This step is for another role of support. Nothing was changed. Hand the case to somebody who has it.",
  agent_email_in_use: (facts) =>
    sentence`Somebody of support, perhaps inactive, uses ${facts.email} already. Nothing was changed.`,
  agent_is_self: () =>
    "You cannot change your own role or access. Nothing was changed. Ask another lead.",
  agent_inactive: (facts) =>
    sentence`${facts.name} is inactive${since(facts)}. Nothing was changed. Make them active first.`,
  agent_active_already: (facts) => sentence`${facts.name} is active already. Nothing was changed.`,
  last_lead: () =>
    "Support always has at least one active lead. Nothing was changed. Make somebody else a lead first.",
  agent_inactive_already: (facts) =>
    sentence`${facts.name} is inactive already${since(facts)}. Nothing was changed.`,
  agent_edited_meanwhile: () =>
    "Somebody else changed this after you had opened the page. Nothing was changed. Open the page again to see the present values.",
  agent_link_dead: () =>
    "This link does not work any more: it was used, has expired, was ended, or was not copied whole. Ask a lead of support for a new one.",
  agent_sign_in_over: () =>
    "This sign-in took too long, or your access was changed meanwhile. Nothing was changed. Sign in again.",
  look_needs_reason: () => "State in a few words why you look. Nothing was opened.",
  look_over: () =>
    "Your look into this account is over: it lasts half an hour. Nothing was changed. State your reason again.",

  case_open_already: (facts) =>
    sentence`There is an open case about ${facts.name} already. Nothing was changed. Go on with that one.`,
  case_not_owner: (facts) =>
    sentence`${facts.name} is no Account Owner now. Nothing was changed: there is no status to lift.`,
  case_requester_gone: (facts) =>
    sentence`${facts.name} asked for this and is no active admin any more. Nothing was changed. ` +
    "Another admin of the account can take the case over, or the card holder can ask.",
  case_card_holder_asks: (facts) =>
    sentence`${facts.name} is the card holder, and keeps the Account Owner status until the card on file changes. Nothing was changed. ` +
    `Change the card first, or have the card holder ask${facts.supportEmail ? `, signed in or by writing to ${facts.supportEmail}` : " support"}.`,
  case_successor_missing: (facts) =>
    sentence`${facts.name} is the last Account Owner. Nothing was changed. Name another active admin who becomes Account Owner in the same step.`,
  case_successor_unfit: (facts) =>
    sentence`${facts.successor ?? "The successor"} cannot be the next Account Owner: that takes an active admin who has signed in and is no Account Owner yet. Nothing was changed. Name somebody else.`,
  case_card_differs: () =>
    "Name or last four digits are not those of the card on file. Nothing was changed. Ask the caller again, and refuse if they do not know them.",
  case_not_confirmed: () =>
    "The billing address has not confirmed it yet. Nothing was changed. Wait for it, or ask again.",
  case_not_called_back: () =>
    "The card holder was not called back yet. Nothing was changed. Call the number, and note it here.",
  case_not_verified: () =>
    "The case is not verified. Nothing was changed. An agent verifies it first.",
  case_verified_already: (facts) =>
    sentence`${facts.by ?? "Somebody"} verified this case already${facts.at ? `, on ${facts.at}` : ""}. Nothing was changed.`,
  case_waits: (facts) =>
    `The waiting time runs${facts.at ? ` until ${facts.at}` : ""}: every Account Owner was told and may object. Nothing was changed.`,
  case_objected: (facts) =>
    sentence`${facts.by ?? "An Account Owner"} objected. Nothing was changed. A lead decides first.`,
  case_no_objection: () => "There is no objection to decide about. Nothing was changed.",
  case_four_eyes: () =>
    "You verified this case, so somebody else carries it out. Nothing was changed.",
  case_two_leads: (facts) =>
    facts.at
      ? `You proposed this, and there is no other lead: it waits until ${facts.at}. Nothing was changed.`
      : "You proposed this, so another lead carries it out. Nothing was changed.",
  case_somebody_there: () =>
    "Somebody in the account can act: there is another active admin, or an Account Owner has signed in. Nothing was changed. They ask in the account themselves.",
  rescue_proposed_already: () =>
    "It is proposed already to make somebody an Account Owner of this account. Nothing was changed. Go on with that case.",
  rescue_successor_unfit: (facts) =>
    sentence`${facts.name} is inactive, has never signed in or is an Account Owner already. Nothing was changed. Choose somebody else.`,
  case_changed: () =>
    "The case has changed meanwhile. Nothing was changed. Look at it again and repeat the step if it is still needed.",
  case_ended: (facts) =>
    sentence`This case has ended already${when(facts)}. Nothing was changed. If it is still needed, open a new one, or support reopens it.`,
  case_carried_out: (facts) =>
    sentence`This case was carried out${when(facts)}. Nothing was changed. It cannot be reopened.`,
  case_ended_long_ago: () =>
    "This case ended more than 30 days ago. Nothing was changed. Open a new one.",
  case_ends_now: () =>
    "This case is over after 30 days, and is being ended. Nothing was changed. Reopen it in a few minutes.",
  case_is_rescue: () =>
    "This case is about an account that nobody administers, and goes on only as it was proposed. Nothing was changed. A lead can propose another one.",
  case_of_admin: (facts) =>
    sentence`${facts.name} asks for this as an admin of the account, not the card holder. Nothing was changed. Ask the card holder to confirm first.`,
  case_called_back_already: (facts) =>
    sentence`${facts.by ?? "Somebody"} called the card holder back already${facts.at ? `, on ${facts.at}` : ""}. Nothing was changed.`,
  case_open: () => "This case is open. Nothing was changed. Go on with it.",
  case_not_yours: () =>
    "You asked for this case yourself already. Nothing was changed. To take it back, withdraw it.",
  case_requester_there: (facts) =>
    sentence`${facts.name} asked for this case and is an active admin. Nothing was changed. They go on with it themselves, or withdraw it.`,
  case_of_another: (facts) =>
    sentence`${facts.name} asked for this case, so only they can withdraw it. Nothing was changed. Ask them; an Account Owner can object, with the link in the mail.`,
  case_about_you: () =>
    "This case is about you: you can agree or object, and neither withdraw it nor take it over. Nothing was changed. Object to it, and a lead of our support decides.",
  no_billing_address: () =>
    "There is no billing address on file to ask. Nothing was changed. An admin of the account asks instead.",
  letter_over: () =>
    "This link does not work any more: the case has ended, it was answered already, or a later mail has another link. Nothing was changed.",
  confirmation_over: () =>
    "This link does not work any more: the case has ended, or a later mail has another link. Nothing was changed.",
  too_many_cases: ({ count = 1 }) =>
    `Too many cases were opened at once. Nothing was changed. Wait ${plural(count, "minute")} and try again.`,
} satisfies Record<string, RefusalSentence>;

/** " on 12 Nov 2026, 12:00, by Ada Archer", as far as it is known. */
function when({ at, by }: RefusalFacts): string {
  return (at ? ` on ${at}` : "") + (by ? sentence`, by ${by}` : "");
}
