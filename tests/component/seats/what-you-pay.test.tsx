import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { WhatYouPay } from "#components/seats/what-you-pay";
import type { Subscription } from "#lib/billing/get-subscription";
import { inLondon, noon } from "#tests/support/samples";
import { bill, sampleSubscription } from "#tests/support/subscription-samples";

function renderPay(change: Partial<Subscription> = {}, bills = bill(12, 12)) {
  const subscription = { ...sampleSubscription, ...change };
  render(<WhatYouPay subscription={subscription} bill={bills} dates={inLondon} />);
}

const terms = () => screen.getAllByRole("term").map(({ textContent }) => textContent);
const detail = (term: string) => screen.getByText(term, { selector: "dt" }).nextElementSibling;

test("plan, price, bill and what it is paid until, each once", () => {
  renderPay();
  expect(terms()).toEqual(["Plan", "Price", "Bill", "Paid until", "Next bill"]);
  expect(detail("Price")).toHaveTextContent("US$15.00 a month for each user spot");
  expect(detail("Bill")).toHaveTextContent("US$180.00 a month for 12 user spots");
  expect(detail("Paid until")).toHaveTextContent("1 Dec 2026, when it is renewed");
  expect(detail("Next bill")).toHaveTextContent("US$180.00 on 1 Dec 2026, for 12 user spots");
});

test("a change is what the next bill is", () => {
  renderPay({}, bill(12, 1));
  expect(detail("Next bill")).toHaveTextContent("US$15.00 on 1 Dec 2026, for 1 user spot");
});

test("a plan's minimum is named where it has one", () => {
  renderPay({ plan: "Annual", interval: "year", minimumSeats: 3, unitPrice: 15_000 });
  expect(detail("At least")).toHaveTextContent("3 user spots");
  expect(detail("Price")).toHaveTextContent("US$150.00 a year for each user spot");
});

test.each([
  ["JPY", "JP¥1,500"],
  ["KWD", "KWD 1.500"],
])("%s has as many digits as it has", (currency, price) => {
  renderPay({ currency, unitPrice: 1500 });
  expect(detail("Price")).toHaveTextContent(`${price} a month for each user spot`);
});

test.each<[string, Partial<Subscription>, string, string, string]>([
  ["on trial", { status: "trial" }, "Trial until", "1 Dec 2026, at no cost", "US$180.00 on"],
  ["cancelled", { cancelledAt: noon }, "Paid until", "when the subscription ends", "None"],
  [
    "past due",
    { status: "past_due", pastDueSince: noon, readOnlyAt: noon },
    ...(["Paid until", "not paid yet", "None until the open invoice is paid"] as const),
  ],
  ["ended", { status: "ended", readOnlyAt: noon }, "Paid until", "Nothing is paid", "None"],
])("a subscription that is %s says so", (_state, change, term, until, next) => {
  renderPay(change);
  expect(detail(term)).toHaveTextContent(until);
  expect(detail("Next bill")).toHaveTextContent(next);
});

test("an ended subscription has no bill", () => {
  renderPay({ status: "ended", readOnlyAt: noon });
  expect(screen.queryByText("Bill", { selector: "dt" })).toBeNull();
});
