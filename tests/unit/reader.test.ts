import { expect, test } from "vitest";
import { dateText } from "#lib/dates";
import { readerLocale } from "#lib/reader";
import { noon } from "#tests/support/samples";

test.each([
  ["de-DE,de;q=0.9,en;q=0.8", "de-DE"],
  ["en-US", "en-US"],
  ["EN-us", "en-US"],
  ["fr-CH, fr;q=0.9, *;q=0.5", "fr-CH"],
  ["zh-Hant-TW", "zh-Hant-TW"],
  ["xx-none, da;q=0.5", "da"],
  [" nl ;q=0.1", "nl"],
])("a reader with %j reads in %s", (header, locale) => {
  expect(readerLocale(header)).toBe(locale);
});

test.each([
  ["no header", null],
  ["an empty header", ""],
  ["any language", "*"],
  ["commas", ",,,;;;,"],
  ["a language that is none", "klingon"],
  ["markup", '<script>alert("1")</script>'],
  ["a path", "../../../etc/passwd"],
  ["a prototype's name", "__proto__"],
  ["a NUL byte", "\0de"],
  ["a calendar smuggled in", "de-u-ca-buddhist"],
  ["numbers smuggled in", "en-u-nu-thai"],
  ["a tag of a thousand parts", `de${"-abcdefgh".repeat(1000)}`],
  ["a hundred thousand languages that are none", "q,".repeat(100_000)],
  ["a language after more than any browser sends", `${"q,".repeat(100)}de`],
  ["underscores", "de_DE"],
  ["letters beyond ASCII", "dé"],
])("a reader with %s reads in British English", (_what, header) => {
  expect(readerLocale(header)).toBe("en-GB");
});

test("whatever the header, a date can be written", () => {
  for (const header of [
    "de-DE-1996",
    "aa-aaaa-aa",
    "i-klingon",
    "sl-rozaj-biske",
    "en-GB-oxendict",
  ]) {
    expect(dateText(noon, { timeZone: "UTC", locale: readerLocale(header) })).toContain("2026");
  }
});
