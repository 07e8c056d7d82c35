import { cleanup, render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ContactView } from "#components/contacts/contact-view";
import type { HistoryLine } from "#lib/history/history-line";
import { answering } from "#tests/support/actions";
import { ada, ben, cleo, inLondon, requestId, sampleEvent, sampleId } from "#tests/support/samples";
import { contact, historyLine } from "#tests/support/samples-of-screens";

function renderView(lines: HistoryLine[] = [], change: object = {}) {
  render(
    <ContactView
      contact={contact()}
      history={{ lines, older: null }}
      dates={inLondon}
      action={answering(() => ({ status: "idle" })).action}
      requestId={requestId}
      done={null}
      mergedName={null}
      mayReassign={false}
      isAdmin={false}
      isReadOnly={false}
      {...change}
    />,
  );
}

function entries() {
  const history = screen.getByRole("list", { name: "History of Zoe Zhang" });
  return within(history).getAllByRole("listitem");
}

test("what is known of a contact is shown, and what is not takes no room", () => {
  renderView();
  const terms = screen.getAllByRole("term").map(({ textContent }) => textContent);
  expect(terms).toEqual(["Company", "E-mail", "Phone", "Address", "Website", "Assignee"]);
  expect(screen.getByText("1 High Street, YO1 7HH York")).toBeVisible();
});

test("an e-mail address and phone numbers can be used at once", () => {
  renderView();
  const hrefOf = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect(hrefOf("zoe@zhang.example")).toBe("mailto:zoe@zhang.example");
  expect(hrefOf("+44 20 7946 0000")).toBe("tel:+442079460000");
  expect(screen.queryByRole("link", { name: "zhang.example" })).toBeNull();
});

test("what was added a moment ago is announced above the History, and focused", () => {
  renderView([historyLine()], { added: sampleId(5) });
  const status = screen.getByRole("status");
  expect(status).toHaveTextContent("Added to the History.");
  expect(status).toHaveFocus();
  expect(within(screen.getByRole("region", { name: "History" })).getByRole("status")).toBe(status);
});

test("the assignee leads to all of their contacts, and is marked where inactive", () => {
  renderView([], { contact: contact({ assigneeStatus: "inactive" }) });
  expect(screen.getByRole("link", { name: "Ben Baker" })).toHaveAttribute(
    "href",
    `/contacts?assignee=${ben.id}`,
  );
  expect(screen.getByText("Inactive")).toBeVisible();
});

test.each([
  ["note", "Note"],
  ["call", "Call"],
  ["email", "E-mail"],
  ["meeting", "Meeting"],
] as const)("a %s carries its author and time", (kind, title) => {
  renderView([historyLine({ kind })]);
  const [entry] = entries();
  expect(entry).toHaveTextContent(`${title}Rang about the lease.Ben Baker, 12 Nov 2026, 12:00`);
  expect(entry?.querySelector("time")).toHaveAttribute("datetime", "2026-11-12T12:00:00.000Z");
});

test("an inactive author's name stays, and is marked", () => {
  renderView([historyLine({ authorIsInactive: true })]);
  const [entry] = entries();
  expect(entry).toHaveTextContent("Ben Baker Inactive, 12 Nov 2026, 12:00");
});

test("reassignments show in between, there and back", () => {
  const moved = { body: "", authorName: ada.name, fromName: ben.name, toName: cleo.name };
  const back = { ...moved, fromName: cleo.name, toName: ben.name };
  renderView([
    historyLine({ ...back, id: sampleId(82), kind: "returned" }),
    historyLine({ ...moved, id: sampleId(81), kind: "reassigned" }),
    historyLine(),
  ]);
  expect(entries().map(({ textContent }) => textContent)).toEqual([
    "Returned from Cleo Carter to Ben BakerAda Archer, 12 Nov 2026, 12:00",
    "Reassigned from Ben Baker to Cleo CarterAda Archer, 12 Nov 2026, 12:00",
    "CallRang about the lease.Ben Baker, 12 Nov 2026, 12:00",
  ]);
});

test("a reassignment of which nobody is named still has its time", () => {
  renderView([
    historyLine({
      kind: "reassigned",
      body: "",
      authorName: null,
      fromName: ben.name,
      toName: cleo.name,
    }),
  ]);
  const [entry] = entries();
  expect(entry).toHaveTextContent("Reassigned from Ben Baker to Cleo Carter12 Nov 2026, 12:00");
});

test("an entry keeps its line breaks, its direction, and is text whatever it looks like", () => {
  renderView([historyLine({ body: "One.\nשתיים <b>x</b>" })]);
  const body = screen.getByText(/One\./);
  expect(body.textContent).toBe("One.\nשתיים <b>x</b>");
  expect(body).toHaveAttribute("dir", "auto");
  expect(body).toHaveClass("text-lines");
});

test("older entries are one click away", () => {
  renderView([], { history: { lines: [historyLine()], older: "o_1" } });
  expect(screen.getByRole("link", { name: "Older entries" })).toHaveAttribute(
    "href",
    `/contacts/${sampleId(8)}?before=o_1`,
  );
});

test("a contact of whom nothing was noted says so, and can be noted on", () => {
  renderView();
  expect(screen.getByText("Nothing noted yet.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Add to History" })).toBeVisible();
});

test("everybody edits, who has it reassigns, and admins merge and delete", () => {
  const links = () => screen.getAllByRole("link").map(({ textContent }) => textContent);
  renderView();
  expect(links()).toContain("Edit");
  for (const name of ["Reassign", "Merge", "Delete"]) expect(links()).not.toContain(name);
  cleanup();
  renderView([], { mayReassign: true });
  expect(screen.getByRole("link", { name: "Reassign" })).toHaveAttribute(
    "href",
    `/contacts/reassign?contact=${sampleId(8)}`,
  );
  expect(links()).not.toContain("Merge");
  cleanup();
  renderView([], { mayReassign: true, isAdmin: true });
  for (const name of ["Edit", "Reassign", "Merge", "Delete"]) expect(links()).toContain(name);
});

test("notes keep their lines; what was done and what was merged is announced", () => {
  renderView([], {
    contact: contact({ notes: "First\nsecond" }),
    done: sampleEvent("contact.restored", { contactId: sampleId(8), contactName: "Zoe Zhang" }),
    mergedName: "Z. Zhang",
  });
  expect(screen.getByText(/First/)).toHaveClass("text-lines");
  const [done, merged] = screen.getAllByRole("status");
  expect(done).toHaveTextContent("Ada Archer restored the contact Zoe Zhang.");
  expect(merged).toHaveTextContent("Z. Zhang was merged into this contact.");
});
