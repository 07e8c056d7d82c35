import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { AddHistoryEntryForm } from "#components/contacts/add-history-entry-form";
import { answering, invalid, waiting } from "#tests/support/actions";
import { requestId, sampleId } from "#tests/support/samples";

const contactId = sampleId(8);
const kind = () => screen.getByLabelText("What it was");
const body = () => screen.getByLabelText("What happened");
const button = () => screen.getByRole("button", { name: "Add to History" });

test("a note, call, e-mail or meeting is added, a note unless said otherwise", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  render(<AddHistoryEntryForm {...{ action, contactId, requestId }} />);
  const options = within(kind())
    .getAllByRole("option")
    .map(({ textContent }) => textContent);
  expect(options).toEqual(["Note", "Call", "E-mail", "Meeting"]);
  expect(kind()).toHaveValue("note");
  await userEvent.selectOptions(kind(), "Meeting");
  await userEvent.type(body(), "Met Zoe.{Enter}She agreed.");
  await userEvent.click(button());
  expect(sent).toEqual([
    {
      contactId: [contactId],
      requestId: [requestId],
      kind: ["meeting"],
      body: [expect.stringMatching(/^Met Zoe.\r?\nShe agreed.$/)],
    },
  ]);
});

test("it is filled in and sent by keyboard alone", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  render(<AddHistoryEntryForm {...{ action, contactId, requestId }} />);
  await userEvent.tab();
  expect(kind()).toHaveFocus();
  await userEvent.tab();
  await userEvent.keyboard("Rang.");
  await userEvent.tab();
  await userEvent.keyboard(" ");
  expect(sent[0]).toMatchObject({ kind: ["note"], body: ["Rang."] });
});

test("an entry that does not do keeps its text and its kind", async () => {
  const { action } = answering(invalid({ body: "Write what happened." }));
  render(<AddHistoryEntryForm {...{ action, contactId, requestId }} />);
  await userEvent.selectOptions(kind(), "call");
  await userEvent.type(body(), "Rang");
  await userEvent.click(button());
  expect(await screen.findByRole("alert")).toHaveTextContent("Write what happened.");
  expect(body()).toBeInvalid();
  expect(body()).toHaveValue("Rang");
  expect(kind()).toHaveValue("call");
});

test("once it is added the form is empty for the next one", async () => {
  const { action } = answering(() => ({ status: "idle" }));
  const { rerender } = render(<AddHistoryEntryForm {...{ action, contactId, requestId }} />);
  await userEvent.type(body(), "Rang.");
  await userEvent.click(button());
  rerender(<AddHistoryEntryForm {...{ action, contactId }} requestId={sampleId(98)} />);
  expect(body()).toHaveValue("");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("while it is being added the button says so", async () => {
  const { action, sent, finish } = waiting();
  render(<AddHistoryEntryForm {...{ action, contactId, requestId }} />);
  await userEvent.type(body(), "Rang.");
  await userEvent.click(button());
  await userEvent.click(await screen.findByRole("button", { name: "Adding…" }));
  finish();
  await screen.findByRole("button", { name: "Add to History" });
  expect(sent).toHaveLength(1);
});
