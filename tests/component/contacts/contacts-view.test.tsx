import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ContactsView } from "#components/contacts/contacts-view";
import { usualColumns } from "#lib/contacts/columns";
import { type ContactFilter, contactFilterOf } from "#lib/contacts/filter";
import { answering } from "#tests/support/actions";
import { renderWithRouter } from "#tests/support/router";
import { ada, ben, cleo, inLondon, noon, requestId, sampleId } from "#tests/support/samples";
import { contactRow, onePage } from "#tests/support/samples-of-screens";

const assignees = {
  ...{ chosen: null, hasMore: false, matches: null, inactive: 12 },
  offered: [
    { ...ada, status: "active" as const, contacts: 1_488 },
    { ...ben, status: "inactive" as const, contacts: 12 },
  ],
};
const { action } = answering(() => ({ status: "idle" }));

function renderView(filter: Partial<ContactFilter> = {}, change: object = {}) {
  const { view } = renderWithRouter(
    <ContactsView
      page={onePage(contactRow())}
      total={1_500}
      all={1_500}
      assignees={assignees}
      groups={{ groups: [], older: 0 }}
      filter={{ ...contactFilterOf({}), ...filter }}
      view={{ columns: usualColumns, density: "comfortable" }}
      actor={{ userId: ada.id, role: "admin" }}
      dates={inLondon}
      chooseViewAction={action}
      nameBookAction={action}
      requestId={requestId}
      {...change}
    />,
  );
  return view;
}

const assignee = () => screen.getByRole("combobox", { name: "Assignee" });
const table = () => screen.getByRole("table", { name: "Contacts" });

test("a contact leads to its page, and its row says with whom it lies", () => {
  renderView();
  expect(within(table()).getByRole("link", { name: "Zoe Zhang" })).toHaveAttribute(
    "href",
    `/contacts/${sampleId(8)}`,
  );
  const cells = within(table()).getAllByRole("cell").slice(1);
  expect(cells.map((cell) => [cell.dataset.label, cell.textContent])).toEqual([
    ["Company", "Zhang & Sons"],
    ["E-mail", "zoe@zhang.example"],
    ["Phone", "+44 20 7946 0000"],
    ["Assignee", "Ben Baker"],
    ["Last activity", "12 Nov 2026"],
  ]);
});

test("an inactive assignee is marked in words", () => {
  renderView({}, { page: onePage(contactRow({ assigneeStatus: "inactive" })) });
  expect(screen.getAllByRole("cell").at(-2)).toHaveTextContent("Ben Baker (inactive)");
});

test("one choice shows all inactive users' contacts, and inactive people stay in the list", () => {
  renderView({ assignee: ben.id });
  const options = within(assignee())
    .getAllByRole("option")
    .map(({ textContent }) => textContent);
  expect(options).toEqual([
    "All assignees · 1,500",
    "Inactive users' contacts · 12",
    "Ada Archer · 1,488",
    "Ben Baker (inactive) · 12",
  ]);
  expect(assignee()).toHaveValue(ben.id);
});

test("search and assignee are sent together, to the same address", () => {
  renderView({ search: "zoe", assignee: "inactive" });
  const form = screen.getByRole("searchbox", { name: "Search contacts" }).closest("form");
  expect(form).toHaveAttribute("action", "/contacts");
  expect([...new FormData(form ?? undefined)]).toEqual([
    ["q", "zoe"],
    ["assignee", "inactive"],
  ]);
  expect(screen.getByRole("link", { name: "Clear" })).toHaveAttribute("href", "/contacts");
});

test("a page in the middle says where it is, leads both ways and keeps search and assignee", () => {
  const page = { rows: [contactRow()], previous: "p_1", next: "n_1", first: 51 };
  renderView({ search: "zoe", assignee: cleo.id }, { page });
  expect(screen.getByText("51–51 of 1,500 contacts")).toHaveAttribute("role", "status");
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    `/contacts?q=zoe&assignee=${cleo.id}&after=n_1`,
  );
  expect(screen.getByRole("link", { name: "Previous" })).toHaveAttribute("rel", "prev");
});

test("each head sorts by its column, and the present one turns the order round", () => {
  renderView({ search: "zoe", sort: "company", cursor: "n_1" });
  const sortHref = (name: string) => within(table()).getByRole("link", { name });
  expect(sortHref("Company")).toHaveAttribute("href", "/contacts?q=zoe&sort=company&dir=desc");
  expect(screen.getByRole("columnheader", { name: "Company" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  expect(sortHref("Name")).toHaveAttribute("href", "/contacts?q=zoe");
  expect(sortHref("Last activity")).toHaveAttribute(
    "href",
    "/contacts?q=zoe&sort=activity&dir=desc",
  );
});

test("of a search with more than a thousand matches there is no order by assignee", () => {
  renderView({ search: "zoe" }, { total: null, page: { ...onePage(contactRow()), first: 1 } });
  expect(screen.getByText("1–1 of more than 1,000 contacts")).toBeVisible();
  expect(within(table()).queryByRole("link", { name: "Assignee" })).toBeNull();
});

test("an admin takes ticked rows, or all that match, to Reassign with what is filtered by", async () => {
  renderView({ search: "zoe", assignee: ben.id, book: "own" });
  await userEvent.click(screen.getByRole("checkbox", { name: "Choose Zoe Zhang" }));
  expect(screen.getByText("1 chosen")).toHaveAttribute("role", "status");
  const form = screen.getByRole("button", { name: "Reassign…" }).closest("form");
  expect(form).toHaveAttribute("action", "/contacts/reassign");
  const fields = [
    ["q", "zoe"],
    ["assignee", ben.id],
    ["book", "own"],
    ["contact", sampleId(8)],
  ];
  expect([...new FormData(form ?? undefined)]).toEqual(fields);
  await userEvent.click(screen.getByLabelText("Select all 1,500 contacts that match"));
  expect([...new FormData(form ?? undefined)]).toEqual([...fields, ["all", "1"]]);
  expect(screen.getByText("All that match are chosen")).toHaveAttribute("role", "status");
});

test("the only one that matches is offered as one", () => {
  renderView({ search: "zoe" }, { total: 1 });
  expect(screen.getByLabelText("Select the 1 contact that matches")).toBeVisible();
});

test("others choose among their own rows, and all of them where only theirs are shown", () => {
  const user = { userId: ben.id, role: "user" };
  const page = onePage(contactRow(), { ...contactRow(), id: sampleId(9), assigneeId: cleo.id });
  const view = renderView({}, { actor: user, page });
  expect(screen.getAllByRole("checkbox", { name: /^Choose Zoe/ })).toHaveLength(1);
  expect(screen.queryByLabelText(/^Select all/)).toBeNull();
  view.unmount();
  renderView({ assignee: ben.id }, { actor: user, total: 12 });
  expect(screen.getByLabelText("Select all 12 contacts that match")).toBeVisible();
});

test("somebody with no contacts of their own on the page has nothing to choose", () => {
  renderView({}, { actor: { userId: cleo.id, role: "user" } });
  expect(screen.queryByRole("button", { name: "Reassign…" })).toBeNull();
});

test("import, export and deleted contacts are for admins; the export takes the filter along", () => {
  const view = renderView({ search: "zoe", assignee: ben.id });
  const link = (name: string) => screen.getByRole("link", { name });
  expect(link("Export")).toHaveAttribute("href", `/contacts/export?q=zoe&assignee=${ben.id}`);
  expect(link("Import")).toHaveAttribute("href", "/contacts/import");
  expect(link("Deleted contacts")).toHaveAttribute("href", "/contacts/deleted");
  view.unmount();
  renderView({}, { actor: { userId: cleo.id, role: "user" } });
  expect(link("Add contact")).toHaveAttribute("href", "/contacts/new");
  for (const name of ["Import", "Export", "Deleted contacts"]) {
    expect(screen.queryByRole("link", { name })).toBeNull();
  }
});

const groups = {
  groups: [
    { book: "own", name: null, contacts: 2, at: null, fromName: null, isReturn: false },
    {
      ...{ book: sampleId(70), name: null, contacts: 10, at: noon },
      ...{ fromName: cleo.name, isReturn: false },
    },
  ],
  older: 900,
};

test("an assignee's books are chosen by how they came, and the chosen one can be named", async () => {
  const { action: nameBookAction, sent } = answering(() => ({ status: "idle" }));
  renderView({ assignee: ben.id, book: sampleId(70) }, { groups, nameBookAction });
  const options = within(screen.getByLabelText("Book")).getAllByRole("option");
  expect(options.map(({ textContent }) => textContent)).toEqual([
    "All books",
    "Own contacts · 2",
    "Taken over from Cleo Carter, 12 Nov 2026 · 10",
    "and 900 that are older",
  ]);
  await userEvent.click(screen.getByText("Name these books"));
  await userEvent.type(screen.getByLabelText(/^Name/, { selector: "input[type=text]" }), "Leeds");
  await userEvent.click(screen.getByRole("button", { name: "Save the name" }));
  const fields = { requestId: [requestId], assigneeId: [ben.id], book: [sampleId(70)] };
  expect(sent).toEqual([{ ...fields, name: ["Leeds"] }]);
});

test("others' books are not for everybody to name", () => {
  renderView(
    { assignee: ben.id, book: "own" },
    { groups, actor: { userId: cleo.id, role: "user" } },
  );
  expect(screen.queryByText("Name these books")).toBeNull();
});

test("columns and density are chosen in a plain form that keeps the filter", async () => {
  const { action: chooseViewAction, sent } = answering(() => ({ status: "idle" }));
  renderView({ search: "zoe", sort: "phone" }, { chooseViewAction });
  await userEvent.click(screen.getByText("Columns"));
  await userEvent.click(screen.getByLabelText("City"));
  await userEvent.click(screen.getByLabelText("Company"));
  await userEvent.click(screen.getByRole("radio", { name: "Compact" }));
  await userEvent.click(screen.getByRole("button", { name: "Show these" }));
  expect(sent).toEqual([
    {
      ...{ search: ["zoe"], sort: ["phone"], direction: ["asc"] },
      ...{ columns: ["email", "phone", "city", "assignee", "activity"], density: ["compact"] },
    },
  ]);
});

test("only the chosen columns are shown", () => {
  renderView({}, { view: { columns: ["city"], density: "compact" } });
  const heads = within(table()).getAllByRole("columnheader");
  expect(heads.map(({ textContent }) => textContent)).toEqual(["Choose", "Name", "City"]);
  expect(table()).toHaveAttribute("data-density", "compact");
});

test("in a large account another assignee is typed, and several whom it fits are offered", () => {
  const many = { ...assignees, hasMore: true, matches: [{ ...assignees.offered[0], ...cleo }] };
  renderView({ who: "ca" }, { assignees: many, page: onePage(), total: 0 });
  expect(screen.getByRole("searchbox", { name: "Another assignee" })).toHaveValue("ca");
  expect(screen.getByRole("heading", { name: "Whom do you mean by “ca”?" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Cleo Carter" })).toHaveAttribute(
    "href",
    `/contacts?assignee=${cleo.id}`,
  );
});

test("a search that finds nothing leads back to all", () => {
  renderView({ search: "zzz" }, { page: onePage(), total: 0 });
  expect(screen.getByRole("heading", { name: "No contact matches" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Show all contacts" })).toHaveAttribute(
    "href",
    "/contacts",
  );
});

test("an account without contacts says so", () => {
  renderView({}, { page: onePage(), total: 0 });
  expect(screen.getByRole("heading", { name: "No contacts yet" })).toBeVisible();
  expect(screen.queryByRole("table")).toBeNull();
});

test("right-to-left names keep their own direction", () => {
  renderView({}, { page: onePage(contactRow({ name: "دانا" })) });
  expect(screen.getByRole("link", { name: "دانا" })).toHaveAttribute("dir", "auto");
});
