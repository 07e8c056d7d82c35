import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { expect, test } from "vitest";
import { OwnerRequestView } from "#components/owner-requests/owner-request-view";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { AppRouter } from "#tests/support/app-router";
import {
  ada,
  ben,
  cleo,
  inLondon,
  noon,
  requestId,
  sampleEvent,
  sampleId,
} from "#tests/support/samples";
import { sampleCase } from "#tests/support/samples-of-requests";

type Props = ComponentProps<typeof OwnerRequestView>;

const { action: idle } = answering(() => ({ status: "idle" }));
const benAsOwner = { ...ben, isKept: false, openCase: null, canBeAskedAbout: true };
const adaAsOwner = { ...ada, isKept: false, openCase: null, canBeAskedAbout: true };

function renderView(props: Partial<Props> = {}) {
  render(
    <AppRouter>
      <OwnerRequestView
        owners={[benAsOwner]}
        chosen={undefined}
        successors={{ shown: [ada, cleo], hasMore: false, search: "" }}
        cases={[]}
        done={null}
        hours={24}
        waitsUntil={new Date(noon.getTime() + 86_400_000)}
        dates={inLondon}
        requestId={requestId}
        supportEmail="help@handover.example"
        requestAction={idle}
        withdrawAction={idle}
        takeOverAction={idle}
        {...props}
      />
    </AppRouter>,
  );
}

const ask = () => screen.getByRole("button", { name: "Ask support" });
const theCase = () => screen.getByRole("region", { name: "Case 1042: Ben Baker" });

test("what happens is said before the click: who is told, how long it waits, and that two people act", () => {
  renderView();
  const what = screen.getByRole("region", { name: "What happens" });
  expect(what).toHaveTextContent("The Account Owner is told by e-mail at once");
  expect(what).toHaveTextContent("can object: Ben Baker.");
  expect(what).toHaveTextContent("Nothing happens for 24 hours, until 13 Nov 2026, 12:00, unless");
  expect(what).toHaveTextContent("One person of our support checks it and another one carries it");
  expect(what).toHaveTextContent("Our support makes nobody inactive");
});

test("without a waiting time it does not speak of one, and of several Owners each is named", () => {
  renderView({ hours: 0, owners: [adaAsOwner, benAsOwner] });
  const what = screen.getByRole("region", { name: "What happens" });
  expect(what).toHaveTextContent("Every Account Owner is told");
  expect(what).toHaveTextContent("Ada Archer and Ben Baker");
  expect(what).not.toHaveTextContent("hour");
});

test("about the last Owner, who is chosen already, a successor is required and the reason why said", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ requestAction: action });
  expect(screen.getByRole("radio", { name: "Ben Baker" })).toBeChecked();
  const successor = screen.getByLabelText(/^Who becomes Account Owner instead/);
  expect(successor).toBeRequired();
  expect(successor).toHaveAccessibleDescription(
    /There is no other Account Owner, and an account always has one/,
  );
  await userEvent.selectOptions(successor, cleo.id);
  await userEvent.type(screen.getByLabelText("Reason"), "Has left");
  await userEvent.click(ask());
  expect(sent).toEqual([
    {
      ...{ requestId: [requestId], userId: [ben.id], successorId: [cleo.id] },
      reason: ["Has left"],
    },
  ]);
});

test("of several Owners one is chosen, the one that the address names at first, and nobody has to follow", () => {
  renderView({ owners: [adaAsOwner, benAsOwner], chosen: ben.id });
  expect(screen.getByRole("radio", { name: "Ben Baker" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "Ada Archer" })).not.toBeChecked();
  expect(screen.getByLabelText(/^Who becomes Account Owner instead/)).not.toBeRequired();
});

test("the card holder cannot be chosen, and it is said that only the card holder can ask", () => {
  const holder = { ...benAsOwner, isKept: true, canBeAskedAbout: false };
  renderView({ owners: [adaAsOwner, holder], chosen: ben.id });
  const choice = screen.getByRole("radio", { name: "Ben Baker" });
  expect(choice).toBeDisabled();
  expect(choice).not.toBeChecked();
  expect(choice).toHaveAccessibleDescription("Is the card holder: only the card holder can ask.");
  expect(screen.getByRole("alert")).toHaveTextContent(
    "Ben Baker is the card holder, and keeps the Account Owner status until the card on file changes. Change the card first, or have the card holder ask, signed in or by writing to help@handover.example.",
  );
  expect(screen.getByRole("link", { name: "Change card holder" })).toHaveAttribute(
    "href",
    "/admin/subscription/card",
  );
});

test("where there is nobody to ask about there is no form", () => {
  renderView({
    owners: [{ ...benAsOwner, isKept: true, canBeAskedAbout: false }],
  });
  expect(screen.queryByRole("button", { name: "Ask support" })).toBeNull();
  expect(screen.getByRole("alert")).toHaveTextContent("Ben Baker is the card holder");
});

test("where nobody could follow the last one, it says what to do first", () => {
  renderView({ successors: { shown: [], hasMore: false, search: "" } });
  expect(screen.getByRole("alert")).toHaveTextContent(
    "There is nobody yet who could be the next Account Owner.Ben Baker is the last one. Make somebody an admin, and have them sign in once.",
  );
  expect(screen.queryByRole("button", { name: "Ask support" })).toBeNull();
});

test("a refusal leads to the case that is open, and what was typed stays", async () => {
  const { action } = answering(refused("case_open_already", { name: ben.name }));
  renderView({ requestAction: action });
  await userEvent.selectOptions(screen.getByLabelText(/^Who becomes/), ada.id);
  await userEvent.type(screen.getByLabelText("Reason"), "Has left");
  await userEvent.click(ask());
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "There is an open case about Ben Baker already. Nothing was changed.",
  );
  expect(screen.getByRole("link", { name: "See the request" })).toBeVisible();
  expect(screen.getByLabelText("Reason")).toHaveValue("Has left");
  expect(screen.getByLabelText(/^Who becomes/)).toHaveValue(ada.id);
});

test("a field that does not do is named with it, and a second click does nothing meanwhile", async () => {
  const { action } = answering(invalid({ userId: "Choose whose status is to be lifted." }));
  renderView({ requestAction: action });
  await userEvent.selectOptions(screen.getByLabelText(/^Who becomes/), ada.id);
  await userEvent.type(screen.getByLabelText("Reason"), "x");
  await userEvent.click(ask());
  const group = screen.getByRole("group", { name: "Whose Account Owner status is to be lifted?" });
  expect(group).toHaveAccessibleDescription("Choose whose status is to be lifted.");
});

test("while it is sent the button says so", async () => {
  const { action, sent, finish } = waiting();
  renderView({ requestAction: action });
  await userEvent.selectOptions(screen.getByLabelText(/^Who becomes/), ada.id);
  await userEvent.type(screen.getByLabelText("Reason"), "x");
  await userEvent.click(ask());
  await userEvent.click(screen.getByRole("button", { name: "Asking…" }));
  expect(sent).toHaveLength(1);
  finish();
  expect(await screen.findByRole("button", { name: "Ask support" })).toBeVisible();
});

test("an open case says how far it is, what was asked and why, and each step with support's names", () => {
  const verified = sampleEvent(
    "owner_request.verified",
    { caseNumber: 1042, reason: "Spoke with both" },
    { actorName: "Rita Reyes of support" },
  );
  const { steps } = sampleCase();
  renderView({
    cases: [sampleCase({ state: "waiting", steps: [...steps, { ...verified, id: sampleId(51) }] })],
  });
  expect(theCase()).toHaveTextContent("Our support has checked it. It waits until 13 Nov 2026");
  expect(within(theCase()).getByText("Waiting", { exact: true })).toBeVisible();
  const shown = within(screen.getByRole("list", { name: "Steps of case 1042" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
  expect(shown).toEqual([
    expect.stringMatching(/^Ada Archer asked support to lift .*12 Nov 2026, 12:00$/),
    expect.stringMatching(/^Rita Reyes of support verified case 1042\. Reason: Spoke with both/),
  ]);
  expect(screen.queryByText(/Withdraw/)).toBeNull();
});

test("an objection, and what a lead decided about it, stand in the case", () => {
  renderView({
    cases: [
      sampleCase({
        ...{ state: "objected", objectedByName: cleo.name, objection: "Not so fast" },
        decision: "They talked",
      }),
    ],
  });
  expect(theCase()).toHaveTextContent("Cleo Carter objected. It stops until a lead");
  expect(theCase()).toHaveTextContent("ObjectionNot so fast");
  expect(theCase()).toHaveTextContent("DecisionThey talked");
});

test("where the Owner concerned agreed there is no waiting time", () => {
  renderView({ cases: [sampleCase({ agreedAt: noon })] });
  expect(theCase()).toHaveTextContent("Waiting timeNone: Ben Baker agreed");
});

test("an Owner is led to the answer of their own letter", () => {
  const path = "/answer-owner-request/a/b";
  renderView({ cases: [sampleCase({ answer: { path, canAgree: true } })] });
  expect(screen.getByRole("link", { name: "Agree or object" })).toHaveAttribute("href", path);
});

test("who asked withdraws with a reason, and hears it where it was refused", async () => {
  const { action, sent } = answering(refused("case_ended", { at: "12 Nov 2026, 12:00" }));
  renderView({ cases: [sampleCase({ canWithdraw: true })], withdrawAction: action });
  await userEvent.click(screen.getByText("Withdraw case 1042"));
  const reason = within(theCase()).getByLabelText("Reason");
  expect(reason).toBeRequired();
  await userEvent.type(reason, "She stays");
  await userEvent.click(screen.getByRole("button", { name: "Withdraw it" }));
  expect(sent).toEqual([{ requestId: [requestId], caseId: [sampleId(80)], reason: ["She stays"] }]);
  expect(await within(theCase()).findByRole("alert")).toHaveTextContent(
    "This case has ended already on 12 Nov 2026, 12:00.",
  );
  expect(reason).toHaveValue("She stays");
});

test("that who asked is gone is said plainly, and another admin takes it over there", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  const lapsed = { obstacle: "requester_gone", lapse: "requester_no_admin" } as const;
  renderView({ cases: [sampleCase({ ...lapsed, canTakeOver: true })], takeOverAction: action });
  expect(within(theCase()).getByRole("alert")).toHaveTextContent(
    "Ada Archer, who asked for this, is no admin any more. Another admin can take it over; our support then checks it anew.",
  );
  await userEvent.click(screen.getByRole("button", { name: "Take it over" }));
  expect(sent).toEqual([{ requestId: [requestId], caseId: [sampleId(80)] }]);
});

test("a case that was carried out leads to the row where Make Inactive is back", () => {
  renderView({
    cases: [
      sampleCase({
        ...{ state: "carried_out", outcome: "carried_out" },
        inactivable: { name: ben.name, email: ben.email },
      }),
    ],
  });
  expect(theCase()).toHaveTextContent("Ben Baker is no Account Owner any more.");
  expect(theCase()).toHaveTextContent("Make Inactive is back in Ben Baker’s row.");
  expect(screen.getByRole("link", { name: "Ben Baker’s row" })).toHaveAttribute(
    "href",
    `/admin/users?q=${encodeURIComponent(ben.email)}`,
  );
  const next = screen.getByRole("region", { name: "Your request" });
  expect(theCase().compareDocumentPosition(next)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test("of a case that was refused the reason stands there, and its steps behind a click", async () => {
  const ended = { state: "refused", outcome: "refused", endReason: "Nobody answered" } as const;
  renderView({ cases: [sampleCase(ended)] });
  expect(theCase()).toHaveTextContent("Our support refused it. Nothing was changed.");
  expect(theCase()).toHaveTextContent("Reason: Nobody answered");
  await userEvent.click(screen.getByText("Every step of case 1042"));
  expect(screen.getByRole("list", { name: "Steps of case 1042" })).toBeVisible();
});

test("what was just done is heard, as the log says it", () => {
  renderView({ done: sampleEvent("owner_request.taken_over", { caseNumber: 1042, from: "Dee" }) });
  expect(screen.getByRole("status")).toHaveTextContent("Ada Archer took over case 1042 from Dee.");
  expect(screen.getByRole("status")).toHaveFocus();
});
