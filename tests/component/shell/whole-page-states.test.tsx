import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { BareShell } from "#components/shell/bare-shell";
import { NothingHere } from "#components/shell/nothing-here";
import { OnlyForAdmins } from "#components/shell/only-for-admins";
import { PageFailed } from "#components/shell/page-failed";
import { SectionLinks } from "#components/shell/section-links";

test.each([
  ["There is nothing here", <NothingHere key="1" />],
  ["This page is for admins", <OnlyForAdmins key="2" />],
])("“%s” is the page's heading and offers a way on", (title, state) => {
  render(state);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(title);
  expect(screen.getByRole("link", { name: "Go to Contacts" })).toHaveAttribute("href", "/contacts");
});

test("a failed page says that it was our fault, and can be tried again", async () => {
  const reset = vi.fn();
  render(
    <BareShell>
      <PageFailed error={new Error("connection refused")} reset={reset} />
    </BareShell>,
  );
  expect(screen.getByRole("main")).toHaveTextContent("Something failed on our side");
  expect(screen.getByRole("main")).not.toHaveTextContent("connection refused");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(reset).toHaveBeenCalledOnce();
});

test("links stand under the heading of their section, each with what it leads to", () => {
  const links = [
    { label: "Add/Edit users", href: "/admin/users", description: "Who has access" },
    { label: "Account log", href: "/admin/audit" },
  ];
  render(<SectionLinks sections={[{ title: "Manage Users", links }]} />);
  const section = screen.getByRole("region", { name: "Manage Users" });
  expect(section).toHaveTextContent("Who has access");
  expect(screen.getByRole("link", { name: "Account log" })).toHaveAttribute("href", "/admin/audit");
});
