import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { TransferView } from "#components/transfers/transfer-view";
import { UndoTransferForm } from "#components/transfers/undo-transfer-form";
import { answering, refused, waiting } from "#tests/support/actions";
import { ada, ben, cleo, inLondon, noon, requestId, sampleId } from "#tests/support/samples";

const transferId = sampleId(60);
const { action: idle } = answering(() => ({ status: "idle" }));

const transfer = {
  id: transferId,
  kind: "inactivation" as const,
  byName: ada.name,
  at: noon,
  contacts: 12,
  fromUserId: ben.id,
  fromName: ben.name,
  fromStatus: "inactive" as const,
  undoneAt: null,
  undoneByName: null,
};

function renderView(change: object = {}) {
  render(
    <TransferView
      transfer={transfer}
      successors={[{ id: cleo.id, name: cleo.name, contacts: 12 }]}
      counts={{ returned: 12, stayed: 0, carvedOut: 0 }}
      whyNot={null}
      dates={inLondon}
      undoAction={idle}
      requestId={requestId}
      {...change}
    />,
  );
}

const undoButton = () => screen.queryByRole("button", { name: "Undo the reassignment" });

test("undoing sends which reassignment, once", async () => {
  const { action, sent, finish } = waiting();
  render(<UndoTransferForm {...{ action, transferId, requestId }} />);
  await userEvent.tab();
  await userEvent.keyboard(" ");
  await userEvent.click(await screen.findByRole("button", { name: "Undoing…" }));
  finish();
  await screen.findByRole("button", { name: "Undo the reassignment" });
  expect(sent).toEqual([{ transferId: [transferId], requestId: [requestId] }]);
});

test("what was undone a moment ago says by whom and when", async () => {
  const { action } = answering(
    refused("already_undone", { at: "12 Nov 2026, 12:00", by: ada.name }),
  );
  render(<UndoTransferForm {...{ action, transferId, requestId }} />);
  await userEvent.click(screen.getByRole("button"));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("undone already on 12 Nov 2026, 12:00, by Ada Archer.");
  await waitFor(() => expect(alert).toHaveFocus());
});

test("before undoing it says how many go back, and to whom", () => {
  renderView();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
    "Reassignment of Ben Baker's contacts",
  );
  expect(screen.getByRole("status")).toHaveTextContent(
    "Ada Archer reassigned 12 contacts on 12 Nov 2026, 12:00.",
  );
  expect(screen.getByRole("region", { name: "To whom" })).toHaveTextContent(
    "12 contacts to Cleo Carter",
  );
  expect(screen.getByRole("region", { name: "Undo" })).toHaveTextContent(
    "12 contacts go back to Ben Baker, who stays inactive. It can be done once.",
  );
  expect(undoButton()).toBeVisible();
});

test.each([
  [
    1,
    2,
    3,
    /1 contact goes back to Ben .* 2 contacts handed on and 3 contacts split off since stay where they are\. It/,
  ],
  [11, 1, 0, /11 contacts go back to Ben .* 1 contact handed on since stays where it is\. It/],
  [11, 0, 1, /11 contacts go back to Ben .* 1 contact split off since stays where it is\. It/],
])("of %i, %i and %i contacts it says how many go back and how many of each stay", (...counts) => {
  const [returned, stayed, carvedOut, text] = counts;
  renderView({ counts: { returned, stayed, carvedOut } });
  expect(screen.getByRole("region", { name: "Undo" })).toHaveTextContent(text);
});

test("an undone reassignment says by whom, when, and how many went back", () => {
  renderView({
    transfer: { ...transfer, undoneAt: noon, undoneByName: ada.name },
    counts: { returned: 11, stayed: 1, carvedOut: 0 },
    whyNot: "already_undone",
  });
  const status = screen.getAllByRole("status").at(-1);
  expect(status).toHaveTextContent(
    "Ada Archer undid it on 12 Nov 2026, 12:00.11 contacts went back to Ben Baker. 1 contact handed on since stayed where it was.",
  );
  expect(status).toHaveFocus();
  expect(screen.getByRole("link", { name: "Ben Baker" })).toHaveAttribute(
    "href",
    `/contacts?assignee=${ben.id}`,
  );
  expect(undoButton()).toBeNull();
});

test("one of which everything was handed on says so, and has no button", () => {
  renderView({ whyNot: "nothing_to_return", counts: { returned: 0, stayed: 12, carvedOut: 0 } });
  expect(screen.getByText(/^All of these contacts were handed on since/)).toBeVisible();
  expect(undoButton()).toBeNull();
});

test("a reassignment that is too old says so, and has no button", () => {
  renderView({ whyNot: "undo_too_late" });
  expect(screen.getByText(/can be undone for 30 days, and this one is older/)).toBeVisible();
  expect(undoButton()).toBeNull();
});

test("contacts of several users go back to whom they came from", () => {
  renderView({
    transfer: {
      ...transfer,
      kind: "reassignment",
      fromUserId: null,
      fromName: null,
      fromStatus: null,
    },
  });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Reassignment of contacts");
  expect(screen.getByRole("region", { name: "Undo" })).toHaveTextContent(
    "12 contacts go back to whom they came from. It can be done once.",
  );
});
