import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ResetSecondStepView } from "#components/users/reset-second-step-view";
import { answering } from "#tests/support/actions";
import { ada, ben, inLondon, noon, requestId } from "#tests/support/samples";

const user = { ...ben, formerEmail: null, inactivatedAt: null, inactivatedByName: null };
const { action: idle } = answering(() => ({ status: "idle" }));

function renderView(change: object = {}) {
  render(
    <ResetSecondStepView
      user={user}
      openSessions={2}
      reset={null}
      whyNot={null}
      dates={inLondon}
      supportEmail="help@handover.example"
      action={idle}
      requestId={requestId}
      {...change}
    />,
  );
}

test("before the click it says what follows", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView({ action });
  const lines = within(screen.getByRole("region", { name: "What changes" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
  expect(lines).toEqual([
    "The next sign-in of Ben Baker asks for the password only. The app and the recovery codes stop counting.",
    "2 open sign-ins end at once.",
    "Ben Baker is told by e-mail that you did it, and can set it up again.",
  ]);
  await userEvent.type(screen.getByLabelText("Reason"), "Lost the phone");
  await userEvent.click(screen.getByRole("button", { name: "Reset two-step sign-in" }));
  expect(sent).toEqual([{ userId: [ben.id], requestId: [requestId], reason: ["Lost the phone"] }]);
});

test("afterwards it says who did it and when", () => {
  renderView({ whyNot: "second_step_missing", reset: { at: noon, by: ada.name } });
  expect(screen.getByRole("status")).toHaveTextContent(
    "Ada Archer reset it on 12 Nov 2026, 12:00.",
  );
  expect(screen.queryByRole("button")).toBeNull();
});

test.each([
  ["second_step_missing", "Ben Baker has no two-step sign-in."],
  ["second_step_of_owner", "write to help@handover.example."],
  ["second_step_is_own", "Turn it off under My sign-ins."],
] as const)("where it cannot be done it says why: %s", (whyNot, sentence) => {
  renderView({ whyNot });
  expect(screen.getByRole("status")).toHaveTextContent(sentence);
  expect(screen.queryByLabelText("Reason")).toBeNull();
});
