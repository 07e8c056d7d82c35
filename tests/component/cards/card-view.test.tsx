import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { CardView } from "#components/cards/card-view";
import { answering, invalid, refused } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId, sampleId } from "#tests/support/samples";

const { action: idle } = answering(() => ({ status: "idle" }));
const card = {
  holderName: "Pat Payer",
  last4: "4242",
  billingEmail: "billing@alder.example",
  holderUser: null,
};
const change = {
  id: sampleId(70),
  holderName: "Rosa Reyes",
  last4: "4417",
  billingEmail: "bills@reyes.example",
  requestedByName: ada.name,
  createdAt: noon,
  expiresAt: new Date("2026-11-19T12:00:00Z"),
  sentTo: "billing@alder.example",
  state: "unconfirmed" as const,
};

function renderView(props: object = {}) {
  render(
    <CardView
      {...{ card, change: null, done: null, owed: [], isOwner: true, whyNot: null, requestId }}
      {...{ changeAction: idle, requestAction: idle, endAction: idle, dates: inLondon }}
      {...props}
    />,
  );
}

const onFile = () => screen.getByRole("region", { name: "Card on file" });
const detail = (region: HTMLElement, term: string) =>
  within(region).getByText(term, { selector: "dt" }).nextElementSibling;

test("it shows who pays now, and which user that is, if any", () => {
  renderView();
  expect(detail(onFile(), "Card holder")).toHaveTextContent(/^Pat Payer$/);
  expect(detail(onFile(), "Card")).toHaveTextContent(/^ends in 4242$/);
  expect(detail(onFile(), "Billing e-mail")).toHaveTextContent("billing@alder.example");
});

test("a card holder who is a user is named as one", () => {
  renderView({ card: { ...card, holderUser: ben } });
  expect(detail(onFile(), "Card holder")).toHaveTextContent("Pat Payer, who is the user Ben Baker");
});

test("what is not on file yet says so", () => {
  renderView({ card: { holderName: null, last4: null, billingEmail: null, holderUser: null } });
  for (const term of ["Card holder", "Card", "Billing e-mail"]) {
    expect(detail(onFile(), term)).toHaveTextContent("None yet");
  }
});

test("an Owner enters a holder, four digits, where bills go, and the own password", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ changeAction: action });
  expect(screen.getByText(/it counts at once\. Where bills go now/)).toBeVisible();
  expect(screen.getByLabelText(/^Last four digits/)).toHaveAccessibleDescription(
    "These four alone. Never enter the full card number.",
  );
  await fill();
  await userEvent.type(screen.getByLabelText(/^E-mail of the user/), ben.email);
  await userEvent.type(screen.getByLabelText("Your password"), "mine");
  await userEvent.click(screen.getByRole("button", { name: "Change card holder" }));
  expect(sent).toEqual([
    {
      requestId: [requestId],
      holderName: ["Rosa Reyes"],
      last4: ["4417"],
      billingEmail: ["bills@reyes.example"],
      holderEmail: [ben.email],
      password: ["mine"],
    },
  ]);
});

test("another admin asks, without a password, and knows whom", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ isOwner: false, requestAction: action });
  expect(
    screen.getByText(/counts once the link in a mail to billing@alder\.example is opened/),
  ).toBeVisible();
  expect(screen.queryByLabelText("Your password")).toBeNull();
  expect(screen.queryByRole("button", { name: "Change card holder" })).toBeNull();
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "Ask for the change" }));
  expect(sent[0]).toMatchObject({ holderName: ["Rosa Reyes"], holderEmail: [""] });
});

test("a full number is stopped before they are sent, and not cut to the first four", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ isOwner: false, requestAction: action });
  await fill("4111 1111 1111 1111");
  const field = screen.getByLabelText(/^Last four digits/);
  expect(field).toHaveValue("4111 1111 1111 1111");
  expect(field).toBeInvalid();
  await userEvent.click(screen.getByRole("button", { name: "Ask for the change" }));
  expect(sent).toEqual([]);
});

test("what is refused is said with the field, and what was not sent back is empty", async () => {
  const never = "Never enter a full card number here.";
  const { action } = answering(({ holderName: _, ...values }) => {
    return invalid({ holderName: never })(values);
  });
  renderView({ isOwner: false, requestAction: action });
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "Ask for the change" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(never);
  await waitFor(() => expect(alert).toHaveFocus());
  const name = screen.getByLabelText("Card holder’s name");
  expect(name).toHaveValue("");
  expect(name).toHaveAccessibleDescription(expect.stringContaining(never));
  expect(screen.getByLabelText("Billing e-mail")).toHaveValue("bills@reyes.example");
});

test("what is owed is said before another card is charged for it", () => {
  renderView({
    owed: [
      { number: 7, amount: 15_000, currency: "USD" },
      { number: 9, amount: 1234, currency: "JPY" },
    ],
  });
  expect(screen.getByRole("alert")).toHaveTextContent(
    /^Not paid yet: invoice 7 over \$150\.00 and invoice 9 over ¥1,234\.\s*As soon as another card is on file, they are charged to it\.$/,
  );
});

test("one invoice is one", () => {
  renderView({ owed: [{ number: 7, amount: 15_000, currency: "USD" }] });
  expect(screen.getByRole("alert")).toHaveTextContent("on file, it is charged to it.");
});

test("a change under way says who asked, when, where the link went, until when, and is cancelled", async () => {
  const { action, sent } = answering(refused("card_change_over"));
  renderView({ change, endAction: action, isOwner: false });
  const underWay = screen.getByRole("region", { name: "Change under way" });
  expect(detail(underWay, "New card holder")).toHaveTextContent("Rosa Reyes");
  expect(detail(underWay, "Card")).toHaveTextContent("ends in 4417");
  expect(detail(underWay, "Asked for")).toHaveTextContent("by Ada Archer on 12 Nov 2026, 12:00");
  expect(detail(underWay, "Waits for")).toHaveTextContent(
    "the link sent to billing@alder.example to be opened, before 19 Nov 2026, 12:00",
  );
  expect(screen.getByText("The change under way ends when you ask for another one.")).toBeVisible();
  await userEvent.click(within(underWay).getByRole("button", { name: "Cancel it" }));
  expect(sent).toEqual([{ requestId: [requestId], changeId: [change.id] }]);
  expect(await screen.findByRole("alert")).toHaveTextContent("is over");
});

test("where nobody could confirm it, it says who can change it", () => {
  renderView({ isOwner: false, whyNot: "no_billing_email" });
  expect(screen.getByRole("alert")).toHaveTextContent("Ask one of your Account Owners");
  expect(screen.queryByRole("textbox")).toBeNull();
});

test.each([
  ["unconfirmed", "A mail with a link went to billing@alder.example."],
  ["done", "On file now: Rosa Reyes’s card, which ends in 4417. Bills go to bills@reyes.example"],
  ["over", "The change to Rosa Reyes’s card, which ends in 4417, has ended."],
])("what came of it is said as it is by now: %s", async (state, sentence) => {
  renderView({ done: { ...change, state } });
  const status = screen.getByRole("status");
  expect(status.textContent?.replaceAll(/\.(?=[A-Z])/g, ". ")).toContain(sentence);
  await waitFor(() => expect(status).toHaveFocus());
});

async function fill(last4 = "4417"): Promise<void> {
  await userEvent.type(screen.getByLabelText("Card holder’s name"), "Rosa Reyes");
  await userEvent.type(screen.getByLabelText(/^Last four digits/), last4);
  await userEvent.type(screen.getByLabelText("Billing e-mail"), "bills@reyes.example");
}
