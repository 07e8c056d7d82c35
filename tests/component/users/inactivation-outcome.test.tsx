import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { InactivationOutcome } from "#components/users/inactivation-outcome";
import type { EventData } from "#lib/audit/events";
import { answering } from "#tests/support/actions";
import { AppRouter } from "#tests/support/app-router";
import {
  ada,
  ben,
  cleo,
  inactivationData,
  inLondon,
  noon,
  requestId,
  sampleId,
} from "#tests/support/samples";
import { openSpots, reduction } from "#tests/support/samples-of-spots";

const { action: undoAction, sent } = answering(() => ({ status: "idle" }));
const contactsOf = (id: string) => `/contacts?assignee=${id}`;

function renderOutcome(data: Partial<EventData["user.inactivated"]> = {}, change: object = {}) {
  const done = inactivationData(data);
  const outcome = {
    at: noon,
    by: ada.name,
    data: done,
    transfer: {
      transfer: { id: sampleId(60), undoneAt: null },
      successors: done.successors.map(({ userId, ...share }) => ({ id: userId, ...share })),
      counts: { returned: 12, stayed: 0, carvedOut: 0 },
      whyNot: null,
    },
    planned: null,
    ...change,
  };
  return render(
    <InactivationOutcome
      user={{ ...ben, inactivatedAt: noon }}
      openSpots={openSpots()}
      dates={inLondon}
      {...{ outcome, undoAction, requestId }}
      {...change}
    />,
    { wrapper: AppRouter },
  );
}

/** What the list of what happened says beside a term. */
function said(term: string) {
  return screen.getByText(term, { selector: "dt" }).nextElementSibling;
}

const link = (name: string | RegExp) => screen.getByRole("link", { name });

test("the result says who did it and when, and takes the focus", () => {
  renderOutcome();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Ben Baker is inactive");
  expect(screen.getByRole("status")).toHaveTextContent(
    "Ada Archer made Ben Baker inactive on 12 Nov 2026, 12:00.",
  );
  expect(screen.getByRole("status")).toHaveFocus();
});

test("it proves the cut-off to the second", () => {
  renderOutcome({ linksEnded: 1 });
  expect(said("Access")).toHaveTextContent(
    "2 sign-ins ended at 12:00:00, and 1 open password link. Ben Baker cannot sign in.",
  );
});

test("it counts spots and history", () => {
  renderOutcome({ historyEntries: 1 });
  expect(said("User spot")).toHaveTextContent(
    "One opened: 8 of 10 user spots were used then. The bill did not change by itself.",
  );
  expect(said("History")).toHaveTextContent("1 entry by Ben Baker stays, with author and time.");
});

test("it says who was added in the same step, and took the spot", () => {
  renderOutcome({ newUser: { id: cleo.id, name: cleo.name } });
  expect(said("User spot")).toHaveTextContent(
    "Cleo Carter was added in the same step and took it. A mail with a link",
  );
  expect(said("User spot")?.querySelector("a")).toHaveAttribute(
    "href",
    `/admin/users/${cleo.id}/edit`,
  );
});

test("a reason is shown where one was given", () => {
  const { unmount } = renderOutcome({ reason: "Left on Friday" });
  expect(said("Reason")).toHaveTextContent("Left on Friday");
  unmount();
  renderOutcome();
  expect(screen.queryByText("Reason")).toBeNull();
});

test("each successor is named with a count, and leads to their contacts", () => {
  const share = (person: { id: string; name: string }, contacts: number) => ({
    userId: person.id,
    name: person.name,
    contacts,
  });
  renderOutcome({ contacts: 13, successors: [share(cleo, 7), share(ada, 6)] });
  const items = within(said("Contacts") as HTMLElement).getAllByRole("listitem");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    "7 contacts to Cleo Carter",
    "6 contacts to Ada Archer",
  ]);
  expect(link("Cleo Carter")).toHaveAttribute("href", contactsOf(cleo.id));
});

test("contacts that stayed lead to where they are", () => {
  renderOutcome({ successors: [], transferId: null }, { transfer: null });
  expect(said("Contacts")).toHaveTextContent(
    "12 contacts stayed with Ben Baker, visible for everyone.",
  );
  expect(link("12 contacts")).toHaveAttribute("href", contactsOf(ben.id));
  expect(screen.queryByRole("button", { name: "Undo the reassignment" })).toBeNull();
});

test("no contacts are no contacts", () => {
  renderOutcome({ contacts: 0, successors: [], transferId: null }, { transfer: null });
  expect(said("Contacts")).toHaveTextContent("Ben Baker looked after none.");
});

test("the important final step says the money, with the right total filled in", () => {
  renderOutcome();
  const step = screen.getByRole("region", { name: "Important final step" });
  expect(step).toHaveTextContent(
    "You pay for 2 open user spots: US$30.00 a month. Reduce to 8 and save US$360.00 a year.",
  );
  expect(link("Reduce user spots")).toHaveAttribute(
    "href",
    "/admin/subscription/reduce?step=1&total=8",
  );
});

test("the other steps follow: a new user, a change of mind", async () => {
  renderOutcome();
  const steps = within(screen.getByRole("region", { name: "Next steps" }));
  expect(steps.getByText(/2 user spots are open now: somebody new can take one/)).toBeVisible();
  expect(link("Add a user to the open spot")).toHaveAttribute("href", "/admin/users/new");
  expect(screen.getByRole("region", { name: "Next steps" })).toHaveTextContent(
    "If you change your mind: 12 contacts go back to Ben Baker, who stays inactive. It can be done once.",
  );
  await userEvent.click(steps.getByRole("button", { name: "Undo the reassignment" }));
  expect(sent).toEqual([{ transferId: [sampleId(60)], requestId: [requestId] }]);
});

test("where the spot was taken again, no step offers it", () => {
  renderOutcome({}, { openSpots: openSpots({ used: 10 }) });
  expect(screen.queryByRole("region", { name: "Important final step" })).toBeNull();
  expect(screen.getByText("All user spots are used again.")).toBeVisible();
  expect(screen.queryByRole("link", { name: /Add a user/ })).toBeNull();
  expect(screen.getByRole("button", { name: "Undo the reassignment" })).toBeVisible();
});

test("open spots that a scheduled reduction takes are open until then", () => {
  renderOutcome({}, { openSpots: openSpots({ schedule: reduction(8) }) });
  expect(screen.getByText(/who adds somebody is asked/)).toHaveTextContent(
    /^2 user spots are open until 24 Dec 2026: /,
  );
  expect(screen.queryByText(/at no further cost/)).toBeNull();
});

test("nobody is led to adding a user while the account is read-only", () => {
  renderOutcome({}, { openSpots: openSpots({ isReadOnly: true }) });
  expect(screen.getByText(/while the account is read-only/)).toBeVisible();
  expect(screen.queryByRole("link", { name: /Add a user/ })).toBeNull();
});

test("one open spot is one", () => {
  renderOutcome({}, { openSpots: openSpots({ used: 9 }) });
  expect(screen.getByText(/^1 user spot is open now/)).toBeVisible();
});

test("an undone reassignment says when and how many went back, and is not offered again", () => {
  renderOutcome(
    {},
    {
      transfer: {
        transfer: { id: sampleId(60), undoneAt: noon },
        successors: [{ id: cleo.id, name: cleo.name, contacts: 12 }],
        counts: { returned: 11, stayed: 0, carvedOut: 1 },
        whyNot: "already_undone",
      },
    },
  );
  expect(said("Contacts")).toHaveTextContent(
    "Undone on 12 Nov 2026, 12:00: 11 contacts went back to Ben Baker. 1 contact split off since stayed where it was.",
  );
  expect(screen.queryByRole("button")).toBeNull();
});

test("somebody inactive of whom no event is left is still shown as inactive", () => {
  renderOutcome({}, { outcome: null });
  expect(screen.getByRole("status")).toHaveTextContent("Inactive since 12 Nov 2026, 12:00.");
  expect(screen.queryByRole("button")).toBeNull();
});

const planned = {
  id: sampleId(60),
  state: "carving",
  endedAt: null,
  progress: { done: 1000, total: 40_000, text: "1,000 of 40,000 contacts.", isOver: false },
};
const split = {
  contacts: 60_000,
  successors: [
    { userId: ada.id, name: ada.name, contacts: 30_000 },
    { userId: cleo.id, name: cleo.name, contacts: 30_000 },
  ],
  isPlanned: true as const,
};

test("a split that is being prepared shows how far it is, and where it can be followed", () => {
  renderOutcome(split, { planned, transfer: null });
  expect(said("Contacts")).toHaveTextContent(
    "60,000 contacts are being split among Ada Archer and Cleo Carter. Until all are prepared they stay with Ben Baker.",
  );
  expect(screen.getByRole("progressbar", { name: "Contacts prepared" })).toHaveValue(1000);
  expect(link(/being split/)).toHaveAttribute("href", `/transfers/${sampleId(60)}`);
});

test("a split that was cancelled says where the contacts are", () => {
  const cancelled = { ...planned, state: "cancelled", endedAt: noon };
  renderOutcome(split, { planned: cancelled, transfer: null });
  expect(said("Contacts")).toHaveTextContent(
    "60,000 contacts stayed with Ben Baker: the split among Ada Archer and Cleo Carter was cancelled.",
  );
  expect(screen.queryByRole("progressbar")).toBeNull();
});
