import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { CasesView } from "#components/support/cases-view";
import { type AgeCount, groupByAge } from "#lib/support/case-ages";
import type { CaseFilter } from "#lib/support/case-filter";
import { drawCaseAges } from "#lib/support/draw-case-ages";
import { inLondon, noon } from "#tests/support/samples";
import { rita, theo } from "#tests/support/samples-of-cases";

const now = new Date("2026-11-15T12:00:00Z");
const listed = {
  number: 1042,
  kind: "removal" as const,
  state: "waiting" as const,
  accountName: "Alder & Sons",
  userName: "Ben Baker",
  assignedToName: null,
  createdAt: noon,
  waitsUntil: new Date("2026-11-16T09:30:00Z"),
  endedAt: null,
};
const ages: AgeCount[] = [
  { state: "waiting", days: 3, count: 1 },
  { state: "unverified", days: 0, count: 2 },
];

function renderView(filter: CaseFilter = {}, rows: object[] = [listed], counts = ages) {
  const groups = groupByAge(counts);
  render(
    <CasesView
      filter={filter}
      page={{ rows: rows as (typeof listed)[], previous: null, next: "more" }}
      ages={counts}
      groups={groups}
      drawings={{
        wide: drawCaseAges(groups, { width: 960 }),
        narrow: drawCaseAges(groups, { width: 380 }),
      }}
      agents={[rita, theo]}
      agentId={rita.id}
      now={now}
      dates={inLondon}
    />,
  );
}

const cells = () =>
  within(screen.getAllByRole("row")[1] as HTMLElement)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);

test("a case in the queue has its age, state, account, Owner, and until when it waits", () => {
  renderView({}, [listed], []);
  expect(screen.getByRole("link", { name: "Case 1042" })).toHaveAttribute(
    "href",
    "/support/cases/1042",
  );
  expect(cells()).toEqual([
    ...["3 days", "Waiting", "Alder & Sons", "Ben Baker", "Nobody", "16 Nov 2026, 09:30"],
  ]);
  expect(screen.getByText("3 days")).toHaveAttribute("title", expect.stringContaining("12:00:00"));
});

test("what waits no more says so, and who works on it is named", () => {
  renderView({}, [{ ...listed, state: "ready", assignedToName: theo.name }], []);
  expect(cells().slice(-2)).toEqual(["Theo Thorn", "No more"]);
});

test("an ended case has when it was opened and ended", () => {
  renderView({ state: "ended" }, [{ ...listed, state: "refused", endedAt: now }]);
  expect(screen.getByRole("table", { name: "Ended cases" })).toBeVisible();
  expect(cells()[0]).toBe("12 Nov 2026, 12:00");
  expect(cells().at(-1)).toBe("15 Nov 2026, 12:00");
  expect(screen.queryByRole("img")).toBeNull();
});

test("a rescue says what somebody is to become", () => {
  renderView({}, [{ ...listed, kind: "rescue" }], []);
  expect(cells()[3]).toBe("Ben Bakerto become Account Owner");
});

test("states have their counts, and keep the other filters", () => {
  renderView({ assigned: "me" });
  const links = within(screen.getByRole("navigation", { name: "Cases by state" }));
  expect(links.getAllByRole("link").map(({ textContent }) => textContent)).toEqual([
    ...["All open 3", "To verify 2", "Objection 0", "Waiting 1", "Ready to carry out 0", "Ended "],
  ]);
  expect(links.getByRole("link", { name: /^Waiting/ })).toHaveAttribute(
    "href",
    "/support/cases?state=waiting&assigned=me",
  );
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    "/support/cases?assigned=me&after=more",
  );
});

test("one chooses me, nobody or a colleague", () => {
  renderView({ assigned: theo.id, state: "waiting" });
  const choice = screen.getByLabelText("Assigned to");
  expect(
    within(choice)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual([...["Anybody or nobody", "Me", "Nobody", "Theo Thorn"]]);
  expect(choice).toHaveValue(theo.id);
  expect(document.querySelector('input[name="state"]')).toHaveValue("waiting");
});

test("the picture is told in a sentence and as a table", () => {
  renderView();
  expect(screen.getByRole("img")).toHaveAccessibleName(
    "Open cases by age. Today: 2 to verify. 1–2 days: none. 3–6 days: 1 waiting. 1–2 weeks: none. 2–4 weeks: none.",
  );
  const table = screen.getByRole("table", { name: "Open cases by age", hidden: true });
  const rows = within(table).getAllByRole("row", { hidden: true });
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    ...["AgeTo verifyWaitingAll", "Today202", "1–2 days000", "3–6 days011", "1–2 weeks000"],
    "2–4 weeks000",
  ]);
});

test("an empty queue says how cases begin, an empty filter leads back", () => {
  renderView({}, [], []);
  expect(screen.getByRole("heading", { name: "No open cases" })).toBeVisible();
  expect(screen.queryByRole("img")).toBeNull();
});

test("a filter that fits nothing leads back", () => {
  renderView({ assigned: "nobody" }, [], []);
  expect(screen.getByRole("link", { name: "See all open cases" })).toHaveAttribute(
    "href",
    "/support/cases",
  );
});
