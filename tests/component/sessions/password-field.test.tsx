import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangePasswordForm } from "#components/sessions/change-password-form";
import { PasswordField } from "#components/sessions/password-field";
import type { FormAction } from "#lib/form-state";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ada, requestId } from "#tests/support/samples";

const passphrase = "correct horse battery staple";
const field = () => screen.getByLabelText<HTMLInputElement>("Password");
const strength = () => document.querySelector("[aria-live=polite]");

test("how strong a new password is shows and is read out as one types", async () => {
  render(<PasswordField label="Password" name="password" isNew />);
  expect(strength()).toBeEmptyDOMElement();
  for (const [typed, word] of [
    ["short", "too short"],
    ["Football2026!!", "weak"],
    ["correct horse battery", "good"],
    [passphrase, "strong"],
  ] as const) {
    await userEvent.clear(field());
    await userEvent.type(field(), typed);
    expect(strength()).toHaveTextContent(`The password is ${word}`);
  }
  await userEvent.clear(field());
  expect(strength()).toBeEmptyDOMElement();
});

test("a password can be pasted, with blanks and in any script", async () => {
  render(<PasswordField label="Password" name="password" isNew />);
  await userEvent.click(field());
  await userEvent.paste("  漢字 пароль 🦊 with blanks ");
  expect(field()).toHaveValue("  漢字 пароль 🦊 with blanks ");
});

test("a password can be looked at, by keyboard too, and is hidden again", async () => {
  render(<PasswordField label="Password" name="password" isNew />);
  await userEvent.type(field(), passphrase);
  expect(field()).toHaveAttribute("type", "password");
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(field()).toHaveAttribute("type", "text");
  expect(field()).toHaveValue(passphrase);
  await userEvent.click(screen.getByRole("button", { name: "Hide password" }));
  expect(field()).toHaveAttribute("type", "password");
});

test("a form that was emptied says nothing about a password and hides the next", async () => {
  const { container } = render(
    <form>
      <PasswordField label="Password" name="password" isNew />
    </form>,
  );
  await userEvent.type(field(), passphrase);
  await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  act(() => container.querySelector("form")?.reset());
  expect(strength()).toBeEmptyDOMElement();
  expect(field()).toHaveAttribute("type", "password");
});

test("what was typed before JavaScript arrived is rated too", () => {
  const field = <PasswordField label="Password" name="password" isNew />;
  const container = document.createElement("div");
  container.innerHTML = renderToString(field);
  document.body.append(container);
  fireEvent.input(container.querySelector("input") as HTMLInputElement, {
    target: { value: passphrase },
  });
  render(field, { container, hydrate: true });
  expect(container.querySelector("[aria-live]")).toHaveTextContent("The password is strong");
});

test("before JavaScript there is a plain field with its hint, and no button that does nothing", () => {
  const html = renderToString(<PasswordField label="Password" name="password" isNew />);
  expect(html).toContain("At least 12 characters. Several words make a good one.");
  expect(html).toMatch(/autocomplete="new-password"/i);
  expect(html).not.toContain("<button");
});

test("a changed password is sent with the present one, for whom the browser knows", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action);
  expect(screen.getByLabelText("Present password")).toHaveAttribute(
    "autocomplete",
    "current-password",
  );
  expect(screen.getByLabelText("New password")).toHaveAttribute("autocomplete", "new-password");
  await fillIn();
  expect(sent).toEqual([
    {
      requestId: [requestId],
      email: [ada.email],
      current: ["the present one"],
      password: [passphrase],
      again: [passphrase],
    },
  ]);
});

test("a wrong present password is refused above the form, which is empty again", async () => {
  renderForm(answering(refused("password_wrong")).action);
  await fillIn();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(
    "This is not your password. Nothing was changed. Check it and try again.",
  );
  await waitFor(() => expect(alert).toHaveFocus());
  expect(screen.getByLabelText("Present password")).toHaveValue("");
});

test("a field that does not do says so itself", async () => {
  renderForm(answering(() => invalid({ password: "Use at least 12 characters." })({})).action);
  await fillIn();
  await screen.findByRole("alert");
  expect(screen.getByLabelText("New password")).toBeInvalid();
  expect(screen.getByLabelText("New password")).toHaveAccessibleDescription(
    /Use at least 12 characters/,
  );
});

test("while it is being changed the button says so and is not pressed twice", async () => {
  const { action, sent, finish } = waiting();
  renderForm(action);
  await fillIn();
  const button = screen.getByRole("button", { name: "Changing…" });
  await userEvent.click(button);
  expect(sent).toHaveLength(1);
  await act(async () => finish());
});

function renderForm(action: FormAction) {
  render(<ChangePasswordForm action={action} email={ada.email} requestId={requestId} />);
}

async function fillIn() {
  await userEvent.type(screen.getByLabelText("Present password"), "the present one");
  await userEvent.type(screen.getByLabelText("New password"), passphrase);
  await userEvent.type(screen.getByLabelText("Repeat the new password"), passphrase);
  await userEvent.click(screen.getByRole("button", { name: "Change password" }));
}
