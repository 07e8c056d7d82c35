import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { AppShell } from "#components/shell/app-shell";
import { CenteredShell } from "#components/shell/centered-shell";
import { ada } from "#tests/support/samples";

const contacts = { label: "Contacts", href: "/contacts" };
const adminTab = { label: "Admin", href: "/admin", current: true };

function renderShell(tabs = [contacts, adminTab], signOutAction = async () => {}) {
  render(
    <AppShell
      accountName="Alder Realty"
      userName={ada.name}
      email={ada.email}
      home="/contacts"
      {...{ tabs, signOutAction }}
    >
      <h1>Here</h1>
    </AppShell>,
  );
}

test("the first Tab offers to skip to the content", async () => {
  renderShell();
  await userEvent.tab();
  expect(screen.getByRole("link", { name: "Skip to content" })).toHaveFocus();
  expect(document.querySelector("#content")).toBe(screen.getByRole("main"));
});

test("the tabs are those that were given, and the present one is marked", () => {
  renderShell();
  const links = within(screen.getByRole("navigation", { name: "Main" })).getAllByRole("link");
  const marks = links.map((link) => [link.textContent, link.getAttribute("aria-current")]);
  expect(marks).toEqual([
    ["Contacts", null],
    ["Admin", "page"],
  ]);
});

test("a plain user sees no Admin tab", () => {
  renderShell([contacts]);
  expect(screen.queryByRole("link", { name: "Admin" })).toBeNull();
});

test("the header says in which account one is, and the name menu as whom", () => {
  renderShell();
  expect(screen.getByText("Alder Realty")).toBeVisible();
  expect(screen.getByRole("button", { name: ada.name })).toHaveAttribute(
    "popovertarget",
    "name-menu",
  );
  expect(screen.getByText(ada.email)).toBeInTheDocument();
});

test("signing out is a form of its own, which needs no JavaScript of ours", async () => {
  let times = 0;
  renderShell([contacts], async () => {
    times += 1;
  });
  await userEvent.click(screen.getByText("Sign out"));
  expect(times).toBe(1);
});

test("a page before signing in says where to turn", () => {
  render(
    <CenteredShell title="Sign in" supportEmail="help@handover.example">
      <p>Form</p>
    </CenteredShell>,
  );
  expect(screen.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  expect(screen.getByRole("link", { name: "help@handover.example" })).toHaveAttribute(
    "href",
    "mailto:help@handover.example",
  );
});
