import { plural } from "#lib/plurals";
import { type RefusalSentence, since } from "#lib/refusals/facts";
import { sentence } from "#lib/sentence";

/** Signing in, passwords, links and two-step sign-in. */
export const refusalsOfSignIns = {
  not_signed_in: () => "Your sign-in has ended. Sign in again; nothing was changed.",
  access_ended: () => "Your access has ended; nothing was changed. Ask an admin of your company.",
  choice_expired: () => "The choice took too long. Sign in again.",
  link_dead: () =>
    "This link does not work any more: it was used, has expired, was ended, or was not copied whole. Ask an admin of your account for a new one.",
  reset_link_dead: () =>
    "This link does not work any more: it works once, for 30 minutes, and only the latest one counts. Ask for a new one.",
  password_already_chosen: (facts) =>
    sentence`${facts.name} has chosen a password already. Nothing was changed.`,
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
  password_needed: () => "Enter your password to change your own e-mail. Nothing was changed.",
  password_wrong: () => "This is not your password. Nothing was changed. Check it and try again.",
  owner_needs_password: (facts) =>
    sentence`${facts.name} has not chosen a password yet. Nothing was changed. Wait until the user has signed in once.`,
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
} satisfies Record<string, RefusalSentence>;
