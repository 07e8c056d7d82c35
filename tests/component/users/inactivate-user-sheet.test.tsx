import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { InactivateUserSheet } from "#components/users/inactivate-user-sheet";
import { NotInactivable } from "#components/users/not-inactivable";
import { answering } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId, sampleId } from "#tests/support/samples";
import { shownSchedule } from "#tests/support/samples-of-screens";
import { openSpots } from "#tests/support/samples-of-spots";

const { action } = answering(() => ({ status: "idle" }));
const laptop = { id: sampleId(20), device: "Firefox on Linux", lastUsedAt: noon };
const phone = { id: sampleId(21), device: "Safari on iOS", lastUsedAt: noon };

function renderSheet(change: object = {}) {
  render(
    <InactivateUserSheet
      user={ben}
      openSessions={[laptop, phone]}
      contacts={142}
      history={1_234}
      colleagues={{ shown: [ada], hasMore: false, search: "" }}
      defaultSuccessor={null}
      seats={{ total: 12, used: 10, scheduled: null }}
      openSpots={openSpots()}
      schedule={null}
      theirSchedules={[]}
      isLarge={false}
      dates={inLondon}
      action={action}
      requestId={requestId}
      {...change}
    />,
  );
}

const part = (name: string) => within(screen.getByRole("region", { name }));

test("the sheet names the person and has its four parts", () => {
  renderSheet();
  expect(screen.getByRole("heading", { level: 1, name: "Make Ben Baker inactive" })).toBeVisible();
  const parts = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(parts).toEqual(["Access", "Contacts", "User spot", "History"]);
});

test("Access lists the sign-ins that end, by device and time, exact on hover", () => {
  renderSheet();
  expect(part("Access").getByText("2 open sign-ins")).toBeVisible();
  const items = part("Access").getAllByRole("listitem");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    "Firefox on Linux, last used 12 Nov 2026, 12:00",
    "Safari on iOS, last used 12 Nov 2026, 12:00",
  ]);
  const [first] = items;
  expect(first?.querySelector("time")).toHaveAttribute(
    "title",
    "Thursday, 12 November 2026 at 12:00:00 GMT",
  );
});

test("Access says so where nobody is signed in", () => {
  renderSheet({ openSessions: [] });
  expect(part("Access").getByText("0 open sign-ins")).toBeVisible();
  expect(part("Access").getByText(/signed in nowhere, and cannot sign in again/)).toBeVisible();
});

test("User spot says that one opens and that the bill stays", () => {
  renderSheet();
  expect(part("User spot").getByText("2 open now")).toBeVisible();
  expect(part("User spot").getByText(/9 of 12 user spots used afterwards/)).toBeVisible();
  expect(part("User spot").getByText(/bill does not change by itself/)).toHaveTextContent(
    "US$15.00 a month for it until the user spots are reduced",
  );
});

test("History says what stays", () => {
  renderSheet();
  expect(part("History").getByText("1,234 entries")).toBeVisible();
  expect(part("History").getByText(/Everything Ben Baker noted stays/)).toBeVisible();
});

test("History says so where there is none", () => {
  renderSheet({ history: 0 });
  expect(part("History").getByText(/has noted nothing yet/)).toBeVisible();
});

test("an open schedule is named with its moment, author and plan, and can be cancelled", () => {
  renderSheet({ schedule: shownSchedule() });
  const status = screen.getByRole("status");
  expect(status).toHaveTextContent("Ben Baker becomes inactive on 30 Nov 2026, 18:00.");
  expect(status).toHaveTextContent(
    "Ada Archer scheduled it on 12 Nov 2026, 12:00, in the time zone Europe/London. Contacts go to Cleo Carter.",
  );
  expect(within(status).getByRole("link", { name: "Cancel the schedule" })).toHaveAttribute(
    "href",
    `/admin/users/${ben.id}/cancel-inactivation`,
  );
  expect(screen.getByRole("button", { name: "Schedule" })).toBeVisible();
});

test("of a time that comes twice the sheet says which one counts", () => {
  renderSheet({ schedule: shownSchedule({ comesTwice: true }) });
  expect(screen.getByRole("status")).toHaveTextContent(
    "The clock shows that time twice that night: the first one counts.",
  );
});

test("a refused schedule is named with its reason", () => {
  renderSheet({ schedule: shownSchedule({ refusal: "Ben Baker is an Account Owner." }) });
  expect(screen.getByRole("alert")).toHaveTextContent(
    "Ben Baker was not made inactive on 30 Nov 2026, 18:00, as Ada Archer had scheduled.Ben Baker is an Account Owner.",
  );
});

test("what an admin has scheduled is named before the admin goes", () => {
  const schedules = Array.from({ length: 7 }, (_, n) => ({ id: sampleId(n), name: `User ${n}` }));
  renderSheet({ theirSchedules: schedules });
  expect(screen.getByRole("status")).toHaveTextContent(
    "Ben Baker scheduled User 0, User 1, User 2, User 3, User 4 and 2 other users to become inactive.",
  );
});

test.each([
  [
    "user_is_owner",
    /Account Owner and cannot be made inactive.*under Admin, Account Owner request/,
  ],
  ["user_is_self", /Ask another admin/],
] as const)("the sheet's address says why not, and leads back: %s", (why, sentence) => {
  render(<NotInactivable user={ben} why={why} />);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
    "Ben Baker cannot be made inactive",
  );
  expect(screen.getByText(sentence)).toBeVisible();
  expect(screen.getByRole("link", { name: "Back to Manage Users" })).toHaveAttribute(
    "href",
    "/admin/users",
  );
  const ask = screen.queryByRole("link", { name: "Account Owner request" });
  expect(ask?.getAttribute("href")).toBe(
    why === "user_is_owner" ? `/admin/owner-request?owner=${ben.id}` : undefined,
  );
});
