import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ReduceView, type ReduceViewProps } from "#components/seats/reduce-view";
import { answering, refused } from "#tests/support/actions";
import { ada, ben, noon, requestId, sampleId } from "#tests/support/samples";
import { reduceViewProps, reduction } from "#tests/support/samples-of-spots";

const show = (props: ReduceViewProps) => render(<ReduceView {...props} />);
const link = (name: string | RegExp) => screen.getByRole("link", { name });
const part = (name: string) => screen.getByRole("region", { name });
const said = (term: string) => screen.getByText(term, { selector: "dt" }).nextElementSibling;
const steps = () => within(screen.getByRole("navigation", { name: "Steps" }));
const current = () =>
  steps()
    .getAllByRole("listitem")
    .filter((item) => item.getAttribute("aria-current") === "step")
    .map((item) => item.textContent);
const field = () => screen.getByLabelText(/^User spots/);

test("the first step says what is paid for, what is open, and who left", () => {
  show(reduceViewProps({ total: "8" }));
  expect(current()).toEqual(["1Your user spots"]);
  expect(said("Paid for")).toHaveTextContent("10 user spots: US$150.00 a month");
  expect(said("Used")).toHaveTextContent("8 active users");
  expect(said("Open")).toHaveTextContent("2 user spots: US$30.00 a month");
  const left = part("Who left");
  expect(left).toHaveTextContent("Ben Baker, inactive since 12 Nov 2026, by Ada Archer");
  expect(left).toHaveTextContent("1 more spot is open than they left");
  expect(link("Ben Baker")).toHaveAttribute("href", `/admin/users/${ben.id}/inactivate`);
  expect(link("Continue")).toHaveAttribute(
    "href",
    "/admin/subscription/reduce?step=2&total=8&seen=4",
  );
});

test("of many who left ten are named", () => {
  const openedBy = Array.from({ length: 10 }, (_, at) => ({
    id: sampleId(100 + at),
    name: `Person ${at}`,
    since: noon,
    by: null,
  }));
  show(reduceViewProps({}, { total: 30, used: 10 }, { openedBy, openedByMore: 5 }));
  expect(within(part("Who left")).getAllByRole("listitem")).toHaveLength(11);
  expect(link("and 5 more")).toHaveAttribute("href", "/admin/users?status=inactive");
  expect(part("Who left")).toHaveTextContent("5 more spots are open than they left");
});

test("what is scheduled already stands on the first step, with by whom", () => {
  show(reduceViewProps({}, { schedule: reduction() }));
  expect(said("Scheduled")).toHaveTextContent("9 user spots from 24 Dec 2026 on, by Ada Archer.");
});

test("the second step proposes what is used, and says why it is no less", () => {
  show(reduceViewProps({ step: 2 }));
  expect(current()).toEqual(["2New total"]);
  expect(field()).toHaveValue("8");
  expect(field()).toHaveAccessibleDescription("The least possible is 8, as 8 are used.");
  expect(link("make someone inactive")).toHaveAttribute("href", "/admin/users?status=active");
});

test("it proposes what is scheduled, or what the address says", () => {
  const { unmount } = show(reduceViewProps({ step: 2 }, { schedule: reduction() }));
  expect(field()).toHaveValue("9");
  expect(screen.queryByRole("alert")).toBeNull();
  unmount();
  show(reduceViewProps({ step: 2, total: "8" }, { schedule: reduction() }));
  expect(field()).toHaveValue("8");
});

test("a plan with a minimum says so, as nobody's leaving would lower it", () => {
  show(reduceViewProps({ step: 2 }, { used: 2, minimumSeats: 3 }));
  expect(field()).toHaveValue("3");
  expect(field()).toHaveAccessibleDescription(
    "The least possible is 3, as your plan has at least 3 user spots.",
  );
  expect(screen.queryByRole("link", { name: "make someone inactive" })).toBeNull();
});

test("every button of the second step sends what is typed, and what was seen", () => {
  show(reduceViewProps({ step: 2, total: "9" }));
  const form = screen.getByRole("button", { name: "Back" }).closest("form");
  expect(form).toHaveAttribute("action", "/admin/subscription/reduce");
  expect(form).toHaveFormValues({ total: "9" });
  const sent = ["Continue", "Back"].map((name) => {
    const button = screen.getByRole("button", { name });
    return [...new FormData(form as HTMLFormElement, button)].map(String);
  });
  expect(sent).toEqual([
    ["total,9", "seen,4", "step,3"],
    ["total,9", "seen,4", "step,1"],
  ]);
});

test.each([
  ["", "Enter the new number of user spots."],
  ["0", "There is at least one user spot."],
  ["-1", "Enter a whole number, such as 8."],
  ["1e9", "Enter a whole number, such as 8."],
  ["1000000000", "There can be at most 100,000 user spots."],
  ["3.5", "Enter a whole number, such as 8."],
  ["ten", "Enter a whole number, such as 8."],
  ["10", "You have 10 user spots already, so there was nothing to change."],
  ["11", "You have 10 user spots, and this is no reduction. To have more, add user spots."],
  ["7", "8 user spots are used, so there cannot be 7. Make someone inactive first"],
])(
  "a later step with the total %j lands on the second, with the sentence at the field",
  (total, sentence) => {
    for (const step of [3, 4]) {
      const { unmount } = show(reduceViewProps({ step, total }));
      expect(current()).toEqual(["2New total"]);
      expect(field()).toHaveValue(total);
      expect(field()).toBeInvalid();
      expect(field()).toHaveAccessibleDescription(new RegExp(escaped(sentence)));
      expect(screen.getByRole("alert")).toHaveTextContent(sentence);
      expect(screen.getByRole("alert")).not.toHaveTextContent("Nothing was changed");
      unmount();
    }
  },
);

test("so does one below the plan's minimum, and one that is scheduled already", () => {
  const { unmount } = show(reduceViewProps({ step: 3, total: "2" }, { used: 2, minimumSeats: 3 }));
  expect(screen.getByRole("alert")).toHaveTextContent("Your plan has at least 3 user spots.");
  unmount();
  show(reduceViewProps({ step: 4, total: "9" }, { schedule: reduction() }));
  expect(screen.getByRole("alert")).toHaveTextContent(
    "A reduction to 9 user spots on 24 Dec 2026 is scheduled already.",
  );
});

test("a refused total leads on: to the users, or to more spots", () => {
  const { unmount } = show(reduceViewProps({ step: 3, total: "7" }));
  expect(within(screen.getByRole("alert")).getByRole("link")).toHaveAttribute(
    "href",
    "/admin/users",
  );
  unmount();
  show(reduceViewProps({ step: 3, total: "12" }));
  expect(
    within(screen.getByRole("alert")).getByRole("link", { name: "Add user spots" }),
  ).toBeVisible();
});

test("the third step compares the bill before and after, and says from when on and what it saves", () => {
  show(reduceViewProps({ step: 3, total: "8", seen: 4 }));
  expect(current()).toEqual(["3What changes"]);
  const rows = within(screen.getByRole("table", { name: "Before and after" })).getAllByRole("row");
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    "WhatNowFrom 24 Dec 2026 on",
    "User spots108",
    "Used now88",
    "Open20",
    "Bill a monthUS$150.00US$120.00",
  ]);
  expect(said("Effective")).toHaveTextContent("24 Dec 2026, when the subscription is renewed");
  expect(said("Saved a month")).toHaveTextContent("US$30.00");
  expect(said("Saved a year")).toHaveTextContent("US$360.00");
  const same = part("What does not change");
  expect(same).toHaveTextContent("paid for until 24 Dec 2026: nothing of it is refunded");
  expect(same).toHaveTextContent("The open user spots can be used until then.");
  expect(same).toHaveTextContent("Until then the change can be cancelled");
  expect(link("Back")).toHaveAttribute("href", "/admin/subscription/reduce?step=2&total=8&seen=4");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("on trial it counts at once, and costs nothing yet", () => {
  show(reduceViewProps({ step: 3, total: "8" }, { status: "trial" }));
  expect(said("Effective")).toHaveTextContent("At once: during the trial nothing is paid yet");
  expect(part("What does not change")).not.toHaveTextContent("refunded");
});

test("money is written as its currency is: an annual plan in yen", () => {
  const terms = { interval: "year", currency: "JPY", unitPrice: 20_000 } as const;
  show(reduceViewProps({ step: 3, total: "9" }, terms));
  expect(screen.getByRole("row", { name: /Bill a year/ })).toHaveTextContent(
    "JP¥200,000JP¥180,000",
  );
  expect(said("Saved a year")).toHaveTextContent("JP¥20,000");
  expect(screen.queryByText("Saved a month")).toBeNull();
});

test("it says what it replaces, and by whom that was", () => {
  show(reduceViewProps({ step: 3, total: "8" }, { schedule: reduction() }));
  expect(screen.getByRole("status")).toHaveTextContent(
    "This replaces the reduction to 9 user spots on 24 Dec 2026.Ada Archer scheduled it on 12 Nov 2026. From then on you pay US$120.00 a month instead of the US$135.00 that it would have come to.",
  );
});

test("a cancelled subscription says that nothing is charged anyway", () => {
  show(reduceViewProps({ step: 3, total: "8" }, { cancelledAt: noon }));
  expect(screen.getByRole("status")).toHaveTextContent(
    "The subscription is cancelled and ends on 24 Dec 2026.",
  );
});

test("the last step says everything in one sentence, and sends what was seen", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  show(reduceViewProps({ step: 4, total: "8", seen: 4 }, { schedule: reduction() }, { action }));
  expect(part("Confirm")).toHaveTextContent(
    "From 24 Dec 2026 on, Alder Realty has 8 user spots instead of 10 and pays US$120.00 a month " +
      "instead of US$150.00, which saves US$360.00 a year. It replaces the reduction to 9 that Ada Archer scheduled.",
  );
  await userEvent.type(screen.getByLabelText(/Reason/), "Two left");
  await userEvent.click(screen.getByRole("button", { name: "Reduce user spots" }));
  expect(sent).toEqual([
    {
      requestId: [requestId],
      total: ["8"],
      seenTotal: ["10"],
      scheduleId: [sampleId(71)],
      reason: ["Two left"],
    },
  ]);
});

test("where the spots were changed meanwhile, the refusal leads back with the same number", async () => {
  const facts = { by: ada.name, at: "12 Nov 2026, 12:00", total: 9 };
  const { action } = answering(refused("spots_changed", facts));
  show(reduceViewProps({ step: 4, total: "8", seen: 4 }, {}, { action }));
  await userEvent.type(screen.getByLabelText(/Reason/), "Two left");
  await userEvent.click(screen.getByRole("button", { name: "Reduce user spots" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Ada Archer changed the user spots on 12 Nov 2026, 12:00, after you had opened the page: there are 9 now. Nothing was changed.",
  );
  expect(screen.queryByRole("button", { name: "Reduce user spots" })).toBeNull();
  expect(link("Look at the new numbers")).toHaveAttribute(
    "href",
    "/admin/subscription/reduce?step=3&total=8",
  );
  expect(screen.getByLabelText(/Reason/)).toHaveValue("Two left");
});

test("another refusal leaves the button, and what was typed", async () => {
  const { action } = answering(refused("spots_kept_to_owners"));
  show(reduceViewProps({ step: 4, total: "8" }, {}, { action }));
  await userEvent.click(screen.getByRole("button", { name: "Reduce user spots" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Ask one of your Account Owners.");
  expect(screen.getByRole("button", { name: "Reduce user spots" })).toBeVisible();
});

test.each([2, 3])("step %i says that the numbers are not those of the step before", (step) => {
  show(reduceViewProps({ step, total: "8", seen: 3 }));
  expect(screen.getByRole("alert")).toHaveTextContent(
    "Ada Archer changed the user spots on 12 Nov 2026, 12:00, after you had opened the page: there are 10 now. Look at the new numbers and decide again.",
  );
});

test("and the last one does not confirm what nobody has seen", () => {
  show(reduceViewProps({ step: 4, total: "8", seen: 3 }));
  expect(screen.getByRole("alert")).toHaveTextContent("Ada Archer changed the user spots");
  expect(screen.queryByRole("button")).toBeNull();
  expect(link("Look at the new numbers")).toBeVisible();
});

test("where it is kept to Owners, every step says so, and who can", () => {
  const whyNot = { code: "spots_kept_to_owners" as const, owners: ["Cleo Carter", "Dee Dunn"] };
  for (const step of [1, 3, 4]) {
    const { unmount } = show(reduceViewProps({ step, total: "8" }, {}, { whyNot }));
    expect(current()).toEqual(["1Your user spots"]);
    expect(screen.getByRole("status")).toHaveTextContent(
      /keep changes of user spots to themselves.*Who can: Cleo Carter and Dee Dunn\./,
    );
    expect(screen.queryByRole("link", { name: "Continue" })).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
    unmount();
  }
});

test.each([
  [{ status: "ended" as const }, "The subscription has ended.", "Update subscription"],
  [{ used: 10 }, "No user spot is open, so none can go.", "Manage Users"],
  [{ total: 1, used: 1 }, "Your one user spot is used.", "Manage Users"],
  [
    { total: 3, used: 2, minimumSeats: 3 },
    "Your plan has at least 3 user spots, so none can go.",
    "Update subscription",
  ],
])("where nothing can go (%j) it says why and the way on", (spots, sentence, way) => {
  show(reduceViewProps({ step: 4, total: "8" }, spots));
  const notice = screen.getByRole("status");
  expect(notice).toHaveTextContent(sentence);
  expect(within(notice).getByRole("link", { name: way })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Continue" })).toBeNull();
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
