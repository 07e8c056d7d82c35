import { PASSWORD_MAX, PASSWORD_MIN } from "#lib/sessions/password-limits";

export type PasswordStrength = "too short" | "weak" | "good" | "strong";

const GOOD_BITS = 36;
const STRONG_BITS = 55;
const NINE = 0x39;

/** In Unicode's form NFKC: "é" is one character, however a keyboard sends it. */
export function normalPassword(password: string): string {
  return password.normalize("NFKC");
}

/** Its characters as a person counts them, so that an emoji is one. */
export function passwordLength(password: string): number {
  return [...normalPassword(password)].length;
}

/** One sequence over and over, or little but counting: "abcabcabcabc", "123456654321". */
export function isPattern(password: string): boolean {
  const points = [...normalPassword(password).toLowerCase()].map(codeOf);
  return isRepetition(points) || countJumps(points) <= points.length / 4;
}

/**
 * What a guesser would have to try, by length, variety and repetition. An estimate that errs low,
 * and knows no list: the server's has the last word.
 */
export function passwordStrength(password: string): PasswordStrength {
  if (passwordLength(password) < PASSWORD_MIN) return "too short";
  if (isPattern(password)) return "weak";
  const bits = guessBits(password);
  if (bits < GOOD_BITS) return "weak";
  return bits < STRONG_BITS ? "good" : "strong";
}

function guessBits(password: string): number {
  const characters = [...normalPassword(password)].slice(0, PASSWORD_MAX);
  const text = characters.join("").toLowerCase();
  return characters.reduce((sum, character, at) => {
    const threesome = characters.slice(Math.max(0, at - 2), at + 1).join("");
    const isKnown = at > 2 && text.indexOf(threesome.toLowerCase()) < at - 2;
    const isNext = Math.abs(codeOf(character) - codeOf(characters[at - 1])) <= 1;
    return sum + (isKnown || isNext ? 0.5 : bitsOf(character, characters[at - 1]));
  }, 0);
}

/** A letter after a letter is mostly what a word asks for; a sign of its own says more. */
function bitsOf(character: string, before = ""): number {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(character)) return 6;
  if (/\s/.test(character)) return 0.5;
  if (/\d/.test(character)) return 3;
  const isWithin = /\p{Ll}/u.test(character) && /\p{L}/u.test(before);
  return isWithin ? 2.3 : 4;
}

function isRepetition(points: number[]): boolean {
  for (let period = 1; period <= points.length / 2; period++) {
    if (points.every((point, at) => at < period || point === points[at - period])) return true;
  }
  return false;
}

/** How often the next character is neither the same nor the one before or after; after 9 comes 0. */
function countJumps(points: number[]): number {
  return points.slice(1).filter((point, at) => {
    const distance = Math.abs(point - (points[at] ?? 0));
    const isTurn = distance === 9 && Math.max(point, points[at] ?? 0) === NINE;
    return distance > 1 && !isTurn;
  }).length;
}

function codeOf(character = ""): number {
  return character.codePointAt(0) ?? Number.NaN;
}
