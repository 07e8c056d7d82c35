import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { DeletedContactView } from "#components/contacts/deleted-contact-view";
import { DeletedContactsView } from "#components/contacts/deleted-contacts-view";
import { ExportContactsView } from "#components/contacts/export-contacts-view";
import { answering } from "#tests/support/actions";
import { ada, inLondon, noon, requestId, sampleId } from "#tests/support/samples";
import { onePage } from "#tests/support/samples-of-screens";

const { action } = answering(() => ({ status: "idle" }));
const zoe = {
  id: sampleId(8),
  name: "Zoe Zhang",
  company: "Zhang & Sons",
  deletedAt: noon,
  deletedByName: ada.name,
  mergedIntoName: null,
};
const aDay = 24 * 60 * 60 * 1000;

function renderList(now: Date, ...rows: (typeof zoe)[]) {
  const page = onePage(...rows);
  const props = { page, now, action, dates: inLondon, requestIdOf: () => requestId };
  render(<DeletedContactsView {...props} />);
}

test("each deleted contact says by whom, when, and until when it can be restored", () => {
  renderList(new Date(noon.getTime() + aDay), zoe);
  expect(screen.getByRole("row", { name: /Zoe Zhang/ })).toHaveTextContent(
    "12 Nov 2026, 12:00 by Ada Archer12 Dec 2026Restore",
  );
  expect(screen.getByRole("button", { name: "Restore Zoe Zhang" })).toBeVisible();
});

test("after 30 days there is no button any more", () => {
  renderList(new Date(noon.getTime() + 31 * aDay), zoe);
  expect(screen.getByRole("row", { name: /Zoe Zhang/ })).toHaveTextContent("No longer");
  expect(screen.queryByRole("button")).toBeNull();
});

test("no deleted contacts is said, with a way on", () => {
  renderList(noon);
  expect(screen.getByRole("heading", { name: "No deleted contacts" })).toBeVisible();
});

test.each([
  [true, null, "You can restore it until 12 Dec 2026.", 1],
  [false, null, "An admin can restore it until 12 Dec 2026.", 0],
  [true, "restore_too_late" as const, "can be restored for 30 days, and these are over.", 0],
])(
  "a deleted contact's page says what can be done (admin: %s, %s)",
  (isAdmin, whyNot, text, buttons) => {
    const contact = { ...zoe, whyNot };
    render(<DeletedContactView {...{ contact, isAdmin, action, requestId, dates: inLondon }} />);
    const status = screen.getByRole("status");
    expect(status).toHaveTextContent("Zoe Zhang was deleted on 12 Nov 2026, 12:00, by Ada Archer.");
    expect(status).toHaveTextContent(text);
    expect(screen.queryAllByRole("button")).toHaveLength(buttons);
  },
);

test("an export says how many and which, and posts both formats to where the file is made", () => {
  const described = { search: "zhang", assignee: "Ben Baker" };
  const selection = { search: "zhang", assignee: sampleId(2) };
  render(<ExportContactsView count={1_500} hasMore {...{ described, selection }} />);
  expect(screen.getByRole("heading", { name: "More than 1,500 contacts to export" })).toBeVisible();
  expect(screen.getByText(/Those found by “zhang”, of Ben Baker/)).toBeVisible();
  for (const [name, value] of [
    ["Download CSV", "csv"],
    ["Download vCard", "vcard"],
  ]) {
    const button = screen.getByRole("button", { name });
    expect(button).toHaveValue(value);
    expect(button.closest("form")).toHaveAttribute(
      "action",
      `/contacts/export/file?q=zhang&assignee=${sampleId(2)}`,
    );
  }
});

test("nothing to export is said, and offers no file", () => {
  render(
    <ExportContactsView count={0} hasMore={false} described={{}} selection={{ search: "" }} />,
  );
  expect(screen.getByRole("heading", { name: "No contacts yet" })).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});
