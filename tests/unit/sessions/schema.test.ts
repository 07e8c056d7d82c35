import { expect, test } from "vitest";
import {
  changePasswordSchema,
  chooseAccountSchema,
  choosePasswordSchema,
  endOtherSessionsSchema,
  endSessionSchema,
  forgetPasswordSchema,
  nextPath,
  signInSchema,
} from "#lib/sessions/schema";
import { ada, badText, requestId, sampleId } from "#tests/support/samples";

const signingIn = { email: ada.email, password: "handover-demo" };
const passphrase = "four plain words here";
const choosing = {
  accountId: sampleId(1),
  token: "t".repeat(43),
  password: passphrase,
  again: passphrase,
};

const messages = (result: { error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

test("sign-in takes what was typed, spaces in a password included", () => {
  expect(signInSchema.parse({ email: ` ${ada.email} `, password: " a b " })).toEqual({
    email: ada.email,
    password: " a b ",
    next: "/contacts",
  });
});

test("sign-in says nothing about what an address may be", () => {
  expect(signInSchema.safeParse({ ...signingIn, email: "not an address" }).success).toBe(true);
});

test.each(
  badText.filter(([what]) => what !== "a control character" && what !== "half a surrogate pair"),
)("a password of %s is refused", (_what, password) => {
  expect(signInSchema.safeParse({ ...signingIn, password }).success).toBe(false);
  const input = { ...choosing, password, again: password };
  expect(choosePasswordSchema.safeParse(input).success).toBe(false);
});

test.each(badText)("an e-mail of %s is refused at the door", (_what, email) => {
  expect(signInSchema.safeParse({ ...signingIn, email }).success).toBe(false);
});

test("empty fields are named", () => {
  expect(messages(signInSchema.safeParse({ email: "", password: "" }))).toEqual(
    expect.arrayContaining(["E-mail is missing.", "Password is missing."]),
  );
});

test.each([
  [11, "Use at least 12 characters."],
  [201, "A password has at most 200 characters."],
])("a new password of %i characters is refused", (length, sentence) => {
  const password = "x".repeat(length);
  const result = choosePasswordSchema.safeParse({ ...choosing, password, again: password });
  expect(messages(result)).toContain(sentence);
});

test.each([12, 200])("a new password of %i characters is taken", (length) => {
  const password = "é".repeat(length);
  expect(choosePasswordSchema.safeParse({ ...choosing, password, again: password }).success).toBe(
    true,
  );
});

test("a password that was typed in two ways is refused at the repetition", () => {
  const { error } = choosePasswordSchema.safeParse({ ...choosing, again: `${passphrase} ` });
  expect(error?.issues).toMatchObject([{ path: ["again"], message: "The two passwords differ." }]);
});

test.each(["", "x", undefined, [sampleId(1)]])("%j is no account to choose", (accountId) => {
  expect(chooseAccountSchema.safeParse({ ticket: "t", accountId }).success).toBe(false);
  expect(choosePasswordSchema.safeParse({ ...choosing, accountId }).success).toBe(false);
});

test("a ticket or token of any length costs nothing to refuse", () => {
  const ticket = "x".repeat(20_001);
  expect(messages(chooseAccountSchema.safeParse({ ticket, accountId: sampleId(1) }))).toEqual([
    "Sign in again.",
  ]);
  expect(messages(choosePasswordSchema.safeParse({ ...choosing, token: "x".repeat(101) }))).toEqual(
    ["The link is incomplete."],
  );
});

test.each(["/admin/users?q=zoe%20l&status=all", "/contacts/1?before=x", "/"])(
  "signing in leads to %s",
  (path) => expect(nextPath.parse(path)).toBe(path),
);

test.each([
  undefined,
  "",
  "contacts",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\u0001",
  "/contacts?words=日本",
  "https://evil.example",
  "javascript:alert(1)",
  `/${"x".repeat(2000)}`,
  ["/a", "/b"],
])("%j is no page that signing in leads to", (path) => {
  expect(nextPath.parse(path)).toBe("/contacts");
});

const changing = { requestId, current: "handover-demo", password: passphrase, again: passphrase };

test("a password is changed with the present one and the new one twice, as they were typed", () => {
  const typed = {
    ...changing,
    current: " a b ",
    password: ` ${passphrase} `,
    again: ` ${passphrase} `,
  };
  expect(changePasswordSchema.parse(typed)).toEqual(typed);
});

test.each<[string, object, string]>([
  ["no present password", { current: "" }, "Password is missing."],
  ["no field for it", { current: undefined }, "Password is missing."],
  ["a file in its place", { current: null }, "Password is missing."],
  ["two present passwords", { current: ["a", "b"] }, "Password is missing."],
  ["a NUL byte in it", { current: "a\0b" }, "Password has characters that cannot be kept."],
  [
    "a present one of 10,000",
    { current: "x".repeat(10_000) },
    "A password has at most 200 characters.",
  ],
  ["a new one of eleven", { password: "eleven char" }, "Use at least 12 characters."],
  ["a new one of six emoji", { password: "🦊🐻🐼🐨🐯🦁" }, "Use at least 12 characters."],
  ["a new one of 201", { password: "ab".repeat(101) }, "A password has at most 200 characters."],
  ["no repetition", { again: undefined }, "Repeat the password."],
  ["another repetition", { again: "something else here" }, "The two passwords differ."],
  ["no request", { requestId: "1 or 1=1" }, "The form is incomplete. Open the page again."],
])("changing a password with %s is refused", (_what, change, sentence) => {
  expect(messages(changePasswordSchema.safeParse({ ...changing, ...change }))).toContain(sentence);
});

test("twelve emoji are twelve characters", () => {
  const password = "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧";
  expect(changePasswordSchema.safeParse({ ...changing, password, again: password }).success).toBe(
    true,
  );
});

test.each([
  ...badText.map(([, value]) => value),
  "",
  "nobody",
  "a@b",
  "@b.example",
  "a b@c.example",
  "<a@b.example>",
])("a new password is not asked for %j", (email) =>
  expect(forgetPasswordSchema.safeParse({ email }).success).toBe(false),
);

test("a new password is asked for an address with blanks around it", () => {
  expect(forgetPasswordSchema.parse({ email: ` ${ada.email} ` })).toEqual({ email: ada.email });
});

test.each(["", "x", null, undefined, 7, [sampleId(1), sampleId(2)]])("%j is no sign-in", (bad) => {
  expect(endSessionSchema.safeParse({ requestId, sessionId: bad }).success).toBe(false);
  expect(endSessionSchema.safeParse({ requestId: bad, sessionId: sampleId(1) }).success).toBe(
    false,
  );
  expect(endOtherSessionsSchema.safeParse({ requestId: bad }).success).toBe(false);
});
