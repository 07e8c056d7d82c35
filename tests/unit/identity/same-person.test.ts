import { expect, test } from "vitest";
import { type Identity, whyNotSamePerson } from "#lib/identity/same-person";
import { exchangeOfBothCases } from "#tests/unit/identity/exchange-name-and-email-cases";
import { exchangeOfOneCases } from "#tests/unit/identity/exchange-of-one-cases";
import { keptAddressCases } from "#tests/unit/identity/same-person-address-cases";
import { keptNameCases } from "#tests/unit/identity/same-person-cases";
import { hardCases } from "#tests/unit/identity/same-person-hard-cases";
import { laterCases } from "#tests/unit/identity/same-person-later-cases";
import { keptSpellingCases } from "#tests/unit/identity/same-person-spelling-cases";

const groups = [
  ...keptNameCases,
  ...keptSpellingCases,
  ...keptAddressCases,
  ...exchangeOfBothCases,
  ...exchangeOfOneCases,
  ...laterCases,
  ...hardCases,
];
const cases = groups.flatMap(([sentence, why, pairs]) =>
  pairs.map(([known, next]) => [sentence, known, next, why] as const),
);

test.each(cases)("%s: %s becomes %s", (_sentence, known, next, why) => {
  expect(whyNotSamePerson(identity(known), identity(next))).toBe(why);
});

test("an edit that changes nothing is never an exchange", () => {
  const stopped = cases
    .flatMap(([, known, next]) => [identity(known), identity(next)])
    .filter((one) => whyNotSamePerson(one, one) !== null);
  expect(stopped).toEqual([]);
});

test("upper and lower case never matter", () => {
  const differing = cases.filter(([, known, next]) => {
    const [one, other] = [identity(known), identity(next)];
    const answers = [
      whyNotSamePerson(one, other),
      whyNotSamePerson(shouted(one), other),
      whyNotSamePerson(one, shouted(other)),
      whyNotSamePerson(shouted(one), shouted(other)),
    ];
    return new Set(answers).size > 1;
  });
  expect(differing).toEqual([]);
});

test("names and addresses of any length and letters get an answer, the same one twice", () => {
  for (const one of odd) {
    expect(whyNotSamePerson(one, one)).toBeNull();
    for (const other of odd) {
      expect(whyNotSamePerson(one, other)).toBe(whyNotSamePerson(one, other));
    }
  }
});

const fields = [
  "",
  "a",
  "'",
  "-.-",
  "\u200b\u200d\ufeff",
  "\u202eנעמה\u202c",
  "e\u0301".repeat(50),
  "\u0301\u0302".repeat(50),
  "Ａｎａ",
  "🙂".repeat(50),
  "\ud800",
  "a".repeat(100),
  "a ".repeat(50),
  "ana-".repeat(25),
  "Maximilian ".repeat(9),
  "王".repeat(100),
  "γγ".repeat(50),
];
const locals = [
  "",
  "a",
  "+",
  "a".repeat(310),
  "ana.".repeat(77),
  "anaa".repeat(77),
  "王".repeat(60),
];
const odd: Identity[] = fields.flatMap((field, at) => [
  { firstName: field, lastName: fields.at(-at) ?? "", email: `${locals[at % 7]}@x.example` },
  { firstName: "Ana", lastName: field, email: `${locals[(at + 3) % 7]}@gmail.com` },
]);

const shouted = ({ firstName, lastName, email }: Identity): Identity => ({
  firstName: firstName.toUpperCase(),
  lastName: lastName.toUpperCase(),
  email: email.toUpperCase(),
});

function identity(line: string): Identity {
  const [, firstName = "", lastName = "", email = ""] = /^(.*)\|(.*) (\S+)$/.exec(line) ?? [];
  return { firstName, lastName, email };
}
