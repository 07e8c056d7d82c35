import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SecondStepView } from "#components/second-steps/second-step-view";
import { SetUpView } from "#components/second-steps/set-up-view";
import { TurnOffSecondStepForm } from "#components/second-steps/turn-off-second-step-form";
import type { FormAction } from "#lib/form-state";
import { answering, refused } from "#tests/support/actions";
import { ada, inLondon, noon, requestId } from "#tests/support/samples";

const { action: idle } = answering(() => ({ status: "idle" }));
const owner = { accountName: "Alder Realty", email: ada.email };
const setUp = {
  appSecret: "ABCDEFGH234567",
  address: "otpauth://totp/x",
  qr: { size: 29, path: "M4 4h7v1h-7z" },
};

function renderView(change: object = {}, beginAction: FormAction = idle) {
  render(
    <SecondStepView
      onSince={null}
      recoveryCodesLeft={10}
      whyNotOff={null}
      cameFrom={undefined}
      next="/contacts"
      dates={inLondon}
      beginAction={beginAction}
      {...change}
    />,
  );
}

function renderSetUp(action: FormAction<{ codes: string[] }>, change: object = {}) {
  render(<SetUpView {...{ action, owner, requestId, setUp }} isAnother={false} {...change} />);
}

test("where it is off, the password begins", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({}, action);
  expect(screen.getByRole("link", { name: "My sign-ins" })).toHaveAttribute("href", "/sign-ins");
  const field = screen.getByLabelText("Your password");
  expect(field).toHaveAttribute("autocomplete", "current-password");
  await userEvent.type(field, "handover-demo{Enter}");
  expect(sent).toEqual([{ password: ["handover-demo"] }]);
});

test("a wrong password is refused in words and not kept", async () => {
  renderView({}, answering(refused("password_wrong")).action);
  await userEvent.type(screen.getByLabelText("Your password"), "wrong{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("This is not your password.");
  expect(screen.getByLabelText("Your password")).toHaveValue("");
});

test("an admin who was led here learns why, and that rank and contacts stay", () => {
  renderView({ cameFrom: "admin" });
  expect(screen.getByRole("alert")).toHaveTextContent("Your account requires two-step sign-in");
  expect(screen.getByRole("alert")).toHaveTextContent("You are an admin as before");
});

test("where it is on, it says since when, and what can be done", () => {
  renderView({ onSince: noon, recoveryCodesLeft: 3 });
  const lines = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(lines).toEqual(
    expect.arrayContaining([
      "Since 12 Nov 2026, 12:00.",
      "3 recovery codes left: make new ones while you can.",
    ]),
  );
  expect(screen.getByRole("link", { name: "Turn off" })).toBeVisible();
});

test("while it is required of admins there is no way to turn it off, and it says why", () => {
  renderView({ onSince: noon, whyNotOff: "second_step_is_kept" });
  expect(screen.queryByRole("link", { name: "Turn off" })).toBeNull();
  expect(screen.getByText(/so yours stays on\. Ask an Account Owner\.$/)).toBeVisible();
});

test("after a recovery code one learns how many are left, and goes on to where one wanted", () => {
  renderView({ onSince: noon, recoveryCodesLeft: 1, cameFrom: "recovery-code", next: "/admin" });
  expect(screen.getByRole("alert")).toHaveTextContent("You have 1 recovery code left.");
  expect(screen.getByRole("link", { name: "Go on" })).toHaveAttribute("href", "/admin");
});

test("the key is a picture with a text alternative, a link, and groups of four to type", () => {
  renderSetUp(answering<{ codes: string[] }>(() => ({ status: "idle" })).action);
  expect(screen.getByRole("img", { name: /QR code with the set-up key/ })).toBeVisible();
  expect(screen.getByText("ABCD EFGH 2345 67")).toBeVisible();
  expect(screen.getByRole("link", { name: "open in an authenticator app" })).toHaveAttribute(
    "href",
    setUp.address,
  );
});

test("a phone offers digits for the code, and the one that a message brings", () => {
  renderSetUp(answering<{ codes: string[] }>(() => ({ status: "idle" })).action);
  expect(screen.getByLabelText("Code")).toHaveAttribute("inputmode", "numeric");
  expect(screen.getByLabelText("Code")).toHaveAttribute("autocomplete", "one-time-code");
});

test("the recovery codes are shown in place of the key, to copy and to save as a file", async () => {
  const codes = ["01234-abcde", "fghjk-56789"];
  const done = () => ({ status: "done" as const, done: { codes } });
  const { action, sent } = answering<{ codes: string[] }>(done);
  renderSetUp(action);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Code"), "123 456{Enter}");
  expect(sent).toEqual([{ requestId: [requestId], code: ["123 456"] }]);
  const [told] = await screen.findAllByRole("status");
  expect(told).toHaveTextContent("they are not shown again");
  expect(screen.queryByRole("img")).toBeNull();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(codes),
  );
  const file = screen.getByRole("link", { name: "Save as a text file" });
  expect(file).toHaveAttribute("download", "handover-recovery-codes.txt");
  const text = decodeURIComponent(file.getAttribute("href") ?? "");
  expect(text).toContain("Handover (Alder Realty), ada@alder.example");
  expect(text).toContain("01234-abcde\r\nfghjk-56789");
  await user.click(screen.getByRole("button", { name: "Copy all" }));
  expect(await navigator.clipboard.readText()).toBe("01234-abcde\nfghjk-56789");
});

test("a page of setting up that is over says that it is on, without the key", () => {
  renderSetUp(answering<{ codes: string[] }>(() => ({ status: "idle" })).action, {
    setUp: null,
    isAnother: true,
  });
  expect(screen.getAllByRole("status")[0]).toHaveTextContent("Two-step sign-in is on.");
  expect(screen.queryByLabelText("Code")).toBeNull();
});

test("a set-up that took too long leads back to its beginning", async () => {
  renderSetUp(answering<{ codes: string[] }>(refused("set_up_too_late")).action);
  await userEvent.type(screen.getByLabelText("Code"), "123456{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Setting up took too long.");
});

test("another app takes over with a code of the one so far", async () => {
  const { action, sent } = answering<{ codes: string[] }>(() => ({ status: "idle" }));
  renderSetUp(action, { isAnother: true });
  await userEvent.type(screen.getByLabelText("Code of the new app"), "123456");
  await userEvent.type(screen.getByLabelText(/^Code of the app so far/), "01234-abcde{Enter}");
  expect(sent).toEqual([
    { requestId: [requestId], code: ["123456"], currentCode: ["01234-abcde"] },
  ]);
});

test("turning off sends password and code", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  render(<TurnOffSecondStepForm action={action} requestId={requestId} />);
  await userEvent.type(screen.getByLabelText("Your password"), "handover-demo");
  await userEvent.type(screen.getByLabelText("Code or recovery code"), "01234-abcde{Enter}");
  expect(sent).toEqual([
    { requestId: [requestId], password: ["handover-demo"], code: ["01234-abcde"] },
  ]);
});
