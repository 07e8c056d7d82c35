import { expect, test } from "vitest";
import {
  whyNotAnswer,
  whyNotRequestRemoval,
  whyNotTakeOver,
  whyNotWithdraw,
} from "#lib/owner-requests/rules";
import { ada, ben, cleo, sampleId } from "#tests/support/samples";

const owner = { isOwner: true, isCardHolder: false, isAsker: false };
const admin = { status: "active", role: "admin", isOwner: false, hasSignedIn: true } as const;

test.each([
  ["one of several", owner, false, null, null],
  ["one of several, with a successor all the same", owner, false, admin, null],
  ["the last one, with a successor", owner, true, admin, null],
  ["the last one alone", owner, true, null, "case_successor_missing"],
  ["no Owner", { ...owner, isOwner: false }, true, admin, "case_not_owner"],
  ["the card holder", { ...owner, isCardHolder: true }, true, admin, "case_card_holder_asks"],
  ["themselves, with the card", { ...owner, isCardHolder: true, isAsker: true }, true, admin, null],
  ["a plain user to follow", owner, true, { ...admin, role: "user" }, "case_successor_unfit"],
  ["an inactive one", owner, true, { ...admin, status: "inactive" }, "case_successor_unfit"],
  ["an Owner to follow", owner, false, { ...admin, isOwner: true }, "case_successor_unfit"],
  ["one never there", owner, true, { ...admin, hasSignedIn: false }, "case_successor_unfit"],
] as const)("support is asked about %s, or why not", (_who, user, isLast, successor, why) => {
  expect(whyNotRequestRemoval(user, isLast, successor)).toBe(why);
});

const dora = { id: sampleId(4) };
const open = {
  ...{ outcome: null, state: "waiting", obstacle: null },
  ...{ requestedBy: ada.id, userId: dora.id },
} as const;
const acting = ({ id }: { id: string }) => ({ userId: id });

test("who asked withdraws a case, and nobody else", () => {
  expect(whyNotWithdraw(acting(ada), open)).toBeNull();
  expect(whyNotWithdraw(acting(ben), open)).toBe("case_of_another");
  expect(whyNotWithdraw(acting(cleo), open)).toBe("case_of_another");
  expect(whyNotWithdraw(acting(cleo), { ...open, requestedBy: null })).toBe("case_of_another");
});

test("whom a case is about neither withdraws it nor takes it over, unless they asked themselves", () => {
  const left = { ...open, obstacle: "requester_gone" } as const;
  expect(whyNotWithdraw(acting(dora), open)).toBe("case_about_you");
  expect(whyNotTakeOver(acting(dora), left)).toBe("case_about_you");
  expect(whyNotWithdraw(acting(dora), { ...open, requestedBy: dora.id })).toBeNull();
});

test("a case is taken over when who asked is gone, and by somebody else", () => {
  const left = { ...open, obstacle: "requester_gone" } as const;
  expect(whyNotTakeOver(acting(ben), left)).toBeNull();
  expect(whyNotTakeOver(acting(ada), left)).toBe("case_not_yours");
  expect(whyNotTakeOver(acting(ben), open)).toBe("case_requester_there");
  expect(whyNotTakeOver(acting(ben), { ...open, obstacle: "successor_unfit" })).toBe(
    "case_requester_there",
  );
});

test.each([
  ["withdrawn", "withdrawn", "case_ended"],
  ["refused", "refused", "case_ended"],
  [null, "expired", "case_ended"],
  ["carried_out", "carried_out", "case_carried_out"],
] as const)("nothing is done with a case once it is %s (%s)", (outcome, state, why) => {
  const over = { ...open, obstacle: "requester_gone", outcome, state } as const;
  expect(whyNotWithdraw(acting(ada), over)).toBe(why);
  expect(whyNotTakeOver(acting(ben), over)).toBe(why);
});

const letter = { isOpen: true, isConcerned: true, answer: null } as const;

test.each([
  ["by the Owner concerned", letter, null, null],
  ["by another Owner", { ...letter, isConcerned: false }, "letter_over", null],
  ["after agreeing", { ...letter, answer: "agreed" }, "letter_over", null],
  ["after objecting", { ...letter, answer: "objected" }, "letter_over", "letter_over"],
  ["when it is over", { ...letter, isOpen: false }, "letter_over", "letter_over"],
] as const)("a letter is answered %s, or why not", (_when, asked, agreed, objected) => {
  expect(whyNotAnswer(asked, "agreed")).toBe(agreed);
  expect(whyNotAnswer(asked, "objected")).toBe(objected);
});
