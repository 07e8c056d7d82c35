import { expect, test } from "vitest";
import { agentCodeSchema, consolePath, signInAgentSchema } from "#lib/support/door-schema";

test.each([
  "/support/cases",
  "/support/cases/1042?tab=log",
  "/support/agents",
  "/support/accounts?way=name&words=a%20b",
])("a sign-in of support leads to %s", (path) => {
  expect(consolePath.parse(path)).toBe(path);
});

test.each([
  "/contacts",
  "/support",
  "/supportive/x",
  "//evil.example/support/x",
  "/\\evil.example/support/",
  "https://evil.example/support/cases",
  "/support/../contacts",
  "/support/%2e%2e/contacts",
  "/support/./../../admin/users",
  "/support/sign-in",
  "/support/sign-in/code?next=/support/cases",
  "/support/choose-password/x",
  "/support/ü",
  "/support/a\nb",
  `/support/${"x".repeat(2000)}`,
  undefined,
  ["/support/log", "/support/agents"],
])("and never to %j, but to the cases", (path) => {
  expect(consolePath.parse(path)).toBe("/support/cases");
});

test("the code is of an app, however it is typed, and never a recovery code", () => {
  const next = "/support/log";
  expect(agentCodeSchema.parse({ code: " 123 456", next }).code.code).toBe("123456");
  for (const code of ["", "12345", "abcde-fgh12", undefined]) {
    expect(agentCodeSchema.safeParse({ code, next }).success).toBe(false);
  }
});

test("what is no address is refused like a wrong one: by the sign-in, not by its form", () => {
  const typed = { email: " not an address ", password: "x", next: "/support/log" };
  expect(signInAgentSchema.parse(typed)).toEqual({ ...typed, email: "not an address" });
});
