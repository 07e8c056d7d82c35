import { expect, test } from "vitest";
import { type Cursor, cutPage, decodeCursor, encodeCursor } from "#lib/keyset";
import { sampleId } from "#tests/support/samples";

const byName = [{ type: "text" }, { type: "uuid" }] as const;
const byTime = [{ type: "timestamptz" }, { type: "uuid" }] as const;
const byRole = [{ type: "text" }, { type: "text" }, { type: "uuid" }] as const;
const bySignIn = [{ type: "timestamptz" }, { type: "text" }, { type: "uuid" }] as const;
const id = sampleId(1);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const good: Cursor = { way: "after", values: ["baker ben", id] };

test("a cursor comes back as it was given, whatever a name holds", () => {
  for (const name of ["", "o'brien", "דנה", 'a"b\\c', "😀", "x".repeat(1000)]) {
    const cursor: Cursor = { way: "before", values: [name, id] };
    expect(decodeCursor(encodeCursor(cursor), [...byName])).toEqual(cursor);
  }
});

test("a cursor remembers how many rows stood before its place, if that is a number", () => {
  const at = (rank: unknown) => decodeCursor(encode({ ...good, rank }), [...byName]);
  expect(at(1_000)).toEqual({ ...good, rank: 1_000 });
  for (const rank of [-1, 1.5, "7", 1e12, null]) expect(at(rank)).toBeNull();
});

test("pages say where they are, as far as the way there has told", () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => ({ keys: [`${from + n}`, id] }));
  const place = (text: string | null) => decodeCursor(text ?? "", [...byName]);
  const first = cutPage(rows(1, 51), 50, null);
  expect(first).toMatchObject({ first: 1, previous: null });
  const second = cutPage(rows(51, 101), 50, place(first.next));
  expect(second.first).toBe(51);
  const third = cutPage(rows(101, 107), 50, place(second.next));
  expect(third).toMatchObject({ first: 101, next: null });
  expect(cutPage(rows(50, 100).reverse(), 50, place(third.previous)).first).toBe(51);
  // Others came before them meanwhile: what would be the row before the first has no number.
  expect(cutPage(rows(1, 51).reverse(), 50, place(second.previous)).first).toBeUndefined();
  expect(cutPage(rows(1, 30).reverse(), 50, place(second.previous)).first).toBe(1);
  expect(cutPage(rows(51, 60), 50, good).first).toBeUndefined();
});

test("a sort key that is true or false is nothing else", () => {
  const blankLast = [{ type: "boolean" }, { type: "text" }, { type: "uuid" }] as const;
  const at = (value: string) =>
    decodeCursor(encodeCursor({ way: "after", values: [value, "", id] }), [...blankLast]);
  for (const value of ["true", "false"]) expect(at(value)).not.toBeNull();
  for (const value of ["", "t", "yes", "TRUE"]) expect(at(value)).toBeNull();
});

test("a cursor goes into an address as it is", () => {
  expect(encodeCursor({ way: "after", values: ["ÿ?>~", id] })).toMatch(/^[\w-]+$/);
});

test.each([
  ["nothing", undefined],
  ["an empty text", ""],
  ["a word", "next"],
  ["what is no base64", "%%%"],
  ["a list", encode([good])],
  ["null", encode(null)],
  ["a number", encode(1)],
  ["a third way", encode({ ...good, way: "sideways" })],
  ["no values", encode({ way: "after" })],
  ["one value", encode({ way: "after", values: [id] })],
  ["too many values", encode({ way: "after", values: ["a", "b", "c", "d", id] })],
  ["values that are no text", encode({ way: "after", values: [{}, id] })],
  ["an id that is none", encode({ way: "after", values: ["baker ben", "1; drop table users"] })],
  ["a NUL byte", encode({ way: "after", values: ["a\0", id] })],
  ["a text of 1,001 characters", encode({ way: "after", values: ["x".repeat(1001), id] })],
  ["deep nesting", encode({ way: "after", values: JSON.parse("[".repeat(500) + "]".repeat(500)) })],
])("a forged cursor begins the list anew: %s", (_what, text) => {
  expect(decodeCursor(text, [...byName])).toBeNull();
});

test("a cursor that was cut off anywhere begins the list anew", () => {
  const whole = encodeCursor(good);
  for (let length = 0; length < whole.length - 1; length++) {
    expect(decodeCursor(whole.slice(0, length), [...byName])).toBeNull();
  }
});

test("another list's cursor begins the list anew", () => {
  const role = encodeCursor({ way: "after", values: ["2", "baker ben", id] });
  expect(decodeCursor(role, [...byRole])).not.toBeNull();
  expect(decodeCursor(role, [...byName])).toBeNull();
  expect(decodeCursor(role, [...bySignIn])).toBeNull();
  expect(decodeCursor(encodeCursor(good), [...byTime])).toBeNull();
});

test.each([
  "-infinity",
  "2026-11-12 10:42:07+00",
  "2026-11-12 10:42:07.123456+00",
  "2024-02-29 23:59:59.9-09:30",
  "2026-11-12 10:42:07+14",
])("a time as Postgres writes it is one: %s", (at) => {
  expect(
    decodeCursor(encodeCursor({ way: "after", values: [at, id] }), [...byTime]),
  ).not.toBeNull();
});

test.each([
  "",
  "now",
  "infinity or so",
  "2026-11-12",
  "2026-02-30 10:00:00+00",
  "2026-13-01 10:00:00+00",
  "2026-11-12 25:00:00+00",
  "2026-11-12 10:00:00+23",
  "0000-01-01 00:00:00+00",
  "2026-11-12 10:42:07",
  "12.11.2026",
])("a time that Postgres could not read begins the list anew: %j", (at) => {
  expect(decodeCursor(encodeCursor({ way: "after", values: [at, id] }), [...byTime])).toBeNull();
});

const rows = (...names: string[]) => names.map((name) => ({ name, keys: [name, id] }));
const valuesOf = (text: string | null) => text && decodeCursor(text, [...byName])?.values[0];

test("a first page that holds all leads nowhere else", () => {
  expect(cutPage(rows("a", "b"), 2, null)).toEqual({
    rows: [{ name: "a" }, { name: "b" }],
    first: 1,
    previous: null,
    next: null,
  });
  expect(cutPage([], 2, null)).toEqual({ rows: [], previous: null, next: null });
});

test("a first page with more behind it leads on from its last row", () => {
  const page = cutPage(rows("a", "b", "c"), 2, null);
  expect(page.rows).toEqual([{ name: "a" }, { name: "b" }]);
  expect([page.previous, valuesOf(page.next)]).toEqual([null, "b"]);
});

test("a page in the middle leads both ways", () => {
  const page = cutPage(rows("c", "d", "e"), 2, good);
  expect([valuesOf(page.previous), valuesOf(page.next)]).toEqual(["c", "d"]);
});

test("a page that was asked for backwards is shown forwards", () => {
  const page = cutPage(rows("d", "c", "b"), 2, { ...good, way: "before" });
  expect(page.rows).toEqual([{ name: "c" }, { name: "d" }]);
  expect([valuesOf(page.previous), valuesOf(page.next)]).toEqual(["c", "d"]);
});

test("the first page reached backwards leads forwards alone", () => {
  const page = cutPage(rows("b", "a"), 2, { ...good, way: "before" });
  expect([page.previous, valuesOf(page.next)]).toEqual([null, "b"]);
});
