import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Table } from "#components/ui/table";
import { UserTableRow, type UserTableRowProps } from "#components/users/user-table-row";
import { ada, ben, cleo, inLondon, noon } from "#tests/support/samples";
import { adaRow, inactiveRow, ownerRow, userRow } from "#tests/support/samples-of-screens";

const admin = { userId: ada.id, role: "admin", isOwner: false } as const;

function renderRow(user: UserTableRowProps["user"], actor: UserTableRowProps["actor"] = admin) {
  render(
    <Table caption="Users">
      <tbody>
        <UserTableRow {...{ user, actor }} dates={inLondon} />
      </tbody>
    </Table>,
  );
  return screen.getByRole("row");
}

const linkNames = () => screen.getAllByRole("link").map((link) => link.getAttribute("aria-label"));

test("a row has name, e-mail, role, status, contacts and last sign-in", () => {
  const row = renderRow(userRow());
  expect(within(row).getByRole("rowheader", { name: "Ben Baker" })).toBeVisible();
  const cells = within(row).getAllByRole("cell");
  expect(cells.slice(1, 6).map(({ textContent }) => textContent)).toEqual([
    "ben@alder.example",
    "User",
    "Active",
    "142",
    "12 Nov 2026",
  ]);
});

test("on a phone each cell says what it is", () => {
  const row = renderRow(userRow());
  const labels = within(row)
    .getAllByRole("cell")
    .map((cell) => cell.dataset.label);
  expect(labels.slice(1, 6)).toEqual(["E-mail", "Role", "Status", "Contacts", "Last sign-in"]);
});

test("who can be made inactive can be chosen, and nobody else", () => {
  renderRow(userRow());
  const box = screen.getByRole("checkbox", { name: "Choose Ben Baker" });
  expect(box).toHaveAttribute("value", ben.id);
  expect(box).not.toBeChecked();
});

test.each([
  ["an Owner", ownerRow],
  ["oneself", adaRow],
  ["an inactive user", inactiveRow],
])("%s cannot be chosen", (_who, row) => {
  renderRow(row);
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("a scheduled row says when, exact on hover, and leads to cancelling it", () => {
  const row = renderRow(userRow({ schedule: { runAt: noon, refusal: null } }));
  const status = within(row).getAllByRole("cell")[3];
  expect(status).toHaveTextContent("Becomes inactive on 12 Nov 2026, 12:00 Cancel");
  expect(status?.querySelector("time")).toHaveAttribute("datetime", "2026-11-12T12:00:00.000Z");
  const link = screen.getByRole("link", { name: "Cancel: Ben Baker becomes inactive" });
  expect(link).toHaveAttribute("href", `/admin/users/${ben.id}/cancel-inactivation`);
  expect(linkNames()).toContain("Make Inactive: Ben Baker");
});

test("a schedule that was refused says why, and offers nothing to cancel", () => {
  const refusal = "Ada Archer, who scheduled this, is no admin any more.";
  const row = renderRow(userRow({ schedule: { runAt: noon, refusal } }));
  expect(within(row).getAllByRole("cell")[3]).toHaveTextContent(
    `Was not made inactive on 12 Nov 2026, 12:00: ${refusal}`,
  );
  expect(screen.queryByRole("link", { name: /Cancel/ })).toBeNull();
});

test("the contacts lead to just these contacts", () => {
  renderRow(userRow({ contacts: 1_500 }));
  expect(screen.getByRole("link", { name: "1,500" })).toHaveAttribute(
    "href",
    `/contacts?assignee=${ben.id}`,
  );
});

test("a user without contacts has no link to them, and who never signed in says so", () => {
  renderRow(userRow({ contacts: 0, lastSignInAt: null }));
  expect(screen.getByText("0")).toBeVisible();
  expect(screen.getByText("Never")).toBeVisible();
  expect(linkNames()).toEqual(["Edit: Ben Baker", "Make Inactive: Ben Baker"]);
});

test("a new e-mail that does not count yet is told beside the one that does", () => {
  const row = renderRow(userRow({ newEmail: "ben@new.example" }));
  expect(row).toHaveTextContent(`${ben.email}ben@new.example waits for confirmation`);
});

test("Make Inactive leads to the sheet, and says for whom to who only hears the link", () => {
  renderRow(userRow());
  const link = screen.getByRole("link", { name: "Make Inactive: Ben Baker" });
  expect(link).toHaveTextContent(/^Make Inactive$/);
  expect(link).toHaveAttribute("href", `/admin/users/${ben.id}/inactivate`);
});

test("an Account Owner has no Make Inactive, but says why and where to turn", () => {
  const row = renderRow(ownerRow);
  expect(within(row).getByText("Account Owner")).toBeVisible();
  expect(within(row).getByText(/Account Owner: cannot be made inactive\./)).toBeVisible();
  expect(within(row).getByRole("link", { name: /^Ask support to lift/ })).toHaveAttribute(
    "href",
    `/admin/owner-request?owner=${ownerRow.id}`,
  );
  expect(within(row).queryByRole("link", { name: /Make Inactive/ })).toBeNull();
});

test("one's own row says so, and has no Make Inactive either", () => {
  const row = renderRow(adaRow);
  expect(within(row).getByRole("rowheader")).toHaveTextContent("Ada Archer (you)");
  expect(within(row).getByText("Another admin can make you inactive")).toBeVisible();
  expect(within(row).queryByRole("link", { name: /Make Inactive/ })).toBeNull();
});

test("other admins can be made inactive", () => {
  renderRow(userRow({ ...cleo, role: "admin" }));
  expect(screen.getByText("Admin")).toBeVisible();
  expect(linkNames()).toContain("Make Inactive: Cleo Carter");
});

test("who is no admin gets no links to act", () => {
  renderRow(userRow(), { userId: ada.id, role: "user", isOwner: false });
  expect(screen.getAllByRole("link")).toHaveLength(1);
});

test("an inactive row is highlighted and says in words since when and by whom", () => {
  const row = renderRow(inactiveRow);
  expect(row).toHaveClass("marked");
  expect(within(row).getByText("Inactive")).toBeVisible();
  const status = within(row).getAllByRole("cell")[3];
  expect(status).toHaveTextContent("Inactive since 12 Nov 2026 by Ada Archer");
  expect(status?.querySelector("time")).toHaveAttribute("datetime", "2026-11-12T12:00:00.000Z");
});

test("an inactive row leads to Make Active and to what happened", () => {
  renderRow(inactiveRow);
  expect(screen.getByRole("link", { name: "Make Active: Ben Baker" })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/reactivate`,
  );
  expect(screen.getByRole("link", { name: "What happened: Ben Baker" })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/inactivate`,
  );
  expect(screen.queryByRole("link", { name: /Make Inactive/ })).toBeNull();
});

test("who made somebody inactive may be unknown", () => {
  const row = renderRow({ ...inactiveRow, inactivatedByName: null });
  expect(within(row).getAllByRole("cell")[3]).toHaveTextContent("Inactive since 12 Nov 2026");
  expect(row).not.toHaveTextContent(/ by |null|undefined/);
});

test("an address that somebody else took over shows as the former one", () => {
  const row = renderRow({ ...inactiveRow, email: null, formerEmail: "office@alder.example" });
  expect(within(row).getByText("none now")).toBeVisible();
  expect(within(row).getByText("formerly office@alder.example")).toBeVisible();
});

test("who has no password yet can be given a new link", () => {
  renderRow(userRow({ hasPassword: false }));
  expect(screen.getByRole("link", { name: "Password link: Ben Baker" })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/link`,
  );
});

test("a right-to-left name keeps its own direction, and does not turn the row's", () => {
  renderRow({ ...inactiveRow, name: "דנה כהן", inactivatedByName: "محمد" });
  expect(screen.getByText("דנה כהן")).toHaveAttribute("dir", "auto");
  expect(screen.getByText("محمد").tagName).toBe("BDI");
});

test("a name of 200 and an e-mail of 300 characters are shown whole", () => {
  const email = `${"x".repeat(286)}@alder.example`;
  const name = "Maximilian ".repeat(18).trim();
  const row = renderRow(userRow({ email, name }));
  expect(within(row).getByText(email)).toBeVisible();
  expect(within(row).getByRole("rowheader")).toHaveTextContent(name);
});

test("a name is text, whatever it looks like", () => {
  const row = renderRow(userRow({ name: '<img src=x onerror="alert(1)">' }));
  expect(within(row).getByRole("rowheader")).toHaveTextContent('<img src=x onerror="alert(1)">');
  expect(row.querySelector("img")).toBeNull();
});
