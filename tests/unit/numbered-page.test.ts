import { expect, test } from "vitest";
import { cutNumbered } from "#lib/numbered-page";

const from = (first: number, last: number) =>
  Array.from({ length: first - last + 1 }, (_, at) => ({ number: first - at }));

test.each([
  ["all that there are", from(3, 1), 3, null, null],
  ["exactly one page", from(5, 1), 5, null, null],
  ["the newest of more", from(12, 8), 12, null, 8],
  ["those in the middle", from(7, 3), 12, 0, 3],
  ["those in the middle of many", from(7, 3), 13, 13, 3],
  ["the oldest", from(2, 1), 12, 8, null],
  ["none below the first", [], 12, 6, null],
  ["none at all", [], 0, null, null],
])("%s lead to those beside them", (_what, rows, count, newer, older) => {
  expect(cutNumbered(rows, 5, count)).toEqual({ rows, count, newer, older });
});
