import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SignInRulesView } from "#components/accounts/sign-in-rules-view";
import { answering } from "#tests/support/actions";
import { ada, ben, cleo, inLondon, noon, requestId } from "#tests/support/samples";

const admin = { isOwner: false, status: "active", hasSecondStep: true } as const;
const admins = [
  { ...ben, ...admin, hasSecondStep: false },
  { ...ada, ...admin },
  { ...cleo, ...admin, isOwner: true },
];
const { action: idle } = answering(() => ({ status: "idle" }));

function renderView(change: object = {}) {
  render(
    <SignInRulesView
      rule={{ adminsNeedSecondStep: false, latest: null }}
      admins={admins}
      counts={{ all: 3, withSecondStep: 2 }}
      whyNot={null}
      actor={{ userId: cleo.id, role: "admin", isOwner: true }}
      isChanged={false}
      dates={inLondon}
      requireAction={idle}
      stopAction={idle}
      requestId={requestId}
      {...change}
    />,
  );
}

test("an Owner sees who lacks it, what requiring it means, and requires it", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ requireAction: action });
  expect(screen.getByText("2 of 3 admins with two-step sign-in")).toBeVisible();
  expect(screen.getByText(/If it is required, 1 admin has to set it up/)).toBeVisible();
  const row = screen.getByRole("row", { name: /Ben Baker/ });
  expect(within(row).getByText("Not set up")).toBeVisible();
  expect(within(row).queryByRole("link")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Require it of all admins" }));
  expect(sent).toEqual([{ requestId: [requestId] }]);
});

test("where it is required, it says since when and by whom, and can be stopped", () => {
  renderView({ rule: { adminsNeedSecondStep: true, latest: { at: noon, by: cleo.name } } });
  expect(
    screen.getByText("Required of all admins, since 12 Nov 2026, 12:00 by Cleo Carter."),
  ).toBeVisible();
  expect(screen.getByRole("button", { name: "Stop requiring it" })).toBeVisible();
});

test("a change made a moment ago is announced", () => {
  const rule = { adminsNeedSecondStep: true, latest: { at: noon, by: cleo.name } };
  renderView({ isChanged: true, rule });
  expect(screen.getByRole("status")).toHaveTextContent(
    "Cleo Carter required two-step sign-in of all admins on 12 Nov 2026, 12:00.",
  );
});

test("an Owner without it is led to set up their own first", () => {
  renderView({ whyNot: "own_second_step_first" });
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByRole("link", { name: "Set up two-step sign-in" })).toBeVisible();
});

test("an admin sees the same without the button, and resets others' but no Owner's", () => {
  renderView({ whyNot: "not_owner", actor: { userId: ben.id, role: "admin", isOwner: false } });
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText(/Only an Account Owner can do this/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Reset: Ada Archer" })).toHaveAttribute(
    "href",
    `/admin/users/${ada.id}/second-step`,
  );
  expect(screen.queryByRole("link", { name: "Reset: Cleo Carter" })).toBeNull();
});
