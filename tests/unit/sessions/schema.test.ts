import { expect, test } from "vitest";
import {
  chooseAccountSchema,
  choosePasswordSchema,
  nextPath,
  signInSchema,
} from "#lib/sessions/schema";
import { ada, badText, sampleId } from "#tests/support/samples";

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
  "https://evil.example",
  "javascript:alert(1)",
  `/${"x".repeat(2000)}`,
  ["/a", "/b"],
])("%j is no page that signing in leads to", (path) => {
  expect(nextPath.parse(path)).toBe("/contacts");
});
