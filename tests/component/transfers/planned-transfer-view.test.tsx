import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { OpenTransfers } from "#components/transfers/open-transfers";
import {
  type PlannedTransfer,
  PlannedTransferView,
} from "#components/transfers/planned-transfer-view";
import { answering, refused } from "#tests/support/actions";
import { AppRouter } from "#tests/support/app-router";
import { ada, ben, cleo, inLondon, noon, requestId, sampleId } from "#tests/support/samples";

const transfer: PlannedTransfer = {
  id: sampleId(60),
  state: "carving",
  kind: "reassignment",
  byName: ada.name,
  fromUserId: ben.id,
  fromName: ben.name,
  requestedAt: noon,
  receivers: [cleo, ada],
  progress: { done: 1000, total: 40_000, text: "1,000 of 40,000 contacts.", isOver: false },
  endedAt: null,
  endedByName: null,
  why: null,
};

function renderView(change: Partial<PlannedTransfer> = {}) {
  const { action, sent } = answering(refused("transfer_over", { by: ada.name }));
  render(
    <PlannedTransferView
      transfer={{ ...transfer, ...change }}
      dates={inLondon}
      cancelAction={action}
      requestId={requestId}
    />,
    { wrapper: AppRouter },
  );
  return sent;
}

test("while it is prepared it says how far it is, and that nothing has changed hands", () => {
  renderView();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
    "Reassignment of Ben Baker's contacts",
  );
  expect(screen.getByText(/^To Cleo Carter and Ada Archer, asked for by Ada Archer/)).toBeVisible();
  expect(screen.getByRole("progressbar", { name: "Contacts prepared" })).toHaveValue(1000);
  expect(screen.getByText("1,000 of 40,000 contacts.")).toBeVisible();
  expect(screen.getByText(/Nothing has changed hands yet/)).toBeVisible();
});

test("cancelling sends which one; where it is over already, it says so", async () => {
  const sent = renderView();
  await userEvent.click(screen.getByRole("button", { name: "Cancel the reassignment" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("not being prepared any more");
  expect(sent).toEqual([{ transferId: [sampleId(60)], requestId: [requestId] }]);
});

test("cancelled, it says who did it and when, and leads to the contacts", () => {
  renderView({ state: "cancelled", endedAt: noon, endedByName: ada.name });
  expect(screen.getByRole("status")).toHaveTextContent(
    "Ada Archer cancelled it on 12 Nov 2026, 12:00, before anything changed hands.",
  );
  expect(screen.getByRole("link", { name: "Show Ben Baker's contacts" })).toHaveAttribute(
    "href",
    `/contacts?assignee=${ben.id}`,
  );
  expect(screen.queryByRole("button")).toBeNull();
});

test("stopped, it says why", () => {
  renderView({ state: "stopped", endedAt: noon, why: "Cleo Carter is inactive." });
  expect(screen.getByRole("alert")).toHaveTextContent("It was stopped on 12 Nov 2026, 12:00");
  expect(screen.getByRole("alert")).toHaveTextContent("Cleo Carter is inactive.");
});

test("what is under way is led to, with how far it is", () => {
  render(<OpenTransfers transfers={[{ id: sampleId(60), fromName: ben.name, percent: 40 }]} />);
  expect(screen.getByRole("status")).toHaveTextContent("is being prepared: 40 %.");
  expect(screen.getByRole("link")).toHaveAttribute("href", `/transfers/${sampleId(60)}`);
});
