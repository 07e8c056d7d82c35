import { expect, test } from "vitest";
import { sentence } from "#lib/sentence";

test("a right-to-left name is isolated, so that the sentence around it keeps its direction", () => {
  expect(sentence`${"ליאת"} gave ${"12"} to ${"ليلى"}.`).toBe(
    "\u2068ליאת\u2069 gave 12 to \u2068ليلى\u2069.",
  );
});

test("any other sentence is what is written", () => {
  expect(sentence`${"王芳"} met ${"Zoë"} and ${null}.`).toBe("王芳 met Zoë and .");
});
