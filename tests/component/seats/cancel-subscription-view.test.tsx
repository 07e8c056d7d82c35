import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { CancelSubscriptionView } from "#components/seats/cancel-subscription-view";
import type { FormAction } from "#lib/form-state";
import type { SubscriptionFacts } from "#lib/seats/subscription-status";
import { answering, refused } from "#tests/support/actions";
import { inLondon, noon, requestId } from "#tests/support/samples";
import { subscriptionFacts } from "#tests/support/subscription-facts";

const idle = answering(() => ({ status: "idle" })).action;

function renderView(change: Partial<SubscriptionFacts> = {}, action: FormAction = idle) {
  render(
    <CancelSubscriptionView
      facts={subscriptionFacts(change)}
      dates={inLondon}
      {...{ action, requestId }}
    />,
  );
}

test("it says what happens, what goes on and who can take it back, then asks the password", async () => {
  const { action, sent } = answering(refused("password_wrong"));
  renderView({}, action);
  const what = screen.getByRole("region", { name: "What happens" });
  expect(what).toHaveTextContent("The subscription goes on until 12 Dec 2026");
  expect(what).toHaveTextContent("What is paid already is not paid back.");
  expect(what).toHaveTextContent("everything stays readable");
  expect(what).toHaveTextContent("Exports work");
  expect(what).toHaveTextContent(
    "Until 12 Dec 2026 any Account Owner can resume it: Olive Owens and Ada Archer.",
  );
  expect(screen.getByRole("link", { name: "Keep it" })).toHaveAttribute(
    "href",
    "/admin/subscription",
  );
  await userEvent.type(screen.getByLabelText("Your password"), "secret");
  await userEvent.click(screen.getByRole("button", { name: "Cancel the subscription" }));
  expect(sent).toEqual([{ requestId: [requestId], password: ["secret"] }]);
  expect(await screen.findByRole("alert")).toHaveTextContent("This is not your password.");
});

test("of a trial it does not speak of what was paid", () => {
  renderView({ status: "trial" });
  const what = screen.getByRole("region", { name: "What happens" });
  expect(what).toHaveTextContent("The trial goes on until 12 Dec 2026");
  expect(what).not.toHaveTextContent("paid back");
});

test("an admin who is no Owner is told who can, and is asked nothing", () => {
  renderView({
    isOwner: false,
    whyNot: { cancel: "not_owner", resume: "not_owner", start: "not_owner" },
  });
  expect(screen.getByRole("alert")).toHaveTextContent("Only an Account Owner can do this.");
  expect(screen.getByRole("alert")).toHaveTextContent(
    "Account Owners: Olive Owens and Ada Archer.",
  );
  expect(screen.queryByRole("button")).toBeNull();
});

test.each([
  [
    "subscription_is_cancelled",
    "cancelled already: Ada Archer did so on 12 Nov 2026, 12:00. It ends on 12 Dec 2026.",
  ],
  ["subscription_over", "The subscription has ended."],
] as const)("what is over already is not asked for again: %s", (cancel, words) => {
  renderView({
    ...{ cancelledAt: noon, cancelledBy: "Ada Archer" },
    whyNot: { cancel, resume: null, start: null },
  });
  expect(screen.getByRole("alert")).toHaveTextContent(words);
  expect(screen.queryByLabelText("Your password")).toBeNull();
  expect(screen.getByRole("link", { name: "Back to the subscription" })).toBeVisible();
});
