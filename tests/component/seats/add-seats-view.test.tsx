import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { AddSeatsView } from "#components/seats/add-seats-view";
import { SpotsAdded } from "#components/seats/spots-added";
import type { FormAction } from "#lib/form-state";
import type { AddSeatsPage } from "#lib/seats/add-seats-page";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { noon, requestId, sampleId } from "#tests/support/samples";

const subscription: AddSeatsPage["subscription"] = {
  plan: "Monthly",
  interval: "month",
  currency: "USD",
  unitPrice: 1500,
  minimumSeats: 1,
  status: "active",
  anchorOn: "2026-12-01",
  period: 0,
  periodStart: "2026-12-01",
  periodEnd: "2027-01-01",
  renewsAt: new Date("2027-01-01T00:00:00Z"),
  cancelledAt: null,
  pastDueSince: null,
  readOnlyAt: null,
  timeZone: "Europe/London",
  total: 10,
  used: 8,
  ownersKeepSeats: false,
  cardHolderName: "Pat Payer",
  cardLast4: "4242",
  billingEmail: "billing@alder.example",
  schedule: null,
};
const schedule = {
  id: sampleId(70),
  toTotal: 8,
  effectiveAt: new Date("2027-01-01T00:00:00Z"),
  createdAt: noon,
  by: "Ada Archer",
};
const offer = { more: 2, total: 12, price: { amount: 2032, days: 21, ofDays: 31 } };
const { action: idle } = answering(() => ({ status: "idle" }));

type Change = Partial<Omit<AddSeatsPage, "subscription">> & {
  subscription?: Partial<AddSeatsPage["subscription"]>;
  asked?: string;
  next?: string;
  action?: FormAction;
};

function view(change: Change = {}) {
  return (
    <AddSeatsView
      whyNot={null}
      error={undefined}
      offer={offer}
      asked="2"
      dates={{ timeZone: "Europe/London", locale: "en" }}
      action={idle}
      requestId={requestId}
      {...change}
      subscription={{ ...subscription, ...change.subscription }}
    />
  );
}
const renderView = (change: Change = {}) => render(view(change));

const detail = (term: string) => screen.getByText(term, { selector: "dt" }).nextElementSibling;
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const buy = "Add 2 user spots for $20.32";

test("the sum is shown with how it comes about, who pays it, and what each period costs then", () => {
  renderView();
  expect(detail("To pay now")).toHaveTextContent(
    /^2 user spots × \$15.00 for 21 of 31 days = \$20.32$/,
  );
  expect(detail("Charged to")).toHaveTextContent("Pat Payer’s card, which ends in 4242");
  expect(detail("User spots")).toHaveTextContent("12 instead of 10 at once, 4 of them open");
  expect(detail("Bill")).toHaveTextContent(
    "From the renewal on Jan 1, 2027: $180.00 per month for 12 user spots, instead of $150.00 per month for 10.",
  );
  expect(button(buy)).toBeVisible();
});

test("one is one, of a year and in a currency without decimals", () => {
  renderView({
    subscription: { interval: "year", currency: "JPY", unitPrice: 20_000 },
    offer: { more: 1, total: 11, price: { amount: 54, days: 1, ofDays: 365 } },
  });
  expect(detail("To pay now")).toHaveTextContent("1 user spot × ¥20,000 for 1 of 365 days = ¥54");
  expect(detail("Bill")).toHaveTextContent("¥220,000 per year for 11 user spots");
  expect(button("Add 1 user spot for ¥54")).toBeVisible();
});

test("a sum that is rounded with earlier ones says so, as the figures alone come to another", () => {
  renderView({ offer: { ...offer, price: { amount: 2033, days: 21, ofDays: 31 } } });
  expect(detail("To pay now")).toHaveTextContent(
    "= $20.33, rounded together with what was charged before in this period",
  );
});

test("how many more is asked in the address, and leads back from there", () => {
  renderView({ next: "/admin/users/new" });
  const field = screen.getByLabelText("How many more");
  expect(field).toHaveValue("2");
  const form = field.closest("form");
  expect(form).toHaveAttribute("action", "/admin/subscription/add");
  expect([...new FormData(form as HTMLFormElement)]).toEqual([
    ["next", "/admin/users/new"],
    ["count", "2"],
  ]);
  expect(screen.getByRole("link", { name: "Cancel" })).toHaveAttribute("href", "/admin/users/new");
});

test("a bad number has one sentence at its field, and nothing else", () => {
  renderView({ asked: "3.5", error: "Enter a whole number, such as 2.", offer: null });
  const field = screen.getByLabelText("How many more");
  expect(field).toBeInvalid();
  expect(field).toHaveValue("3.5");
  expect(field).toHaveAccessibleDescription("Enter a whole number, such as 2.");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByText("To pay now")).toBeNull();
  expect(screen.getAllByRole("button")).toHaveLength(1);
});

test("what was shown is sent, with the new total rather than how many more", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ action, next: "/admin/users" });
  await userEvent.type(screen.getByLabelText(/Reason/), "New office");
  await userEvent.click(button(buy));
  expect(sent).toEqual([
    {
      requestId: [requestId],
      total: ["12"],
      seenTotal: ["10"],
      seenAmount: ["2032"],
      next: ["/admin/users"],
      reason: ["New office"],
    },
  ]);
});

test("while they are added the button says so, and a second click adds nothing", async () => {
  const { action, sent, finish } = waiting();
  renderView({ action });
  await userEvent.click(button(buy));
  await userEvent.click(await screen.findByRole("button", { name: "Adding…" }));
  finish();
  await screen.findByRole("button", { name: buy });
  expect(sent).toHaveLength(1);
});

test("a refusal is heard, and the new numbers are sent the next time", async () => {
  const { action, sent } = answering(refused("spots_changed", { by: "Cleo Carter", total: 11 }));
  const { rerender } = renderView({ action });
  await userEvent.click(button(buy));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("there are 11 now. Nothing was changed.");
  await waitFor(() => expect(alert).toHaveFocus());
  rerender(view({ action, subscription: { total: 11 }, offer: { ...offer, total: 13 } }));
  await userEvent.click(button(buy));
  expect(sent[1]).toMatchObject({ total: ["13"], seenTotal: ["11"] });
});

test("a scheduled reduction has to be chosen about, with the bill of each", async () => {
  const { action, sent } = answering(invalid({ reduction: "Choose whether the reduction stays." }));
  renderView({ action, subscription: { schedule } });
  expect(detail("Bill")).toHaveTextContent(
    "$120.00 per month for 8 user spots, as scheduled, or $180.00 per month for 12 without the reduction.",
  );
  const group = screen.getByRole("group", { name: /A reduction to 8 user spots on Jan 1, 2027/ });
  const keep = within(group).getByRole("radio", { name: "It stays: 12 until then, 8 afterwards" });
  const cancel = within(group).getByRole("radio", { name: "Cancel it, keep 12" });
  for (const radio of [keep, cancel]) {
    expect(radio).not.toBeChecked();
    expect(radio).toBeRequired();
  }
  expect(keep).toHaveAccessibleDescription("$120.00 per month from Jan 1, 2027 on.");
  expect(cancel).toHaveAccessibleDescription("$180.00 per month from Jan 1, 2027 on.");
  await userEvent.click(cancel);
  await userEvent.click(button(buy));
  expect(sent[0]).toMatchObject({ scheduleId: [schedule.id], reduction: ["cancel"] });
  expect(await screen.findByRole("group")).toHaveAccessibleDescription(
    "Choose whether the reduction stays.",
  );
  expect(screen.getByRole("radio", { name: "Cancel it, keep 12" })).toBeChecked();
});

test("a choice about one reduction is not kept for another", async () => {
  const { action } = answering(refused("spots_changed"));
  const { rerender } = renderView({ action, subscription: { schedule } });
  await userEvent.click(screen.getByRole("radio", { name: "Cancel it, keep 12" }));
  await userEvent.click(button(buy));
  await screen.findByRole("alert");
  const another = { ...schedule, id: sampleId(71), toTotal: 9 };
  rerender(view({ action, subscription: { schedule: another } }));
  for (const radio of screen.getAllByRole("radio")) expect(radio).not.toBeChecked();
});

test("on trial it costs nothing now, and the bill at its end is named", () => {
  renderView({
    subscription: { status: "trial", cardLast4: null, cardHolderName: null },
    offer: { ...offer, price: null },
  });
  expect(detail("To pay now")).toHaveTextContent("Nothing during the trial");
  expect(screen.queryByText("Charged to")).toBeNull();
  expect(detail("Bill")).toHaveTextContent(
    "When the trial ends on Jan 1, 2027: $180.00 per month for 12 user spots, instead of $150.00 per month for 10. There is no card on file yet to charge it to.",
  );
  expect(button("Add 2 user spots")).toBeVisible();
});

test("of a subscription that ends it promises no bill", () => {
  renderView({ subscription: { cancelledAt: noon } });
  expect(detail("Bill")).toHaveTextContent(
    "None: the subscription is cancelled and ends on Jan 1, 2027",
  );
});

test.each([
  ["payment_due", "An invoice is not paid.", "Change card holder", "/admin/subscription/card"],
  ["no_card", "There is no card on file", "Change card holder", "/admin/subscription/card"],
  ["subscription_over", "has ended", "Update subscription", "/admin/subscription"],
  ["spots_kept_to_owners", "Ask one of your Account Owners.", "Back", "/admin/users"],
] as const)(
  "%s: why not and the way on stand there before anything is typed",
  (why, words, label, href) => {
    renderView({ whyNot: why, offer: null, next: "/admin/users" });
    expect(screen.getByRole("alert")).toHaveTextContent(words);
    expect(screen.getByRole("alert")).not.toHaveTextContent("Nothing was changed");
    expect(within(screen.getByRole("alert")).getByRole("link", { name: label })).toHaveAttribute(
      "href",
      href,
    );
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("textbox")).toBeNull();
  },
);

test("where one came back to it says how many there are now, and where the receipt is", () => {
  const added = { changeId: sampleId(80), from: 10, to: 12, total: 12 };
  const { rerender } = render(<SpotsAdded added={added} />);
  expect(screen.getByRole("status")).toHaveTextContent("2 user spots were added: 12 now.");
  expect(screen.getByRole("status")).toHaveFocus();
  expect(screen.getByRole("link", { name: "See the receipt" })).toHaveAttribute(
    "href",
    `/admin/subscription/changes/${sampleId(80)}`,
  );
  rerender(<SpotsAdded added={{ ...added, to: 11, total: 15 }} />);
  expect(screen.getByRole("status")).toHaveTextContent("1 user spot was added: 11 instead of 10.");
  rerender(<SpotsAdded added={null} />);
  expect(screen.queryByRole("status")).toBeNull();
});
