import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ReceiptView } from "#components/seats/receipt-view";
import type { Receipt } from "#lib/seats/receipt-page";
import { ada, cleo, inLondon, noon, sampleId } from "#tests/support/samples";
import { chained, receiptOf, renewal } from "#tests/support/samples-of-spots";

const show = (change: Partial<Receipt> = {}) =>
  render(<ReceiptView receipt={receiptOf(change)} dates={inLondon} />);
const said = (term: string) => screen.getByText(term, { selector: "dt" }).nextElementSibling;
const heading = () => screen.getByRole("heading", { level: 1 });
const status = () => screen.getByRole("status");
const part = (name: string) => screen.getByRole("region", { name });

test("a scheduled reduction: number, who, when, from, to, from when on, and what it saves", () => {
  show({ reason: "Two left", isPending: true });
  expect(heading()).toHaveTextContent("Reduction scheduled");
  expect(screen.getByText(/^Receipt 12/)).toHaveTextContent("Receipt 12, Alder Realty");
  expect(status()).toHaveTextContent(
    "Ada Archer scheduled 8 user spots instead of 10, from 24 Dec 2026 on.",
  );
  expect(status()).toHaveFocus();
  expect(said("Who")).toHaveTextContent("Ada Archer");
  expect(said("When")).toHaveTextContent("12 Nov 2026, 12:00");
  expect(said("When")?.querySelector("time")).toHaveAttribute(
    "title",
    expect.stringContaining("12:00:00 GMT"),
  );
  expect(said("From")).toHaveTextContent("10 user spots");
  expect(said("To")).toHaveTextContent("8 user spots");
  expect(said("Effective")).toHaveTextContent("24 Dec 2026");
  expect(said("Why")).toHaveTextContent("Two left");
  expect(said("Saves")).toHaveTextContent("US$30.00 a month, US$360.00 a year");
});

test("while it is still to come, it says when, and leads to where it is cancelled", () => {
  show({ isPending: true });
  const fate = part("Still to come");
  expect(fate).toHaveTextContent("It is carried out on 24 Dec 2026.");
  expect(within(fate).getByRole("link", { name: "Cancel the change" })).toHaveAttribute(
    "href",
    "/admin/subscription",
  );
});

test.each<[string, Partial<NonNullable<Receipt["fate"]>>, string]>([
  ["carried out", {}, "Carried out on 24 Dec 2026, 00:00."],
  ["carried out in part", { to: 9 }, "but to 9 user spots, as so many were used by then."],
  [
    "not carried out",
    { kind: "kept", to: 10 },
    "Not carried out on 24 Dec 2026, 00:00, as all 10 user spots were used by then.",
  ],
  [
    "cancelled",
    { kind: "cancelled", by: cleo.name, at: noon },
    "Cleo Carter cancelled it on 12 Nov 2026, 12:00.",
  ],
  [
    "replaced",
    { kind: "replaced", by: cleo.name, at: noon, to: 9 },
    "Cleo Carter replaced it on 12 Nov 2026, 12:00 with a reduction to 9 user spots.",
  ],
])("one that was %s since says so, with that receipt", (_what, fate, sentence) => {
  show({ fate: chained(fate) });
  const region = part("What became of it");
  expect(region).toHaveTextContent(sentence);
  expect(within(region).getByRole("link", { name: "receipt 13" })).toHaveAttribute(
    "href",
    `/admin/subscription/changes/${sampleId(73)}`,
  );
  expect(screen.queryByRole("link", { name: "Cancel the change" })).toBeNull();
});

test("one that took the place of another names it", () => {
  const replaced = chained({ kind: "scheduled", number: 11, to: 9, by: ada.name });
  show({ kind: "replaced", replaced, isPending: true });
  expect(heading()).toHaveTextContent("Reduction scheduled anew");
  expect(status()).toHaveTextContent(
    "Ada Archer scheduled 8 user spots instead of 10, from 24 Dec 2026 on, in place of 9.",
  );
  expect(said("In place of")).toHaveTextContent("9 user spots, receipt 11");
});

test("added spots say what was charged, with the invoice", () => {
  const invoice = { number: 7, amount: 1234, currency: "USD", status: "paid" as const };
  show({ kind: "added", from: 10, to: 12, effectiveAt: noon, invoice });
  expect(heading()).toHaveTextContent("User spots added");
  expect(status()).toHaveTextContent(
    "Ada Archer added 2 user spots: 12 user spots instead of 10, from 12 Nov 2026 on.",
  );
  expect(said("Charged")).toHaveTextContent("US$12.34, with invoice 7");
  expect(screen.getByRole("link", { name: "invoice 7" })).toHaveAttribute(
    "href",
    "/admin/subscription/invoices/7",
  );
  expect(screen.getByRole("link", { name: "Add a user" })).toBeVisible();
});

test("an invoice in another currency than today's, and not paid, is said so; a trial costs nothing", () => {
  const invoice = { number: 7, amount: 1234, currency: "BHD", status: "open" as const };
  const { unmount } = show({ kind: "added", from: 10, to: 12, invoice });
  expect(said("Charged")?.textContent?.replaceAll("\u00a0", " ")).toBe(
    "BHD 1.234, with invoice 7, not paid yet",
  );
  unmount();
  show({ kind: "added", from: 10, to: 12 });
  expect(said("Charged")).toHaveTextContent("Nothing, during the trial");
});

test("a reduction on trial says that it counts at once", () => {
  show({ effectiveAt: noon });
  expect(heading()).toHaveTextContent("User spots reduced");
  expect(status()).toHaveTextContent(
    "Ada Archer reduced the user spots: 8 user spots instead of 10, at once.",
  );
});

test("a reduction that was carried out names who had scheduled it, and why", () => {
  const origin = chained({
    kind: "scheduled",
    by: ada.name,
    at: noon,
    number: 11,
    reason: "Two left",
  });
  show({ kind: "reduced", by: null, at: renewal, origin });
  expect(heading()).toHaveTextContent("User spots reduced");
  expect(status()).toHaveTextContent(
    "There are 8 user spots instead of 10 from 24 Dec 2026 on, as Ada Archer had scheduled.",
  );
  expect(said("Who")).toHaveTextContent("Handover, by itself");
  expect(said("Scheduled by")).toHaveTextContent(
    "Ada Archer on 12 Nov 2026: 8 user spots, receipt 11",
  );
  expect(said("Why")).toHaveTextContent("Two left");
});

test("one that could not be carried out says why, and leads to the next try", () => {
  const origin = chained({ kind: "scheduled", by: ada.name, number: 11, to: 8 });
  const reason = "Not reduced to 8, as 10 were used.";
  show({ kind: "kept", by: null, from: 10, to: 10, origin, reason });
  expect(heading()).toHaveTextContent("User spots not reduced");
  expect(status()).toHaveTextContent(
    "There are still 10 user spots, not 8, as Ada Archer had scheduled: more were used by then.",
  );
  expect(said("Why")).toHaveTextContent(reason);
  expect(screen.queryByText("Saves")).toBeNull();
  expect(screen.getByRole("link", { name: "Reduce user spots" })).toBeVisible();
});

test("a cancelled reduction says what stays", () => {
  const origin = chained({ kind: "scheduled", by: ada.name, number: 11 });
  show({ kind: "cancelled", by: cleo.name, origin });
  expect(heading()).toHaveTextContent("Reduction cancelled");
  expect(status()).toHaveTextContent(
    "Cleo Carter cancelled the reduction to 8 user spots on 24 Dec 2026. There are still 10.",
  );
  expect(said("To")).toHaveTextContent("10 user spots, as before; 8 had been scheduled");
  expect(said("Would have counted from")).toHaveTextContent("24 Dec 2026");
  expect(screen.queryByText("Effective")).toBeNull();
});

test("the first receipt is the account's opening", () => {
  show({ kind: "opened", number: 1, by: null, from: 0, to: 1, effectiveAt: noon });
  expect(heading()).toHaveTextContent("Account opened");
  expect(status()).toHaveTextContent("The account was opened with 1 user spot on 12 Nov 2026.");
  expect(screen.queryByText("Saves")).toBeNull();
});
