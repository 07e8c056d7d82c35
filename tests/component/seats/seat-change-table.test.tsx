import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { type SeatChange, SeatChangeTable } from "#components/seats/seat-change-table";
import { ada, ben, inLondon, sampleId } from "#tests/support/samples";
import { sampleChange } from "#tests/support/subscription-samples";

const later = new Date("2026-12-01T00:00:00Z");
const hrefOf = (below: number) => `/below/${below}`;

function renderRows(...changes: SeatChange[]) {
  const rows = changes.map((change, at) => ({ ...change, id: sampleId(at) }));
  const ledger = { rows, count: rows.length, newer: null, older: null };
  render(<SeatChangeTable ledger={ledger} hrefOf={hrefOf} dates={inLondon} />);
}

const cells = () =>
  within(screen.getByRole("table", { name: "Changes of user spots" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

test("each kind of change is said in words, with from, to, when, by whom and why", () => {
  const scheduled = { effectiveAt: later, fromTotal: 12, toTotal: 8, by: ada.name };
  const done = { at: later, effectiveAt: later, by: null, scheduledBy: ada.name };
  renderRows(
    sampleChange,
    { ...sampleChange, kind: "added", fromTotal: 12, toTotal: 1500, by: ada.name, reason: "More" },
    { ...sampleChange, ...scheduled, kind: "scheduled", reason: "" },
    { ...sampleChange, ...scheduled, kind: "replaced", reason: "" },
    { ...sampleChange, ...scheduled, kind: "cancelled", reason: "" },
    { ...sampleChange, ...done, kind: "reduced", fromTotal: 12, toTotal: 8, reason: "" },
    { ...sampleChange, ...done, kind: "kept", fromTotal: 12, toTotal: 12, reason: "Why" },
  );
  const noon = "12 Nov 2026";
  const day = "1 Dec 2026";
  const byAda = `Handover, as ${ada.name} scheduled`;
  expect(cells()).toEqual([
    [noon, "Account opened", "0", "12", noon, "Handover", ""],
    [noon, "Spots added", "12", "1,500", noon, ada.name, "More"],
    [noon, "Reduction scheduled", "12", "8", day, ada.name, ""],
    [noon, "Reduction replaced", "12", "8", day, ada.name, ""],
    [noon, "Reduction cancelled", "12", "not 8", "never", ada.name, ""],
    [day, "Spots reduced", "12", "8", day, byAda, ""],
    [day, "Not reduced", "12", "12", day, byAda, "Why"],
  ]);
});

test("each row leads to its receipt", () => {
  renderRows({ ...sampleChange, kind: "added", by: ben.name });
  expect(screen.getByRole("link", { name: "Spots added" })).toHaveAttribute(
    "href",
    `/admin/subscription/changes/${sampleId(0)}`,
  );
  expect(screen.queryByRole("navigation")).toBeNull();
});

test("a page in the middle says which rows it shows and leads both ways", () => {
  const rows = [
    { ...sampleChange, number: 70 },
    { ...sampleChange, id: sampleId(8), number: 21 },
  ];
  const ledger = { rows, count: 120, newer: 121, older: 21 };
  render(<SeatChangeTable ledger={ledger} hrefOf={hrefOf} dates={inLondon} />);
  expect(screen.getByRole("navigation")).toHaveTextContent("51–100 of 120, newest first");
  expect(screen.getByRole("link", { name: "Previous" })).toHaveAttribute("href", "/below/121");
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute("href", "/below/21");
});

test("an address below all rows has none, and a way back", () => {
  const ledger = { rows: [], count: 120, newer: 51, older: null };
  render(<SeatChangeTable ledger={ledger} hrefOf={hrefOf} dates={inLondon} />);
  expect(screen.getByRole("navigation")).toHaveTextContent("None of 120");
  expect(screen.getByRole("link", { name: "Previous" })).toHaveAttribute("href", "/below/51");
});
