import { expect, test } from "vitest";
import { auditHref } from "#lib/audit/audit-href";
import { auditFilterSchema, eventFilterSchema } from "#lib/audit/filter";
import { sampleId } from "#tests/support/samples";

const whole = {
  person: sampleId(1),
  kind: "sign-ins",
  from: "2026-11-01",
  to: "2026-11-30",
} as const;

test("the bare address shows all events", () => {
  expect(auditFilterSchema.parse({})).toEqual({});
});

test("an address that says more is followed, and says the same again", () => {
  const filter = { ...whole, who: "ada", cursor: "x" };
  expect(auditFilterSchema.parse(filter)).toEqual(filter);
  const { searchParams } = new URL(auditHref(filter), "http://handover");
  const { after: cursor, ...rest } = Object.fromEntries(searchParams);
  expect({ ...rest, cursor }).toEqual(filter);
});

test.each([
  ["words that mean nothing", { person: "me", kind: "everything", from: "today", to: "never" }],
  ["a kind of event in place of a group", { kind: "user.added" }],
  ["capitals", { kind: "SIGN-INS" }],
  ["a name that every object has", { kind: "constructor" }],
  ["empty fields", { person: "", kind: "", from: "", to: "" }],
  ["numbers", { person: 1, kind: 2, from: 3, to: 4, cursor: 5 }],
  ["null", { person: null, kind: null, from: null, to: null, cursor: null }],
  ["objects", { person: {}, kind: {}, from: {}, to: {}, cursor: {} }],
  ["empty lists", { person: [], kind: [], from: [], to: [], cursor: [] }],
  ["a cursor of 4,001 characters", { cursor: "x".repeat(4001) }],
  ["days that no calendar has", { from: "2026-02-29", to: "2026-13-01" }],
  ["a year before years were counted so", { from: "0000-01-01", to: "0999-12-31" }],
  ["a day with a time", { from: "2026-11-01T00:00", to: "2026-11-01Z" }],
  ["days as others write them", { from: "01/11/2026", to: "1.11.2026" }],
  ["SQL", { person: "' or 1=1 --", kind: "'; --", from: "2026-11-01'; --", to: "infinity" }],
])("an address with %s shows all events", (_what, address) => {
  expect(auditFilterSchema.parse(address)).toEqual({});
});

test("of a parameter that comes twice the first counts", () => {
  const filter = { kind: ["sign-ins", "users"], from: ["2026-11-01", "2026-12-01"] };
  expect(eventFilterSchema.parse(filter)).toEqual({ kind: "sign-ins", from: "2026-11-01" });
});

test("two days the wrong way round are the days between them", () => {
  const { from, to } = eventFilterSchema.parse({ from: "2026-11-30", to: "2026-11-01" });
  expect([from, to]).toEqual(["2026-11-01", "2026-11-30"]);
  const oneDay = { from: "2026-11-01", to: "2026-11-01" };
  expect(eventFilterSchema.parse(oneDay)).toEqual(oneDay);
});

test("the day in a leap year that the others do not have is a day", () => {
  expect(eventFilterSchema.parse({ from: "2028-02-29" })).toEqual({ from: "2028-02-29" });
});

test("a name is trimmed and cut; an emptied field is told from one that was never there", () => {
  expect(auditFilterSchema.parse({ who: " Zoë\0 " }).who).toBe("Zoë");
  expect(auditFilterSchema.parse({ who: "x".repeat(500) }).who).toHaveLength(200);
  expect(auditFilterSchema.parse({ who: "" })).toEqual({ who: "" });
});
