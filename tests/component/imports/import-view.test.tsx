import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ImportChoicesForm } from "#components/imports/import-choices-form";
import { ImportOutcome } from "#components/imports/import-outcome";
import type { ShownImport } from "#components/imports/import-view";
import { UploadForm } from "#components/imports/upload-form";
import { largestUpload } from "#lib/imports/limits";
import { answering, refused } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId, sampleId } from "#tests/support/samples";

const open = {
  shape: { format: "csv", encoding: "windows-1252", delimiter: ";", hasDelimiterLine: false },
  choices: {
    mapping: ["fullName", null],
    firstRowIsData: false,
    receiverId: ben.id,
    known: "leave",
  },
  columns: [
    { name: "Name", values: ["Ann", "Bob"] },
    { name: "", values: [] },
  ],
  colleagues: { shown: [ada, ben], hasMore: false, search: "" },
} as const;

function renderForm(action: Parameters<typeof ImportChoicesForm>[0]["action"]) {
  const { choices, columns, colleagues, shape } = structuredClone(open);
  const mapping = [...choices.mapping];
  render(
    <ImportChoicesForm
      shape={shape}
      choices={{ ...choices, mapping }}
      columns={columns.map(({ name, values }) => ({ name, values: [...values] }))}
      colleagues={{ ...colleagues, shown: [...colleagues.shown] }}
      action={action}
      importId={sampleId(80)}
      requestId={requestId}
    >
      <p>The preview</p>
    </ImportChoicesForm>,
  );
}

test("each column is named with its first values and what it is taken for", () => {
  renderForm(answering(() => ({ status: "idle" })).action);
  expect(screen.getByText("Read as Windows-1252, separated by semicolons.")).toBeVisible();
  const [, first, second] = screen.getAllByRole("row");
  expect(first).toHaveTextContent("Ann · Bob");
  expect(within(first as HTMLElement).getByRole("combobox")).toHaveDisplayValue("Full name");
  expect(second).toHaveTextContent("Column 2");
  expect(second).toHaveTextContent("Empty");
  expect(screen.getByLabelText("Assignee")).toHaveDisplayValue(`${ben.name} (${ben.email})`);
  expect(screen.getByRole("radio", { name: "Leave them as they are" })).toBeChecked();
});

test("the columns are sent in their order, and a refusal keeps what was chosen", async () => {
  const user = userEvent.setup();
  const { action, sent } = answering(refused("import_maps_nothing"));
  renderForm(action);
  await user.selectOptions(screen.getByLabelText("What “Name” fills"), "Leave out");
  await user.selectOptions(screen.getByLabelText("What “Column 2” fills"), "Notes");
  await user.click(screen.getByRole("checkbox", { name: "The first row is a contact, too" }));
  await user.click(screen.getByRole("button", { name: "Start the import" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Choose at least one of these.");
  expect(sent[0]).toMatchObject({
    column: ["", "notes"],
    firstRowIsData: ["yes"],
    known: ["leave"],
    intent: ["start"],
  });
  expect(screen.getByLabelText("What “Column 2” fills")).toHaveDisplayValue("Notes");
});

test("a file that is too large is not even sent", async () => {
  const user = userEvent.setup();
  render(<UploadForm />);
  const file = new File(["x"], "large.csv", { type: "text/csv" });
  Object.defineProperty(file, "size", { value: largestUpload + 1 });
  await user.upload(screen.getByLabelText("File"), file);
  // A click would do nothing: to jsdom the field that it was put into is still empty.
  fireEvent.submit(screen.getByRole("button", { name: "Upload" }));
  expect(screen.getByRole("alert")).toHaveTextContent("at most 512 MB");
  expect(screen.getByRole("button", { name: "Upload" })).not.toHaveAttribute("aria-disabled");
});

const found: ShownImport = {
  id: sampleId(80),
  fileName: "people.csv",
  size: 100,
  createdAt: noon,
  startedAt: noon,
  endedAt: noon,
  state: "done",
  refusal: null,
  bytesDone: 100,
  recordsDone: 10,
  added: 1_200,
  updated: 2,
  known: 3,
  wrong: 1,
  byName: ada.name,
  problems: 1,
  receiver: ben,
  isCards: false,
};

test("the result counts, leads to the contacts and offers the rows that need a look", () => {
  render(<ImportOutcome found={found} endedAt={noon} dates={inLondon} />);
  expect(screen.getByRole("status")).toHaveTextContent("1,200 contacts added");
  expect(screen.getByRole("link", { name: ben.name })).toHaveAttribute(
    "href",
    `/contacts?assignee=${ben.id}`,
  );
  expect(screen.getByRole("link", { name: /Download the 1 row that needs a look/ })).toBeVisible();
  expect(screen.getByRole("status")).toHaveFocus();
  expect(screen.getByText(/its first three columns are left out/)).toBeVisible();
});

test("wrong cards are corrected where they came from", () => {
  render(<ImportOutcome found={{ ...found, isCards: true }} endedAt={noon} dates={inLondon} />);
  expect(screen.getByText(/^Correct them in your vCard file/)).toBeVisible();
});

test("an import that had to stop says why", () => {
  const refusal = { code: "import_receiver_inactive", facts: { successor: ben.name } } as const;
  const stopped = { ...found, state: "failed", refusal } as const;
  render(<ImportOutcome found={stopped} endedAt={noon} dates={inLondon} />);
  expect(screen.getByRole("alert")).toHaveTextContent(`${ben.name}, who was to receive`);
});
