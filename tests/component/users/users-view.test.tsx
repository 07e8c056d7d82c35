import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { UsersView } from "#components/users/users-view";
import type { UserFilter } from "#lib/users/filter";
import { ada, ben, cleo, inLondon } from "#tests/support/samples";
import { adaRow, inactiveRow, onePage, ownerRow, userRow } from "#tests/support/samples-of-screens";

const everybody: UserFilter = { status: "all", search: "", sort: "name", direction: "asc" };

function renderView(filter: Partial<UserFilter> = {}, change: object = {}) {
  render(
    <UsersView
      seats={{ total: 10, used: 8, scheduled: null }}
      counts={{ all: 1_203, active: 1_200, inactive: 3 }}
      users={onePage(adaRow, ownerRow, inactiveRow)}
      filter={{ ...everybody, ...filter }}
      actor={{ userId: ada.id, role: "admin", isOwner: false }}
      dates={inLondon}
      {...change}
    />,
  );
}

const link = (name: string | RegExp) => screen.getByRole("link", { name });
const filters = () => within(screen.getByRole("navigation", { name: "Status" }));
const pages = () => within(screen.getByRole("navigation", { name: "Pages of Users" }));

test("the meter counts user spots in words and leads to the subscription", () => {
  renderView();
  expect(link("8 of 10 user spots used, 2 open")).toHaveAttribute("href", "/admin/subscription");
  expect(screen.getByRole("meter")).toHaveValue(8);
  expect(screen.getByRole("meter")).toHaveAccessibleName("8 of 10 user spots used, 2 open");
});

test("where all spots are used more are one click away, and only there", () => {
  renderView({}, { seats: { total: 8, used: 8 } });
  expect(link("Add user spots")).toHaveAttribute(
    "href",
    "/admin/subscription/add?next=%2Fadmin%2Fusers",
  );
  cleanup();
  renderView();
  expect(screen.queryByRole("link", { name: "Add user spots" })).toBeNull();
});

test("Add user is one click away", () => {
  renderView();
  expect(link("Add user")).toHaveAttribute("href", "/admin/users/new");
});

test("active and inactive users stand in one table, in place", () => {
  renderView();
  const table = screen.getByRole("table", { name: "Users" });
  const names = within(table)
    .getAllByRole("rowheader")
    .map(({ textContent }) => textContent);
  expect(names).toEqual(["Ada Archer (you)", "Cleo Carter", "Ben Baker"]);
});

test("each filter counts what it shows, and the present one is marked", () => {
  renderView({ status: "inactive", search: "be", sort: "email", cursor: "x" });
  const links = filters().getAllByRole("link");
  expect(links.map(({ textContent }) => textContent)).toEqual([
    "All 1,203",
    "Active 1,200",
    "Inactive 3",
  ]);
  expect(links.map((each) => each.getAttribute("aria-current"))).toEqual([null, null, "true"]);
  expect(links.map((each) => each.getAttribute("href"))).toEqual([
    "/admin/users?q=be&sort=email",
    "/admin/users?q=be&status=active&sort=email",
    "/admin/users?q=be&status=inactive&sort=email",
  ]);
});

test("every column but contacts sorts, and the present order is announced", () => {
  renderView({ status: "active", search: "be", sort: "email", direction: "asc", cursor: "x" });
  const heads = screen.getAllByRole("columnheader");
  const orders = heads.map((head) => [head.textContent, head.getAttribute("aria-sort")]);
  expect(orders).toEqual([
    ["Choose", null],
    ["Name", null],
    ["E-mail", "ascending"],
    ["Role", null],
    ["Status", null],
    ["Contacts", null],
    ["Last sign-in", null],
    ["What you can do", null],
  ]);
  expect(link("E-mail")).toHaveAttribute(
    "href",
    "/admin/users?q=be&status=active&sort=email&direction=desc",
  );
  expect(link("Last sign-in")).toHaveAttribute(
    "href",
    "/admin/users?q=be&status=active&sort=last-sign-in",
  );
  expect(screen.queryByRole("link", { name: "Contacts" })).toBeNull();
});

test("a column sorted downwards turns back upwards", () => {
  renderView({ direction: "desc" });
  expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  expect(link("Name")).toHaveAttribute("href", "/admin/users");
});

test("whoever is ticked is taken along to one sheet", async () => {
  renderView({}, { users: onePage(adaRow, userRow(), userRow({ ...cleo })) });
  const button = screen.getByRole("button", { name: "Make Inactive…" });
  const form = button.closest("form") ?? undefined;
  expect(form).toHaveAttribute("action", "/admin/users/inactivate");
  expect(form).not.toHaveAttribute("method");
  await userEvent.click(screen.getByRole("checkbox", { name: "Choose Cleo Carter" }));
  expect([...new FormData(form)]).toEqual([["user", cleo.id]]);
  expect(screen.getByText("1 chosen")).toBeVisible();
  const all = screen.getByRole("checkbox", { name: "Choose all 2 on this page" });
  expect(all).not.toBeChecked();
  await userEvent.click(all);
  expect(all).toBeChecked();
  expect([...new FormData(form)]).toEqual([
    ["user", ben.id],
    ["user", cleo.id],
  ]);
  expect(screen.getByText("2 chosen")).toBeVisible();
  await userEvent.click(all);
  expect([...new FormData(form)]).toEqual([]);
});

test("where nobody can be chosen there is nothing to choose with", () => {
  renderView({}, { users: onePage(adaRow, ownerRow, inactiveRow) });
  expect(screen.queryByRole("button", { name: "Make Inactive…" })).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("a search keeps filter and order, and can be cleared", () => {
  renderView({ status: "inactive", search: "be & n", sort: "role", direction: "desc" });
  const box = screen.getByRole("searchbox", { name: "Search users by name or e-mail" });
  expect(box).toHaveValue("be & n");
  const form = box.closest("form");
  expect(Object.fromEntries(new FormData(form ?? undefined))).toEqual({
    q: "be & n",
    status: "inactive",
    sort: "role",
    direction: "desc",
  });
  expect(link("Clear")).toHaveAttribute(
    "href",
    "/admin/users?status=inactive&sort=role&direction=desc",
  );
});

test("a slash goes to the search, and is typed where one types already", async () => {
  renderView();
  const box = screen.getByRole("searchbox");
  await userEvent.keyboard("/");
  expect(box).toHaveFocus();
  expect(box).toHaveValue("");
  await userEvent.keyboard("a/b");
  expect(box).toHaveValue("a/b");
});

test("a search that finds nobody says so and leads back", () => {
  renderView({ search: "zzz" }, { users: onePage(), counts: { all: 0, active: 0, inactive: 0 } });
  expect(screen.getByRole("heading", { name: "No user matches “zzz”" })).toBeVisible();
  expect(link("Show all users")).toHaveAttribute("href", "/admin/users");
  expect(screen.queryByRole("table")).toBeNull();
});

test("a filter that holds nobody says so", () => {
  renderView({ status: "inactive" }, { users: onePage() });
  expect(screen.getByRole("heading", { name: "Nobody here" })).toBeVisible();
});

test("a page in the middle leads both ways and keeps the rest of the address", () => {
  const users = { ...onePage(adaRow), previous: "p_1", next: "n_1" };
  renderView({ status: "active", sort: "email" }, { users });
  expect(pages().getByText("1 user of 1,200")).toBeVisible();
  expect(pages().getByRole("link", { name: "Previous" })).toHaveAttribute(
    "href",
    "/admin/users?status=active&sort=email&after=p_1",
  );
  expect(pages().getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    "/admin/users?status=active&sort=email&after=n_1",
  );
});

test("the only page leads nowhere else", () => {
  renderView();
  expect(pages().getByText("3 users of 1,203")).toBeVisible();
  expect(pages().queryByRole("link")).toBeNull();
});
