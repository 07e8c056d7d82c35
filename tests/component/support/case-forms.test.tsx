import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { AskCardHolderForm } from "#components/support/ask-card-holder-form";
import { AssignCaseForm } from "#components/support/assign-case-form";
import { CarryOutCaseForm } from "#components/support/carry-out-case-form";
import { DecideObjectionForm } from "#components/support/decide-objection-form";
import { NameSuccessorForm } from "#components/support/name-successor-form";
import { NoteCallbackForm } from "#components/support/note-callback-form";
import { NoteInCaseForm } from "#components/support/note-in-case-form";
import { OpenCaseView } from "#components/support/open-case-view";
import { RefuseCaseForm } from "#components/support/refuse-case-form";
import { ReopenCaseForm } from "#components/support/reopen-case-form";
import { VerifyCaseForm } from "#components/support/verify-case-form";
import { WithdrawCaseForm } from "#components/support/withdraw-case-form";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ada, ben, cleo, noon, requestId, sampleId } from "#tests/support/samples";
import { lena, rita, theo } from "#tests/support/samples-of-cases";

const { action, sent } = answering(() => ({ status: "idle" }));
const form = { action, formId: requestId, caseNumber: 1042 };
const ofCase = { requestId: [requestId], caseNumber: ["1042"] };
const stated = {
  holderName: ["Pat Payer"],
  last4: ["4242"],
  callbackNumber: ["+49 30 1234567"],
};

async function type(label: string | RegExp, text: string) {
  await userEvent.type(screen.getByLabelText(label), text);
}

async function stateCard() {
  await type(/^Card holder’s name/, "Pat Payer");
  await type(/^Last four digits/, "4242");
  await type("Callback number", "+49 30 1234567");
}

const giveReason = () => type("Reason", "Not reached.");

test.each<[string, ReactElement, () => Promise<void>, string, object]>([
  [
    "verifying says what was checked",
    <VerifyCaseForm key="1" {...form} />,
    () => type("What you checked", "Called back."),
    "Verify",
    { reason: ["Called back."] },
  ],
  [
    "carrying out sends the case alone",
    <CarryOutCaseForm key="1" {...form} kind="removal" name={ben.name} newOwner={null} />,
    async () => {},
    "Carry it out",
    {},
  ],
  [
    "an objection is decided with a reason, as it was read",
    <DecideObjectionForm key="1" {...form} objectedAt={noon.toISOString()} />,
    giveReason,
    "Let it go on",
    { reason: ["Not reached."], objectedAt: [noon.toISOString()] },
  ],
  [
    "the card holder is asked with what the caller said",
    <AskCardHolderForm key="1" {...form} capacity="admin" isVerified={false} />,
    stateCard,
    "Send the confirmation",
    stated,
  ],
  [
    "a call is noted with the number that was shown",
    <NoteCallbackForm key="1" {...form} callbackNumber="+49 30 1234567" />,
    async () => {},
    "I called, and it was them",
    { callbackNumber: ["+49 30 1234567"] },
  ],
  [
    "a successor is chosen",
    <NameSuccessorForm key="1" {...form} successors={[ada, cleo]} successorId={ada.id} />,
    () => userEvent.selectOptions(screen.getByLabelText("Next Account Owner"), cleo.id),
    "Name the successor",
    { successorId: [cleo.id] },
  ],
  [
    "a case is given to a colleague",
    <AssignCaseForm
      key="1"
      {...form}
      agents={[rita, theo, lena]}
      agentId={rita.id}
      assignedTo={rita.id}
    />,
    () => userEvent.selectOptions(screen.getByLabelText("Assigned to"), "Theo Thorn · Technical"),
    "Assign",
    { agentId: [theo.id] },
  ],
  [
    "a note is written",
    <NoteInCaseForm key="1" {...form} />,
    () => type("Note", "Nobody there."),
    "Add note",
    { body: ["Nobody there."] },
  ],
  ...(
    [
      ["refusing", <RefuseCaseForm key="1" {...form} />, "Refuse"],
      ["withdrawing", <WithdrawCaseForm key="1" {...form} />, "Withdraw"],
      ["reopening", <ReopenCaseForm key="1" {...form} />, "Reopen"],
    ] as const
  ).map(([what, element, button]): [string, ReactElement, () => Promise<void>, string, object] => [
    `${what} has a reason`,
    element,
    giveReason,
    button,
    { reason: ["Not reached."] },
  ]),
])("%s", async (_sentence, element, fill, button, values) => {
  sent.length = 0;
  render(element);
  const details = document.querySelector("details") as HTMLDetailsElement;
  if (!details.open) await userEvent.click(document.querySelector("summary") as HTMLElement);
  await fill();
  await userEvent.click(screen.getByRole("button", { name: button }));
  expect(sent).toEqual([{ ...ofCase, ...values }]);
});

test("a refused step unfolds with the sentence, and keeps what was typed", async () => {
  const answer = answering(refused("case_card_differs"));
  render(
    <AskCardHolderForm {...form} action={answer.action} capacity="card_holder" isVerified={true} />,
  );
  await userEvent.click(screen.getByText("Ask the card holder again"));
  expect(screen.getByText(/verified anew then/)).toBeVisible();
  await stateCard();
  await userEvent.click(screen.getByRole("button", { name: "Send the confirmation" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveFocus();
  expect(alert).toHaveTextContent(/not those of the card on file\. Nothing was changed/);
  expect(document.querySelector("details")).toHaveAttribute("open");
  expect(screen.getByLabelText(/^Last four digits/)).toHaveValue("4242");
});

test("a wrong field says so at its place", async () => {
  const answer = answering(invalid({ last4: "Enter exactly the last four digits." }));
  render(
    <AskCardHolderForm {...form} action={answer.action} capacity="admin" isVerified={false} />,
  );
  await userEvent.click(screen.getByText("Ask the card holder to confirm"));
  await stateCard();
  await userEvent.click(screen.getByRole("button", { name: "Send the confirmation" }));
  await screen.findByRole("alert");
  expect(screen.getByLabelText(/^Last four digits/)).toHaveAccessibleDescription(
    /Enter exactly the last four digits/,
  );
});

test("while it is carried out, a second click does nothing", async () => {
  const slow = waiting();
  const change = { kind: "removal" as const, name: ben.name, newOwner: cleo.name };
  render(<CarryOutCaseForm {...form} {...change} action={slow.action} />);
  await userEvent.click(screen.getByRole("button", { name: "Carry it out" }));
  await userEvent.click(screen.getByRole("button", { name: "Carrying it out…" }));
  expect(slow.sent).toHaveLength(1);
  slow.finish();
  expect(await screen.findByRole("button", { name: "Carry it out" })).toBeVisible();
});

test("without anybody who fits, naming a successor says who would", async () => {
  render(<NameSuccessorForm {...form} successors={[]} successorId={null} />);
  await userEvent.click(screen.getByText("Name a successor"));
  expect(screen.getByLabelText("Next Account Owner")).toHaveAccessibleDescription(
    /^Nobody fits: it takes an active admin who has signed in/,
  );
});

const opening = {
  account: { id: sampleId(9), name: "Alder & Sons" },
  canBeAsked: true,
  owners: [{ ...ben, openCase: null }],
  successors: [cleo],
  action,
  formId: requestId,
};

test("an agent opens a case with what the card holder says", async () => {
  sent.length = 0;
  render(<OpenCaseView {...opening} />);
  expect(screen.getByLabelText(/^Account Owner whom/)).toHaveValue(ben.id);
  await stateCard();
  await giveReason();
  await userEvent.selectOptions(screen.getByLabelText(/^Next Account Owner/), cleo.id);
  await userEvent.click(screen.getByRole("button", { name: "Open the case" }));
  expect(sent).toEqual([
    {
      requestId: [requestId],
      account: [sampleId(9)],
      userId: [ben.id],
      reason: ["Not reached."],
      successorId: [cleo.id],
      ...stated,
    },
  ]);
});

test("an Owner whose case is open is not chosen again: the page leads there", () => {
  render(<OpenCaseView {...opening} owners={[{ ...ben, openCase: 1042 }]} />);
  expect(screen.getByRole("link", { name: "case 1042" })).toHaveAttribute(
    "href",
    "/support/cases/1042",
  );
  expect(screen.queryByRole("button", { name: "Open the case" })).toBeNull();
});

test("where nobody can follow the last Owner it says what that takes, before anything is typed", () => {
  render(<OpenCaseView {...opening} successors={[]} />);
  expect(screen.getByRole("alert")).toHaveTextContent(/It takes an active admin/);
  expect(screen.queryByRole("button", { name: "Open the case" })).toBeNull();
});

test("another Owner who stays needs no successor", () => {
  render(
    <OpenCaseView
      {...opening}
      owners={[ben, ada].map((owner) => ({ ...owner, openCase: null }))}
      successors={[]}
    />,
  );
  expect(screen.getByLabelText(/^Next Account Owner/)).not.toBeRequired();
});

test("without a card on file it says who can ask instead", () => {
  render(<OpenCaseView {...opening} canBeAsked={false} />);
  expect(screen.getByRole("alert")).toHaveTextContent(/An admin of the account asks instead/);
  expect(screen.queryByRole("button", { name: "Open the case" })).toBeNull();
});
