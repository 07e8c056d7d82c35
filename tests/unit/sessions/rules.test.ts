import { expect, test } from "vitest";
import { whyNotPassword } from "#lib/sessions/rules";

const nora = {
  name: "Nora Díaz Novák",
  email: "n.novak@alder-realty.example",
  accountName: "Alder Realty",
};

test.each([
  "1qaz2wsx3edc",
  "leavemealone",
  "LeaveMeAlone",
  "Password2026!",
  "password 12345",
  "!!2026 Football",
  "qwerty123456!",
  "１qaz2wsx3edc",
])("%s is too common", (password) => {
  expect(whyNotPassword(password, nora)).toBe("password_is_common");
});

test.each([
  "nora-novak-2026",
  "NovakNoraDiaz",
  "Nora Díaz Novák",
  "n.novak@alder-realty.example",
  "alderrealty2026",
  "Alder Realty 1!",
  "2026-novak-2027",
  "NORA\u0300 1234567",
])("%s is made of names", (password) => {
  expect(whyNotPassword(password, nora)).toBe("password_is_name");
});

test.each(["aaaaaaaaaaaa", "norabnorabnorab", "123456789012"])("%s is a pattern", (password) => {
  expect(whyNotPassword(password, nora)).toBe("password_is_pattern");
});

test.each([
  "a password of Nora's",
  "Nora likes four green frogs",
  "correct horse battery staple",
  "  spaces   around and within ",
  "пароль из слов",
  "漢字漢字仮名交文章文字列",
  "x 8274 9273 1938",
  "xK9#mQ2$vL7p",
])("%s is taken", (password) => {
  expect(whyNotPassword(password, nora)).toBeNull();
});

test("a person with one letter for a name and no address is measured by nothing", () => {
  const short = { name: "I O", email: null, accountName: "3M" };
  expect(whyNotPassword("violin of mine", short)).toBeNull();
});
