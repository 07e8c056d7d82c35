import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { InactivateUserSheet } from "#components/users/inactivate-user-sheet";
import { NotInactivable } from "#components/users/not-inactivable";
import { answering } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId, sampleId } from "#tests/support/samples";

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
      seats={{ total: 12, used: 10 }}
      canSplit
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
  expect(part("User spot").getByText(/bill does not change by itself/)).toBeVisible();
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

test.each([
  ["user_is_owner", /Account Owner and cannot be made inactive.*help@handover.example/],
  ["user_is_self", /Ask another admin/],
] as const)("the sheet's address says why not, and leads back: %s", (why, sentence) => {
  render(<NotInactivable user={ben} why={why} supportEmail="help@handover.example" />);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
    "Ben Baker cannot be made inactive",
  );
  expect(screen.getByText(sentence)).toBeVisible();
  expect(screen.getByRole("link", { name: "Back to Manage Users" })).toHaveAttribute(
    "href",
    "/admin/users",
  );
});
