import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import {
  InactivateUsersView,
  type InactivateUsersViewProps,
} from "#components/users/inactivate-users-view";
import type { FormAction } from "#lib/form-state";
import type { DescribedResults } from "#lib/users/describe-results";
import { answering, refused } from "#tests/support/actions";
import { ada, ben, cleo, inLondon, requestId, sampleId } from "#tests/support/samples";
import { openSpots } from "#tests/support/samples-of-spots";

const dee = { id: sampleId(4), name: "Dee Dunn", email: "dee@alder.example" };
const leaver = {
  ...{ openSessions: 1, isLarge: false, canReceive: true, successor: ada.name },
  schedule: null,
};
const leavers = [
  { ...ben, ...leaver, contacts: 140 },
  { ...cleo, ...leaver, contacts: 2, successor: null, canReceive: false },
];
const idle = answering<DescribedResults>(() => ({ status: "idle" }));

function renderView(
  action: FormAction<DescribedResults> = idle.action,
  change: Partial<InactivateUsersViewProps> = {},
) {
  render(
    <InactivateUsersView
      chosen={[ben.id, cleo.id]}
      leavers={leavers}
      refused={[]}
      theirSchedules={[]}
      colleagues={{ shown: [ada, dee], hasMore: false, search: "" }}
      history={36}
      seats={{ total: 10, used: 8, scheduled: null }}
      openSpots={openSpots()}
      dates={inLondon}
      isTooMany={false}
      action={action}
      requestId={requestId}
      {...change}
    />,
  );
}

const part = (name: string) => within(screen.getByRole("region", { name }));
const button = () => screen.getByRole("button", { name: "Make Inactive" });

test("what is scheduled for one of them is said, and sent as seen", async () => {
  const { action, sent } = answering<DescribedResults>(() => ({ status: "idle" }));
  const schedule = { id: sampleId(9), by: ada.name, time: "30 Nov 2026, 18:00" };
  const [first] = leavers;
  renderView(action, { leavers: first ? [{ ...first, schedule }] : [] });
  const row = screen.getByRole("rowheader", { name: /Ben Baker/ });
  expect(row).toHaveTextContent(
    "Scheduled for 30 Nov 2026, 18:00 by Ada Archer; happens now instead",
  );
  await userEvent.click(button());
  await waitFor(() => expect(sent).toMatchObject([{ replacesIds: [sampleId(9)] }]));
});

test("the sheet names everybody with what each has, and sums it up", () => {
  renderView();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Make 2 users inactive");
  const rows = within(screen.getByRole("table", { name: "Who becomes inactive" }));
  const cells = rows.getAllByRole("row").map(({ textContent }) => textContent);
  expect(cells.slice(1)).toEqual([
    "Ben Bakerben@alder.example1140Ada Archer",
    "Cleo Cartercleo@alder.example12None",
  ]);
  expect(part("Access").getByText("2 open sign-ins")).toBeVisible();
  expect(part("Contacts").getByText("142 contacts")).toBeVisible();
  expect(part("User spot").getByText(/2 user spots open at once: 6 of 10/)).toHaveTextContent(
    "US$30.00 a month for them until",
  );
  expect(part("History").getByText("36 entries")).toBeVisible();
});

test("one plan is sent for all of them", async () => {
  const { action, sent } = answering<DescribedResults>(() => ({ status: "idle" }));
  renderView(action);
  await userEvent.click(screen.getByRole("radio", { name: "Each to their own default successor" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Tell these 2 people by e-mail" }));
  await userEvent.click(button());
  expect(sent).toEqual([
    {
      requestId: [requestId],
      userIds: [ben.id, cleo.id],
      contacts: ["default"],
      successorId: [""],
      tell: ["yes"],
      line: [""],
      reason: [""],
    },
  ]);
});

test("whose contacts stay by default is said before the click", () => {
  renderView();
  expect(
    screen.getByRole("radio", { name: "Each to their own default successor" }),
  ).toHaveAccessibleDescription(/Contacts of Cleo Carter stay: there is no default successor/);
});

test("where no default successor can receive there is no such choice", () => {
  renderView(idle.action, { leavers: leavers.slice(1) });
  expect(screen.queryByRole("radio", { name: /default successor/ })).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Make 1 user inactive");
});

test("who cannot be made inactive stands apart, with why", () => {
  const refusedOnes = [
    { ...ada, whyNot: "user_is_self" as const },
    { ...dee, whyNot: "already_inactive" as const },
  ];
  const chosen = [ben, cleo, ada, dee, { id: sampleId(77) }].map(({ id }) => id);
  renderView(idle.action, { chosen, refused: refusedOnes });
  const alert = screen.getByRole("alert");
  expect(alert).toHaveTextContent("3 users you chose cannot be made inactive:");
  expect(
    within(alert)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual([
    "You cannot make yourself inactive. Ask another admin of your account.",
    "Dee Dunn is inactive already.",
    "1 entry not of this account.",
  ]);
});

test("nobody chosen, too many, or nobody who can be: each is said, and leads back", () => {
  for (const [change, title] of [
    [{ chosen: [], leavers: [] }, "Nobody is chosen"],
    [{ isTooMany: true }, "Too many users at once"],
    [
      { leavers: [], chosen: [ada.id], refused: [{ ...ada, whyNot: "user_is_self" as const }] },
      "Nobody of these can be made inactive",
    ],
  ] as const) {
    renderView(idle.action, change as Partial<InactivateUsersViewProps>);
    expect(screen.getByRole("heading", { level: 1, name: title })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Make Inactive" })).toBeNull();
    expect(screen.getByRole("link", { name: "Back to Manage Users" })).toBeVisible();
    document.body.replaceChildren();
  }
});

test("a refused plan keeps what was chosen", async () => {
  renderView(answering<DescribedResults>(refused("successor_not_active")).action);
  await userEvent.selectOptions(screen.getByLabelText("Who receives them"), dee.id);
  await userEvent.click(button());
  expect(await screen.findByRole("alert")).toHaveTextContent(/not an active user/);
  expect(screen.getByLabelText("Who receives them")).toHaveValue(dee.id);
});

test("the result says for each what happened or why not, and what comes next", async () => {
  const done: DescribedResults = {
    users: [
      { ...ben, isDone: true, text: "2 sign-ins ended, 140 contacts given to Dee Dunn" },
      { ...cleo, isDone: false, text: "Cleo Carter is inactive already. Nothing was changed." },
    ],
    room: { text: "3 user spots are open now: somebody new can take one.", canAdd: true },
    finalStep: {
      text: "You pay for 3 open user spots.",
      wayOn: { label: "Reduce user spots", href: "/admin/subscription/reduce?total=7" },
    },
  };
  renderView(answering<DescribedResults>(() => ({ status: "done", done })).action);
  await userEvent.click(button());
  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent("1 user is inactive now.");
  expect(notice).toHaveTextContent("1 user was refused, as said below.");
  await waitFor(() => expect(notice).toHaveFocus());
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1 of 2 users made inactive");
  const [item] = part("What happened").getAllByRole("listitem");
  expect(item).toHaveTextContent("Ben Baker: 2 sign-ins ended, 140 contacts given to Dee Dunn.");
  expect(within(item as HTMLElement).getByRole("link")).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/inactivate`,
  );
  expect(part("Refused").getByRole("listitem")).toHaveTextContent("is inactive already");
  expect(part("Important final step").getByText("You pay for 3 open user spots.")).toBeVisible();
  expect(part("Important final step").getByRole("link")).toHaveAttribute(
    "href",
    "/admin/subscription/reduce?total=7",
  );
  expect(part("Next steps").getByText(/3 user spots are open now/)).toBeVisible();
});
