import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { AccountLogView } from "#components/support/account-log-view";
import { AccountView, type AccountViewProps } from "#components/support/account-view";
import { ConsoleLogView, type ConsoleLogViewProps } from "#components/support/console-log-view";
import type { AuditEvent } from "#lib/audit/events";
import { accountFilterSchema } from "#lib/support/account-filter";
import type { ConsoleEvent } from "#lib/support/console-sentence";
import {
  ada,
  ben,
  cleo,
  inactivationData,
  inLondon,
  noon,
  sampleEvent,
  sampleId,
} from "#tests/support/samples";
import { onePage } from "#tests/support/samples-of-screens";
import { reduceViewProps } from "#tests/support/samples-of-spots";

const account = { id: sampleId(9), name: "Alder Realty", createdAt: noon };
const home = `/support/accounts/${account.id}`;
const look = { reason: "Card holder called", expiresAt: new Date("2026-11-12T12:30:00Z") };
const { subscription } = reduceViewProps({});

type Row = AccountViewProps["users"]["rows"][number];

function user(change: Partial<Row> = {}): Row {
  return {
    ...{ ...ben, formerEmail: null, role: "user", status: "active", isOwner: false },
    ...{ lastSignInAt: noon, inactivatedAt: null, inactivatedByName: null },
    ...change,
  };
}

function renderView(change: Partial<AccountViewProps> = {}) {
  render(
    <AccountView
      {...{ account, ...look, subscription, holder: null, cases: [], role: "technical" }}
      owners={[cleo]}
      counts={{ all: 2, active: 1, inactive: 1 }}
      users={onePage(user({ ...cleo, role: "admin", isOwner: true }), user())}
      filter={accountFilterSchema.parse({})}
      dates={inLondon}
      {...change}
    />,
  );
}

const detail = (term: string) =>
  screen.getByText(term, { selector: "dt" }).nextElementSibling as HTMLElement;

test("the head says until when one looks and why", () => {
  renderView();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Alder Realty");
  expect(screen.getByText(/Your look lasts until/)).toHaveTextContent(
    "Read only. Your look lasts until 12:30 (Europe/London). Reason: Card holder called",
  );
});

test("every Account Owner is named with the address", () => {
  renderView({ owners: [cleo, ada] });
  expect(detail("Account Owners")).toHaveTextContent(
    "Cleo Carter cleo@alder.exampleAda Archer ada@alder.example",
  );
});

test("who pays and what for is told, with no more of the card than its end", () => {
  renderView();
  expect(detail("Opened")).toHaveTextContent("12 Nov 2026");
  expect(detail("Subscription")).toHaveTextContent("Monthly: paid, renews on 24 Dec 2026");
  expect(detail("User spots")).toHaveTextContent("8 of 10 user spots used, 2 open");
  expect(within(detail("User spots")).queryByRole("link")).toBeNull();
  expect(detail("Card holder")).toHaveTextContent(/^Pat Payer, who is none of the users$/);
  expect(detail("Card")).toHaveTextContent(/^ends in 4242$/);
  expect(detail("Billing e-mail")).toHaveTextContent("billing@alder.example");
  expect(detail("Account id")).toHaveTextContent(account.id);
});

test("a card holder who is a user is named as one, and a scheduled change is told", () => {
  const schedule = { id: sampleId(71), toTotal: 9, effectiveAt: subscription.renewsAt };
  renderView({
    holder: ben,
    subscription: { ...subscription, schedule: { ...schedule, createdAt: noon, by: ada.name } },
  });
  expect(detail("Card holder")).toHaveTextContent("Pat Payer, who is the user Ben Baker");
  expect(detail("User spots")).toHaveTextContent("9 user spots from 24 Dec 2026, as scheduled");
});

test("what is not on file yet says so", () => {
  const none = { cardHolderName: null, cardLast4: null, billingEmail: null };
  renderView({ subscription: { ...subscription, ...none } });
  for (const term of ["Card holder", "Card", "Billing e-mail"]) {
    expect(detail(term)).toHaveTextContent(/^None yet$/);
  }
});

test.each([
  ["agent", "Open a case for the card holder", `${home}/new-case`],
  ["lead", "Nobody left?", `${home}/rescue`],
] as const)("whoever is %s is led on to what that role begins: %s", (role, name, href) => {
  renderView({ role });
  expect(screen.getByRole("link", { name })).toHaveAttribute("href", href);
});

test("a technical agent begins nothing, and no role has a button that changes the account", () => {
  renderView();
  expect(screen.queryByRole("link", { name: /Open a case|Nobody left/ })).toBeNull();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Search"]);
  expect(screen.getByRole("link", { name: "Account log" })).toHaveAttribute("href", `${home}/log`);
  expect(screen.getByRole("link", { name: "What support did" })).toHaveAttribute(
    "href",
    `/support/log?account=${account.id}`,
  );
});

test("users are listed with role and status, the inactive one with since when and by whom", () => {
  const since = { inactivatedAt: noon, inactivatedByName: ada.name, lastSignInAt: null };
  renderView({
    users: onePage(
      user({ ...cleo, role: "admin", isOwner: true }),
      user({ ...ada, role: "admin", formerEmail: "old@alder.example" }),
      user({ ...since, status: "inactive", email: null }),
    ),
  });
  const [, owner, admin, gone] = within(screen.getByRole("table", { name: "Users" })).getAllByRole(
    "row",
  );
  expect(owner).toHaveTextContent("Account Owner");
  expect(admin).toHaveTextContent("Admin");
  expect(admin).toHaveTextContent("formerly old@alder.example");
  expect(gone).toHaveTextContent("Inactive since 12 Nov 2026 by Ada Archer");
  expect(gone).toHaveTextContent("none now");
  expect(gone).toHaveTextContent("Never");
  expect(gone).toHaveClass("marked");
});

test("its cases lead to their pages, the open ones first, with how far they have come", () => {
  const ofOwner = { kind: "removal", userName: cleo.name, createdAt: noon } as const;
  renderView({
    cases: [
      { ...ofOwner, number: 1042, state: "waiting", endedAt: null },
      { ...ofOwner, kind: "rescue", number: 1001, state: "refused", endedAt: noon },
    ],
  });
  const [, open, past] = within(screen.getByRole("table", { name: "Cases" })).getAllByRole("row");
  expect(open).toHaveTextContent("Case 1042Cleo CarterWaiting12 Nov 2026Open");
  expect(past).toHaveTextContent("Case 1001Cleo Carterto be an Account OwnerRefused");
  expect(screen.getByRole("link", { name: "Case 1042" })).toHaveAttribute(
    "href",
    "/support/cases/1042",
  );
});

test("an account without a case says so", () => {
  renderView();
  expect(screen.getByText("There has been no case about this account.")).toBeVisible();
});

test("search, status and page go on in the address", () => {
  renderView({
    filter: accountFilterSchema.parse({ search: "ada", status: "active", cursor: "old" }),
    users: { rows: [user()], previous: "p_1", next: "n_1" },
  });
  const path = `${home}?q=ada&status=active`;
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute("href", `${path}&after=n_1`);
  expect(screen.getByRole("link", { name: /^Inactive/ })).toHaveAttribute(
    "href",
    `${home}?q=ada&status=inactive`,
  );
  expect(screen.getByRole("link", { name: "Clear" })).toHaveAttribute(
    "href",
    `${home}?status=active`,
  );
});

test("a search that fits nobody has a way back", () => {
  renderView({ filter: accountFilterSchema.parse({ search: "zed" }), users: onePage() });
  expect(screen.getByText("No user matches “zed”")).toBeVisible();
  expect(screen.getByRole("link", { name: "Show all users" })).toHaveAttribute("href", home);
});

function renderLog(...events: AuditEvent[]) {
  const page = { rows: events, previous: null, next: "n_1" };
  render(
    <AccountLogView {...{ account, ...look, page }} filter={{ kind: "status" }} dates={inLondon} />,
  );
}

test("the account's log is read without a link into the account, and says what is left out", () => {
  renderLog(sampleEvent("user.inactivated", inactivationData()));
  expect(screen.getByText(/Ada Archer made Ben Baker inactive/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "See the reassignment" })).toBeNull();
  expect(
    screen.getByText(/What tells of contacts is left out: support never sees it/),
  ).toBeVisible();
  const kinds = within(screen.getByLabelText("Kind")).getAllByRole("option");
  expect(kinds.map(({ textContent }) => textContent)).not.toContain("History of contacts");
  expect(screen.getByLabelText("Kind")).toHaveDisplayValue("Users made inactive or active");
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    `${home}/log?kind=status&after=n_1`,
  );
});

test("a log with nothing of a kind has a way back", () => {
  renderLog();
  expect(screen.getByRole("link", { name: "Show all events" })).toHaveAttribute(
    "href",
    `${home}/log`,
  );
});

const looked: ConsoleEvent<"account.looked"> = {
  ...{ id: sampleId(50), at: noon, kind: "account.looked", agentName: "Rita Ray" },
  ...{ accountId: account.id, accountName: account.name, caseNumber: "1042" },
  data: { reason: "Called" },
};
const lena = { id: sampleId(5), name: "Lena Lind", status: "inactive" as const };

function renderConsoleLog(change: Partial<ConsoleLogViewProps> = {}) {
  const page = { rows: [looked], previous: null, next: "n_1" };
  render(
    <ConsoleLogView
      {...{ page, agents: [lena], filter: {}, wrongAccount: false, dates: inLondon, ...change }}
    />,
  );
}

test("a line of the console's log leads to its case and to all about its account", () => {
  renderConsoleLog({ filter: { agent: lena.id } });
  const [line] = screen.getAllByRole("listitem");
  expect(line).toHaveTextContent("12:00 Rita Ray looked into Alder Realty for case 1042.");
  expect(screen.getByRole("link", { name: "Case 1042" })).toHaveAttribute(
    "href",
    "/support/cases/1042",
  );
  expect(screen.getByRole("link", { name: "All about Alder Realty" })).toHaveAttribute(
    "href",
    `/support/log?agent=${lena.id}&account=${account.id}`,
  );
  expect(screen.getByLabelText("Agent")).toHaveDisplayValue("Lena Lind (inactive)");
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    `/support/log?agent=${lena.id}&after=n_1`,
  );
});

test("narrowed to an account it does not lead there again", () => {
  renderConsoleLog({ filter: { account: account.id } });
  expect(screen.queryByRole("link", { name: "All about Alder Realty" })).toBeNull();
  expect(screen.getByLabelText("Account id")).toHaveValue(account.id);
});

test("an empty log says whether that is so of all or of what was asked for", () => {
  renderConsoleLog({ page: onePage(), filter: { account: account.id } });
  expect(screen.getByText("No event fits")).toBeVisible();
  expect(screen.getByRole("link", { name: "Show all events" })).toHaveAttribute(
    "href",
    "/support/log",
  );
});

test("an account id that is none is said to be none, and the way to one is told", () => {
  renderConsoleLog({ wrongAccount: true });
  expect(screen.getByRole("alert")).toHaveTextContent(/so every account is shown.*stands on its/);
});

test("a card holder with the name of the user whose card it is is named once", () => {
  renderView({ holder: { ...ben, name: "Pat Payer" } });
  expect(detail("Card holder")).toHaveTextContent(/^Pat Payer, who is a user$/);
});
