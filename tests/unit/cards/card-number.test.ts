import { expect, test } from "vitest";
import { cardChangeState } from "#lib/cards/card-change-state";
import { hasCardNumber } from "#lib/cards/card-number";
import { requestCardChangeSchema } from "#lib/cards/schema";
import { badText, requestId } from "#tests/support/samples";

const NEVER =
  "Never enter a full card number here. Nothing was kept of it. Only the last four digits are needed.";
const right = {
  requestId,
  holderName: "Rosa Alder",
  last4: "4417",
  billingEmail: "bills@alder.example",
  holderEmail: "",
};
const parse = (change: object) => requestCardChangeSchema.safeParse({ ...right, ...change });
const sentences = (change: object) => parse(change).error?.issues.map(({ message }) => message);

test.each([
  "4111111111111111",
  "4111 1111 1111 1111",
  "4111-1111-1111-1111",
  "4111–1111–1111–1111",
  "4111\u00A01111\u00A01111\u00A01111",
  "4111\u200B1111\u200B1111\u200B1111",
  "4111.1111/1111_1111",
  " 3782 822463 10005 ",
  "500000000000",
  "４１１１１１１１１１１１１１１１",
  "٤١١١ ١١١١ ١١١١ ١١١١",
  "Rosa Alder 4111 1111 1111 1111",
  "4111 1111 1111 1111@x.example",
])("%s is taken for a card number", (text) => {
  expect(hasCardNumber(text)).toBe(true);
});

test.each([
  ...["4242", "", "Rosa Alder", "12345678901", "bills@alder.example", "billing2026@x123.example"],
  ...["Room 12, Building 345, 67890 York"],
])("%j is not", (text) => {
  expect(hasCardNumber(text)).toBe(false);
});

test("a hundred thousand signs are looked through", () => {
  expect(hasCardNumber(`${"1".repeat(11)}x`.repeat(4000) + "-".repeat(50_000))).toBe(false);
  expect(hasCardNumber("1 ".repeat(11) + " ".repeat(100_000))).toBe(false);
});

test("what is asked for is taken, trimmed", () => {
  expect(parse({ last4: " 4417 ", holderName: " Rosa Alder " }).data).toEqual({
    ...right,
    holderEmail: undefined,
  });
  expect(parse({ holderEmail: undefined }).success).toBe(true);
  expect(parse({ holderEmail: "ada@alder.example" }).data?.holderEmail).toBe("ada@alder.example");
});

test.each(["holderName", "last4", "billingEmail", "holderEmail"])(
  "a full card number as %s is refused with that one sentence, which does not repeat it",
  (field) => {
    for (const number of ["4111 1111 1111 1111", "4111-1111-1111-1111@x.example"]) {
      expect(sentences({ [field]: number })).toEqual([NEVER]);
    }
  },
);

test("letters between the digits of a name hide nothing", () => {
  expect(sentences({ holderName: "a4111b1111c1111d1111" })).toEqual([NEVER]);
});

test.each(["", "424", "42424", "42 42", "4.24", "-424", "four", "４２４２", "4242\0"])(
  "%j is not the last four digits",
  (last4) => {
    expect(sentences({ last4 })).toEqual([
      "Enter exactly the last four digits of the card, such as 4242.",
    ]);
  },
);

test.each(badText)("%s is refused in every field", (_what, value) => {
  for (const field of ["holderName", "last4", "billingEmail", "holderEmail"]) {
    expect(parse({ [field]: value }).success).toBe(false);
  }
});

test("a change waits until it is done, ended, expired, or bills go elsewhere", () => {
  const at = new Date("2026-11-12T12:00:00Z");
  const later = new Date("2026-11-19T12:00:00Z");
  const emails = { sentTo: "b@x.example", presentEmail: "b@x.example" };
  const change = { expiresAt: later, doneAt: null, endedAt: null, ...emails };
  expect(cardChangeState(change, at)).toBe("unconfirmed");
  expect(cardChangeState(change, later)).toBe("over");
  expect(cardChangeState({ ...change, endedAt: at }, at)).toBe("over");
  expect(cardChangeState({ ...change, presentEmail: "c@x.example" }, at)).toBe("over");
  expect(cardChangeState({ ...change, sentTo: null, presentEmail: null }, at)).toBe("over");
  expect(cardChangeState({ ...change, doneAt: at }, later)).toBe("done");
});
