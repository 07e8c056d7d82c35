import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ChangedReductionText } from "#components/seats/changed-reduction-text";
import { AddUserForm } from "#components/users/add-user-form";
import { ReactivateUserForm } from "#components/users/reactivate-user-form";
import type { NextSeat } from "#lib/seats/next-seat";
import { answering, refused } from "#tests/support/actions";
import { ben, requestId, sampleId } from "#tests/support/samples";

const seat = {
  scheduleId: sampleId(70),
  total: 10,
  target: 8,
  raised: 9,
  on: "2026-12-01T00:00:00.000Z",
  day: "1 Dec 2026",
};
const facts = { count: 8, time: "1 Dec 2026", seat };
const raise = "Reduce to 9 instead of 8 on 1 Dec 2026";
const cancel = "Cancel the reduction, keep 10";
const idle = answering(() => ({ status: "idle" }));

function renderForm({ action } = idle, nextSeat: NextSeat | null = null) {
  return render(
    <ReactivateUserForm {...{ action, requestId, nextSeat }} userId={ben.id} needsEmail={false} />,
  );
}
const send = () => userEvent.click(screen.getByRole("button", { name: "Make Active" }));

test("before the click it says which spots go and when, and asks with the numbers", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm({ action, sent }, { seat, whyNot: null });
  const note = screen.getByRole("note");
  expect(note).toHaveTextContent(
    "The 2 open user spots go on 1 Dec 2026, when your user spots are reduced to 8.",
  );
  expect(screen.queryByRole("alert")).toBeNull();
  expect(
    screen.getByRole("group", { name: "What is to happen with that reduction?" }),
  ).toBeVisible();
  for (const name of [raise, cancel]) {
    const radio = screen.getByRole("radio", { name });
    expect(radio).not.toBeChecked();
    expect(radio).toBeRequired();
  }
  await userEvent.click(screen.getByRole("radio", { name: raise }));
  await send();
  expect(sent).toEqual([
    {
      userId: [ben.id],
      requestId: [requestId],
      scheduleId: [seat.scheduleId],
      reduction: ["raise"],
    },
  ]);
});

test("where the reduction came meanwhile the refusal asks, in the same form, once", async () => {
  const { action, sent } = answering(refused("seat_will_go", facts));
  renderForm({ action, sent });
  expect(screen.queryByRole("radio")).toBeNull();
  await send();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(
    "The 2 open user spots go on 1 Dec 2026, when your user spots are reduced to 8. Nothing was changed yet.",
  );
  await waitFor(() => expect(alert).toHaveFocus());
  await userEvent.click(screen.getByRole("radio", { name: cancel }));
  await send();
  expect(sent[1]).toMatchObject({ scheduleId: [seat.scheduleId], reduction: ["cancel"] });
});

test("where the whole total would be used it can only be cancelled", () => {
  renderForm(idle, { seat: { ...seat, total: 9 }, whyNot: null });
  expect(screen.getByRole("note")).toHaveTextContent("The open user spot goes on 1 Dec 2026");
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByRole("checkbox", { name: "Cancel the reduction, keep 9" })).toBeRequired();
});

test("a choice about another reduction is made anew", async () => {
  const another = { ...seat, scheduleId: sampleId(71), target: 9, raised: 10, total: 11 };
  const { action } = answering(refused("seat_will_go", { ...facts, seat: another }));
  renderForm({ action, sent: [] }, { seat, whyNot: null });
  await userEvent.click(screen.getByRole("radio", { name: raise }));
  await send();
  await screen.findByRole("alert");
  const radios = screen.getAllByRole("radio");
  expect(radios.map((radio) => radio.getAttribute("value"))).toEqual(["raise", "cancel"]);
  for (const radio of radios) expect(radio).not.toBeChecked();
  expect(
    screen.getByRole("radio", { name: "Reduce to 10 instead of 9 on 1 Dec 2026" }),
  ).toBeVisible();
});

test("who may not change spots is told whom to ask, and gets no choice", () => {
  renderForm(idle, { seat, whyNot: "spots_kept_to_owners" });
  expect(screen.getByRole("note")).toHaveTextContent("Ask one of your Account Owners.");
  expect(screen.queryByRole("radio")).toBeNull();
});

test("Add user keeps what was typed and the answer, whatever else is refused", async () => {
  type Done = { name: string; email: string; path: string };
  const { action, sent } = answering<Done>(refused("email_in_use", { name: ben.name }));
  render(
    <AddUserForm
      {...{ action, requestId }}
      hasOpenSeat
      nextSeat={{ seat, whyNot: null }}
      baseUrl="https://handover.example.com"
    />,
  );
  await userEvent.type(screen.getByLabelText("First name"), "Ben");
  await userEvent.type(screen.getByLabelText("Last name"), "Baker");
  await userEvent.type(screen.getByLabelText("E-mail"), ben.email);
  await userEvent.click(screen.getByRole("radio", { name: raise }));
  await userEvent.click(screen.getByRole("button", { name: "Add user" }));
  await screen.findByRole("alert");
  expect(sent[0]).toMatchObject({ reduction: ["raise"], scheduleId: [seat.scheduleId] });
  expect(screen.getByRole("radio", { name: raise })).toBeChecked();
  expect(screen.getByLabelText("First name")).toHaveValue("Ben");
});

test("afterwards it says what became of the reduction", () => {
  const changed = { changeId: sampleId(80), day: "1 Dec 2026", was: 8 };
  const { rerender } = render(<ChangedReductionText {...changed} to={9} />);
  expect(document.body).toHaveTextContent(
    "The reduction on 1 Dec 2026 was changed: to 9 user spots instead of 8.",
  );
  expect(screen.getByRole("link", { name: "See the receipt" })).toHaveAttribute(
    "href",
    `/admin/subscription/changes/${sampleId(80)}`,
  );
  rerender(<ChangedReductionText {...changed} to={null} />);
  expect(document.body).toHaveTextContent(
    "The reduction to 8 user spots on 1 Dec 2026 was cancelled.",
  );
});
