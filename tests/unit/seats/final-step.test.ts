import { expect, test } from "vitest";
import { describeFinalStep, describeStay } from "#lib/seats/final-step";
import { ada, inLondon, noon } from "#tests/support/samples";
import { openSpots, reduction } from "#tests/support/samples-of-spots";

const text = (change: Parameters<typeof openSpots>[0] = {}) =>
  describeFinalStep(openSpots(change), inLondon)?.text;

test("open spots are said with the money, and lead to the wizard with what is used", () => {
  expect(describeFinalStep(openSpots(), inLondon)).toEqual({
    text: "You pay for 2 open user spots: US$30.00 a month. Reduce to 8 and save US$360.00 a year.",
    wayOn: { label: "Reduce user spots", href: "/admin/subscription/reduce?step=1&total=8" },
  });
});

test("one open spot of an annual plan in another currency is one", () => {
  const yearly = { interval: "year", currency: "EUR", unitPrice: 12_000, used: 9 } as const;
  expect(text(yearly)).toBe(
    "You pay for 1 open user spot: €120.00 a year. Reduce to 9 and save €120.00 a year.",
  );
});

test("a plan's minimum is the least, and where it is reached the spots stay", () => {
  expect(text({ used: 2, minimumSeats: 3 })).toBe(
    "You pay for 8 open user spots: US$120.00 a month. Reduce to 3, the least that your plan has, and save US$1,260.00 a year.",
  );
  const reached = describeFinalStep(openSpots({ total: 3, used: 2, minimumSeats: 3 }), inLondon);
  expect(reached).toEqual({
    text: "You pay for 1 open user spot: US$15.00 a month. Your plan has at least 3 user spots, so none can go.",
  });
});

test("a reduction that covers them is said instead; one that does not leaves the rest", () => {
  expect(describeFinalStep(openSpots({ schedule: reduction(8) }), inLondon)).toEqual({
    text: `A reduction to 8 user spots on 24 Dec 2026 is scheduled already, by ${ada.name}: from then on you pay US$30.00 less a month.`,
    wayOn: { label: "See the scheduled change", href: "/admin/subscription" },
  });
  expect(text({ schedule: reduction(9) })).toBe(
    "You pay for 2 open user spots: US$30.00 a month. Reduce to 8 instead of the 9 scheduled for 24 Dec 2026 and save US$180.00 more a year.",
  );
});

test("who may not change them is told who can, and is led nowhere", () => {
  const whyNot = { code: "spots_kept_to_owners" as const, owners: ["Cleo Carter", "Dee Dunn"] };
  expect(describeFinalStep(openSpots({ whyNot }), inLondon)).toEqual({
    text: "You pay for 2 open user spots: US$30.00 a month. Only Account Owners can reduce them here: ask Cleo Carter and Dee Dunn.",
  });
});

test("on trial it is what they will cost", () => {
  expect(text({ status: "trial" })).toBe(
    "You have 2 open user spots: US$30.00 a month once the trial is over. Reduce to 8 and save US$360.00 a year.",
  );
});

test.each([{ used: 10 }, { status: "ended" as const }, { cancelledAt: noon }])(
  "nothing is said where nothing is open or charged: %j",
  (change) => {
    expect(text(change)).toBeUndefined();
  },
);

test("before the click it is said what the spots that open go on costing, where anything is charged", () => {
  expect(describeStay(openSpots(), 1, "en-GB")).toBe(
    "The bill does not change by itself: US$15.00 a month for it until the user spots are reduced, which is a step of its own.",
  );
  expect(describeStay(openSpots({ status: "trial", interval: "year" }), 2, "en-GB")).toBe(
    "The bill does not change by itself: US$30.00 a year for them, once the trial is over, until the user spots are reduced, which is a step of its own.",
  );
  expect(describeStay(openSpots({ status: "ended" }), 1, "en-GB")).toBeNull();
  expect(describeStay(openSpots({ cancelledAt: noon }), 1, "en-GB")).toBeNull();
});
