import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ChoosePasswordForm } from "#components/sessions/choose-password-form";
import { PasswordLinkForm } from "#components/users/password-link-form";
import type { FormAction } from "#lib/form-state";
import { answering, invalid, refused } from "#tests/support/actions";
import { ben, requestId, sampleId } from "#tests/support/samples";

const passphrase = "four plain words here";

function renderForm(action: FormAction) {
  render(<ChoosePasswordForm action={action} accountId={sampleId(1)} token="the-token" />);
}

async function choose(again = passphrase) {
  await userEvent.type(screen.getByLabelText("Password"), passphrase);
  await userEvent.type(screen.getByLabelText("Repeat the password"), again);
  await userEvent.click(screen.getByRole("button", { name: "Set password" }));
}

test("a password is chosen twice and sent with the link it came by", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm(action);
  await choose();
  expect(sent).toEqual([
    { accountId: [sampleId(1)], token: ["the-token"], password: [passphrase], again: [passphrase] },
  ]);
});

test("what makes a good password is said with the field, and managers offer a new one", () => {
  renderForm(answering(() => ({ status: "idle" })).action);
  const password = screen.getByLabelText("Password");
  expect(password).toHaveAccessibleDescription(/At least 12 characters/);
  expect(password).toHaveAttribute("autocomplete", "new-password");
  expect(password).toHaveAttribute("minlength", "12");
});

test("two that differ are refused at the second, and both are empty again", async () => {
  renderForm(answering((_values) => invalid({ again: "The two passwords differ." })({})).action);
  await choose("something else here");
  const alert = await screen.findByRole("alert");
  await waitFor(() => expect(alert).toHaveFocus());
  const again = screen.getByLabelText("Repeat the password");
  expect(again).toBeInvalid();
  expect(again).toHaveAccessibleDescription("The two passwords differ.");
  expect(again).toHaveValue("");
  expect(screen.getByLabelText("Password")).toHaveValue("");
});

test("a link that is dead by now says so", async () => {
  renderForm(answering(refused("link_dead")).action);
  await choose();
  expect(await screen.findByRole("alert")).toHaveTextContent(
    /does not work any more.*Ask an admin of your account for a new one./,
  );
});

test("an admin makes a new link, which is shown once it is there", async () => {
  const done = { name: ben.name, path: "/choose-password/a/b" };
  const { action, sent } = answering<typeof done>(() => ({ status: "done", done }));
  render(
    <PasswordLinkForm
      action={action}
      userId={ben.id}
      requestId={requestId}
      baseUrl="https://h.example"
    />,
  );
  expect(screen.getByText(/Links made before stop working/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Make a new link" }));
  expect(await screen.findByLabelText("Link to choose a password")).toHaveValue(
    "https://h.example/choose-password/a/b",
  );
  expect(screen.getByText("A new link for Ben Baker.")).toBeVisible();
  expect(sent).toEqual([{ userId: [ben.id], requestId: [requestId] }]);
});
