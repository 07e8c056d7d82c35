import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { SpotsPicture } from "#components/seats/spots-picture";
import { samplePage, scheduledPage } from "#tests/support/subscription-samples";

function renderPicture({ overTime, scheduled, drawings } = samplePage()) {
  render(<SpotsPicture {...{ overTime, scheduled, drawings }} locale="en-GB" />);
}

const rows = () =>
  within(screen.getByRole("table", { name: "Spots over time", hidden: true }))
    .getAllByRole("row", { hidden: true })
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

test("the picture is one image with a sentence that says both ends", () => {
  renderPicture();
  expect(screen.getByRole("img")).toHaveAccessibleName(
    "User spots and active users over time. On 12 Nov 2025: 10 user spots, 10 active users. Today: 12 user spots, 10 active users.",
  );
  expect(screen.getByRole("img").querySelectorAll("svg[aria-hidden]")).toHaveLength(2);
});

test("each line is named where it ends, without need of its colour, and nothing is styled inline", () => {
  renderPicture(scheduledPage());
  for (const svg of screen.getByRole("img").querySelectorAll("svg")) {
    expect(svg).toHaveTextContent("12 user spots10 active users11 spotsfrom 1 Dec");
    expect(svg).toHaveTextContent("Today");
    expect(svg.querySelectorAll("[style]")).toHaveLength(0);
    expect(svg.querySelectorAll(".spots-scheduled")).toHaveLength(1);
  }
});

test("what is scheduled is in the sentence and in the table", () => {
  renderPicture(scheduledPage());
  expect(screen.getByRole("img").getAttribute("aria-label")).toMatch(
    /From 1 Dec 2026: 11 user spots\.$/,
  );
  expect(rows().at(-1)).toEqual(["1 Dec 2026 (scheduled)", "11", "not known yet"]);
});

test("the same as a table has the first day, each month's end and today", () => {
  renderPicture();
  expect(screen.getByText("The same as a table")).toBeInTheDocument();
  expect(rows()).toHaveLength(14);
  expect(rows()[0]).toEqual(["12 Nov 2025", "10", "10"]);
  expect(rows()[7]).toEqual(["31 May 2026", "12", "10"]);
  expect(rows().at(-1)).toEqual(["12 Nov 2026 (today)", "12", "10"]);
});

test("an account opened today, with one spot, is told once", () => {
  const today = "2026-11-12";
  const step = [{ on: today, count: 1 }];
  renderPicture(samplePage({}, { overTime: { from: today, today, spots: step, used: step } }));
  expect(screen.getByRole("img")).toHaveAccessibleName(
    "User spots and active users over time. Today: 1 user spot, 1 active user.",
  );
  expect(rows()).toEqual([["12 Nov 2026 (today)", "1", "1"]]);
});
