import { expect, test } from "vitest";
import { evidenceOf } from "#lib/support/evidence-of";
import type { Case } from "#lib/support/get-case";
import { lapseText, nextText } from "#lib/support/next-step";
import { ada, inLondon, noon } from "#tests/support/samples";
import {
  cardHoldersCase,
  rita,
  sampleCase,
  sampleRescue,
  theo,
  verified,
} from "#tests/support/samples-of-cases";

const next = (request: Case) => nextText(request, inLondon);

test.each<[string, Case, RegExp]>([
  ["unverified", sampleCase(), /^An agent looks at the evidence/],
  ["waiting", sampleCase({ ...verified, state: "waiting" }), /until 13 Nov 2026, 12:00.*technical/],
  ["ready", sampleCase(verified), /technical, who is not Rita Reed, carries it out now/],
  [
    "objected",
    sampleCase({ state: "objected", objectedByName: "Ben Baker" }),
    /^Ben Baker objected: a lead decides/,
  ],
  ["a missing successor", sampleCase({ obstacle: "successor_missing" }), /^An agent names who/],
  ["unconfirmed", cardHoldersCase(), /^The card holder confirms/],
  ["a rescue", sampleRescue({ activeLeads: 2 }), /^Another lead than Lena Lang carries it out\.$/],
  [
    "a rescue by the only lead",
    sampleRescue({ activeLeads: 1, begunAt: noon }),
    /There is one lead only: alone, they can from 15 Nov 2026, 12:00\.$/,
  ],
  ["a rescue that waits", sampleRescue({ state: "waiting" }), /until 13 Nov 2026.*another lead/],
  ["over", sampleCase({ state: "expired" }), /is being ended/],
  [
    "refused",
    sampleCase({ state: "refused", endedAt: noon, endedByName: theo.name }),
    /^Refused on 12 Nov 2026, 12:00 by Theo Thorn\. Nothing was changed/,
  ],
  ["expired", sampleCase({ state: "expired", endedAt: noon }), /^Expired on 12 Nov 2026, 12:00\./],
])("a case that is %s says what is next and for whom", (_state, request, words) => {
  expect(next(request)).toMatch(words);
});

test("a lapse is said plainly", () => {
  expect(lapseText(sampleCase({ lapse: "requester_inactive" }))).toMatch(/^Ada Archer.*inactive/);
  expect(lapseText(sampleCase({ lapse: "requester_no_admin" }))).toMatch(/^Ada Archer.*no admin/);
  expect(lapseText(sampleCase({ lapse: "card_changed" }))).toMatch(/^The card on file/);
  expect(lapseText(sampleCase())).toBe("");
});

const admin = {
  ...ada,
  status: "active",
  role: "admin",
  isOwner: false,
  lastSignInAt: noon,
} as const;

test("an admin's request counts while they are an active admin", () => {
  const evidence = (requester: Parameters<typeof evidenceOf>[1]) =>
    evidenceOf(sampleCase(), requester, inLondon)[0];
  expect(evidence(admin)).toMatchObject({
    isThere: true,
    text: "Ada Archer asked in the account on 12 Nov 2026, 12:00, signed in, and is an active admin still.",
  });
  expect(evidence({ ...admin, status: "inactive" })).toMatchObject({
    isThere: false,
    text: expect.stringContaining("is inactive by now"),
  });
  expect(evidence({ ...admin, role: "user" })).toMatchObject({
    isThere: false,
    text: expect.stringContaining("is no admin any more"),
  });
});

test("a card holder's evidence is the card, the confirmation and the call", () => {
  const evidence = (change: Partial<Case> = {}) =>
    evidenceOf(cardHoldersCase(change), null, inLondon).map(({ isThere, text }) => [isThere, text]);
  expect(evidence()).toEqual([
    [true, "They said “Pat Payer” and 4242, as it is on file."],
    [
      false,
      "A link was sent to billing@alder.example on 12 Nov 2026, 13:00. Nobody has confirmed with it yet.",
    ],
    [false, "Nobody has called +49 30 1234567 yet."],
  ]);
  const all = { confirmedAt: noon, calledBackAt: noon, calledBackByName: rita.name };
  expect(evidence(all).map(([isThere]) => isThere)).toEqual([true, true, true]);
  expect(evidence({ ...all, cardMatches: false })[0]).toEqual([
    false,
    expect.stringContaining("not what is on file any more"),
  ]);
  expect(evidence({ ...all, billingEmail: "other@alder.example" })[1]).toEqual([
    false,
    expect.stringContaining("bills go to another address now"),
  ]);
  expect(evidence({ confirmAskedAt: null, confirmSentTo: null })[1]).toEqual([
    false,
    expect.stringContaining("Not asked for"),
  ]);
});
