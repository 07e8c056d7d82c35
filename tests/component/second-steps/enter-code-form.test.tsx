import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { EnterCodeForm } from "#components/second-steps/enter-code-form";
import type { FormAction } from "#lib/form-state";
import { answering, invalid, refused, waiting } from "#tests/support/actions";

function renderForm(action: FormAction, isRecovery = false) {
  render(
    <EnterCodeForm action={action} isRecovery={isRecovery} next="/admin" otherHref="/other" />,
  );
}

test("the code is sent by keyboard alone, with where the sign-in leads", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action);
  expect(screen.getByLabelText("Code")).toHaveFocus();
  await userEvent.keyboard("123 456{Enter}");
  expect(sent).toEqual([{ next: ["/admin"], code: ["123 456"] }]);
});

test("a refusal names the phone's clock, takes the focus, and the code is typed anew", async () => {
  renderForm(answering(refused("code_wrong")).action);
  await userEvent.type(screen.getByLabelText("Code"), "123456{Enter}");
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("your phone's clock is set by the network");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(screen.getByLabelText("Code")).toHaveValue("");
});

test("what is no code is marked", async () => {
  renderForm(answering(invalid({ code: "Enter a code." })).action);
  await userEvent.type(screen.getByLabelText("Code"), "x{Enter}");
  await screen.findByRole("alert");
  expect(screen.getByLabelText("Code")).toBeInvalid();
});

test("while a code is looked at a second Enter does nothing", async () => {
  const { action, sent, finish } = waiting();
  renderForm(action);
  await userEvent.type(screen.getByLabelText("Code"), "123456{Enter}");
  await userEvent.click(await screen.findByRole("button", { name: "Signing in…" }));
  finish();
  await screen.findByRole("button", { name: "Sign in" });
  expect(sent).toHaveLength(1);
});

test("a recovery code is typed with letters, and there is a way back to the app", () => {
  renderForm(answering(() => ({ status: "idle" })).action, true);
  expect(screen.getByLabelText("Recovery code")).toHaveAttribute("inputmode", "text");
  expect(screen.getByRole("link", { name: "Use the app instead" })).toHaveAttribute(
    "href",
    "/other",
  );
});
