import { cleanup, render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { CaseView } from "#components/support/case-view";
import type { Case } from "#lib/support/get-case";
import { stepsOf } from "#lib/support/steps-of";
import { answering } from "#tests/support/actions";
import { ada, ben, cleo, inLondon, noon, sampleEvent, sampleId } from "#tests/support/samples";
import {
  cardHoldersCase,
  lena,
  rita,
  sampleCase,
  sampleRescue,
  theo,
  verified,
} from "#tests/support/samples-of-cases";

const { action } = answering(() => ({ status: "idle" }));
const actions = {
  ...{ verify: action, carry_out: action, decide: action, ask_card_holder: action },
  ...{ note_callback: action, name_successor: action, assign: action, note: action },
  ...{ refuse: action, withdraw: action, reopen: action },
};
const admin = { status: "active", role: "admin", isOwner: false, lastSignInAt: noon } as const;
const people = {
  concerned: { ...ben, ...admin, isOwner: true },
  successor: { ...cleo, ...admin },
  requester: { ...ada, ...admin },
  owners: [ben.name],
};
const letter = {
  id: sampleId(301),
  name: ben.name,
  toldAt: noon,
  answer: null,
  answeredAt: null,
  words: "",
  isConcerned: true,
  isOfNow: true,
};

type Who = typeof rita | typeof theo | typeof lena;

function renderCase(request: Case, who: Who = rita, props: object = {}) {
  const steps = stepsOf({ agentId: who.id, role: who.role }, request);
  render(
    <CaseView
      request={request}
      people={people}
      letters={[letter]}
      notes={[]}
      events={[]}
      dates={inLondon}
      steps={steps.map((step, index) => ({ ...step, formId: sampleId(400 + index) }))}
      actions={actions}
      successors={[cleo]}
      agents={[rita, theo, lena]}
      agentId={who.id}
      account={{ id: sampleId(9), name: "Alder & Sons" }}
      after={undefined}
      {...props}
    />,
  );
}

const part = (name: string | RegExp) => screen.getByRole("region", { name });
const detail = (term: string) =>
  within(part("Request")).getByText(term, { selector: "dt" }).nextElementSibling;
const forms = () =>
  [...document.querySelectorAll("details.case-step > summary")].map((each) => each.textContent);
const others = () => {
  const list = screen.queryByRole("list", { name: "What you cannot do now" });
  return list
    ? within(list)
        .getAllByRole("listitem")
        .map((each) => each.textContent)
    : [];
};

test("a case says who asks about whom, and leads to the account and its log", () => {
  renderCase(sampleCase());
  expect(screen.getByRole("heading", { level: 1, name: "Case 1042" })).toBeVisible();
  expect(screen.getByText(/^To lift Ben Baker’s Account Owner status in Alder/)).toBeVisible();
  expect(detail("Asked by")).toHaveTextContent("Ada Archer, as an admin of the account");
  expect(detail("Account Owner concerned")).toHaveTextContent(
    /Ben Baker, active admin.*Is not the card holder.*The last Account Owner/,
  );
  expect(detail("Successor")).toHaveTextContent(/^Cleo Carter, active admin/);
  expect(screen.getByRole("link", { name: "Account log" })).toHaveAttribute(
    "href",
    `/support/accounts/${sampleId(9)}/log`,
  );
});

test("an Owner who is the card holder, and a successor who is missing, stand out", () => {
  renderCase(sampleCase({ cardHolderUserId: ben.id, successorName: null, successorId: null }));
  expect(detail("Account Owner concerned")).toHaveTextContent(/Is the card holder/);
  expect(detail("Successor")).toHaveTextContent("Nobody yet, and somebody is needed");
});

test("an agent verifies, and reads which steps are for others", () => {
  renderCase(sampleCase());
  expect(forms()).toEqual([
    ...["Verify the case", "Ask the card holder to confirm", "Name another successor"],
    ...["Assign it", "Refuse the case", "Add a note"],
  ]);
  expect(others()).toEqual(["Carry it out: for the role Technical."]);
});

test("who verified it reads that somebody else carries it out", () => {
  renderCase(sampleCase(verified), { ...theo, id: rita.id });
  expect(others()).toContain(
    "Carry it out: You verified this case, so somebody else carries it out.",
  );
});

test("somebody technical carries it out, and reads before what it changes", () => {
  renderCase(sampleCase(verified), theo);
  expect(forms()[0]).toBe("Carry it out");
  const form = within(part("What you can do"));
  expect(form.getByText(/is no Account Owner any more, and stays an active admin/)).toBeVisible();
  expect(form.getByText(/becomes Account Owner in the same step/)).toHaveTextContent("Cleo Carter");
  expect(screen.getByRole("button", { name: "Carry it out" })).toBeVisible();
});

test("who can take the step that is next is led to it, and nobody else", () => {
  renderCase(sampleCase(verified), theo);
  expect(screen.getByRole("link", { name: "Carry it out" })).toHaveAttribute(
    "href",
    `#${part("What you can do").id}`,
  );
  cleanup();
  renderCase(sampleCase(verified), rita);
  expect(screen.queryByRole("link", { name: "Carry it out" })).toBeNull();
});

test("an admin who asked to become Owner themselves stands out", () => {
  renderCase(sampleCase({ requestedBy: cleo.id, successorId: cleo.id }));
  expect(detail("Successor")).toHaveTextContent(/Asked for it themselves$/);
});

test("once it has waited, it says so", () => {
  renderCase(sampleCase(verified), theo);
  expect(part("Who was told")).toHaveTextContent("The waiting time passed on 13 Nov 2026, 12:00.");
});

test("while it waits, a technical agent reads until when", () => {
  renderCase(sampleCase({ ...verified, state: "waiting", hasWaited: false }), theo);
  expect(others().find((text) => text?.startsWith("Carry it out"))).toContain("13 Nov 2026, 12:00");
  expect(screen.getByText(/^Verified\. It waits until 13 Nov 2026, 12:00/)).toBeVisible();
});

test("an obstacle is explained, and what somebody else does about it", () => {
  renderCase(sampleCase({ obstacle: "requester_gone", lapse: "requester_inactive" }));
  const next = screen.getAllByRole("status")[0];
  expect(next).toHaveTextContent(/^Another admin takes it over/);
  expect(next).toHaveTextContent("Ada Archer, who asked, was made inactive.");
  expect(next).not.toHaveTextContent("Nothing was changed");
  expect(others()[0]).toMatch(/^Verify: Ada Archer asked for this and is no active admin/);
});

test("a card holder's case has the number to call, and can be withdrawn for them", () => {
  renderCase(cardHoldersCase());
  expect(screen.getByText(/^Call \+49 30 1234567 yourself/)).toBeVisible();
  expect(forms()).toEqual(
    expect.arrayContaining(["Note the call to the card holder", "Withdraw it for the card holder"]),
  );
  const evidence = within(part("Evidence")).getAllByRole("listitem");
  expect(evidence.map((each) => each.querySelector("p")?.textContent)).toEqual([
    "Name and last four digits of the card There",
    "Confirmation from the billing address Missing",
    "A call back Missing",
  ]);
});

test("a lead reads the objection and decides; others wait for that", () => {
  const objected = { ...letter, answer: "objected", answeredAt: noon, words: "I am on leave." };
  const request = sampleCase({ state: "objected", objectedAt: noon, objectedByName: ben.name });
  renderCase(request, lena, { letters: [objected] });
  expect(part("Who was told")).toHaveTextContent(/objected on 12 Nov 2026, 12:00.*I am on leave/);
  expect(forms()[0]).toBe("Let it go on in spite of the objection");
  expect(document.querySelector('input[name="objectedAt"]')).toHaveValue(noon.toISOString());
});

test("an agreement and the letters of an earlier round are told apart", () => {
  const agreed = { ...letter, answer: "agreed", answeredAt: noon };
  const before = { ...letter, id: sampleId(302), isOfNow: false };
  renderCase(sampleCase({ agreedAt: noon }), rita, { letters: [before, agreed] });
  expect(part("Who was told")).toHaveTextContent(
    "Ben Baker agreed on 12 Nov 2026, 12:00, so nobody waits",
  );
  expect(screen.getByText("1 letter from before it was begun anew")).toBeVisible();
});

test("an ended case can be reopened and noted in, and says why it ended", () => {
  const ended = { endedAt: noon, endedByName: theo.name, endReason: "Could not be reached." };
  renderCase(sampleCase({ state: "refused", ...ended }));
  expect(forms()).toEqual(["Reopen the case", "Add a note"]);
  expect(screen.getAllByRole("status")[0]).toHaveTextContent(
    /^Refused on 12 Nov 2026, 12:00 by Theo Thorn.*Reason: Could not be reached/,
  );
});

test("carried out, it says that Make Inactive is back, and who is Owner now", () => {
  const done = { ...verified, state: "carried_out" as const, endedAt: noon };
  renderCase(sampleCase({ ...done, endedByName: theo.name }), theo, {
    people: { ...people, concerned: { ...ben, ...admin }, owners: [cleo.name] },
    events: [
      sampleEvent(
        "owner_request.carried_out",
        { caseNumber: 1042, verifiedBy: rita.name, successor: cleo.name },
        { actorName: "Theo Thorn of support" },
      ),
    ],
    after: sampleId(50),
  });
  expect(screen.getByRole("status")).toHaveTextContent(/^Theo Thorn of support lifted Ben Baker/);
  expect(part("What happened")).toHaveTextContent(/Make Inactive is back in that row/);
  expect(part("What happened")).toHaveTextContent("Account Owner now: Cleo Carter.");
  expect(forms()).toEqual(["Add a note"]);
  expect(others()[0]).toMatch(/^Reopen: This case was carried out on 12 Nov 2026/);
});

test("notes and steps stand in order, with who and when", () => {
  renderCase(sampleCase(), rita, {
    notes: [{ id: sampleId(303), at: noon, by: theo.name, body: "Nobody there before ten." }],
    events: [sampleEvent("owner_request.verified", { caseNumber: 1042, reason: "Called back." })],
    after: "note",
  });
  expect(screen.getByText("Your note is kept.")).toBeVisible();
  expect(screen.getByRole("list", { name: "Notes" })).toHaveTextContent(
    "Theo ThornNobody there before ten.12 Nov 2026, 12:00",
  );
  expect(screen.getByRole("list", { name: "Steps so far" })).toHaveTextContent(
    /^12 Nov 2026, 12:00 Ada Archer verified case 1042/,
  );
});

test("a rescue has no evidence to check, and another lead carries it out", () => {
  renderCase(sampleRescue(), { ...lena, id: sampleId(204) });
  expect(screen.queryByRole("region", { name: "Evidence" })).toBeNull();
  expect(screen.getByText(/^To make Cleo Carter an Account Owner of Alder/)).toBeVisible();
  expect(forms()).toEqual(["Carry it out", "Assign it", "Refuse the case", "Add a note"]);
});
