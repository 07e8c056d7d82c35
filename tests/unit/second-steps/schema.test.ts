import { expect, test } from "vitest";
import {
  beginSecondStepSchema,
  enterCodeSchema,
  makeRecoveryCodesSchema,
  turnOffSecondStepSchema,
  turnOnSecondStepSchema,
} from "#lib/second-steps/schema";
import { badText, requestId } from "#tests/support/samples";

const enter = (code: unknown) => enterCodeSchema.safeParse({ code });

test.each([
  ["as apps show it", "012 345"],
  ["with a dash", "012-345"],
  ["with a long dash and blanks around", " 012 – 345\n"],
  ["with a no-break space", "012\u00A0345"],
  ["with an invisible mark from a message", "\u200e012345\u2069"],
  ["in full width", "０１２３４５"],
  ["in Arabic digits", "٠١٢٣٤٥"],
  ["in Persian digits", "۰۱۲۳۴۵"],
  ["in Devanagari digits", "०१२३४५"],
])("a code typed %s counts", (_how, code) => {
  expect(enter(code).data?.code).toEqual({ kind: "app", code: "012345" });
});

test.each(["0123a-bcdef", "0123A BCDEF", "O123abcdef", "０１２３ＡＢＣＤＥＦ"])(
  "a recovery code typed as %s counts",
  (code) => {
    expect(enter(code).data?.code).toEqual({ kind: "recovery", code: "0123abcdef" });
  },
);

test("what is easily mistaken in a recovery code is read as it was meant", () => {
  expect(enter("Il0o1-abcde").data?.code.code).toBe("11001abcde");
});

test.each([
  ["", "Enter a code."],
  [" - ", "Enter a code."],
  [undefined, "Enter a code."],
  ["12345", "A code has six digits"],
  ["1234567", "A code has six digits"],
  ["abcde", "A code has six digits"],
  ["u1234-56789", "A code has six digits"],
  ["123456 ".repeat(100), "A code has six digits"],
])("%j is no code", (code, sentence) => {
  expect(enter(code).error?.issues[0]?.message).toContain(sentence);
});

test.each(badText)("a code of %s is refused", (_what, code) => {
  expect(enter(code).success).toBe(false);
});

test("turning on takes no recovery code, turning off does", () => {
  const code = "01234-abcde";
  expect(turnOnSecondStepSchema.safeParse({ requestId, code }).error?.issues).toMatchObject([
    { path: ["code"], message: "Enter the six digits from the app." },
  ]);
  const off = turnOffSecondStepSchema.parse({ requestId, code, password: " as typed " });
  expect(off).toMatchObject({ code: { kind: "recovery" }, password: " as typed " });
});

test.each([
  ["setting up", beginSecondStepSchema, {}],
  ["turning off", turnOffSecondStepSchema, { requestId, code: "012345" }],
  ["new recovery codes", makeRecoveryCodesSchema, { requestId }],
])("%s asks for the password", (_what, schema, others) => {
  for (const password of [undefined, "", "x".repeat(201), "a\0b", ["a", "b"]]) {
    const { error } = schema.safeParse({ ...others, password });
    expect(error?.issues.map(({ path }) => path[0])).toEqual(["password"]);
  }
});
