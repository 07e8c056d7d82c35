import { expect, test } from "vitest";
import { dealingTurns } from "#lib/transfers/piece-of";

test("an even split is dealt out one by one", () => {
  expect(dealingTurns([1, 1, 1])).toEqual([0, 1, 2]);
  expect(dealingTurns([4, 4])).toEqual([0, 1]);
});

test.each([
  [[2, 1, 1]],
  [[1, 5]],
  [[100, 1, 1]],
  [[7, 5, 3, 2]],
  [[97, 89, 3]],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
])("however many there are, nobody of %j is as much as one away from the exact part", (parts) => {
  const round = parts.reduce((sum, part) => sum + part);
  const turns = dealingTurns(parts);
  const had = parts.map(() => 0);
  for (const [n, piece] of [...turns, ...turns].entries()) {
    had[piece] = (had[piece] ?? 0) + 1;
    for (const [other, part] of parts.entries()) {
      expect(Math.abs((had[other] ?? 0) - ((n + 1) * part) / round)).toBeLessThan(1);
    }
  }
});
