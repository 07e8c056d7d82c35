import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { EditUserForm, type EditUserFormProps } from "#components/users/edit-user-form";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ada, ben, cleo, requestId } from "#tests/support/samples";

const user: EditUserFormProps["user"] = {
  id: ben.id,
  name: ben.name,
  firstName: "Ben",
  lastName: "Baker",
  email: ben.email,
  role: "user",
  defaultSuccessor: { id: cleo.id },
};
const idle = answering(() => ({ status: "idle" })).action;

function renderForm(change: Partial<EditUserFormProps> = {}) {
  render(
    <EditUserForm
      action={idle}
      requestId={requestId}
      seen="digest"
      isSelf={false}
      user={user}
      colleagues={[ada, { ...cleo, isInactive: true }]}
      roleIsKept={null}
      emailIsKept={null}
      {...change}
    />,
  );
}

const save = () => userEvent.click(screen.getByRole("button", { name: "Save changes" }));

test("it holds what the user is now, an inactive default successor too", () => {
  renderForm();
  expect(screen.getByLabelText("First name")).toHaveValue("Ben");
  expect(screen.getByLabelText("E-mail")).toHaveValue(ben.email);
  expect(screen.getByLabelText("E-mail")).toHaveAccessibleDescription(/counts once the link/);
  expect(screen.getByRole("radio", { name: "User" })).toBeChecked();
  expect(screen.getByLabelText(/Default successor/)).toHaveValue(cleo.id);
  expect(screen.getByRole("option", { name: "Cleo Carter (inactive)" })).toBeInTheDocument();
  expect(screen.queryByLabelText(/Your password/)).toBeNull();
});

test("what was typed is sent with what the page had shown", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm({ action });
  await userEvent.clear(screen.getByLabelText("Last name"));
  await userEvent.type(screen.getByLabelText("Last name"), "Boll");
  await userEvent.click(screen.getByRole("radio", { name: "Admin" }));
  await save();
  expect(sent[0]).toMatchObject({
    lastName: ["Boll"],
    role: ["admin"],
    seen: ["digest"],
    userId: [ben.id],
    defaultSuccessorId: [cleo.id],
  });
});

test("one's own password is asked for, for the e-mail alone", () => {
  renderForm({ isSelf: true });
  expect(screen.getByLabelText(/Your password/)).toHaveAccessibleDescription(/own e-mail/);
});

test("what stays as it is says why", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderForm({ action, roleIsKept: "An Owner is an admin.", emailIsKept: "Only Ben changes it." });
  expect(screen.getByText("An Owner is an admin.")).toBeVisible();
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByLabelText("E-mail")).toHaveAttribute("readonly");
  expect(screen.getByLabelText("E-mail")).toHaveAccessibleDescription("Only Ben changes it.");
  await save();
  expect(sent[0]).toMatchObject({ role: ["user"], email: [ben.email] });
});

test("another person: the right path is filled in, and the same person asks for a reason", async () => {
  const { action, sent } = answering(refused("another_person", { name: ben.name }));
  renderForm({ action });
  for (const [label, text] of [
    ["First name", "Nora"],
    ["Last name", "Novák"],
    ["E-mail", "nora@x.example"],
  ] as const) {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), text);
  }
  await save();
  const alert = await screen.findByRole("alert");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(screen.getByRole("link", { name: "Hand over to the new person" })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/hand-over?first=Nora&last=Nov%C3%A1k&email=nora%40x.example&role=user`,
  );
  await userEvent.click(screen.getByRole("checkbox", { name: "It is the same person" }));
  await userEvent.type(screen.getByLabelText("Reason"), "A new name");
  await save();
  expect(sent[1]).toMatchObject({ isSamePerson: ["yes"], samePersonReason: ["A new name"] });
});

test("an address of another with the name kept does not fill the name in for the new person", async () => {
  renderForm({ action: answering(refused("another_person", { name: ben.name })).action });
  await userEvent.clear(screen.getByLabelText("E-mail"));
  await userEvent.type(screen.getByLabelText("E-mail"), "nora@x.example");
  await save();
  expect(await screen.findByRole("link", { name: /Hand over/ })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/hand-over?email=nora%40x.example&role=user`,
  );
});

test("a missing reason is named beside the reason, which stays open", async () => {
  const fields = { samePersonReason: "Give the reason why it is the same person." };
  renderForm({ action: answering(invalid(fields)).action });
  await save();
  expect(await screen.findByRole("checkbox", { name: "It is the same person" })).toBeChecked();
  expect(screen.getByLabelText("Reason")).toHaveAccessibleDescription(/Give the reason/);
});

test("while it is saved the button says so", async () => {
  const { action, sent, finish } = waiting();
  renderForm({ action });
  await save();
  const button = await screen.findByRole("button", { name: "Saving…" });
  await userEvent.click(button);
  expect(sent).toHaveLength(1);
  finish();
  expect(await screen.findByRole("button", { name: "Save changes" })).toBeVisible();
});
