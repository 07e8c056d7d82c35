import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { InactivateUserForm } from "#components/users/inactivate-user-form";
import type { FormAction } from "#lib/form-state";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ada, ben, cleo, requestId, sampleId } from "#tests/support/samples";

function renderForm(action: FormAction, change: object = {}) {
  return render(
    <InactivateUserForm
      action={action}
      requestId={requestId}
      userId={ben.id}
      userName={ben.name}
      email={ben.email}
      timeZone="America/New_York"
      contacts={142}
      isLarge={false}
      colleagues={[ada, cleo]}
      access={<p>Two sign-ins end.</p>}
      rest={<p>History stays.</p>}
      {...change}
    />,
  );
}

const choice = (name: RegExp) => screen.getByRole("radio", { name });
const button = () => screen.getByRole("button", { name: "Make Inactive" });
const tick = () => screen.getByRole("checkbox", { name: "Tell Ben Baker by e-mail" });
const receiver = () => screen.getByLabelText("Who receives them");

test("all contacts go to the one colleague who was chosen", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action);
  await userEvent.selectOptions(receiver(), "Cleo Carter (cleo@alder.example)");
  await userEvent.type(screen.getByLabelText(/^Reason/), "Left on Friday");
  await userEvent.click(button());
  expect(sent).toEqual([
    {
      requestId: [requestId],
      userId: [ben.id],
      replacesId: [""],
      contacts: ["one"],
      successorId: [cleo.id],
      when: ["now"],
      runAt: [""],
      line: [""],
      reason: ["Left on Friday"],
    },
  ]);
});

test("the question counts the contacts and names whose they are", () => {
  renderForm(answering(() => ({ status: "idle" })).action);
  const group = screen.getByRole("group", {
    name: "What happens to the 142 contacts of Ben Baker?",
  });
  expect(within(group).getAllByRole("radio")).toHaveLength(3);
  expect(choice(/Give all to one person/)).toBeChecked();
  expect(screen.getByText("Two sign-ins end.")).toBeVisible();
  expect(screen.getByText("History stays.")).toBeVisible();
});

test("contacts are split among those who were ticked", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action);
  await userEvent.click(choice(/Split evenly/));
  await userEvent.click(screen.getByLabelText("Ada Archer (ada@alder.example)"));
  await userEvent.click(screen.getByLabelText("Cleo Carter (cleo@alder.example)"));
  await userEvent.click(button());
  expect(sent[0]).toMatchObject({ contacts: ["split"], successorIds: [ada.id, cleo.id] });
});

test("the whole form can be filled in and sent with the keyboard alone", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action);
  await userEvent.tab();
  expect(screen.getByRole("link", { name: /^[\d,]+ contacts$/ })).toHaveFocus();
  await userEvent.tab();
  expect(choice(/Give all/)).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  expect(choice(/Split evenly/)).toBeChecked();
  await userEvent.tab();
  await userEvent.keyboard(" ");
  expect(screen.getByLabelText("Ada Archer (ada@alder.example)")).toBeChecked();
  await userEvent.tab();
  await userEvent.keyboard(" ");
  await userEvent.tab();
  expect(choice(/^Now/)).toHaveFocus();
  // The styles, which are not here, hide this field while "now" is chosen.
  await userEvent.tab();
  await userEvent.tab();
  expect(tick()).toHaveFocus();
  await userEvent.keyboard(" ");
  await userEvent.tab();
  expect(screen.getByLabelText(/^Personal line/)).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByLabelText(/^Reason/)).toHaveFocus();
  await userEvent.tab();
  expect(button()).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(sent[0]).toMatchObject({
    contacts: ["split"],
    successorIds: [ada.id, cleo.id],
    tell: ["yes"],
  });
});

test("a refusal is announced and focused, and nothing that was chosen is lost", async () => {
  const { action } = answering(refused("successor_not_active"));
  renderForm(action);
  await userEvent.selectOptions(receiver(), cleo.id);
  await userEvent.type(screen.getByLabelText(/^Reason/), "Left");
  await userEvent.click(button());
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(/not an active user.*Nothing was changed. Choose somebody else./);
  await waitFor(() => expect(alert).toHaveFocus());
  expect(receiver()).toHaveValue(cleo.id);
  expect(screen.getByLabelText(/^Reason/)).toHaveValue("Left");
});

test("after a refused split the ticks are still there", async () => {
  const { action } = answering(refused("successors_missing"));
  renderForm(action);
  await userEvent.click(choice(/Split evenly/));
  await userEvent.click(screen.getByLabelText("Cleo Carter (cleo@alder.example)"));
  await userEvent.click(button());
  await screen.findByRole("alert");
  expect(choice(/Split evenly/)).toBeChecked();
  expect(screen.getByLabelText("Cleo Carter (cleo@alder.example)")).toBeChecked();
  expect(screen.getByLabelText("Ada Archer (ada@alder.example)")).not.toBeChecked();
});

test("a wrong field is named above the form and beside itself", async () => {
  const { action } = answering(invalid({ successorId: "This entry does not exist." }));
  renderForm(action);
  await userEvent.click(button());
  expect(await screen.findByRole("alert")).toHaveTextContent("This entry does not exist.");
  expect(receiver()).toBeInvalid();
  expect(receiver()).toHaveAccessibleDescription("This entry does not exist.");
});

test("while it is being done the button says so and refuses a second click", async () => {
  const { action, sent, finish } = waiting();
  renderForm(action);
  await userEvent.click(button());
  const pending = await screen.findByRole("button", { name: "Making inactive…" });
  expect(pending).toHaveAttribute("aria-disabled", "true");
  expect(pending).toHaveFocus();
  await userEvent.click(pending);
  await userEvent.keyboard("{Enter}");
  finish();
  await waitFor(() => expect(button()).toBeVisible());
  expect(sent).toHaveLength(1);
});

test("one can leave without doing anything", () => {
  renderForm(answering(() => ({ status: "idle" })).action);
  expect(screen.getByRole("link", { name: "Cancel" })).toHaveAttribute("href", "/admin/users");
});

test("somebody with no contacts has none to hand over, and the form says so", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action, { contacts: 0 });
  expect(screen.getByText(/There are no contacts of Ben Baker to hand over/)).toBeVisible();
  expect(screen.queryByRole("radio", { name: /Give|Split|Leave/ })).toBeNull();
  await userEvent.click(button());
  expect(sent[0]).toMatchObject({ contacts: ["leave"] });
});

test("where there is no colleague, contacts can only stay", () => {
  renderForm(answering(() => ({ status: "idle" })).action, { colleagues: [] });
  const group = screen.getByRole("group", { name: /^What happens to/ });
  expect(within(group).getAllByRole("radio")).toEqual([choice(/Leave them with Ben Baker/)]);
  expect(choice(/Leave them/)).toBeChecked();
});

test("where there is one colleague, nothing can be split", () => {
  renderForm(answering(() => ({ status: "idle" })).action, { colleagues: [ada] });
  expect(screen.queryByRole("radio", { name: /Split/ })).toBeNull();
  expect(within(receiver()).getAllByRole("option")).toHaveLength(2);
});

test("very many contacts are split too, and it says when they change hands", () => {
  renderForm(answering(() => ({ status: "idle" })).action, { isLarge: true, contacts: 60_000 });
  expect(choice(/Split evenly/)).toBeEnabled();
  expect(choice(/Split evenly/)).toHaveAccessibleDescription(
    /Access ends at once; so many contacts take a while to split, and change hands together/,
  );
  expect(screen.getByRole("group", { name: /60,000 contacts of Ben Baker/ })).toBeVisible();
});

test("somebody else was first: it says who and when, and leads to what happened", async () => {
  const facts = { name: ben.name, by: ada.name, at: "12 Nov 2026, 12:00" };
  renderForm(answering(refused("already_inactive", facts)).action);
  await userEvent.click(screen.getByRole("button", { name: "Make Inactive" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Ben Baker is inactive already since 12 Nov 2026, 12:00, by Ada Archer. Nothing was changed.",
  );
  expect(screen.getByRole("link", { name: "See what happened" })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/inactivate`,
  );
});

test("the leaver is told only if that is ticked, at the address the form names", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action);
  expect(tick()).not.toBeChecked();
  expect(tick()).toHaveAccessibleDescription(/^To ben@alder.example/);
  await userEvent.click(tick());
  await userEvent.type(screen.getByLabelText(/^Personal line/), "Thank you!");
  await userEvent.click(button());
  expect(sent[0]).toMatchObject({ tell: ["yes"], line: ["Thank you!"] });
});

test("the default successor is proposed and named as such", () => {
  renderForm(answering(() => ({ status: "idle" })).action, { defaultSuccessor: cleo });
  expect(receiver()).toHaveValue(cleo.id);
  expect(receiver()).toHaveAccessibleDescription("Cleo Carter is Ben Baker's default successor.");
});

test("a date and time is asked for in the account's zone, and the button then schedules", async () => {
  const { action, sent } = answering(refused("time_past", { time: "1 Nov 2026, 18:00" }));
  renderForm(action);
  const time = screen.getByLabelText("Date and time");
  expect(time).toHaveAccessibleDescription("In your account's time zone, America/New York.");
  await userEvent.click(choice(/On a date and time/));
  expect(screen.queryByRole("button", { name: "Make Inactive" })).toBeNull();
  await userEvent.type(time, "2026-11-01T18:00");
  await userEvent.click(screen.getByRole("button", { name: "Schedule" }));
  expect(sent[0]).toMatchObject({ when: ["later"], runAt: ["2026-11-01T18:00"] });
  expect(await screen.findByRole("alert")).toHaveTextContent(/is over already/);
  expect(choice(/On a date and time/)).toBeChecked();
  expect(time).toHaveValue("2026-11-01T18:00");
  await userEvent.click(choice(/^Now/));
  expect(button()).toBeVisible();
});

test("a schedule that may be changed fills the form in, and stays the first choice", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  const plan = {
    contacts: "split",
    successorIds: [cleo.id],
    reason: "Last day",
    tell: "yes",
    line: "Thank you!",
  };
  const schedule = { id: sampleId(61), plan, wallTime: "2026-11-30T18:00" };
  renderForm(action, { schedule });
  expect(choice(/On a date and time/)).toBeChecked();
  expect(choice(/^Now/)).toHaveAccessibleDescription(/The schedule ends with it/);
  await userEvent.click(screen.getByRole("button", { name: "Schedule" }));
  expect(sent[0]).toMatchObject({
    replacesId: [sampleId(61)],
    contacts: ["split"],
    successorIds: [cleo.id],
    runAt: ["2026-11-30T18:00"],
    tell: ["yes"],
    line: ["Thank you!"],
    reason: ["Last day"],
  });
});

test("somebody else scheduled it meanwhile: it says who and for when", async () => {
  const facts = { name: ben.name, by: ada.name, time: "30 Nov 2026, 18:00" };
  renderForm(answering(refused("already_scheduled", facts)).action);
  await userEvent.click(button());
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Ada Archer has scheduled Ben Baker to become inactive on 30 Nov 2026, 18:00 already.",
  );
  expect(screen.getByRole("link", { name: "Open the page again" })).toBeVisible();
});
