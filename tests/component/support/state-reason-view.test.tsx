import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { StateReasonView } from "#components/support/state-reason-view";
import { answering, invalid } from "#tests/support/actions";
import { sampleId } from "#tests/support/samples";

const accountId = sampleId(9);

test("before an account is shown its reason is asked for, and who will read it is said", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  render(<StateReasonView {...{ accountId, action }} name="Alder Realty" />);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("State your reason");
  expect(screen.getByText(/To look into/)).toHaveTextContent("Alder Realty");
  expect(screen.getByText(/nothing of its contacts/)).toBeVisible();
  const reason = screen.getByLabelText("Your reason");
  expect(reason).toHaveAccessibleDescription(
    "The account's admins read it in their log, with your name. The look lasts half an hour.",
  );
  await userEvent.type(reason, "Card holder called");
  await userEvent.click(screen.getByRole("button", { name: "Look into the account" }));
  expect(sent).toEqual([{ account: [accountId], reason: ["Card holder called"] }]);
});

test("whoever comes by an address alone is told which account by its id", () => {
  const { action } = answering(() => ({ status: "idle" }));
  render(<StateReasonView {...{ accountId, action }} name={null} />);
  expect(screen.getByText(/To look into/)).toHaveTextContent(`the account ${accountId}.`);
});

test("a reason that does not do is marked and stays", async () => {
  const { action } = answering(invalid({ reason: "Say in a few words why you look." }));
  render(<StateReasonView {...{ accountId, action }} name={null} />);
  await userEvent.type(screen.getByLabelText("Your reason"), "ab");
  await userEvent.click(screen.getByRole("button", { name: "Look into the account" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Say in a few words why you look.");
  expect(screen.getByLabelText("Your reason")).toBeInvalid();
  expect(screen.getByLabelText("Your reason")).toHaveValue("ab");
});
