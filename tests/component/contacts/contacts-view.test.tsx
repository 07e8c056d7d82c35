import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ContactsView } from "#components/contacts/contacts-view";
import type { ContactFilter } from "#lib/contacts/filter";
import { ada, ben, cleo, sampleId } from "#tests/support/samples";
import { contactRow, onePage } from "#tests/support/samples-of-screens";

const assignees = [
  { id: ada.id, name: ada.name, status: "active" as const },
  { id: ben.id, name: ben.name, status: "inactive" as const },
];

function renderView(filter: Partial<ContactFilter> = {}, change: object = {}) {
  render(
    <ContactsView
      page={onePage(contactRow())}
      total={1_500}
      assignees={assignees}
      isAdmin={false}
      filter={{ search: "", ...filter }}
      {...change}
    />,
  );
}

const assignee = () => screen.getByLabelText("Assignee");

test("a contact leads to its page, and its row says with whom it lies", () => {
  renderView();
  const table = screen.getByRole("table", { name: "Contacts" });
  expect(within(table).getByRole("link", { name: "Zoe Zhang" })).toHaveAttribute(
    "href",
    `/contacts/${sampleId(8)}`,
  );
  const cells = within(table).getAllByRole("cell");
  expect(cells.map((cell) => [cell.dataset.label, cell.textContent])).toEqual([
    ["Company", "Zhang & Sons"],
    ["E-mail", "zoe@zhang.example"],
    ["Phone", "+44 20 7946 0000"],
    ["Assignee", "Ben Baker"],
  ]);
});

test("an inactive assignee is marked in words", () => {
  renderView({}, { page: onePage(contactRow({ assigneeStatus: "inactive" })) });
  expect(screen.getAllByRole("cell").at(-1)).toHaveTextContent("Ben Baker (inactive)");
});

test("one choice shows all inactive users' contacts, and inactive people stay in the list", () => {
  renderView({ assignee: ben.id });
  const options = within(assignee())
    .getAllByRole("option")
    .map(({ textContent }) => textContent);
  expect(options).toEqual([
    "All assignees",
    "Inactive users' contacts",
    "Ada Archer",
    "Ben Baker (inactive)",
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

test("a page in the middle leads both ways and keeps search and assignee", () => {
  const page = { rows: [contactRow()], previous: "p_1", next: "n_1" };
  renderView({ search: "zoe", assignee: cleo.id }, { page });
  expect(screen.getByText("1 of 1,500 contacts")).toBeVisible();
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    `/contacts?q=zoe&assignee=${cleo.id}&after=n_1`,
  );
  expect(screen.getByRole("link", { name: "Previous" })).toHaveAttribute("rel", "prev");
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
  expect(screen.queryByRole("link", { name: "Show all contacts" })).toBeNull();
});

test("right-to-left names keep their own direction", () => {
  renderView({}, { page: onePage(contactRow({ name: "دانا" })) });
  expect(screen.getByRole("link", { name: "دانا" })).toHaveAttribute("dir", "auto");
});
