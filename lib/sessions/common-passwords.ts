import { dictionary } from "@zxcvbn-ts/language-common";
import { normalPassword } from "#lib/sessions/password-strength";

const COUNT = 10_000;
/** What is left of "a 8274 9273 1938" without its digits is no password that anybody has. */
const SHORTEST_STEM = 3;

/**
 * Among the 10,000 most common passwords, without case and with or without digits and signs around
 * it. Of them only 25 have twelve characters, so the list bites by what people put behind the rest.
 */
export function isCommonPassword(password: string): boolean {
  const whole = normalPassword(password).toLowerCase();
  const stems = [whole.replace(trailing, ""), whole.replace(trailing, "").replace(leading, "")];
  return (
    common.has(whole) ||
    stems.some((stem) => stem.length >= SHORTEST_STEM && common.has(stem)) ||
    common.has(whole.replace(signsBehind, ""))
  );
}

const trailing = /[^\p{L}]+$/u;
const leading = /^[^\p{L}]+/u;
const signsBehind = /[\p{P}\p{S}\s]+$/u;

// The list is in the order of how often a password was found; the rest of it is let go.
const common = new Set(dictionary["passwords-common"].slice(0, COUNT));
