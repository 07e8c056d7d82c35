import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { AddUserForm } from "#components/users/add-user-form";
import type { ChangedReduction } from "#lib/audit/spot-events";
import type { FormAction } from "#lib/form-state";
import type { NextSeat } from "#lib/seats/next-seat";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ben, requestId, sampleId } from "#tests/support/samples";

type Done = { name: string; email: string; path: string; reduction?: ChangedReduction };
const addSpots = "/admin/subscription/add?next=%2Fadmin%2Fusers%2Fnew";
const path = `/choose-password/${sampleId(1)}/token`;

function renderForm(
  action: FormAction<Done>,
  {
    hasOpenSeat = true,
    nextSeat = null,
  }: { hasOpenSeat?: boolean; nextSeat?: NextSeat | null } = {},
) {
  render(
    <AddUserForm
      {...{ action, requestId, hasOpenSeat, nextSeat }}
      baseUrl="https://handover.example.com"
    />,
  );
}

async function fillIn(user = userEvent) {
  await user.type(screen.getByLabelText("First name"), "Ben");
  await user.type(screen.getByLabelText("Last name"), "Baker");
  await user.type(screen.getByLabelText("E-mail"), ben.email);
}

const send = () => userEvent.click(screen.getByRole("button", { name: "Add user" }));
const done: Done = { name: ben.name, email: ben.email, path };

test("a user is added by keyboard alone, as a plain user unless said otherwise", async () => {
  const { action, sent } = answering<Done>(() => ({ status: "done", done }));
  renderForm(action);
  const user = userEvent.setup();
  for (const text of ["Ben", "Baker", ben.email]) {
    await user.tab();
    await user.keyboard(text);
  }
  await user.tab();
  expect(screen.getByRole("radio", { name: "User" })).toHaveFocus();
  await user.tab();
  await user.keyboard("{Enter}");
  const { role, firstName, lastName, email } = sent[0] ?? {};
  expect({ role, firstName, lastName, email }).toEqual({
    role: ["user"],
    firstName: ["Ben"],
    lastName: ["Baker"],
    email: [ben.email],
  });
});

test("both roles say what they may do", () => {
  renderForm(answering<Done>(() => ({ status: "idle" })).action);
  expect(screen.getByRole("group", { name: "Role" })).toBeVisible();
  expect(screen.getByRole("radio", { name: "Admin" })).toHaveAccessibleDescription(/Admin tab/);
  expect(screen.getByRole("radio", { name: "User" })).toHaveAccessibleDescription(/contacts/);
});

test("once added, the link to choose a password is shown, and can be copied", async () => {
  const user = userEvent.setup();
  renderForm(answering<Done>(() => ({ status: "done", done })).action);
  await fillIn();
  await send();
  const [notice] = await screen.findAllByRole("status");
  expect(notice).toHaveTextContent("Ben Baker (ben@alder.example) was added.");
  await waitFor(() => expect(notice).toHaveFocus());
  const link = screen.getByLabelText("Link to choose a password");
  expect(link).toHaveValue(`https://handover.example.com${path}`);
  expect(link).toHaveAttribute("readonly");
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe(`https://handover.example.com${path}`);
  expect(screen.getByText("Copied to the clipboard")).toBeInTheDocument();
});

test("each wrong field has its sentence, and keeps what was typed", async () => {
  const fields = { email: "This does not look like an e-mail address.", role: "Choose a role." };
  renderForm(answering<Done>(invalid(fields)).action);
  await fillIn();
  await userEvent.click(screen.getByRole("radio", { name: "Admin" }));
  await send();
  const alert = await screen.findByRole("alert");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(alert).toHaveTextContent("Nothing was changed yet. Please check:");
  const email = screen.getByLabelText("E-mail");
  expect(email).toBeInvalid();
  expect(email).toHaveAccessibleDescription("This does not look like an e-mail address.");
  expect(email).toHaveValue(ben.email);
  expect(screen.getByLabelText("First name")).toBeValid();
  expect(screen.getByRole("group", { name: "Role" })).toHaveAccessibleDescription("Choose a role.");
  expect(screen.getByRole("radio", { name: "Admin" })).toBeChecked();
});

test("without an open spot it says so before anything is typed, and leads on", () => {
  renderForm(answering<Done>(() => ({ status: "idle" })).action, { hasOpenSeat: false });
  expect(screen.getByRole("alert")).toHaveTextContent("All user spots are used.");
  expect(screen.getByRole("link", { name: "Add user spots" })).toHaveAttribute("href", addSpots);
});

test("an active user's address is refused with their name", async () => {
  renderForm(answering<Done>(refused("email_in_use", { name: ben.name, email: ben.email })).action);
  await fillIn();
  await send();
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Ben Baker already uses ben@alder.example in this account. Nothing was changed.",
  );
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("an inactive user's address offers the same person, or a different one", async () => {
  const facts = { name: "Old Ben", email: ben.email, userId: sampleId(7) };
  const { action, sent } = answering<Done>(refused("email_of_inactive_user", facts));
  renderForm(action);
  await fillIn();
  await send();
  const alert = await screen.findByRole("alert");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(alert).toHaveTextContent("ben@alder.example belongs to Old Ben, who is inactive.");
  expect(screen.getByRole("link", { name: "Same person: make Old Ben active" })).toHaveAttribute(
    "href",
    `/admin/users/${sampleId(7)}/reactivate`,
  );
  const different = screen.getByRole("checkbox", { name: /A different person takes over/ });
  expect(different).not.toBeChecked();
  expect(different).toHaveAccessibleDescription(/Old Ben stays inactive/);
  await userEvent.click(different);
  await send();
  expect(sent[0]).not.toHaveProperty("takesEmailFrom");
  expect(sent[1]).toMatchObject({ takesEmailFrom: [sampleId(7)], email: [ben.email] });
});

test("while the user is being added the button says so", async () => {
  const { action, sent, finish } = waiting<Done>();
  renderForm(action);
  await fillIn();
  await send();
  await userEvent.click(await screen.findByRole("button", { name: "Adding…" }));
  finish();
  await screen.findByRole("button", { name: "Add user" });
  expect(sent).toHaveLength(1);
});

test("with no open spot the refusal leads to where spots are added, and back here", async () => {
  renderForm(answering<Done>(refused("no_open_seat")).action);
  await fillIn();
  await send();
  expect(await screen.findByRole("alert")).toHaveTextContent("All user spots are used.");
  expect(screen.getByRole("link", { name: "Add user spots" })).toHaveAttribute("href", addSpots);
});
