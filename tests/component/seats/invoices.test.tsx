import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { InvoiceTable } from "#components/seats/invoice-table";
import { InvoiceView } from "#components/seats/invoice-view";
import { inLondon, noon } from "#tests/support/samples";
import { sampleInvoice } from "#tests/support/subscription-samples";

const hrefOf = (below: number) => `/below/${below}`;
const none = { rows: [], count: 0, newer: null, older: null };

test("an invoice says when, what for, how much and whether it is paid, and leads to its lines", () => {
  const rows = [
    {
      ...{ ...sampleInvoice, number: 2, kind: "seats" as const, status: "open" as const },
      ...{ spots: 1, fromOn: "2026-11-13", amount: 900 },
    },
    sampleInvoice,
  ];
  const invoices = { ...none, rows, count: 2 };
  render(<InvoiceTable {...{ invoices, hrefOf }} isTrial={false} dates={inLondon} />);
  const cells = within(screen.getByRole("table", { name: "Invoices" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => plain(textContent)));
  expect(cells).toEqual([
    ["Invoice 2", "12 Nov 2026", "1 more user spot, 13-30 Nov 2026", "US$9.00", "Not paid"],
    ["Invoice 1", "12 Nov 2026", "12 user spots, 1-30 Nov 2026", "US$180.00", "Paid"],
  ]);
  expect(screen.getByRole("link", { name: "Invoice 2" })).toHaveAttribute(
    "href",
    "/admin/subscription/invoices/2",
  );
});

test("none yet is said, and why on trial", () => {
  const { unmount } = render(
    <InvoiceTable invoices={none} hrefOf={hrefOf} isTrial={false} dates={inLondon} />,
  );
  expect(screen.getByText("None yet.")).toBeVisible();
  unmount();
  render(<InvoiceTable invoices={none} hrefOf={hrefOf} isTrial dates={inLondon} />);
  expect(screen.getByText("None yet: the trial costs nothing.")).toBeVisible();
});

const invoice = {
  ...{ number: 7, kind: "seats" as const, issuedAt: noon, currency: "BHD", amount: 3600 },
  ...{ status: "paid" as const, paidAt: noon },
  ...{ cardHolderName: "Pat Payer", cardLast4: "4242", billingEmail: "billing@alder.example" },
};
const line = {
  ...{ n: 1, quantity: 2, unitPrice: 3000, amount: 3600 },
  ...{ fromOn: "2026-11-13", periodEnd: "2026-12-01", days: 18, ofDays: 30 },
};
const detail = (term: string) => screen.getByText(term, { selector: "dt" }).nextElementSibling;

function renderInvoice(change: object = {}, lines = [line]) {
  render(
    <InvoiceView
      invoice={{ ...invoice, ...change }}
      lines={lines}
      accountName="Alder Realty"
      dates={inLondon}
    />,
  );
}

test("an invoice's lines name spots, price, days of the period and amount, to the last digit", () => {
  renderInvoice();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Invoice 7");
  expect(detail("Amount")).toHaveTextContent("BHD 3.600");
  expect(detail("Status")).toHaveTextContent("Paid on 12 Nov 2026");
  const [, row] = screen.getAllByRole("row");
  expect([...(row?.children ?? [])].map(({ textContent }) => plain(textContent))).toEqual([
    "13-30 Nov 202618 of the period's 30 days",
    ...["2", "BHD 3.000", "BHD 3.600"],
  ]);
});

test("a whole period says so, and what is not paid or on file, too", () => {
  const who = { cardHolderName: null, cardLast4: null, billingEmail: null };
  renderInvoice({ kind: "period", status: "open", paidAt: null, ...who }, [
    { ...line, days: 30, fromOn: "2026-11-01" },
  ]);
  expect(detail("Status")).toHaveTextContent("Not paid");
  expect(detail("Card holder")).toHaveTextContent("None then");
  expect(screen.getByText("the whole period of 30 days")).toBeVisible();
});

/** As it is typed: Intl writes narrow blanks and dashes. */
function plain(text: string | null): string {
  return (text ?? "").replaceAll(/\s/g, " ").replaceAll(/ ?[–-] ?/g, "-");
}
