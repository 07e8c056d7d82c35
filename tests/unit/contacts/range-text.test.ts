import { expect, test } from "vitest";
import { rangeText } from "#lib/contacts/range-text";

const page = (count: number, first?: number) => ({
  ...{ rows: Array(count).fill({}), previous: null, next: null },
  ...(first && { first }),
});

test.each([
  [page(50, 51), 1_000_000, "51–100 of 1,000,000 contacts"],
  [page(50), 1_000_000, "50 of 1,000,000 contacts"],
  [page(1, 1), 1, "1–1 of 1 contact"],
  [page(0), 0, "0 contacts"],
  [page(50, 1), null, "1–50 of more than 1,000 contacts"],
  // Some of those before have gone since.
  [page(7, 101), 105, "7 of 105 contacts"],
])("a page says what it shows of how many", (shown, total, text) => {
  expect(rangeText(shown, total)).toBe(text);
});
