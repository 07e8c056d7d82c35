import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { EmailChangeStatus } from "#components/users/email-change-status";
import { FollowLinkForm } from "#components/users/follow-link-form";
import { HandOverForm } from "#components/users/hand-over-form";
import { MakeOwnerForm } from "#components/users/make-owner-form";
import { answering, refused } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId, sampleId } from "#tests/support/samples";

test("making an Account Owner asks for the own password, and says so where it is wrong", async () => {
  const { action, sent } = answering(refused("password_wrong"));
  render(<MakeOwnerForm action={action} userId={ben.id} requestId={requestId} />);
  const field = screen.getByLabelText("Your password");
  expect(field).toHaveAttribute("type", "password");
  expect(field).toHaveAccessibleDescription(/nobody in your account can take this back/);
  await userEvent.type(field, "not mine{Enter}");
  expect(sent[0]).toMatchObject({ userId: [ben.id], password: ["not mine"] });
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("This is not your password. Nothing was changed.");
  await waitFor(() => expect(alert).toHaveFocus());
});

test("a mailed link's page sends which button was pressed", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  const buttons = [
    { label: "I agree", pendingLabel: "Agreeing…", value: "yes" },
    { label: "No, keep my address", pendingLabel: "Keeping it…", value: "no" },
  ];
  render(<FollowLinkForm action={action} accountId={sampleId(1)} token="t" buttons={buttons} />);
  await userEvent.click(screen.getByRole("button", { name: "No, keep my address" }));
  expect(sent[0]).toEqual({ accountId: [sampleId(1)], token: ["t"], answer: ["no"] });
});

const change = {
  id: sampleId(80),
  toEmail: "ben@new.example",
  requestedByName: ada.name,
  createdAt: noon,
  expiresAt: new Date("2026-11-19T12:00:00Z"),
  confirmedAt: null,
  needsAgreement: true,
  agreedAt: null,
};

function renderStatus(props: { canEnd: boolean; canAgree: boolean; agreedAt?: Date }) {
  const { action } = answering(() => ({ status: "idle" }));
  render(
    <EmailChangeStatus
      {...props}
      change={{ ...change, agreedAt: props.agreedAt ?? null }}
      userId={ben.id}
      requestId={requestId}
      dates={inLondon}
      endAction={action}
      agreeAction={action}
    />,
  );
}

test("a new e-mail on its way says who entered it and what it waits for", () => {
  renderStatus({ canEnd: true, canAgree: false });
  const status = screen.getByRole("region", { name: "New e-mail on its way" });
  expect(status).toHaveTextContent("Ada Archer entered it on 12 Nov 2026, 12:00");
  expect(status).toHaveTextContent("before 19 Nov 2026, 12:00");
  expect(status).toHaveTextContent("The old address or an Account Owner agrees");
  expect(screen.getByRole("button", { name: "Cancel the change" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Agree to the new e-mail" })).toBeNull();
});

test("an Owner can agree to it, once", () => {
  renderStatus({ canEnd: false, canAgree: true });
  expect(screen.getByRole("button", { name: "Agree to the new e-mail" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Cancel the change" })).toBeNull();
});

test("who has agreed is not asked again", () => {
  renderStatus({ canEnd: false, canAgree: true, agreedAt: noon });
  expect(screen.getByText("It was agreed to on 12 Nov 2026, 12:00.")).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

test("handing over begins with what is known of the new person, and sends the rest", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  const newcomer = { firstName: "Nora", lastName: "Novák", email: "", role: "admin" as const };
  render(
    <HandOverForm
      {...{ action, requestId, newcomer, nextSeat: null }}
      user={ben}
      leaving={<p>Ben leaves.</p>}
    />,
  );
  expect(screen.getByText("Ben leaves.")).toBeVisible();
  expect(screen.getByLabelText("First name")).toHaveValue("Nora");
  expect(screen.getByRole("radio", { name: "Admin" })).toBeChecked();
  await userEvent.type(screen.getByLabelText("E-mail"), "nora@x.example");
  await userEvent.click(screen.getByRole("button", { name: "Hand over" }));
  expect(sent[0]).toMatchObject({ userId: [ben.id], lastName: ["Novák"], role: ["admin"] });
});

test("an address of somebody inactive asks whether the new person takes it over", async () => {
  const facts = { name: "Fred Fuller", email: "fred@x.example", userId: sampleId(9) };
  const { action, sent } = answering(refused("email_of_inactive_user", facts));
  const newcomer = {
    firstName: "N",
    lastName: "N",
    email: "fred@x.example",
    role: "user" as const,
  };
  render(
    <HandOverForm {...{ action, requestId, newcomer, nextSeat: null }} user={ben} leaving={null} />,
  );
  const send = () => userEvent.click(screen.getByRole("button", { name: "Hand over" }));
  await send();
  await userEvent.click(await screen.findByRole("checkbox", { name: /takes over fred@x/ }));
  await send();
  expect(sent[1]).toMatchObject({ takesEmailFrom: [sampleId(9)] });
});
