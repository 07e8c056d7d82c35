import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SubscriptionView, type SubscriptionViewProps } from "#components/seats/subscription-view";
import { answering, refused } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId } from "#tests/support/samples";
import {
  bill,
  sampleCancellation,
  samplePage,
  sampleSchedule,
  scheduledPage,
} from "#tests/support/subscription-samples";

const idle = answering(() => ({ status: "idle" }));

function renderView(change: Partial<SubscriptionViewProps> = {}) {
  return render(
    <SubscriptionView
      {...samplePage()}
      isOwner={false}
      isRuleChanged={false}
      asked={{}}
      dates={inLondon}
      cancelAction={idle.action}
      keepAction={idle.action}
      letAction={idle.action}
      requestId={requestId}
      {...change}
    />,
  );
}

const detail = (term: string) => screen.getByText(term, { selector: "dt" }).nextElementSibling;
const part = (name: string) => within(screen.getByRole("region", { name }));

test("spots, card and billing address are shown, and no card number but its end", () => {
  renderView();
  expect(screen.getByRole("meter")).toHaveAccessibleName("10 of 12 user spots used, 2 open");
  expect(screen.getByRole("link", { name: /user spots used/ })).toHaveAttribute(
    "href",
    "/admin/users?status=active",
  );
  expect(detail("Card holder")).toHaveTextContent("Pat Payer");
  expect(detail("Card")).toHaveTextContent(/^ends in 4242$/);
  expect(detail("Billing e-mail")).toHaveTextContent("billing@alder.example");
  expect(screen.getByRole("link", { name: "Change card holder" })).toHaveAttribute(
    "href",
    "/admin/subscription/card",
  );
});

test("what is not on file yet says so", () => {
  renderView(samplePage({ cardHolderName: null, cardLast4: null, billingEmail: null }));
  for (const term of ["Card holder", "Card", "Billing e-mail"]) {
    expect(detail(term)).toHaveTextContent("None yet");
  }
});

test("the ways to more and to fewer spots are there, or why they are not", () => {
  const { unmount } = renderView();
  expect(screen.getByRole("link", { name: "Add user spots" })).toHaveAttribute(
    "href",
    "/admin/subscription/add",
  );
  expect(screen.getByRole("link", { name: "Reduce user spots" })).toHaveAttribute(
    "href",
    "/admin/subscription/reduce",
  );
  unmount();
  renderView({ whyNot: "spots_kept_to_owners" });
  expect(screen.queryByRole("link", { name: /user spots$/ })).toBeNull();
  expect(screen.getByText(/keep changes of user spots to themselves/)).toHaveTextContent(
    /^The Account Owners .+ Ask one of your Account Owners\.$/,
  );
});

test("a subscription that has ended has no ways to other numbers, and leaves to its status who starts it again", () => {
  renderView(samplePage({ status: "ended", readOnlyAt: noon }));
  expect(screen.queryByRole("link", { name: /user spots$/ })).toBeNull();
  expect(screen.queryByText(/^The subscription has ended/)).toBeNull();
});

test("a scheduled change says from what to what, when, by whom and what it means, and is cancelled", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ ...scheduledPage(), cancelAction: action });
  expect(screen.queryByText(/as scheduled/)).toBeNull();
  const notice = screen.getByRole("status");
  expect(notice).toHaveTextContent(
    `12 → 11 user spots on 1 Dec 2026, scheduled by ${ben.name}Scheduled on 12 Nov 2026, 12:00. ` +
      "Until then all 12 stay yours. The bill goes from US$180.00 a month to US$165.00 a month.",
  );
  await userEvent.click(within(notice).getByRole("button", { name: "Cancel the change" }));
  expect(sent).toEqual([{ requestId: [requestId], scheduleId: [sampleSchedule.id] }]);
});

test("who may not cancel it is told why, once, in place of the ways to other numbers", () => {
  renderView({ ...scheduledPage(), whyNot: "spots_kept_to_owners" });
  expect(screen.queryByRole("button", { name: "Cancel the change" })).toBeNull();
  expect(screen.getByText(/keep changes of user spots to themselves/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "Reduce user spots" })).toBeNull();
});

test("a change that more users stand in the way of says how many spots would be left", () => {
  const page = scheduledPage({ bill: bill(12, 12) });
  renderView({ ...page, subscription: { ...page.subscription, used: 12 } });
  expect(screen.getByRole("status")).toHaveTextContent(
    "As it is now, 12 user spots would be left rather than 11, because 12 are used.",
  );
});

test("a subscription that ends has no other bill, whatever is scheduled", () => {
  const page = scheduledPage();
  renderView({ ...page, subscription: { ...page.subscription, cancelledAt: noon } });
  expect(screen.getByRole("status")).not.toHaveTextContent("The bill goes");
  expect(detail("Next bill")).toHaveTextContent(/^None$/);
});

test("that somebody else cancelled it meanwhile is said in its place, also when it is there no more", async () => {
  const { action } = answering(
    refused("reduction_ended", { by: ada.name, at: "12 Nov 2026, 12:00" }),
  );
  const { rerender } = renderView({ ...scheduledPage(), cancelAction: action });
  await userEvent.click(screen.getByRole("button", { name: "Cancel the change" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(`${ada.name} changed it on 12 Nov 2026, 12:00`);
  expect(alert).toHaveFocus();
  rerender(
    <SubscriptionView
      {...samplePage()}
      isOwner={false}
      isRuleChanged={false}
      asked={{}}
      dates={inLondon}
      cancelAction={action}
      keepAction={idle.action}
      letAction={idle.action}
      requestId={requestId}
    />,
  );
  expect(screen.getByRole("alert")).toHaveTextContent(ada.name);
  expect(screen.queryByRole("button", { name: "Cancel the change" })).toBeNull();
});

test("what was cancelled a moment ago says by whom and leads to its receipt", () => {
  renderView(samplePage({}, { cancellation: sampleCancellation }));
  const result = screen.getByRole("status");
  expect(result).toHaveTextContent(
    `${ada.name} cancelled the change to 11 user spots on 1 Dec 2026.`,
  );
  expect(within(result).getByRole("link", { name: "See the receipt" })).toHaveAttribute(
    "href",
    `/admin/subscription/changes/${sampleCancellation.id}`,
  );
  expect(result).toHaveFocus();
});

test("every admin is told who changes user spots; an Owner changes it", async () => {
  const keep = answering(() => ({ status: "idle" }));
  const { unmount } = renderView();
  expect(part("Who changes user spots").getByText("Every admin.")).toBeVisible();
  expect(part("Who changes user spots").queryByRole("button")).toBeNull();
  unmount();
  renderView({ isOwner: true, keepAction: keep.action });
  await userEvent.click(screen.getByRole("button", { name: "Keep them to Account Owners" }));
  expect(keep.sent).toEqual([{ requestId: [requestId] }]);
});

test("kept to Owners says since when and by whom; an Owner lets the others again, who can only ask", async () => {
  const rule = { ownersKeepSeats: true, latest: { at: noon, by: ada.name } };
  const lets = answering(refused("spots_open_already", { by: ben.name }));
  const { unmount } = renderView(samplePage({}, { rule }));
  expect(part("Who changes user spots").getByRole("list")).toHaveTextContent(
    `Account Owners only, since 12 Nov 2026, 12:00 by ${ada.name}.`,
  );
  expect(screen.getByText(/^Ask one of your Account Owners/)).toBeVisible();
  unmount();
  renderView({ ...samplePage({}, { rule }), isOwner: true, letAction: lets.action });
  await userEvent.click(screen.getByRole("button", { name: "Let every admin change them" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    `Every admin can change user spots already, by ${ben.name}.`,
  );
});

test("a rule changed a moment ago is the result", () => {
  const rule = { ownersKeepSeats: true, latest: { at: noon, by: ada.name } };
  renderView({ ...samplePage({}, { rule }), isRuleChanged: true });
  expect(screen.getByRole("status")).toHaveTextContent(
    `${ada.name} kept changes of user spots to Account Owners on 12 Nov 2026, 12:00.`,
  );
});

test("pages of the ledger and of the invoices keep each other's place", () => {
  const page = samplePage();
  renderView({
    ...page,
    asked: { invoicesBelow: 19 },
    ledger: { ...page.ledger, count: 120, older: 71 },
    invoices: { ...page.invoices, count: 30, newer: 0, older: 7 },
  });
  const hrefs = (name: string) =>
    within(screen.getByRole("navigation", { name }))
      .getAllByRole("link")
      .map((link) => link.getAttribute("href"));
  expect(hrefs("Pages of Changes")).toEqual(["/admin/subscription?changes=71&invoices=19#changes"]);
  expect(hrefs("Pages of Invoices")).toEqual([
    "/admin/subscription#invoices",
    "/admin/subscription?invoices=7#invoices",
  ]);
});
