import { expect, test } from "vitest";
import { isPattern, passwordLength, passwordStrength } from "#lib/sessions/password-strength";

test.each([
  ["", "too short"],
  ["eleven char", "too short"],
  ["🦊🦊🦊🦊🦊🦊", "too short"],
  ["aaaaaaaaaaaa", "weak"],
  ["handover-demo", "weak"],
  ["Football2026!!", "weak"],
  ["iloveyou iloveyou 2", "weak"],
  ["correct horse battery", "good"],
  ["xK9#mQ2$vL7p", "good"],
  ["xkqjvzwpmfhtgbnr", "good"],
  ["correct horse battery staple", "strong"],
  ["漢字漢字仮名交文章文字列", "strong"],
  ["vier sehr lange Wörter über Bäume", "strong"],
] as const)("%j is %s", (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});

test("more of the same makes nothing stronger", () => {
  expect(passwordStrength("ab1".repeat(60))).toBe("weak");
  expect(passwordStrength("0123456789".repeat(20))).toBe("weak");
});

test("ten thousand pasted characters are rated at once", () => {
  const pasted = Array.from({ length: 10_000 }, (_, at) =>
    String.fromCodePoint(33 + ((at * 7) % 90)),
  );
  const started = performance.now();
  passwordStrength(pasted.join(""));
  expect(performance.now() - started).toBeLessThan(500);
});

test.each([
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "passwordpassword",
  "word word word word",
  "123456789012",
  "098765432109",
  "abcdefghijklm",
  "AbCdEfGhIjKl",
  "123456654321",
  "11223344556677",
  "aaaabbbbcccc",
  "ａｂｃｄｅｆｇｈｉｊｋｌ",
])("%s is one pattern", (password) => expect(isPattern(password)).toBe(true));

test.each([
  "correct horse battery",
  "902183746501",
  "passwordpasswort",
  "no string of words",
  "hijklm and nop, what a joke",
])("%s is none", (password) => expect(isPattern(password)).toBe(false));

test("a character is what a person counts, however a keyboard sends it", () => {
  expect(passwordLength("é")).toBe(1);
  expect(passwordLength("e\u0301")).toBe(1);
  expect(passwordLength("🦊")).toBe(1);
});
