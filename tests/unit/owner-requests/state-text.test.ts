import { expect, test } from "vitest";
import type { CaseState, Obstacle } from "#lib/owner-requests/case-state";
import { caseObstacleText, caseStateText } from "#lib/owner-requests/state-text";
import { ada, inLondon } from "#tests/support/samples";
import { sampleCase } from "#tests/support/samples-of-requests";

const support = "help@handover.example";
const rescue = { kind: "rescue", capacity: "lead", userName: null } as const;

/** Every state, so that the type asks for a new one here. */
const removals: Record<CaseState, RegExp> = {
  unverified: /has not checked it yet\. One person checks it, then another one carries it out\.$/,
  objected: /^Ada Archer objected\. It stops until a lead of our support has decided\.$/,
  waiting: /^Our support has checked it\. It waits until 13 Nov 2026, 12:00, .* another person/,
  ready: /has checked it\. Another person carries it out\.$/,
  carried_out: /^Ben Baker is no Account Owner any more\.$/,
  refused: /^Our support refused it\. Nothing was changed\.$/,
  withdrawn: /^It was withdrawn\. Nothing was changed\.$/,
  expired: /^It was open for 30 days and has expired\. Nothing was changed\.$/,
};

test.each(Object.entries(removals) as [CaseState, RegExp][])(
  "of a case that is %s the account reads how far it is and what comes next",
  (state, says) => {
    const request = sampleCase({ state, objectedByName: ada.name });
    expect(caseStateText(request, inLondon)).toMatch(says);
    expect(caseStateText({ ...request, ...rescue }, inLondon)).not.toMatch(/null|undefined/);
  },
);

test("of a rescue it reads who becomes an Owner, by another lead", () => {
  const text = (state: CaseState) => caseStateText(sampleCase({ ...rescue, state }), inLondon);
  expect(text("ready")).toContain("Another lead");
  expect(text("carried_out")).toBe("Cleo Carter is an admin and an Account Owner now.");
});

const obstacles: Record<Obstacle, RegExp | null> = {
  requester_gone: /^Ada Archer, who asked for this, is no admin any more\. Another admin can take/,
  card_holder_asks: /^Ben Baker is the card holder.*by writing to help@handover\.example\.$/,
  successor_missing: /^Ben Baker is the last Account Owner\. Name another active admin/,
  successor_unfit: /^Cleo Carter cannot be the next Account Owner/,
  not_owner: /^Ben Baker is no Account Owner now/,
  not_confirmed: /waits for the confirmation by the address that bills go to/,
  admin_there: /Somebody in the account can act/,
  owner_there: /Somebody in the account can act/,
  card_differs: null,
  not_called_back: null,
};

test.each(Object.entries(obstacles) as [Obstacle, RegExp | null][])(
  "what stands in the way is said plainly where people of the account can do something: %s",
  (obstacle, says) => {
    const text = caseObstacleText(sampleCase({ obstacle, lapse: "requester_no_admin" }), support);
    if (says) expect(text).toMatch(says);
    else expect(text).toBeNull();
  },
);

test("who was made inactive is said to be so, and nothing stands in the way of most cases", () => {
  const request = sampleCase({ obstacle: "requester_gone", lapse: "requester_inactive" });
  expect(caseObstacleText(request, support)).toContain("Ada Archer, who asked for this, was made");
  expect(caseObstacleText(sampleCase(), support)).toBeNull();
});

test("a right-to-left name turns nothing around but itself", () => {
  const request = sampleCase({ state: "carried_out", userName: "ليلى حداد" });
  expect(caseStateText(request, inLondon)).toMatch(/^\u2068ليلى حداد\u2069 is no/);
});
