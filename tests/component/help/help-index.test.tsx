import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { HelpIndex } from "#components/help/help-index";
import { getHelpPage } from "#lib/help/all-pages";

const passwords = getHelpPage("passwords");
const roles = getHelpPage("roles");

function renderIndex(search = "", found = [passwords]) {
  render(
    <HelpIndex
      search={search}
      subjects={[
        { title: "Users", pages: [roles] },
        { title: "Signing in", pages: [passwords] },
      ]}
      found={found}
      supportEmail="help@handover.example"
    />,
  );
}

test("the index shows each subject with its pages and what they are about", () => {
  renderIndex();
  const users = within(screen.getByRole("region", { name: "Users" }));
  expect(users.getByRole("link", { name: roles.title })).toHaveAttribute("href", "/help/roles");
  expect(users.getByText(roles.summary)).toBeVisible();
  expect(screen.getByRole("region", { name: "Signing in" })).toBeVisible();
});

test("the search has a label, is a plain form, and keeps what was searched for", () => {
  renderIndex("password");
  const box = screen.getByRole("searchbox", { name: "Search help" });
  expect(box).toHaveValue("password");
  expect(box.closest("form")).toHaveAttribute("action", "/help");
  expect(screen.getByRole("link", { name: "Clear" })).toHaveAttribute("href", "/help");
});

test("results are one list with their summaries, and say how many there are", () => {
  renderIndex("password");
  const found = within(screen.getByRole("region", { name: "1 page about “password”" }));
  expect(found.getByText(passwords.summary)).toBeVisible();
  expect(screen.queryByRole("region", { name: "Users" })).toBeNull();
});

test("nothing found leads to all pages and to support", () => {
  renderIndex("xylophone", []);
  expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("No page about “xylophone”");
  expect(screen.getByRole("link", { name: "Show all pages" })).toHaveAttribute("href", "/help");
  expect(screen.getByRole("link", { name: "help@handover.example" })).toBeVisible();
});
