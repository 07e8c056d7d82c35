import { expect, test } from "vitest";
import {
  Refusal,
  type RefusalCode,
  type RefusalFacts,
  refusalSentence,
  refusalWayOn,
  whyNotSentence,
} from "#lib/refusal";
import { ada, ben } from "#tests/support/samples";

const facts: RefusalFacts = {
  name: ben.name,
  by: ada.name,
  at: "12 Nov 2026, 12:00",
  email: ben.email,
  newName: "Cleo Carter",
  userId: ben.id,
  count: 60_000,
  limit: 50_000,
  supportEmail: "help@handover.example",
  successor: "Cleo Carter",
  what: "a picture",
  time: "28 Mar 2027, 01:30",
  timeZone: "Europe/London",
  clock: { before: "01:00", after: "02:00" },
};

/** Every code, with what its sentence must name. The type makes a new code fail here until it is added. */
const codes: Record<RefusalCode, string[]> = {
  not_found: [],
  not_signed_in: ["Sign in again"],
  access_ended: ["Ask an admin"],
  choice_expired: ["Sign in again"],
  not_admin: ["admin", "Ask"],
  user_is_owner: [ben.name, "Account Owner", "under Admin, Account Owner request"],
  user_is_self: ["yourself", "Ask another admin"],
  already_inactive: [ben.name, ada.name, "12 Nov 2026, 12:00"],
  already_active: [ben.name],
  successor_missing: ["Choose"],
  successors_missing: ["Choose", "two"],
  successor_is_leaver: [ben.name, "Choose"],
  successor_is_chosen: ["Choose somebody else"],
  successor_not_active: ["Cleo Carter", "Choose"],
  transfer_over: [ada.name, "12 Nov 2026, 12:00"],
  transfer_matches_nothing: ["left"],
  transfer_source_moved: [ben.name, "reassign them from there"],
  transfer_requester_may_not: [ada.name, "An admin"],
  time_skipped: ["28 Mar 2027, 01:30", "Europe/London", "from 01:00 straight to 02:00"],
  time_past: ["28 Mar 2027, 01:30", "Europe/London", "later"],
  time_too_far: ["28 Mar 2027, 01:30", "a year"],
  already_scheduled: [ben.name, ada.name, "28 Mar 2027, 01:30", "Open the page again"],
  schedule_ended: [ben.name, ada.name, "12 Nov 2026, 12:00", "Open the page again"],
  scheduler_not_admin: [ada.name, "Schedule it anew"],
  no_open_seat: ["user spots", "inactive first"],
  spots_changed: [ada.name, "12 Nov 2026, 12:00", "decide again"],
  below_used: ["inactive first", "choose at least"],
  below_minimum: ["at least"],
  same_total: ["already", "Choose another"],
  not_fewer: ["no reduction", "add user spots"],
  not_more: ["already", "reduce your user spots"],
  too_many_spots: ["at most", "Choose fewer"],
  price_changed: ["decide again"],
  spots_kept_to_owners: ["Account Owners", "Ask"],
  spots_kept_already: [ada.name, "12 Nov 2026, 12:00"],
  spots_open_already: [ada.name, "12 Nov 2026, 12:00"],
  seat_will_go: ["28 Mar 2027, 01:30", "Choose"],
  reduction_ended: [ada.name, "12 Nov 2026, 12:00"],
  reduction_is_scheduled: ["28 Mar 2027, 01:30", "Choose another"],
  choose_reduction: ["28 Mar 2027, 01:30", "Choose whether it stays"],
  no_card: ["card on file", "Account Owner"],
  payment_due: ["not paid", "card holder"],
  subscription_over: ["ended", "Account Owner"],
  subscription_is_cancelled: [
    "cancelled already",
    ada.name,
    "12 Nov 2026, 12:00",
    "28 Mar 2027, 01:30",
    "resume it",
  ],
  subscription_goes_on: [ada.name, "12 Nov 2026, 12:00", "nothing to change"],
  subscription_runs: [ada.name, "12 Nov 2026, 12:00", "nothing was charged"],
  account_read_only: ["read", "Update subscription"],
  card_change_over: ["over"],
  no_billing_email: ["Account Owners", "at once"],
  holder_no_user: [ben.email, "Check it", "leave it empty"],
  email_in_use: [ben.name, ben.email],
  email_of_inactive_user: [ben.name, ben.email, "same person"],
  email_needed: [ben.name, "new address"],
  books_of_others: ["your own", "admins"],
  already_undone: [ada.name, "12 Nov 2026, 12:00"],
  undo_too_late: ["30 days"],
  nothing_selected: ["Choose contacts in the Contact Table"],
  nothing_moves: ["Choose somebody else"],
  contacts_not_yours: ["not yours", "ask an admin"],
  contacts_changed: ["after you had looked", "Look at them again"],
  nothing_to_return: ["handed on since"],
  undo_of_undo: [],
  request_reused: ["Open the page again"],
  link_dead: ["Ask an admin"],
  reset_link_dead: ["30 minutes", "Ask for a new one"],
  password_already_chosen: [ben.name],
  link_of_owner: [ben.name, "another Owner", "Forgot your password?"],
  password_is_same: ["Choose another"],
  password_is_common: ["10,000", "Choose another"],
  password_is_pattern: ["repeats or counts", "Choose another"],
  password_is_name: ["e-mail", "Choose another"],
  session_is_this_one: ["sign out"],
  session_ended: ["on 12 Nov 2026, 12:00"],
  no_other_sessions: ["no other open sign-in"],
  credentials_wrong: ["Check both"],
  user_inactive: [ben.name, "12 Nov 2026, 12:00", "Ask an admin"],
  too_many_attempts: ["Wait", "try again"],
  password_needed: ["Enter your password"],
  password_wrong: ["Check it"],
  user_is_inactive: [ben.name, "active first"],
  edited_meanwhile: [ada.name, "12 Nov 2026, 12:00", "Look at it again"],
  nothing_edited: [],
  role_is_own: ["Ask another admin"],
  role_of_owner: [ben.name, "Account Owner", "under Admin, Account Owner request"],
  email_of_owner: [ben.name, "Account Owner"],
  email_of_admin: [ben.name, "admin", "Account Owner"],
  another_person: [ben.name, "Cleo Carter", "one person"],
  not_owner: ["Account Owner", "Ask"],
  already_owner: [ben.name],
  owner_needs_admin: [ben.name, "admin first"],
  owner_needs_password: [ben.name, "signed in once"],
  email_change_over: ["expired"],
  code_wrong: ["newest", "phone's clock"],
  code_used: ["Wait for the next"],
  recovery_code_wrong: ["another"],
  code_too_late: ["Sign in again"],
  code_not_needed: ["Sign in again", "password"],
  set_up_too_late: ["Begin again"],
  second_step_on_already: ["on already"],
  second_step_off_already: ["off already"],
  second_step_needed: ["Set it up"],
  second_step_is_kept: ["Ask an Account Owner"],
  second_step_is_own: ["My sign-ins"],
  second_step_missing: [ben.name, ada.name, "12 Nov 2026, 12:00"],
  second_step_of_owner: [ben.name, "another Account Owner", "help@handover.example"],
  own_second_step_first: ["yourself first"],
  second_step_required_already: [ada.name, "12 Nov 2026, 12:00"],
  second_step_not_required: [ada.name, "12 Nov 2026, 12:00"],
  import_file_missing: ["Choose a file"],
  import_file_empty: ["empty", "Check the export"],
  import_file_too_large: ["512 MB", "several parts"],
  import_file_cut: ["Choose it again"],
  import_file_left: ["Choose it again"],
  import_file_is_other: ["a picture", "CSV or vCard"],
  import_header_only: ["no rows"],
  import_too_many_columns: ["60,000 columns", "50,000"],
  import_quote_open: ["line 60,000", "stays", "not added twice"],
  import_maps_nothing: ["Choose at least one"],
  import_begun_already: ["Open the page again"],
  import_over: ["Open the page again"],
  import_author_not_admin: [ada.name, "stays", "not added twice"],
  import_receiver_inactive: ["Cleo Carter", "stays", "not added twice"],
  last_owner: ["Account Owner"],
  owner_status_is_kept: ["under Admin, Account Owner request"],
  contact_duplicates: ["same e-mail or phone", "Open it"],
  contact_edited_meanwhile: [ben.name, ada.name, "12 Nov 2026, 12:00"],
  contact_is_deleted: [ben.name, ada.name, "12 Nov 2026, 12:00", "restore"],
  contact_is_merged: [ben.name, "Cleo Carter", ada.name, "12 Nov 2026, 12:00"],
  contact_is_not_deleted: [ben.name, "not deleted"],
  restore_too_late: ["30 days"],
  merge_with_itself: ["itself", "Choose"],
  contact_needs_a_name: ["Keep one"],
  conflict: ["Look at the page again"],
  not_your_role: ["role of support", "Hand the case"],
  agent_email_in_use: [ben.email],
  agent_is_self: ["Ask another lead"],
  agent_inactive: [ben.name, ada.name, "12 Nov 2026, 12:00", "active first"],
  agent_active_already: [ben.name],
  agent_inactive_already: [ben.name, ada.name, "12 Nov 2026, 12:00"],
  agent_edited_meanwhile: ["Open the page again"],
  agent_link_dead: ["Ask a lead of support"],
  agent_sign_in_over: ["Sign in again"],
  last_lead: ["lead first"],
  look_needs_reason: ["why you look"],
  look_over: ["half an hour", "again"],
  case_open_already: [ben.name, "Go on with that one"],
  case_not_owner: [ben.name, "no status to lift"],
  case_requester_gone: [ben.name, "take the case over"],
  case_card_holder_asks: [ben.name, "Change the card", "by writing to help@handover.example"],
  case_successor_missing: [ben.name, "Name another active admin"],
  case_successor_unfit: ["Cleo Carter", "Name somebody else"],
  case_card_differs: ["last four digits", "Ask the caller again"],
  case_not_confirmed: ["billing address", "Wait for it"],
  case_not_called_back: ["Call the number"],
  case_not_verified: ["An agent verifies"],
  case_verified_already: [ada.name],
  case_waits: ["until 12 Nov 2026, 12:00"],
  case_objected: [ada.name, "A lead decides"],
  case_no_objection: ["no objection"],
  case_four_eyes: ["somebody else"],
  case_two_leads: ["until 12 Nov 2026, 12:00"],
  case_somebody_there: ["They ask in the account"],
  rescue_proposed_already: ["Go on with that case"],
  rescue_successor_unfit: [ben.name, "Choose somebody else"],
  case_changed: ["Look at it again"],
  case_ended: [ada.name, "on 12 Nov 2026, 12:00", "open a new one"],
  case_carried_out: [ada.name, "on 12 Nov 2026, 12:00", "cannot be reopened"],
  case_ended_long_ago: ["30 days", "Open a new one"],
  case_ends_now: ["30 days", "in a few minutes"],
  case_is_rescue: ["A lead can propose another one"],
  case_of_admin: [ben.name, "Ask the card holder"],
  case_called_back_already: [ada.name, "on 12 Nov 2026, 12:00"],
  case_open: ["Go on with it"],
  case_not_yours: ["withdraw it"],
  case_requester_there: [ben.name, "withdraw it"],
  case_of_another: [ben.name, "Account Owner", "Ask them"],
  case_about_you: ["about you", "agree or object", "a lead of our support decides"],
  no_billing_address: ["An admin of the account asks"],
  letter_over: ["does not work any more"],
  confirmation_over: ["does not work any more"],
  too_many_cases: ["60,000 minutes"],
};

const withoutChange: RefusalCode[] = [
  "agent_link_dead",
  "look_needs_reason",
  "nothing_edited",
  "same_total",
  "subscription_goes_on",
  "choice_expired",
  "not_found",
  "link_dead",
  "reset_link_dead",
  "credentials_wrong",
  "user_inactive",
  "too_many_attempts",
  "code_wrong",
  "code_used",
  "recovery_code_wrong",
  "code_too_late",
  "code_not_needed",
  // What was taken in before it stays.
  "import_file_left",
  "import_quote_open",
  "import_author_not_admin",
  "import_receiver_inactive",
];

const all = Object.entries(codes) as [RefusalCode, string[]][];

test.each(all)("%s is refused in words that say what happened and what to do", (code, words) => {
  const sentence = refusalSentence(code, facts);
  for (const word of words) expect(sentence).toContain(word);
  expect(sentence).toMatch(/^([A-Z0-9]|ben@).*[.?]$/);
});

test.each(all)("the sentence of %s shows no code and nothing unfilled", (code) => {
  const sentence = refusalSentence(code, facts);
  expect(sentence).not.toMatch(
    /undefined|null|NaN|\[object|_|seat|wrong\b.*went|deactivat|disable/i,
  );
});

test.each(all)(
  "the sentence of %s says that nothing was changed, where something was asked",
  (code) => {
    const says = /nothing was changed/i.test(refusalSentence(code, facts));
    expect(says).toBe(!withoutChange.includes(code));
  },
);

test("who did it first and when are named where they are known, and not missed where not", () => {
  expect(refusalSentence("already_inactive", { name: ben.name })).toBe(
    "Ben Baker is inactive already. Nothing was changed.",
  );
  expect(refusalSentence("already_undone", { at: "12 Nov 2026, 12:00", by: ada.name })).toBe(
    "This reassignment was undone already on 12 Nov 2026, 12:00, by Ada Archer. Nothing was changed.",
  );
});

test("an inactive person is told so without a date where none is known", () => {
  expect(refusalSentence("user_inactive", { name: "Alder Realty" })).toBe(
    "Your user in Alder Realty was made inactive, so you cannot sign in. Ask an admin of your company.",
  );
});

test("the open spots that a reduction takes are counted, and one is one", () => {
  const seat = {
    scheduleId: "",
    total: 10,
    target: 8,
    raised: 9,
    on: "2026-12-01T00:00:00.000Z",
    day: "1 Dec 2026",
  };
  expect(refusalSentence("seat_will_go", { seat })).toBe(
    "The 2 open user spots go on 1 Dec 2026, when your user spots are reduced to 8. Nothing was changed yet. Choose what is to happen with that reduction.",
  );
  expect(refusalSentence("spots_kept_to_owners", { seat: { ...seat, raised: 10 } })).toContain(
    "The open user spot goes on 1 Dec 2026, when your user spots are reduced to 8. The Account Owners",
  );
});

test("one minute is one minute", () => {
  expect(refusalSentence("too_many_attempts", { count: 1 })).toContain("Wait 1 minute and");
  expect(refusalSentence("too_many_attempts", { count: 15 })).toContain("Wait 15 minutes and");
});

test("a refusal carries its code and facts, and a message that leaks none of them", () => {
  const refusal = new Refusal("email_in_use", facts);
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toMatchObject({ name: "Refusal", code: "email_in_use", facts });
  expect(refusal.message).toBe("email_in_use");
});

test("a page that says it before anything was tried does not say that nothing was changed", () => {
  expect(whyNotSentence("no_open_seat")).toBe(
    "All user spots are used. Add user spots, or make someone inactive first.",
  );
  expect(whyNotSentence("undo_of_undo")).toBe("An undo cannot itself be undone.");
});

test.each(all)("%s reads whole where nothing more is known", (code) => {
  const sentence = refusalSentence(code);
  expect(sentence).not.toMatch(/undefined|null|NaN|\s{2}|\s[.,]|^\s|^['’]/);
});

test("whoever lacks the second step is led to where it is set up", () => {
  expect(refusalWayOn("second_step_needed")?.href).toBe("/sign-ins/two-step");
  expect(refusalWayOn("not_admin")).toBeUndefined();
});

test("whoever lacks a spot is led to where spots are added, and back to the very form", () => {
  const label = "Add user spots";
  expect(refusalWayOn("no_open_seat")).toEqual({
    label,
    href: "/admin/subscription/add?next=%2Fadmin%2Fusers%2Fnew",
  });
  expect(refusalWayOn("no_open_seat", ben.id)).toEqual({
    label,
    href: `/admin/subscription/add?next=%2Fadmin%2Fusers%2F${ben.id}%2Freactivate`,
  });
});

test("whoever was too late is led to what happened to the very user", () => {
  expect(refusalWayOn("already_inactive", ben.id)).toEqual({
    label: "See what happened",
    href: `/admin/users/${ben.id}/inactivate`,
  });
  expect(refusalWayOn("already_inactive")).toBeUndefined();
});

test("whoever needs an Owner's status lifted is led to where support is asked for it", () => {
  const wayOn = { label: "Account Owner request", href: `/admin/owner-request?owner=${ben.id}` };
  expect(refusalWayOn("user_is_owner", ben.id)).toEqual(wayOn);
  expect(refusalWayOn("role_of_owner", ben.id)).toEqual(wayOn);
  expect(refusalWayOn("case_open_already")?.href).toBe("/admin/owner-request");
});
