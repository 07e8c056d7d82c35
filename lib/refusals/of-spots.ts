import { numberText, plural } from "#lib/plurals";
import type { RefusalFacts, RefusalSentence, SeatThatGoes } from "#lib/refusals/facts";
import { sentence } from "#lib/sentence";

/** User spots, what they cost, and who pays. */
export const refusalsOfSpots = {
  spots_changed: (facts) =>
    `${facts.by ? sentence`${facts.by} changed the user spots` : "The user spots were changed"}${facts.at ? ` on ${facts.at}` : ""}, after you had opened the page` +
    `${facts.total === undefined ? "" : `: there are ${numberText(facts.total)} now`}. Nothing was changed. Look at the new numbers and decide again.`,
  below_used: ({ total = 0, used = 0 }) =>
    `${plural(used, "user spot")} ${used === 1 ? "is" : "are"} used, so there cannot be ${numberText(total)}. Nothing was changed. Make someone inactive first, or choose at least ${numberText(used)}.`,
  below_minimum: ({ limit = 1 }) =>
    `Your plan has at least ${plural(limit, "user spot")}. Nothing was changed. Choose ${numberText(limit)} or more.`,
  same_total: ({ total = 0 }) =>
    `You have ${plural(total, "user spot")} already, so there was nothing to change. Choose another number.`,
  not_fewer: ({ total = 0 }) =>
    `You have ${plural(total, "user spot")}, and this is no reduction. Nothing was changed. To have more, add user spots.`,
  not_more: ({ total = 0 }) =>
    `You have ${plural(total, "user spot")} already. Nothing was changed. To have fewer, reduce your user spots.`,
  too_many_spots: ({ limit = 0 }) =>
    `An account can have at most ${plural(limit, "user spot")}. Nothing was changed. Choose fewer.`,
  price_changed: ({ amount }) =>
    `What these spots cost has changed since you opened the page${amount ? `: it is ${amount} now` : ""}. Nothing was changed. Look at the new sum and decide again.`,
  spots_kept_to_owners: ({ seat }) =>
    `${seat ? `${seatGoesText(seat)} ` : ""}The Account Owners of this account keep changes of user spots to themselves. Nothing was changed. Ask one of your Account Owners.`,
  seat_will_go: ({ count = 0, time = "the renewal", seat }) =>
    `${seat ? seatGoesText(seat) : `The open user spot goes on ${time}, when your user spots are reduced to ${numberText(count)}.`} Nothing was changed yet. Choose what is to happen with that reduction.`,
  reduction_ended: (facts) =>
    `This reduction is over already${facts.by ? sentence`: ${facts.by} changed it` : ""}${facts.at ? ` on ${facts.at}` : ""}. Nothing was changed. Look at the page again.`,
  reduction_is_scheduled: ({ total = 0, time = "the renewal" }) =>
    `A reduction to ${plural(total, "user spot")} on ${time} is scheduled already. Nothing was changed. Choose another number, or leave it as it is.`,
  choose_reduction: ({ count = 0, time = "the renewal" }) =>
    `A reduction to ${plural(count, "user spot")} on ${time} is scheduled. Nothing was changed. Choose whether it stays.`,
  no_card: () =>
    "There is no card on file to charge. Nothing was changed. An Account Owner can name the card holder first.",
  payment_due: () =>
    "An invoice is not paid. Nothing was changed. Pay it with another card first: change the card holder.",
  subscription_over: () =>
    "The subscription has ended. Nothing was changed. An Account Owner can start it again.",
  subscription_is_cancelled: (facts) =>
    `The subscription is cancelled already${done(facts)}${facts.time ? `. It ends on ${facts.time}` : ""}. Nothing was changed. Until then an Account Owner can resume it.`,
  subscription_goes_on: (facts) =>
    `The subscription goes on already${done(facts)}, so there was nothing to change.`,
  subscription_runs: (facts) =>
    `The subscription runs already${done(facts)}. Nothing was changed, and nothing was charged.`,
  account_read_only: () =>
    "This account can only be read at the moment, because its subscription is not paid or has ended. Nothing was changed. An admin can change that under Update subscription.",
  card_change_over: () =>
    "This change of the card on file is over: it was carried out, ended, or has expired. Nothing was changed.",
  no_billing_email: () =>
    "Bills go to no address yet, so nobody could confirm another card. Nothing was changed. Ask one of your Account Owners, who can change the card holder at once.",
  holder_no_user: ({ email }) =>
    sentence`No active user of this account has the address ${email}. Nothing was changed. Check it, or leave it empty if the card holder is not one of your users.`,
} satisfies Record<string, RefusalSentence>;

/** "The 2 open user spots go on 1 Dec 2026, when your user spots are reduced to 8." */
export function seatGoesText({ total, target, raised, day }: SeatThatGoes): string {
  const open = total - raised + 1;
  const goes = open === 1 ? "The open user spot goes" : `The ${plural(open, "open user spot")} go`;
  return `${goes} on ${day}, when your user spots are reduced to ${numberText(target)}.`;
}

/** ": Ada Archer did so on 12 Nov 2026, 12:00", as far as it is known. */
function done({ by, at }: RefusalFacts): string {
  return by ? sentence`: ${by} did so${at ? ` on ${at}` : ""}` : "";
}
