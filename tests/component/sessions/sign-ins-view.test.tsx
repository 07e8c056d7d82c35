import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { expect, test } from "vitest";
import { ForgetPasswordForm } from "#components/sessions/forget-password-form";
import { SignInsView } from "#components/sessions/sign-ins-view";
import { answering, invalid, refused } from "#tests/support/actions";
import { inLondon, noon, requestId, sampleId } from "#tests/support/samples";

type Props = ComponentProps<typeof SignInsView>;

const here = {
  id: sampleId(1),
  device: "Firefox on Linux",
  address: "192.0.2.1",
  createdAt: noon,
  lastUsedAt: noon,
  isThis: true,
};
const away = { ...here, id: sampleId(2), device: "Safari on iOS", address: "", isThis: false };
const idle = answering(() => ({ status: "idle" })).action;

function renderView(change: Partial<Props> = {}) {
  render(
    <SignInsView
      open={[here, away]}
      ended={[]}
      hasMore={false}
      done={null}
      dates={inLondon}
      requestId={requestId}
      endSession={idle}
      endOtherSessions={idle}
      {...change}
    />,
  );
}

test("each open sign-in shows its device, address and last use; this one is marked and stays", () => {
  renderView();
  const table = within(screen.getByRole("table", { name: "Open sign-ins" }));
  const [, first, second] = table.getAllByRole("row");
  expect(first).toHaveTextContent(/Firefox on Linux this one192\.0\.2\.112 Nov 2026, 12:00now/);
  expect(within(first as HTMLElement).queryByRole("button")).toBeNull();
  expect(second).toHaveTextContent(/Safari on iOS unknown12 Nov 2026, 12:0012 Nov 2026, 12:00/);
});

test("another one is ended by its own button", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ endSession: action });
  await userEvent.click(
    screen.getByRole("button", { name: "End: Safari on iOS, signed in 12 Nov 2026, 12:00" }),
  );
  expect(sent).toEqual([{ requestId: [requestId], sessionId: [away.id] }]);
});

test("a refusal stands above the list and is heard", async () => {
  renderView({
    endSession: answering(refused("session_ended", { at: "12 Nov 2026, 12:00" })).action,
  });
  await userEvent.click(screen.getByRole("button", { name: /^End: / }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(
    "This sign-in has ended already, on 12 Nov 2026, 12:00. Nothing was changed.",
  );
  await waitFor(() => expect(alert).toHaveFocus());
});

test("all others are ended at once, which is not offered where there are none", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ endOtherSessions: action });
  await userEvent.click(screen.getByRole("button", { name: "End all others" }));
  expect(sent).toEqual([{ requestId: [requestId] }]);
});

test("with this sign-in alone there is nothing to end", () => {
  renderView({ open: [here] });
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("region", { name: /Ended/ })).toBeNull();
});

test.each([
  ["signed_out", "Signed out"],
  ["ended_by_user", "Ended from another sign-in"],
  ["password_changed", "Ended when the password was changed"],
  ["user_inactivated", "Ended when you were made inactive"],
  [null, "Ended by itself after a month"],
] as const)("one that ended (%s) says how and when", (endReason, words) => {
  renderView({ ended: [{ ...away, endedAt: noon, endReason }], hasMore: true });
  const region = screen.getByRole("region", { name: "Ended in the last 30 days" });
  expect(region).toHaveTextContent(`${words}, 12 Nov 2026, 12:00`);
  expect(region).toHaveTextContent("The latest 1.");
});

test.each([
  [
    { kind: "user.session_ended", data: { count: 1, device: "Safari on iOS" } },
    "1 sign-in ended at 12:00:00.",
  ],
  [{ kind: "user.session_ended", data: { count: 3 } }, "3 sign-ins ended at 12:00:00."],
  [
    { kind: "user.password_changed", data: { device: "x", sessionsEnded: 2 } },
    "Your password was changed at 12:00:00. 2 other sign-ins ended.",
  ],
  [
    { kind: "user.password_changed", data: { device: "x", sessionsEnded: 0 } },
    "Your password was changed at 12:00:00.",
  ],
] as const)("what was just done is said from what was recorded: %j", (event, sentence) => {
  renderView({ done: { ...event, at: noon } });
  const status = screen.getByRole("status");
  expect(status).toHaveTextContent(sentence);
  expect(status).toHaveFocus();
});

test("a new password is asked for with an address, which stays where it does not do", async () => {
  const { action, sent } = answering((values) =>
    invalid({ email: "This does not look like an e-mail address." })(values),
  );
  render(<ForgetPasswordForm action={action} />);
  await userEvent.type(screen.getByLabelText("E-mail"), "nobody");
  await userEvent.click(screen.getByRole("button", { name: "Send me a link" }));
  expect(sent).toEqual([{ email: ["nobody"] }]);
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(screen.getByLabelText("E-mail")).toHaveValue("nobody");
  expect(screen.getByLabelText("E-mail")).toBeInvalid();
});
