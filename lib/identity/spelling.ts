import { inPlainLetters } from "./letters";

// What one name is spelled with in different countries, each on the left heard as the one on the right.
const sounds: [RegExp, string][] = [
  [/(tsch|tch|cz|ch|c(?=[iey]))/g, "ç"],
  [/(shch|sch|sh|sz)/g, "s"],
  [/zh|dzh/g, "j"],
  [/dj/g, "d"],
  [/ts|tz/g, "z"],
  [/kh|gh/g, "h"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/ks/g, "x"],
  [/c|q/g, "k"],
  [/w/g, "v"],
  [/ou|oo/g, "u"],
  [/ee/g, "i"],
  [/[yj]/g, "i"],
  [/^ie/g, "e"],
  [/([aou])e/g, "$1"],
  [/(?<=[aeiou])h(?![aeiou])/g, ""],
  [/(.)\1+/g, "$1"],
];

const heard = new Map<string, string>();

/** The words of a name or of an address, in plain letters. */
export function wordsOf(text: string): string[] {
  return inPlainLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** A word as it sounds: Mueller and Muller, Alexey and Aleksei, Yulia and Julia are one. */
export function soundOf(word: string): string {
  const known = heard.get(word);
  if (known !== undefined) return known;
  const sound = sounds.reduce((text, [from, to]) => text.replace(from, to), word);
  // Bounded, because names of every account pass here for as long as the process lives.
  if (heard.size >= 5000) heard.clear();
  heard.set(word, sound);
  return sound;
}

export const isLatin = (word: string) => /^[a-z0-9]+$/.test(word);

/** Whether one is the other mistyped: the longer a word, the more slips it may have. */
export function isTypoOf(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  const slips = length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3;
  return slipsBetween(one, other, slips) <= slips;
}

/** Letters added, dropped, changed or swapped with their neighbour (Damerau and Levenshtein). */
function slipsBetween(one: string, other: string, enough: number): number {
  if (Math.abs(one.length - other.length) > enough) return enough + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let at = 1; at <= other.length; at++) {
      const change = one[row - 1] === other[at - 1] ? 0 : 1;
      const isSwap = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current[at] = Math.min(
        (above[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (above[at - 1] ?? 0) + change,
        isSwap ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...current) > enough) return enough + 1;
    before = above;
    above = current;
  }
  return above[other.length] ?? 0;
}
