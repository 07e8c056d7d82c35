import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { HeldUp } from "#components/shell/held-up";
import { MemberShell } from "#components/shell/member-shell";
import { ada } from "#tests/support/samples";

function renderShell(
  role: "admin" | "user",
  readOnly: { isNow: boolean; day: string } | null = null,
) {
  const member = { accountName: "Alder Realty", name: ada.name, email: ada.email, role };
  render(
    <MemberShell {...{ member, readOnly }} signOutAction={async () => {}}>
      <h1>Here</h1>
    </MemberShell>,
  );
  return screen.queryByRole("complementary", { name: "Read-only account" });
}

test("an account that is paid for has nothing above its pages", () => {
  expect(renderShell("admin")).toBeNull();
});

test("a read-only one says so above every page: an admin gets the way, a user is told whom to ask", () => {
  const since = { isNow: true, day: "12 Nov 2026" };
  expect(renderShell("admin", since)).toHaveTextContent("Read-only since 12 Nov 2026.");
  expect(screen.getByRole("link", { name: "Update subscription" })).toHaveAttribute(
    "href",
    "/admin/subscription",
  );
});

test("a user has no way that would end at a closed door", () => {
  const banner = renderShell("user", { isNow: true, day: "12 Nov 2026" });
  expect(banner).toHaveTextContent("Ask an admin of your account about it.");
  expect(banner?.querySelector("a")).toBeNull();
});

test("while a payment is due, admins see from when on; users are left in peace", () => {
  const from = { isNow: false, day: "12 Nov 2026" };
  expect(renderShell("admin", from)).toHaveTextContent(
    "A payment is due: this account is read-only from 12 Nov 2026. Update subscription",
  );
});

test("users hear nothing of a payment that is due", () => {
  expect(renderShell("user", { isNow: false, day: "12 Nov 2026" })).toBeNull();
});

test("a form that would be refused says why instead, and leads only an admin on", () => {
  const { rerender } = render(
    <HeldUp isReadOnly isAdmin>
      <button type="submit">Add contact</button>
    </HeldUp>,
  );
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByRole("alert")).toHaveTextContent("This account can only be read");
  expect(screen.getByRole("alert")).not.toHaveTextContent("Nothing was changed");
  expect(screen.getByRole("link", { name: "Update subscription" })).toBeVisible();
  rerender(
    <HeldUp isReadOnly isAdmin={false}>
      <button type="submit">Add contact</button>
    </HeldUp>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent("An admin can change that");
  expect(screen.queryByRole("link")).toBeNull();
  rerender(
    <HeldUp isReadOnly={false} isAdmin={false}>
      <button type="submit">Add contact</button>
    </HeldUp>,
  );
  expect(screen.getByRole("button", { name: "Add contact" })).toBeVisible();
});
