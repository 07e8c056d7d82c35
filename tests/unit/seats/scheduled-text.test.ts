import { expect, test } from "vitest";
import { scheduledSentence, scheduledText } from "#lib/seats/scheduled-text";
import { inLondon } from "#tests/support/samples";

const effectiveAt = new Date("2026-12-01T00:00:00Z");

test.each([
  [1, "1 user spot from 1 Dec 2026", " From 1 Dec 2026 there is 1 user spot, as scheduled."],
  [
    1500,
    "1,500 user spots from 1 Dec 2026",
    " From 1 Dec 2026 there are 1,500 user spots, as scheduled.",
  ],
])("%i scheduled is said with its day", (toTotal, text, sentence) => {
  expect(scheduledText({ toTotal, effectiveAt }, inLondon)).toBe(text);
  expect(scheduledSentence({ toTotal, effectiveAt }, inLondon)).toBe(sentence);
});

test("nothing scheduled is nothing to say", () => {
  expect(scheduledSentence(null, inLondon)).toBe("");
});
