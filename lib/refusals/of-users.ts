import { type RefusalSentence, since } from "#lib/refusals/facts";
import { sentence } from "#lib/sentence";

/** Users, Owners, user spots, and whatever is refused anywhere. */
export const refusalsOfUsers = {
  not_found: () => "There is no such entry in this account. It may be a mistyped address.",
  not_admin: () =>
    "Only an admin of this account can do this. Nothing was changed. Ask one of your admins.",
  user_is_owner: (facts) =>
    sentence`${facts.name} is an Account Owner and cannot be made inactive. Nothing was changed. ` +
    "Only support lifts that status: ask for it under Admin, Account Owner request.",
  user_is_self: () =>
    "You cannot make yourself inactive. Nothing was changed. Ask another admin of your account.",
  already_inactive: (facts) =>
    sentence`${facts.name} is inactive already${since(facts)}. Nothing was changed.`,
  already_active: (facts) =>
    sentence`${facts.name} is active already${since(facts)}. Nothing was changed.`,
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
  request_reused: () =>
    "This form was sent before, for something else. Nothing was changed. Open the page again.",
  link_of_owner: (facts) =>
    sentence`${facts.name} is an Account Owner, and whoever has a link could sign in as that Owner: only another Owner makes one. Nothing was changed. ` +
    sentence`${facts.name} can ask for one by “Forgot your password?” on the sign-in page.`,
  user_is_inactive: (facts) =>
    sentence`${facts.name} is inactive. Nothing was changed. Make the user active first.`,
  edited_meanwhile: (facts) =>
    `${facts.by ? sentence`${facts.by} changed this user` : "This user was changed"}${facts.at ? ` on ${facts.at}` : ""}, after you had opened the page. Nothing was changed. Look at it again and repeat your edit if it is still needed.`,
  nothing_edited: () => "You changed nothing, so there was nothing to save.",
  role_is_own: () =>
    "You cannot change your own role. Nothing was changed. Ask another admin of your account.",
  role_of_owner: (facts) =>
    sentence`${facts.name} is an Account Owner, who is always an admin. Nothing was changed. ` +
    "Only support lifts that status: ask for it under Admin, Account Owner request.",
  email_of_owner: (facts) =>
    sentence`Only ${facts.name} can change this e-mail, as an Account Owner. Nothing was changed.`,
  email_of_admin: (facts) =>
    sentence`${facts.name} was an admin with another e-mail so far: only an Account Owner makes ${facts.name} an admin with a new one. Nothing was changed.`,
  another_person: (facts) =>
    sentence`This edit would turn ${facts.name} into ${facts.newName}. Nothing was changed. ` +
    "A user stays one person for ever, because what they noted carries their name.",
  not_owner: () =>
    "Only an Account Owner can do this. Nothing was changed. Ask one of your Account Owners.",
  already_owner: (facts) =>
    sentence`${facts.name} is an Account Owner already${since(facts)}. Nothing was changed.`,
  owner_needs_admin: (facts) =>
    sentence`${facts.name} is no admin. Nothing was changed. Make the user an admin first, under Edit.`,
  email_change_over: () =>
    "This change of address is over: it was carried out, ended, or has expired. Nothing was changed.",
  last_owner: () => "An account must have at least one active Account Owner. Nothing was changed.",
  owner_status_is_kept: () =>
    "Only support lifts Account Owner status. Nothing was changed. Ask for it under Admin, Account Owner request.",
  conflict: () =>
    "Somebody else changed the same thing at the same moment. Nothing was changed. Look at the page again and repeat it if it is still needed.",
} satisfies Record<string, RefusalSentence>;
