import { expect, test } from "vitest";
import { listText, numberText, plural } from "#lib/plurals";

test.each([
  [0, "0 contacts"],
  [1, "1 contact"],
  [2, "2 contacts"],
  [1_500, "1,500 contacts"],
  [1_000_000, "1,000,000 contacts"],
])("%i reads as %s", (count, text) => expect(plural(count, "contact")).toBe(text));

test("an irregular plural is given", () => {
  expect(plural(1, "entry", "entries")).toBe("1 entry");
  expect(plural(0, "entry", "entries")).toBe("0 entries");
});

test("a number alone is grouped too", () => {
  expect(numberText(12)).toBe("12");
  expect(numberText(12_000)).toBe("12,000");
});

test.each([
  [[], ""],
  [["Ana"], "Ana"],
  [["Ana", "Ben"], "Ana and Ben"],
  [["Ana", "Ben", "Carl"], "Ana, Ben and Carl"],
])("%j reads as a list", (names, text) => expect(listText(names)).toBe(text));
