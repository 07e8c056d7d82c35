import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { SeatMeter } from "#components/seats/seat-meter";
import { inLondon } from "#tests/support/samples";

test.each([
  [{ total: 1, used: 1 }, "1 of 1 user spot used, 0 open"],
  [{ total: 2, used: 0 }, "0 of 2 user spots used, 2 open"],
  [{ total: 10_000, used: 9_999 }, "9,999 of 10,000 user spots used, 1 open"],
])("%j is said in words", (seats, words) => {
  render(<SeatMeter {...seats} scheduled={null} dates={inLondon} />);
  expect(screen.getByRole("link", { name: words })).toHaveAttribute("href", "/admin/subscription");
  expect(screen.queryByText(/scheduled/)).toBeNull();
});

test("what is scheduled is said on the account's clock and leads to the subscription", () => {
  const scheduled = { toTotal: 1, effectiveAt: new Date("2026-12-01T05:00:00Z") };
  const dates = { timeZone: "America/New_York", locale: "en-GB" };
  render(<SeatMeter total={2} used={1} scheduled={scheduled} dates={dates} />);
  expect(screen.getByRole("link", { name: "1 user spot from 1 Dec 2026" })).toHaveAttribute(
    "href",
    "/admin/subscription",
  );
});
