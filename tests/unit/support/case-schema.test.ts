import { expect, test } from "vitest";
import { isCardNotTelephone, quotesCardNumber } from "#lib/cards/card-number";
import { caseFilterSchema, casesHref } from "#lib/support/case-filter";
import {
  askCardHolderSchema,
  assignCaseSchema,
  decideObjectionSchema,
  noteInCaseSchema,
  openCaseSchema,
  verifyCaseSchema,
} from "#lib/support/case-schema";
import { badText, ben, cleo, requestId, sampleId } from "#tests/support/samples";

const ofCase = { requestId, caseNumber: "1042" };
const stated = { holderName: "Pat Payer", last4: "4242", callbackNumber: "+49 170 12345678" };
const NEVER = /^Never enter a full card number/;
const messages = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
  parsed.error?.issues.map(({ message }) => message);

test("words hold times and telephone numbers, never a card number", () => {
  for (const text of [
    "Called on 2026-11-24 10:42, and again on 2026-11-25.",
    "Call +49 170 12345678 after 10.",
    "Order 1234567890123456 is theirs.",
  ]) {
    expect([text, quotesCardNumber(text)]).toEqual([text, false]);
  }
  for (const text of [
    "The card is 4111 1111 1111 1111, they say.",
    "4111111111111111",
    "4111-1111-1111-1111",
    "4111\u00A01111\u00A01111\u00A01111",
    "4111\u200B1111\u200B1111\u200B1111",
    "3782 822463 10005",
  ]) {
    expect([text, quotesCardNumber(text)]).toEqual([text, true]);
    expect(messages(verifyCaseSchema.safeParse({ ...ofCase, reason: text }))?.[0]).toMatch(NEVER);
    expect(messages(noteInCaseSchema.safeParse({ ...ofCase, body: text }))?.[0]).toMatch(NEVER);
  }
});

test("a callback number is a telephone number as people write it", () => {
  const asking = (callbackNumber: unknown) =>
    askCardHolderSchema.safeParse({ ...ofCase, ...stated, callbackNumber });
  for (const number of [
    "+49 170 12345678",
    "(030) 123-4567",
    "001.555.0100",
    "0049 (0)30/1234567",
  ]) {
    expect([number, asking(number).success]).toEqual([number, true]);
  }
  for (const number of [
    "",
    "1234",
    "their mobile",
    "4111 1111 1111 1111",
    ...badText.map(([, v]) => v),
  ]) {
    expect([number, asking(number).success]).toEqual([number, false]);
  }
  expect(messages(asking("4111 1111 1111 1111"))?.[0]).toMatch(NEVER);
  expect(isCardNotTelephone("+49 170 12345678")).toBe(false);
});

test("a full card number is taken in nowhere", () => {
  for (const field of ["holderName", "last4"] as const) {
    const sent = { ...ofCase, ...stated, [field]: "4111 1111 1111 1111" };
    expect(messages(askCardHolderSchema.safeParse(sent))?.[0]).toMatch(NEVER);
  }
});

test.each(badText)("%s is no reason", (_what, reason) => {
  expect(verifyCaseSchema.safeParse({ ...ofCase, reason }).success).toBe(false);
  const deciding = { ...ofCase, reason, objectedAt: "2026-11-12T12:00:00.000Z" };
  expect(decideObjectionSchema.safeParse(deciding).success).toBe(false);
});

test("a reason is needed, and says so", () => {
  expect(messages(verifyCaseSchema.safeParse({ ...ofCase, reason: "  " }))).toEqual([
    "Write what you checked.",
  ]);
});

test("who is left out of a form is nobody", () => {
  expect(assignCaseSchema.parse({ ...ofCase, agentId: "" }).agentId).toBeUndefined();
  const opening = { requestId, account: sampleId(9), userId: ben.id, reason: "Left.", ...stated };
  expect(openCaseSchema.parse({ ...opening, successorId: "" }).successorId).toBeUndefined();
  expect(openCaseSchema.parse({ ...opening, successorId: cleo.id }).successorId).toBe(cleo.id);
  expect(openCaseSchema.safeParse({ ...opening, userId: "" }).success).toBe(false);
});

test("whatever does not fit an address of the queue falls back", () => {
  expect(
    caseFilterSchema.parse({ state: "nonsense", assigned: "x", kind: ["rescue", "x"] }),
  ).toEqual({ kind: "rescue" });
  expect(caseFilterSchema.parse({ state: "ended", assigned: "me" })).toEqual({
    state: "ended",
    assigned: "me",
  });
  expect(casesHref({ state: "objected", cursor: "abc" })).toBe(
    "/support/cases?state=objected&after=abc",
  );
});
