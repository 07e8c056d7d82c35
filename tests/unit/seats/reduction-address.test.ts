import { expect, test } from "vitest";
import { reductionAddressSchema, reductionHref } from "#lib/seats/reduction-address";

const read = (search: Record<string, string | string[]>) => reductionAddressSchema.parse(search);

test.each([
  [{}, { step: 1, total: "" }],
  [
    { step: "3", total: "8", seen: "12" },
    { step: 3, total: "8", seen: 12 },
  ],
  [{ step: "5" }, { step: 1, total: "" }],
  [
    { step: "-1", seen: "-1" },
    { step: 1, seen: undefined },
  ],
  [
    { step: "two", seen: "1e9" },
    { step: 1, seen: undefined },
  ],
  [
    { step: ["3", "4"], total: ["8", "9"] },
    { step: 3, total: "8" },
  ],
  [{ seen: "9".repeat(400) }, { seen: undefined }],
])("%j falls back where it does not fit", (search, expected) => {
  expect(read(search as Record<string, string>)).toMatchObject(expected);
});

test("a total of any length is cut before it is shown again", () => {
  expect(read({ total: "9".repeat(100_000) }).total).toHaveLength(40);
});

test("a step's address holds every choice, and nothing that is none", () => {
  expect(reductionHref(3, { total: 8, seen: 12 })).toBe(
    "/admin/subscription/reduce?step=3&total=8&seen=12",
  );
  expect(reductionHref(2, { total: "" })).toBe("/admin/subscription/reduce?step=2");
});
