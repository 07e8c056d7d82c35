import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ReactivateUserForm } from "#components/users/reactivate-user-form";
import { ReactivateUserView } from "#components/users/reactivate-user-view";
import type { FormAction } from "#lib/form-state";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId } from "#tests/support/samples";

const inactive = {
  ...ben,
  formerEmail: null,
  status: "inactive" as const,
  hasPassword: true,
  inactivatedAt: noon,
  inactivatedByName: ada.name,
};
const { action: idle } = answering(() => ({ status: "idle" }));

function renderView(change: object = {}) {
  render(
    <ReactivateUserView
      user={inactive}
      seats={{ total: 12, used: 10 }}
      nextSeat={null}
      contacts={37}
      reactivation={null}
      handedOver={null}
      preparing={null}
      whyNot={null}
      dates={inLondon}
      action={idle}
      requestId={requestId}
      {...change}
    />,
  );
}

function renderForm(action: FormAction, needsEmail = false) {
  render(
    <ReactivateUserForm {...{ action, needsEmail, requestId }} userId={ben.id} nextSeat={null} />,
  );
}

const button = () => screen.getByRole("button", { name: "Make Active" });

test("a reassignment that is under way is led to, before and after", () => {
  renderView({ preparing: requestId });
  const link = { name: "being prepared for others" };
  expect(screen.getByRole("link", link)).toHaveAttribute("href", `/transfers/${requestId}`);
});

test("before the click it says since when, by whom, and which spot is taken", () => {
  renderView();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Make Ben Baker active");
  const changes = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(changes).toEqual(
    expect.arrayContaining([
      "Inactive since 12 Nov 2026, 12:00 by Ada Archer. From now on Ben Baker can sign in again.",
      "One open user spot is taken: 11 of 12 user spots used afterwards.",
      "Earlier sign-ins and links stay ended.",
      "37 contacts still lie with Ben Baker.",
    ]),
  );
  expect(screen.getByRole("link", { name: "37 contacts" })).toHaveAttribute(
    "href",
    `/contacts?assignee=${ben.id}`,
  );
});

test("where no contacts are left it promises none back", () => {
  renderView({ contacts: 0 });
  expect(screen.getByText("Contacts that were given to others stay with them.")).toBeVisible();
});

test("without an open spot it says why not and leads to where spots are added, and there is no button", () => {
  renderView({ whyNot: "no_open_seat", seats: { total: 10, used: 10 } });
  expect(screen.getByRole("alert")).toHaveTextContent("All user spots are used.");
  expect(screen.getByRole("link", { name: "Add user spots" })).toHaveAttribute(
    "href",
    `/admin/subscription/add?next=%2Fadmin%2Fusers%2F${ben.id}%2Freactivate`,
  );
  expect(screen.queryByRole("button")).toBeNull();
});

const active = { ...inactive, status: "active", inactivatedAt: null };
const data = { seatsTotal: 12, seatsUsed: 10, email: ben.email };
const reactivation = { at: noon, by: ada.name, data };

test("afterwards it says who did it and when, and moves the focus there", () => {
  renderView({ user: active, reactivation });
  const status = screen.getByRole("status");
  expect(status).toHaveTextContent(
    "Ada Archer made Ben Baker active on 12 Nov 2026, 12:00.10 of 12 user spots used now.",
  );
  expect(status).toHaveTextContent(
    "Earlier sign-ins and links stay ended; Ben Baker signs in anew",
  );
  expect(status).toHaveFocus();
  expect(screen.queryByRole("button")).toBeNull();
});

test("who never chose a password needs a link, and that is where it leads", () => {
  renderView({ user: { ...active, hasPassword: false }, reactivation });
  expect(screen.getByRole("status")).toHaveTextContent("needs a link to choose one");
  expect(screen.getByRole("link", { name: "Make a password link" })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/link`,
  );
});

test("of somebody who was never inactive it claims nothing", () => {
  renderView({ user: active });
  expect(screen.getByRole("status")).toHaveTextContent("Ben Baker was never inactive.");
  expect(screen.queryByText(/sign-ins and links/)).toBeNull();
});

test("one click sends whom it is about, and once", async () => {
  const { action, sent, finish } = waiting();
  renderForm(action);
  await userEvent.click(button());
  await userEvent.click(await screen.findByRole("button", { name: "Making active…" }));
  finish();
  await screen.findByRole("button", { name: "Make Active" });
  expect(sent).toEqual([{ userId: [ben.id], requestId: [requestId] }]);
});

test("a refusal is announced and focused", async () => {
  const facts = { name: ben.name, by: ada.name, at: "12 Nov 2026, 12:00" };
  renderForm(answering(refused("already_active", facts)).action);
  await userEvent.click(button());
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(
    "Ben Baker is active already since 12 Nov 2026, 12:00, by Ada Archer. Nothing was changed.",
  );
  expect(screen.getByRole("link", { name: "Back to Manage Users" })).toBeVisible();
  await waitFor(() => expect(alert).toHaveFocus());
});

test("who lost the address to somebody else needs a new one", async () => {
  const { action, sent } = answering(
    invalid({ email: "This does not look like an e-mail address." }),
  );
  renderForm(action, true);
  const email = screen.getByLabelText("New e-mail");
  expect(email).toBeRequired();
  expect(email).toHaveAccessibleDescription("The former address belongs to somebody else now.");
  await userEvent.type(email, "ben");
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "does not look like an e-mail address",
  );
  expect(sent[0]).toMatchObject({ email: ["ben"] });
  expect(email).toBeInvalid();
  expect(email).toHaveValue("ben");
  expect(email).toHaveAccessibleDescription(/This does not look like an e-mail address/);
});

test("who has no address now is shown with the former one", () => {
  renderView({ user: { ...inactive, email: null, formerEmail: "office@alder.example" } });
  expect(screen.getByText("formerly office@alder.example")).toBeVisible();
  expect(screen.getByLabelText("New e-mail")).toBeVisible();
});

test("afterwards it leads to the contacts that can come back", () => {
  renderView({
    user: { ...inactive, status: "active" },
    reactivation,
    handedOver: { transferId: "a-transfer", contacts: 12 },
  });
  expect(screen.getByRole("link", { name: "Get 12 contacts back" })).toHaveAttribute(
    "href",
    "/transfers/a-transfer",
  );
});
