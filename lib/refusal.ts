import { addSeatsHref, ownerRequestHref } from "#lib/hrefs";
import type { RefusalFacts } from "#lib/refusals/facts";
import { refusalsOfContacts } from "#lib/refusals/of-contacts";
import { refusalsOfImports } from "#lib/refusals/of-imports";
import { refusalsOfSignIns } from "#lib/refusals/of-sign-ins";
import { refusalsOfSpots } from "#lib/refusals/of-spots";
import { refusalsOfSupport } from "#lib/refusals/of-support";
import { refusalsOfUsers } from "#lib/refusals/of-users";

export type { RefusalFacts };

const sentences = {
  ...refusalsOfUsers,
  ...refusalsOfContacts,
  ...refusalsOfImports,
  ...refusalsOfSignIns,
  ...refusalsOfSpots,
  ...refusalsOfSupport,
};

export type RefusalCode = keyof typeof sentences;

/** Where a refusal leads on to, in whatever form it comes up. */
export type WayOn = { label: string; href: string };

const twoStep = { label: "Set up two-step sign-in", href: "/sign-ins/two-step" };
const toSubscription = { label: "Update subscription", href: "/admin/subscription" };
const toSignIn = { label: "Go to sign in", href: "/sign-in" };
const sheetOf = (userId: string) => `/admin/users/${userId}/inactivate`;
const seeContact = (contactId: string) => ({
  label: "Open the contact",
  href: `/contacts/${contactId}`,
});
const askSupport = (userId: string) => ({
  label: "Account Owner request",
  href: ownerRequestHref(userId),
});
const sheetAgain = (userId: string) => ({ label: "Open the page again", href: sheetOf(userId) });

const waysOn: Partial<Record<RefusalCode, WayOn | ((id: string) => WayOn)>> = {
  no_card: { label: "Change card holder", href: "/admin/subscription/card" },
  payment_due: { label: "Change card holder", href: "/admin/subscription/card" },
  subscription_over: toSubscription,
  subscription_is_cancelled: toSubscription,
  subscription_goes_on: toSubscription,
  subscription_runs: toSubscription,
  reduction_ended: toSubscription,
  account_read_only: toSubscription,
  below_used: { label: "Manage Users", href: "/admin/users" },
  not_fewer: { label: "Add user spots", href: addSeatsHref() },
  not_more: { label: "Reduce user spots", href: "/admin/subscription/reduce" },
  already_inactive: (userId) => ({ label: "See what happened", href: sheetOf(userId) }),
  already_active: { label: "Back to Manage Users", href: "/admin/users" },
  already_scheduled: sheetAgain,
  edited_meanwhile: (userId) => ({
    label: "Load the present values",
    href: `/admin/users/${userId}/edit?again=yes`,
  }),
  schedule_ended: sheetAgain,
  contact_is_deleted: seeContact,
  contact_is_merged: seeContact,
  contact_is_not_deleted: seeContact,
  password_wrong: { label: "Forgot your password?", href: "/forgotten-password" },
  reset_link_dead: { label: "Ask for a new link", href: "/forgotten-password" },
  second_step_needed: twoStep,
  own_second_step_first: twoStep,
  set_up_too_late: { ...twoStep, label: "Begin again" },
  user_is_owner: (userId) => askSupport(userId),
  role_of_owner: (userId) => askSupport(userId),
  owner_status_is_kept: (userId) => askSupport(userId),
  case_open_already: { label: "See the request", href: ownerRequestHref() },
  case_card_holder_asks: { label: "Change card holder", href: "/admin/subscription/card" },
  code_not_needed: toSignIn,
  code_too_late: toSignIn,
  agent_sign_in_over: { ...toSignIn, href: "/support/sign-in" },
};

/** `id` is of the user or contact that the refused form was about, where it was about one. */
export function refusalWayOn(code: RefusalCode, id?: string): WayOn | undefined {
  // Back to where the spot was missing: a user who returns, or somebody new.
  if (code === "no_open_seat") {
    const next = id === undefined ? "/admin/users/new" : `/admin/users/${id}/reactivate`;
    return { label: "Add user spots", href: addSeatsHref(next) };
  }
  const wayOn = waysOn[code];
  if (typeof wayOn !== "function") return wayOn;
  return id === undefined ? undefined : wayOn(id);
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
