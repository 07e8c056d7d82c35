import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { CancelSubscriptionLink } from "#components/seats/cancel-subscription-link";
import { SubscriptionStatus } from "#components/seats/subscription-status";
import type { SubscriptionFacts } from "#lib/seats/subscription-status";
import { answering, refused } from "#tests/support/actions";
import { inLondon, noon, requestId, sampleEvent } from "#tests/support/samples";
import { subscriptionFacts } from "#tests/support/subscription-facts";

const idle = answering(() => ({ status: "idle" })).action;
const unpaid = { number: 3, amount: 13_500, currency: "USD" };

function renderStatus(
  change: Partial<SubscriptionFacts>,
  { resume = idle, start = idle, locale = "en-GB" } = {},
) {
  const facts = subscriptionFacts(change);
  render(
    <>
      <SubscriptionStatus
        {...{ facts, requestId, resumeAction: resume, startAction: start }}
        dates={{ ...inLondon, locale }}
      />
      <CancelSubscriptionLink facts={facts} />
    </>,
  );
}

const region = () => screen.getByRole("region");
const cancelLink = () => screen.queryByRole("link", { name: "Cancel the subscription" });

test("what is paid for and goes on has nothing to say but the quiet way out", () => {
  renderStatus({});
  expect(screen.queryByRole("region")).toBeNull();
  expect(cancelLink()).toHaveAttribute("href", "/admin/subscription/cancel");
});

test("a trial says until when, what it costs then, and which card is charged", () => {
  renderStatus({ status: "trial" });
  expect(region()).toHaveAccessibleName("On trial until 12 Dec 2026");
  expect(region()).toHaveTextContent(
    /Nothing is charged until then. Then 9 user spots cost US\$135.00 a month. ?It is charged to the card on file, which ends in 4242./,
  );
  expect(screen.queryByRole("link", { name: "Change card holder" })).toBeNull();
  expect(cancelLink()).toBeVisible();
});

test("a trial without a card says what comes of that, and leads on", () => {
  renderStatus({
    status: "trial",
    cardLast4: null,
    interval: "year",
    renewal: { seats: 1, amount: 15_000, currency: "USD" },
  });
  expect(region()).toHaveTextContent("Then 1 user spot costs US$150.00 a year.");
  expect(region()).toHaveTextContent("No card is on file yet.");
  expect(screen.getByRole("link", { name: "Change card holder" })).toHaveAttribute(
    "href",
    "/admin/subscription/card",
  );
});

test("past due says which invoice, how much, and from when on the account is read-only", () => {
  renderStatus({
    status: "past_due",
    open: [unpaid],
    readOnlyAt: new Date("2026-11-26T00:00:00Z"),
  });
  expect(region()).toHaveAccessibleName("Payment due: read-only from 26 Nov 2026");
  expect(region()).toHaveTextContent("Invoice 3 over US$135.00 is not paid");
  expect(region()).toHaveTextContent("Everything works until 26 Nov 2026, 00:00.");
  expect(region()).toHaveTextContent("If it is not paid by 12 Dec 2026, the subscription ends.");
  expect(screen.getByRole("link", { name: "Change card holder" })).toBeVisible();
});

test("then it is read-only since, and says what still works", () => {
  renderStatus({
    status: "past_due",
    open: [unpaid, { ...unpaid, number: 4, amount: 1_500 }],
    readOnlyAt: noon,
    isReadOnly: true,
    cardLast4: null,
  });
  expect(region()).toHaveAccessibleName("Read-only since 12 Nov 2026");
  expect(region()).toHaveTextContent(
    "Invoices 3 over US$135.00 and 4 over US$15.00 are not paid: there is no card on file.",
  );
  expect(region()).toHaveTextContent("everything can be read and exported");
});

test("cancelled says when it ends and by whom; an Owner resumes it", async () => {
  const { action, sent } = answering(refused("subscription_goes_on", { by: "Bea", at: "noon" }));
  const whyNot = { cancel: "subscription_is_cancelled", resume: null, start: null } as const;
  renderStatus({ cancelledAt: noon, cancelledBy: "Olive Owens", whyNot }, { resume: action });
  expect(region()).toHaveAccessibleName("The subscription ends on 12 Dec 2026");
  expect(region()).toHaveTextContent("It was cancelled on 12 Nov 2026 by Olive Owens.");
  expect(cancelLink()).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Resume" }));
  expect(sent).toEqual([{ requestId: [requestId] }]);
  expect(await screen.findByRole("alert")).toHaveTextContent("Bea did so on noon");
});

test("an admin who is no Owner is told who can resume it", () => {
  renderStatus({
    cancelledAt: noon,
    isOwner: false,
    whyNot: { cancel: "not_owner", resume: "not_owner", start: "not_owner" },
  });
  expect(screen.queryByRole("button")).toBeNull();
  expect(region()).toHaveTextContent("an Account Owner can resume it: Olive Owens and Ada Archer.");
});

test("ended says since when and why, and the sum before the click", async () => {
  const { action, sent } = answering(refused("price_changed", { amount: "$150.00" }));
  const offers = [
    { seats: 7, amount: 10_500 },
    { seats: 9, amount: 13_500 },
  ];
  const again = { offers, currency: "USD", until: new Date("2027-01-20T00:00:00Z") };
  renderStatus({ ...ended, total: 9, used: 7, again }, { start: action });
  expect(region()).toHaveAccessibleName("The subscription ended on 12 Dec 2026");
  expect(region()).toHaveTextContent("It had been cancelled. Everything is still here");
  expect(region()).toHaveTextContent(
    "To start again from today until 20 Jan 2027, 7 user spots cost US$105.00, 9 user spots US$135.00. 7 of 9 are used. It is charged at once to the card on file, which ends in 4242.",
  );
  expect(cancelLink()).toBeNull();
  await userEvent.click(
    screen.getByRole("button", { name: "Start again with 7 user spots for US$105.00" }),
  );
  expect(sent).toEqual([{ requestId: [requestId], total: ["7"], seenAmount: ["10500"] }]);
  expect(await screen.findByRole("alert")).toHaveTextContent("it is $150.00 now");
});

test.each([
  ["payment_due", "Invoice 3 over US$135.00 is still open and paid first", true],
  ["no_card", "There is no card on file yet.", true],
  ["not_owner", "An Account Owner can do so: Olive Owens and Ada Archer.", false],
] as const)("what is in the way of starting again is said: %s", (why, words, hasWay) => {
  const whyNot = { ...ended.whyNot, start: why };
  renderStatus({ ...ended, endedAs: "unpaid", open: [unpaid], whyNot });
  expect(region()).toHaveTextContent("An invoice had not been paid.");
  expect(region()).toHaveTextContent(words);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("link", { name: "Change card holder" }) !== null).toBe(hasWay);
});

test("what was just done is a result of its own", () => {
  renderStatus({ done: sampleEvent("subscription.resumed", {}) });
  expect(screen.getByRole("status")).toHaveTextContent("Ada Archer resumed the subscription.");
  expect(screen.getByRole("status")).toHaveFocus();
});

const ended: Partial<SubscriptionFacts> & Pick<SubscriptionFacts, "whyNot"> = {
  status: "ended",
  endedAs: "cancelled",
  cancelledAt: noon,
  isReadOnly: true,
  readOnlyAt: noon,
  whyNot: { cancel: "subscription_over", resume: "subscription_over", start: null },
};
