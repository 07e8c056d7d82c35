import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { CancelInactivationView } from "#components/users/cancel-inactivation-view";
import type { FormAction } from "#lib/form-state";
import { answering, refused } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId, sampleId } from "#tests/support/samples";
import { shownSchedule } from "#tests/support/samples-of-screens";

function renderView(action: FormAction, change: object = {}) {
  render(
    <CancelInactivationView
      user={{ ...ben, status: "active" }}
      schedule={shownSchedule()}
      cancelled={null}
      dates={inLondon}
      action={action}
      requestId={requestId}
      {...change}
    />,
  );
}

const idle = answering(() => ({ status: "idle" })).action;
const button = () => screen.getByRole("button", { name: "Cancel the schedule" });

test("what would be cancelled is named, and the form says for which schedule", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView(action);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
    "Cancel the schedule for Ben Baker",
  );
  expect(screen.getByRole("status")).toHaveTextContent(
    "Ben Baker becomes inactive on 30 Nov 2026, 18:00.",
  );
  expect(screen.queryByRole("link", { name: "Cancel the schedule" })).toBeNull();
  await userEvent.click(button());
  expect(sent).toEqual([{ requestId: [requestId], userId: [ben.id], scheduleId: [sampleId(61)] }]);
  expect(screen.getByRole("link", { name: "Keep it" })).toBeVisible();
});

test("one that has ended meanwhile is refused with who ended it", async () => {
  const facts = { name: ben.name, by: ada.name, at: "12 Nov 2026, 12:00" };
  renderView(answering(refused("schedule_ended", facts)).action);
  await userEvent.click(button());
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "The schedule for Ben Baker has ended already, on 12 Nov 2026, 12:00, by Ada Archer. Nothing was changed.",
  );
});

test("afterwards the page says who cancelled it and what does not happen", () => {
  const cancelled = { at: noon, by: ada.name, time: "30 Nov 2026, 18:00" };
  renderView(idle, { schedule: null, cancelled });
  const status = screen.getByRole("status");
  expect(status).toHaveTextContent("Ada Archer cancelled it on 12 Nov 2026, 12:00.");
  expect(status).toHaveTextContent("Ben Baker does not become inactive on 30 Nov 2026, 18:00.");
  expect(screen.queryByRole("button")).toBeNull();
});

test("where nothing was ever scheduled the page says so", () => {
  renderView(idle, { schedule: null });
  expect(screen.getByRole("status")).toHaveTextContent(
    "Ben Baker is not scheduled to become inactive.",
  );
  expect(screen.getByRole("link", { name: "Make Inactive" })).toBeVisible();
});
