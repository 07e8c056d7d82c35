import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { AuditView } from "#components/audit/audit-view";
import type { AuditEvent } from "#lib/audit/events";
import type { Page } from "#lib/keyset";
import { ben, inactivationData, inLondon, sampleEvent, sampleId } from "#tests/support/samples";
import { onePage } from "#tests/support/samples-of-screens";

const made = sampleEvent("user.inactivated", inactivationData({ reason: "Left" }));
const added = {
  ...sampleEvent("user.added", { email: ben.email, role: "user", linkId: sampleId(70) }),
  id: sampleId(49),
};

const renderView = (page: Page<AuditEvent>) => render(<AuditView page={page} dates={inLondon} />);

test("the log is a list of sentences with their times, in the order given", () => {
  renderView(onePage<AuditEvent>(made, added));
  const items = within(screen.getByRole("list", { name: "Events" })).getAllByRole("listitem");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    "Ada Archer made Ben Baker inactive: 2 sign-ins ended, 12 contacts given to Cleo Carter. Reason: Left12 Nov 2026, 12:00",
    "Ada Archer added Ben Baker (ben@alder.example) as a user.12 Nov 2026, 12:00",
  ]);
  expect(items[0]?.querySelector("time")).toHaveAttribute(
    "title",
    "Thursday, 12 November 2026 at 12:00:00 GMT",
  );
});

test("the log says that it cannot be changed", () => {
  renderView(onePage<AuditEvent>(made));
  expect(screen.getByText(/Nothing here can be changed or removed/)).toBeVisible();
});

test("a reason is text, whatever it looks like", () => {
  const reason = "<script>alert(1)</script>";
  renderView(onePage<AuditEvent>(sampleEvent("user.inactivated", inactivationData({ reason }))));
  expect(screen.getByText(/Reason: <script>/)).toBeVisible();
});

test("more events are one click away, earlier and later", () => {
  renderView({ rows: [made], previous: "p_1", next: "n_1" });
  expect(screen.getByText("1 event")).toBeVisible();
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    "/admin/audit?after=n_1",
  );
  expect(screen.getByRole("link", { name: "Previous" })).toHaveAttribute(
    "href",
    "/admin/audit?after=p_1",
  );
});

test("an empty log says so", () => {
  renderView(onePage());
  expect(screen.getByRole("heading", { name: "Nothing has happened yet" })).toBeVisible();
});
