import { numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

/** What a sentence may need to name. Times are already in the reader's words where it is shown. */
export type RefusalFacts = {
  name?: string;
  by?: string;
  at?: string;
  email?: string;
  newName?: string;
  userId?: string;
  count?: number;
  limit?: number;
  supportEmail?: string;
  /** Who was to receive contacts. */
  successor?: string;
  /** A wall-clock time in words, and where the clock hangs. */
  time?: string;
  timeZone?: string;
  /** What the clock shows before and after a jump. */
  clock?: { before: string; after: string };
};

const sentences = {
  not_found: () => "There is no such entry in this account. It may be a mistyped address.",
  not_signed_in: () => "Your sign-in has ended. Sign in again; nothing was changed.",
  access_ended: () => "Your access has ended; nothing was changed. Ask an admin of your company.",
  choice_expired: () => "The choice took too long. Sign in again.",
  not_admin: () =>
    "Only an admin of this account can do this. Nothing was changed. Ask one of your admins.",
  user_is_owner: (facts) =>
    sentence`${facts.name} is an Account Owner and cannot be made inactive. Nothing was changed. ` +
    `To lift that status, write to ${facts.supportEmail ?? "support"}.`,
  user_is_self: () =>
    "You cannot make yourself inactive. Nothing was changed. Ask another admin of your account.",
  already_inactive: (facts) =>
    sentence`${facts.name} is inactive already${since(facts)}. Nothing was changed.`,
  already_active: (facts) =>
    sentence`${facts.name} is active already${since(facts)}. Nothing was changed.`,
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
  time_skipped: ({ time = "This time", timeZone = "your time zone", clock }) =>
    `${time} does not exist in ${timeZone}: the clock ${clock ? `goes from ${clock.before} straight to ${clock.after}` : "jumps over it"}. ` +
    "Nothing was changed. Choose another time.",
  time_past: ({ time = "This time", timeZone = "your time zone" }) =>
    `${time} in ${timeZone} is over already. Nothing was changed. Choose a later moment, or now.`,
  time_too_far: ({ time = "This time" }) =>
    `${time} is more than a year ahead. Nothing was changed. Choose an earlier moment.`,
  already_scheduled: (facts) =>
    sentence`${facts.by ?? "Somebody"} has scheduled ${facts.name} to become inactive` +
    `${facts.time ? ` on ${facts.time}` : ""} already. ` +
    "Nothing was changed. Open the page again to change or cancel that.",
  schedule_ended: (facts) =>
    sentence`The schedule for ${facts.name} has ended already` +
    `${facts.at ? `, on ${facts.at}` : ""}${facts.by ? sentence`, by ${facts.by}` : ""}. Nothing was changed. Open the page again.`,
  scheduler_not_admin: (facts) =>
    sentence`${facts.by ?? "The person"}, who scheduled this, is no admin any more. Nothing was changed. ` +
    "Schedule it anew if it is still meant.",
  no_open_seat: () =>
    "All user spots are used. Nothing was changed. Add user spots, or make someone inactive first.",
  email_in_use: (facts) =>
    sentence`${facts.name} already uses ${facts.email} in this account. Nothing was changed.`,
  email_of_inactive_user: (facts) =>
    sentence`${facts.email} belongs to ${facts.name}, who is inactive. Nothing was changed. Is it the same person, or a different one?`,
  email_needed: (facts) =>
    sentence`${facts.name}'s former e-mail address belongs to somebody else now. Nothing was changed. Enter a new address.`,
  already_undone: (facts) =>
    `This reassignment was undone already${facts.at ? ` on ${facts.at}` : ""}${facts.by ? sentence`, by ${facts.by}` : ""}. Nothing was changed.`,
  undo_too_late: () =>
    "A reassignment can be undone for 30 days, and this one is older. Nothing was changed.",
  nothing_to_return: () =>
    "All of these contacts were handed on since, so none would come back. Nothing was changed.",
  undo_of_undo: () => "An undo cannot itself be undone. Nothing was changed.",
  request_reused: () =>
    "This form was sent before, for something else. Nothing was changed. Open the page again.",
  link_dead: () =>
    "This link does not work any more: it was used, has expired, or was ended. Ask an admin of your account for a new one.",
  reset_link_dead: () =>
    "This link does not work any more: it works once, for 30 minutes, and only the latest one counts. Ask for a new one.",
  password_already_chosen: (facts) =>
    sentence`${facts.name} has chosen a password already. Nothing was changed.`,
  link_of_owner: (facts) =>
    sentence`${facts.name} is an Account Owner, and whoever has a link could sign in as that Owner: only another Owner makes one. Nothing was changed. ` +
    sentence`${facts.name} can ask for one by “Forgot your password?” on the sign-in page.`,
  password_is_same: () =>
    "The new password is the one you have already. Nothing was changed. Choose another one.",
  password_is_common: () =>
    "This password, with or without digits and signs around it, is one of the 10,000 most common. " +
    "Nothing was changed. Choose another one: several words make a good one.",
  password_is_pattern: () =>
    "This password repeats or counts up one thing, which is tried first. Nothing was changed. " +
    "Choose another one: several words make a good one.",
  password_is_name: () =>
    "This password is made of your name, your e-mail or your company's name. Nothing was changed. " +
    "Choose another one: several words make a good one.",
  session_is_this_one: () =>
    "This is the sign-in you are using. Nothing was changed. To end it, sign out.",
  session_ended: (facts) =>
    `This sign-in has ended already${facts.at ? `, on ${facts.at}` : ""}. Nothing was changed.`,
  no_other_sessions: () => "You have no other open sign-in. Nothing was changed.",
  credentials_wrong: () => "E-mail and password do not match an active user. Check both.",
  user_inactive: (facts) =>
    sentence`Your user in ${facts.name} was made inactive${facts.at ? ` on ${facts.at}` : ""}, so you cannot sign in. Ask an admin of your company.`,
  too_many_attempts: (facts) =>
    `Too many attempts. Wait ${plural(facts.count ?? 1, "minute")} and try again.`,
  password_wrong: () => "This is not your password. Nothing was changed. Check it and try again.",
  user_is_inactive: (facts) =>
    sentence`${facts.name} is inactive. Nothing was changed. Make the user active first.`,
  edited_meanwhile: (facts) =>
    `${facts.by ? sentence`${facts.by} changed this user` : "This user was changed"}${facts.at ? ` on ${facts.at}` : ""}, after you had opened the page. Nothing was changed. Look at it again and repeat your edit if it is still needed.`,
  nothing_edited: () => "You changed nothing, so there was nothing to save.",
  role_is_own: () =>
    "You cannot change your own role. Nothing was changed. Ask another admin of your account.",
  role_of_owner: (facts) =>
    sentence`${facts.name} is an Account Owner, who is always an admin. Nothing was changed. ` +
    `To lift that status, write to ${facts.supportEmail ?? "support"}.`,
  email_of_owner: (facts) =>
    sentence`Only ${facts.name} can change this e-mail, as an Account Owner. Nothing was changed.`,
  another_person: (facts) =>
    sentence`This edit would turn ${facts.name} into ${facts.newName}. Nothing was changed. ` +
    "A user stays one person for ever, because what they noted carries their name.",
  not_owner: () =>
    "Only an Account Owner can do this. Nothing was changed. Ask one of your Account Owners.",
  already_owner: (facts) =>
    sentence`${facts.name} is an Account Owner already${since(facts)}. Nothing was changed.`,
  owner_needs_admin: (facts) =>
    sentence`${facts.name} is no admin. Nothing was changed. Make the user an admin first, under Edit.`,
  owner_needs_password: (facts) =>
    sentence`${facts.name} has not chosen a password yet. Nothing was changed. Wait until the user has signed in once.`,
  email_change_over: () =>
    "This change of address is over: it was carried out, ended, or has expired. Nothing was changed.",
  code_wrong: () =>
    "This code does not fit. Enter the newest one of your app, and check that your phone's clock is set by the network: a code lasts about a minute.",
  code_used: () =>
    "This code was used already, or is older than one that was. Wait for the next one of your app.",
  recovery_code_wrong: () =>
    "This recovery code does not fit, or was used already: each counts once. Enter another one.",
  code_too_late: () => "The code came too late. Sign in again.",
  code_not_needed: () =>
    "Your two-step sign-in was turned off or reset meanwhile. Sign in again: the password alone is enough.",
  set_up_too_late: () => "Setting up took too long. Nothing was changed. Begin again.",
  second_step_on_already: () => "Your two-step sign-in is on already. Nothing was changed.",
  second_step_off_already: () => "Your two-step sign-in is off already. Nothing was changed.",
  second_step_needed: () =>
    "Your account requires two-step sign-in of its admins. Nothing was changed. Set it up, then repeat this.",
  second_step_is_kept: () =>
    "Your account requires two-step sign-in of its admins, so yours stays on. Nothing was changed. Ask an Account Owner.",
  second_step_is_own: () =>
    "Your own two-step sign-in is not reset here. Nothing was changed. Turn it off under My sign-ins.",
  second_step_missing: (facts) =>
    sentence`${facts.name} has no two-step sign-in${facts.at ? `: it was reset on ${facts.at}${facts.by ? sentence` by ${facts.by}` : ""}` : ""}. Nothing was changed.`,
  second_step_of_owner: (facts) =>
    sentence`${facts.name} is an Account Owner, whose two-step sign-in only another Account Owner resets. Nothing was changed. ` +
    `Ask one of them, or write to ${facts.supportEmail ?? "support"}.`,
  own_second_step_first: () =>
    "Set up two-step sign-in for yourself first. Nothing was changed. Then require it of others.",
  second_step_required_already: (facts) =>
    `Two-step sign-in is required of all admins already${since(facts)}. Nothing was changed.`,
  second_step_not_required: (facts) =>
    `Two-step sign-in is not required of admins${since(facts)}. Nothing was changed.`,
  last_owner: () => "An account must have at least one active Account Owner. Nothing was changed.",
  owner_status_is_kept: () =>
    "Account Owner status can only be lifted by support. Nothing was changed.",
  conflict: () =>
    "Somebody else changed the same thing at the same moment. Nothing was changed. Look at the page again and repeat it if it is still needed.",
} satisfies Record<string, (facts: RefusalFacts) => string>;

export type RefusalCode = keyof typeof sentences;

/** Where a refusal leads on to, in whatever form it comes up. */
export type WayOn = { label: string; href: string };

const waysOn: Partial<Record<RefusalCode, WayOn>> = {
  second_step_needed: { label: "Set up two-step sign-in", href: "/sign-ins/two-step" },
  own_second_step_first: { label: "Set up two-step sign-in", href: "/sign-ins/two-step" },
  set_up_too_late: { label: "Begin again", href: "/sign-ins/two-step" },
  code_not_needed: { label: "Go to sign in", href: "/sign-in" },
  code_too_late: { label: "Go to sign in", href: "/sign-in" },
};

export function refusalWayOn(code: RefusalCode): WayOn | undefined {
  return waysOn[code];
}

/** Thrown inside a use case, which rolls its transaction back; a value with a sentence at the edge. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;
  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
  }
}

/** The one sentence of a code: what was refused, why, and what to do. */
export function refusalSentence(code: RefusalCode, facts: RefusalFacts = {}): string {
  const {
    name = "This person",
    email = "this address",
    newName = "somebody else",
    ...others
  } = facts;
  return sentences[code]({ name, email, newName, ...others });
}

/** The same on a page that says so before anything was tried. */
export function whyNotSentence(code: RefusalCode, facts: RefusalFacts = {}): string {
  return refusalSentence(code, facts).replace(" Nothing was changed.", "");
}

function since(facts: RefusalFacts): string {
  return (facts.at ? ` since ${facts.at}` : "") + (facts.by ? sentence`, by ${facts.by}` : "");
}
