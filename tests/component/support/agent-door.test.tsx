import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SetUpKey } from "#components/second-steps/set-up-key";
import { CenteredShell } from "#components/shell/centered-shell";
import { AgentCodeForm } from "#components/support/agent-code-form";
import { AgentSignInForm } from "#components/support/agent-sign-in-form";
import { answering, invalid, refused, waiting } from "#tests/support/actions";

const submit = { label: "Sign in", pending: "Signing in…" };

test("e-mail and password are sent by keyboard alone, with where the sign-in leads", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  render(<AgentSignInForm action={action} next="/support/log" />);
  await userEvent.tab();
  await userEvent.keyboard("lena@support.example");
  await userEvent.tab();
  await userEvent.keyboard("a password{Enter}");
  expect(sent).toEqual([
    { next: ["/support/log"], email: ["lena@support.example"], password: ["a password"] },
  ]);
});

test("a refusal takes the focus and keeps the e-mail, not the password", async () => {
  render(
    <AgentSignInForm action={answering(refused("credentials_wrong")).action} next="/support/log" />,
  );
  await userEvent.type(screen.getByLabelText("E-mail"), "lena@support.example");
  await userEvent.type(screen.getByLabelText("Password"), "wrong{Enter}");
  const alert = await screen.findByRole("alert");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(screen.getByLabelText("E-mail")).toHaveValue("lena@support.example");
  expect(screen.getByLabelText("Password")).toHaveValue("");
});

test("a sign-in that took too long leads back to the console's own door", async () => {
  const { action } = answering(refused("agent_sign_in_over"));
  render(<AgentCodeForm action={action} next="/support/log" submit={submit} />);
  expect(screen.getByLabelText("Code")).toHaveFocus();
  await userEvent.keyboard("123456{Enter}");
  const way = await screen.findByRole("link", { name: "Go to sign in" });
  expect(way).toHaveAttribute("href", "/support/sign-in");
});

test("what is no code is marked, and while one is looked at a second Enter does nothing", async () => {
  const { unmount } = render(
    <AgentCodeForm
      action={answering(invalid({ code: "Enter a code." })).action}
      next="/support/log"
      submit={submit}
    />,
  );
  await userEvent.keyboard("x{Enter}");
  await screen.findByRole("alert");
  expect(screen.getByLabelText("Code")).toBeInvalid();
  unmount();
  const { action, sent, finish } = waiting();
  render(<AgentCodeForm action={action} next="/support/log" submit={submit} />);
  await userEvent.keyboard("123456{Enter}");
  await screen.findByRole("button", { name: "Signing in…" });
  await userEvent.click(screen.getByRole("button"));
  expect(sent).toHaveLength(1);
  finish();
  await screen.findByRole("button", { name: "Sign in" });
});

test("a new app's key is there to scan and to type, and to open on this device", () => {
  render(
    <AgentCodeForm action={answering(() => ({ status: "idle" })).action} next="/" submit={submit}>
      <SetUpKey appSecret="ABCDEFGH" address="otpauth://totp/x" qr={{ size: 8, path: "M0 0" }} />
    </AgentCodeForm>,
  );
  expect(screen.getByRole("img")).toHaveAccessibleName(/QR code/);
  expect(screen.getByText("ABCD EFGH")).toBeVisible();
  expect(screen.getByRole("link")).toHaveAttribute("href", "otpauth://totp/x");
  expect(screen.getByLabelText("Code")).not.toHaveFocus();
});

test("the door says whose it is, and sends nobody of support to the customers' help", () => {
  render(
    <CenteredShell title="Enter the code" isConsole>
      Content
    </CenteredShell>,
  );
  expect(screen.getByRole("banner")).toHaveTextContent("Support console");
  expect(screen.getByRole("contentinfo")).toHaveTextContent("A lead of support resets your access");
  expect(screen.queryByRole("link")).toBeNull();
});
