import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SignInForm } from "#components/sessions/sign-in-form";
import type { FormAction } from "#lib/form-state";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ada, sampleId } from "#tests/support/samples";

type Done = { choices: { accountId: string; accountName: string }[]; ticket: string };

const alder = { accountId: sampleId(1), accountName: "Alder Realty" };
const birch = { accountId: sampleId(2), accountName: "Birch Supply" };
const choosing = () => ({
  status: "done" as const,
  done: { choices: [alder, birch], ticket: "signed" },
});

function renderForm(
  signIn: FormAction<Done>,
  chooseAccount = answering(() => ({ status: "idle" })).action,
) {
  render(<SignInForm {...{ signIn, chooseAccount }} next="/admin/users" />);
}

async function signIn() {
  await userEvent.type(screen.getByLabelText("E-mail"), ada.email);
  await userEvent.type(screen.getByLabelText("Password"), "handover-demo{Enter}");
}

test("e-mail and password are sent by keyboard alone", async () => {
  const { action, sent } = answering<Done>(() => ({ status: "idle" }));
  renderForm(action);
  await userEvent.tab();
  await userEvent.keyboard(ada.email);
  await userEvent.tab();
  await userEvent.keyboard("handover-demo");
  await userEvent.tab();
  expect(screen.getByRole("button", { name: "Sign in" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(sent).toEqual([
    { email: [ada.email], password: ["handover-demo"], next: ["/admin/users"] },
  ]);
});

test("a password manager knows the two fields", () => {
  renderForm(answering<Done>(() => ({ status: "idle" })).action);
  expect(screen.getByLabelText("E-mail")).toHaveAttribute("autocomplete", "username");
  expect(screen.getByLabelText("Password")).toHaveAttribute("autocomplete", "current-password");
  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "password");
});

test("a refusal is announced, keeps the e-mail and never the password", async () => {
  renderForm(
    answering<Done>((values) => refused("credentials_wrong")({ email: values.email ?? [] })).action,
  );
  await signIn();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("E-mail and password do not match an active user. Check both.");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(screen.getByLabelText("E-mail")).toHaveValue(ada.email);
  expect(screen.getByLabelText("Password")).toHaveValue("");
});

test("a field that does not do is marked", async () => {
  renderForm(answering<Done>(invalid({ email: "E-mail is missing." })).action);
  await signIn();
  await screen.findByRole("alert");
  expect(screen.getByLabelText("E-mail")).toHaveAccessibleDescription("E-mail is missing.");
  expect(screen.getByLabelText("E-mail")).toBeInvalid();
});

test("while the password is checked a second Enter does nothing", async () => {
  const { action, sent, finish } = waiting<Done>();
  renderForm(action);
  await signIn();
  await userEvent.click(await screen.findByRole("button", { name: "Signing in…" }));
  finish();
  await screen.findByRole("button", { name: "Sign in" });
  expect(sent).toHaveLength(1);
});

test("an e-mail of several accounts asks which one, after the password", async () => {
  const { action: chooseAccount, sent } = answering(() => ({ status: "idle" }));
  renderForm(answering<Done>(choosing).action, chooseAccount);
  await signIn();
  const group = await screen.findByRole("group", { name: /Which one do you want/ });
  expect(screen.queryByLabelText("Password")).toBeNull();
  expect(within(group).getByRole("radio", { name: "Alder Realty" })).toBeChecked();
  await userEvent.click(within(group).getByRole("radio", { name: "Birch Supply" }));
  await userEvent.click(screen.getByRole("button", { name: "Open the account" }));
  expect(sent).toEqual([
    { ticket: ["signed"], accountId: [birch.accountId], next: ["/admin/users"] },
  ]);
});

test("a choice that came too late is refused in words", async () => {
  const { action: chooseAccount } = answering(refused("choice_expired"));
  renderForm(answering<Done>(choosing).action, chooseAccount);
  await signIn();
  await userEvent.click(await screen.findByRole("button", { name: "Open the account" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Sign in again");
});
