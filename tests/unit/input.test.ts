import { expect, test } from "vitest";
import { emailAddress, id, line, paragraph } from "#lib/input";
import { badText, sampleId } from "#tests/support/samples";

const firstName = line("First name", 100);
const reason = paragraph("The reason", 500);

test.each(badText)(
  "a line of text refuses %s with a sentence that names the field",
  (_what, value) => {
    const { error } = firstName.safeParse(value);
    expect(error?.issues[0]?.message).toMatch(/^First name (is missing|has|can have).*\.$/);
  },
);

test.each(badText)("a text of several lines refuses %s too", (_what, value) => {
  const { error } = reason.safeParse(value);
  expect(error?.issues[0]?.message).toMatch(/^The reason (is missing|has|can have).*\.$/);
});

test.each([
  ["nothing", ""],
  ["spaces", "   "],
  ["a zero-width space", "\u200b"],
  ["a no-break space", "\u00a0"],
  ["a Hangul filler", "\u3164"],
  ["a lone accent", "\u0301"],
])("a name of which nothing can be seen is missing: %s", (_what, value) => {
  expect(firstName.safeParse(value).error?.issues[0]?.message).toBe("First name is missing.");
});

test.each(["\u202eevil", "Ada\u202d", "\u2066Ada\u2069", "two\nlines", "a\ttab"])(
  "a name cannot turn round or break the sentence that names it: %j",
  (value) => {
    expect(firstName.safeParse(value).error?.issues[0]?.message).toBe(
      "First name has characters that cannot be kept.",
    );
  },
);

test.each([
  "דנה",
  "محمد",
  "王芳",
  "Zoë",
  "O'Brien",
  "Anne-Marie",
  "क्षत्रिय",
  "می‌خواهم",
  "X Æ A-12",
  "😀",
])("a name is kept as it is written: %s", (name) => expect(firstName.parse(name)).toBe(name));

test("a line is trimmed before it is measured", () => {
  expect(firstName.parse(`  ${"x".repeat(100)}\n`)).toBe("x".repeat(100));
  expect(firstName.safeParse("x".repeat(101)).success).toBe(false);
});

test("a text keeps its line breaks and may be empty", () => {
  expect(reason.parse(" One.\r\nTwo.\tThree. ")).toBe("One.\r\nTwo.\tThree.");
  expect(reason.parse("")).toBe("");
});

test.each([
  "ana@alder.example",
  "Ana.Bell+sales@Alder.Example",
  "ana_o'brien@sub.alder.example",
  "用户@例子.example",
  `${"x".repeat(306)}@alder.example`,
])("an e-mail address is taken as it is typed: %s", (address) => {
  expect(emailAddress.parse(` ${address} `)).toBe(address);
});

test.each([
  "ana",
  "ana@",
  "@alder.example",
  "ana@alder",
  "ana@alder.",
  "ana@.example ",
  "ana@alder..example",
  "ana@alder.example.",
  "ana bell@alder.example",
  "ana@bell@alder.example",
  "Ana Bell <ana@alder.example>",
  "<ana@alder.example>",
  "ana@alder.example, ben@alder.example",
  "ana@alder.example;",
  "ana\u200b@alder.example",
  "ana@alder.example\u00ad",
])("what is no single e-mail address is refused: %j", (address) => {
  expect(emailAddress.safeParse(address).error?.issues[0]?.message).toBe(
    "This does not look like an e-mail address.",
  );
});

test.each(badText)("an e-mail address refuses %s", (_what, value) => {
  expect(emailAddress.safeParse(value).success).toBe(false);
});

test.each([
  "",
  "1",
  "not-an-id",
  "' or 1=1 --",
  `${sampleId(1)} `,
  `{${sampleId(1)}}`,
  [sampleId(1)],
  7,
  null,
  undefined,
])("%j is no id", (value) =>
  expect(id.safeParse(value).error?.issues[0]?.message).toBe("This entry does not exist."),
);
