import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { AuditView, type AuditViewProps } from "#components/audit/audit-view";
import type { AuditEvent } from "#lib/audit/events";
import { auditFilterSchema } from "#lib/audit/filter";
import {
  ada,
  ben,
  inactivationData,
  inLondon,
  sampleEvent,
  sampleId,
} from "#tests/support/samples";
import { onePage } from "#tests/support/samples-of-screens";

const made = sampleEvent("user.inactivated", inactivationData({ reason: "Left" }));
const added = {
  ...sampleEvent("user.added", { email: ben.email, role: "user", linkId: sampleId(70) }),
  id: sampleId(49),
};
const before = { ...added, id: sampleId(48), at: new Date("2026-11-12T00:00:00Z") };
const dayBefore = { ...added, id: sampleId(47), at: new Date("2026-11-11T23:59:59Z") };

const adaListed = { ...ada, status: "active" as const };
const benListed = { ...ben, status: "inactive" as const };

type Change = Partial<Omit<AuditViewProps, "filter">> & { filter?: Record<string, string> };

function renderView({ filter = {}, ...change }: Change = {}) {
  return render(
    <AuditView
      people={[adaListed, benListed]}
      person={null}
      matches={null}
      page={onePage<AuditEvent>(made, added)}
      dates={inLondon}
      filter={auditFilterSchema.parse(filter)}
      {...change}
    />,
  );
}

test("events are sentences with their times, under the days of the account's time zone", () => {
  renderView({ page: onePage<AuditEvent>(made, before, dayBefore) });
  const days = screen.getAllByRole("list", { name: /^Events of/ });
  expect(days.map((day) => within(day).getAllByRole("listitem").length)).toEqual([2, 1]);
  expect(screen.getAllByRole("heading", { level: 2 }).map((each) => each.textContent)).toEqual([
    "Thursday, 12 November 2026",
    "Wednesday, 11 November 2026",
  ]);
  const [first] = within(days[0] ?? document.body).getAllByRole("listitem");
  expect(first).toHaveTextContent(
    "12:00 Ada Archer made Ben Baker inactive: 2 sign-ins ended, 12 contacts given to Cleo Carter. Reason: Left",
  );
  expect(first?.querySelector("time")).toHaveAttribute(
    "title",
    "Thursday, 12 November 2026 at 12:00:00 GMT",
  );
});

test("the log says that it cannot be changed", () => {
  renderView();
  expect(screen.getByText(/Nothing here can be changed or removed/)).toBeVisible();
});

test("a reason is text, whatever it looks like", () => {
  const reason = "<script>alert(1)</script>";
  const event = sampleEvent("user.inactivated", inactivationData({ reason }));
  renderView({ page: onePage<AuditEvent>(event) });
  expect(screen.getByText(/Reason: <script>/)).toBeVisible();
});

test("more events are one click away, earlier and later, under the same filter", () => {
  renderView({
    page: { rows: [made], previous: "p_1", next: "n_1" },
    filter: { kind: "status", from: "2026-11-01", after: "old" },
  });
  expect(screen.getByText("1 event")).toBeVisible();
  const filtered = "/admin/audit?kind=status&from=2026-11-01&after=";
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute("href", `${filtered}n_1`);
  expect(screen.getByRole("link", { name: "Previous" })).toHaveAttribute("href", `${filtered}p_1`);
});

test("the filter shows what the address says, and every field has its name", () => {
  renderView({
    person: benListed,
    filter: { person: ben.id, kind: "sign-ins", from: "2026-11-01", to: "2026-11-30" },
  });
  const filter = screen.getByRole("form");
  expect(screen.getByLabelText("Person")).toHaveDisplayValue("Ben Baker (inactive)");
  expect(screen.getByLabelText("Kind")).toHaveDisplayValue("Signing in and out");
  expect(screen.getByLabelText("From")).toHaveValue("2026-11-01");
  expect(screen.getByLabelText("To")).toHaveValue("2026-11-30");
  expect(filter).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Show" })).toBeVisible();
  expect(screen.getByText(/the account's time zone, Europe\/London/)).toBeVisible();
});

test("what is filtered by is said in words, and each is cleared by itself", () => {
  renderView({
    person: benListed,
    filter: { person: ben.id, kind: "sign-ins", from: "2026-11-01", to: "2026-11-30" },
  });
  const parts = screen.getByRole("list", { name: "Filter" });
  expect(parts).toHaveTextContent(
    "by or about Ben Baker Clear“Signing in and out” Clearfrom 1 Nov 2026 to 30 Nov 2026 ClearClear all",
  );
  for (const [name, address] of [
    ["Clear person", "/admin/audit?kind=sign-ins&from=2026-11-01&to=2026-11-30"],
    ["Clear kind", `/admin/audit?person=${ben.id}&from=2026-11-01&to=2026-11-30`],
    ["Clear days", `/admin/audit?person=${ben.id}&kind=sign-ins`],
    ["Clear all", "/admin/audit"],
  ] as const) {
    expect(within(parts).getByRole("link", { name })).toHaveAttribute("href", address);
  }
});

test.each([
  [{ from: "2026-11-01" }, "from 1 Nov 2026"],
  [{ to: "2026-11-01" }, "to 1 Nov 2026"],
  [{ from: "2026-11-01", to: "2026-11-01" }, "on 1 Nov 2026"],
])("the days %j read as: %s", (filter, text) => {
  renderView({ filter, dates: { timeZone: "Pacific/Kiritimati", locale: "en-GB" } });
  expect(screen.getByRole("list", { name: "Filter" })).toHaveTextContent(`${text} Clear`);
  expect(screen.queryByRole("link", { name: "Clear all" })).toBeNull();
});

test("both downloads send the filter that is shown, and no page of it", () => {
  renderView({
    person: benListed,
    filter: { who: "ben", kind: "status", from: "2026-11-01", cursor: "c" },
  });
  const form = screen.getByRole("form", { name: "Download these events" });
  expect(form).toHaveAttribute("method", "post");
  expect(form).toHaveAttribute(
    "action",
    `/admin/audit/export?person=${ben.id}&kind=status&from=2026-11-01`,
  );
  for (const [name, value] of [
    ["Download CSV", "csv"],
    ["Download JSON Lines", "jsonl"],
  ] as const) {
    expect(within(form).getByRole("button", { name })).toHaveAttribute("value", value);
  }
});

test("two people of one name are told apart by their addresses", () => {
  renderView({ people: [adaListed, { ...adaListed, id: ben.id, email: "ada2@alder.example" }] });
  const names = within(screen.getByLabelText("Person")).getAllByRole("option");
  expect(names.map((option) => option.textContent)).toEqual([
    "Everybody",
    "Ada Archer, ada@alder.example",
    "Ada Archer, ada2@alder.example",
  ]);
});

test("where people are many, one is found by name, and stays chosen while the rest changes", () => {
  const { container } = renderView({ people: null, person: benListed, filter: { who: "ben" } });
  expect(screen.getByRole("searchbox", { name: "Person" })).toHaveValue("Ben Baker");
  const form = container.querySelector<HTMLFormElement>("search form");
  const sent = Object.fromEntries(new FormData(form ?? undefined));
  expect(sent).toMatchObject({ who: "Ben Baker", person: ben.id });
});

test("a name that fits several people asks whom, and keeps the rest of the filter", () => {
  renderView({
    people: null,
    matches: { people: [adaListed, benListed], hasMore: false },
    page: onePage<AuditEvent>(),
    filter: { who: "a", kind: "status" },
  });
  expect(screen.getByRole("heading", { name: "Whom do you mean by “a”?" })).toBeVisible();
  expect(screen.getByText("2 people match")).toBeVisible();
  expect(screen.getByRole("link", { name: "Ben Baker" })).toHaveAttribute(
    "href",
    `/admin/audit?person=${ben.id}&kind=status`,
  );
  expect(screen.getByText(/\(inactive\)/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /Download/ })).toBeNull();
  expect(screen.queryByRole("heading", { name: "No event fits" })).toBeNull();
});

test("where even more people match, it says how to name one", () => {
  const matches = { people: [adaListed, benListed], hasMore: true };
  renderView({ people: null, matches, filter: { who: "a" } });
  expect(screen.getByText("More than 2 people match")).toBeVisible();
  expect(screen.getByText(/Add to the name, or use the e-mail address/)).toBeVisible();
});

test("a name that fits nobody says so, with the way back to everybody", () => {
  renderView({ matches: { people: [], hasMore: false }, filter: { who: "qq", kind: "status" } });
  expect(screen.getByRole("heading", { name: "Nobody matches “qq”" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Show everybody's events" })).toHaveAttribute(
    "href",
    "/admin/audit?kind=status",
  );
});

test("an id that is nobody's here says so, and not that everything is shown", () => {
  renderView({ page: onePage<AuditEvent>(), filter: { person: sampleId(7), kind: "status" } });
  expect(
    screen.getByRole("heading", { name: "There is no such person in this account" }),
  ).toBeVisible();
  expect(screen.queryByText(/All events/)).toBeNull();
  expect(screen.queryByRole("button", { name: /Download/ })).toBeNull();
  expect(screen.getByRole("link", { name: "Show everybody's events" })).toHaveAttribute(
    "href",
    "/admin/audit?kind=status",
  );
});

test("a filter that leaves nothing says what it looked for, with ways on", () => {
  renderView({
    page: onePage<AuditEvent>(),
    person: benListed,
    filter: { person: ben.id, kind: "status", from: "2026-11-01" },
  });
  expect(screen.getByRole("heading", { name: "No event fits" })).toBeVisible();
  expect(
    screen.getByText("The log holds nothing by or about this person of this kind on these days."),
  ).toBeVisible();
  expect(screen.getByRole("link", { name: "Show all days" })).toHaveAttribute(
    "href",
    `/admin/audit?person=${ben.id}&kind=status`,
  );
  expect(screen.getByRole("link", { name: "Show all events" })).toHaveAttribute(
    "href",
    "/admin/audit",
  );
  expect(screen.queryByRole("button", { name: /Download/ })).toBeNull();
});

test("an empty log says so", () => {
  renderView({ page: onePage() });
  expect(screen.getByRole("heading", { name: "Nothing has happened yet" })).toBeVisible();
});
