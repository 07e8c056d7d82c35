import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { SeatMeter } from "#components/seats/seat-meter";
import { SubscriptionView } from "#components/seats/subscription-view";
import { inLondon, noon, sampleId } from "#tests/support/samples";

const account = {
  total: 12,
  used: 10,
  cardHolderName: "Pat Payer",
  cardLast4: "4242",
  billingEmail: "billing@alder.example",
};
const opened = {
  id: sampleId(90),
  at: noon,
  effectiveAt: noon,
  fromTotal: 0,
  toTotal: 12,
  reason: "Account opened",
  byName: null,
};

function renderView(change: object = {}) {
  render(
    <SubscriptionView
      {...{ account, dates: inLondon, ledger: [opened], supportEmail: "help@handover.example" }}
      {...change}
    />,
  );
}

const detail = (term: string) => screen.getByText(term, { selector: "dt" }).nextElementSibling;

test("spots, card and billing address are shown, and no card number but its end", () => {
  renderView();
  expect(screen.getByRole("meter")).toHaveAccessibleName("10 of 12 user spots used, 2 open");
  expect(detail("Card holder")).toHaveTextContent("Pat Payer");
  expect(detail("Card")).toHaveTextContent(/^ends in 4242$/);
  expect(detail("Billing e-mail")).toHaveTextContent("billing@alder.example");
});

test("what is not on file yet says so", () => {
  renderView({
    account: { ...account, cardHolderName: null, cardLast4: null, billingEmail: null },
  });
  for (const term of ["Card holder", "Card", "Billing e-mail"]) {
    expect(detail(term)).toHaveTextContent("None yet");
  }
});

test("every change of the total is a row: when, from, to, by whom, why", () => {
  const raised = {
    ...opened,
    id: sampleId(91),
    fromTotal: 12,
    toTotal: 1_500,
    byName: "Ada Archer",
  };
  renderView({ ledger: [raised, opened] });
  const table = screen.getByRole("table", { name: "Changes of user spots" });
  const rows = within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^12 Nov 2026121,500Ada Archer/);
  expect(rows[1]).toBe("12 Nov 2026012HandoverAccount opened");
});

test.each([
  [{ total: 1, used: 1 }, "1 of 1 user spot used, 0 open"],
  [{ total: 2, used: 0 }, "0 of 2 user spots used, 2 open"],
  [{ total: 10_000, used: 9_999 }, "9,999 of 10,000 user spots used, 1 open"],
])("%j is said in words", (seats, words) => {
  render(<SeatMeter {...seats} />);
  expect(screen.getByRole("link", { name: words })).toHaveAttribute("href", "/admin/subscription");
});
