import { wordsBesideName } from "./address-words";
import { isInitial, type Piece } from "./name-pieces";
import { titles } from "./name-words";

/** What a stretch of an address says of a name. */
export type Reading = {
  first: boolean;
  last: boolean;
  /** Whether any part of the name is written out, and whether it is the surname. */
  word: boolean;
  lastWord: boolean;
  lastInitial: boolean;
  strays: number;
};

export const nothing: Reading = {
  ...{ first: false, last: false, word: false },
  ...{ lastWord: false, lastInitial: false, strays: 0 },
};

/** The stretch put together from pieces of the name, with one unknown initial after a known one. */
export function readStretch(stretch: string, pieces: Piece[]): Reading | null {
  // All that the first letters can say, for each number of them.
  const begun: (Reading & { endsWithInitial: boolean })[][] = [
    [{ ...nothing, endsWithInitial: false }],
  ];
  for (let at = 0; at < stretch.length; at++) {
    const readings = begun[at] ?? [];
    const steps = readings.length > 0 ? stepsFrom(stretch, at, pieces) : [];
    for (const before of readings) {
      for (const { length, ...step } of before.endsWithInitial ? [...steps, stray] : steps) {
        const reading = { ...join(before, step), endsWithInitial: step.endsWithInitial };
        if (reading.strays > 1) continue;
        const there = begun[at + length] ?? [];
        if (!there.some((other) => isSameReading(other, reading))) there.push(reading);
        begun[at + length] = there;
      }
    }
  }
  const whole = (begun[stretch.length] ?? []).filter(
    ({ strays, first, last, word }) => strays === 0 || (first && last && word),
  );
  return whole.sort((a, b) => weightOf(b) - weightOf(a))[0] ?? null;
}

const stray = { ...nothing, strays: 1, length: 1, endsWithInitial: false };
const besides = [...wordsBesideName, ...titles].filter((word) => word.length > 1);

function stepsFrom(stretch: string, at: number, pieces: Piece[]) {
  const steps = pieces.flatMap((piece) => {
    const { text, shortest } = piece;
    const sign = signOf(piece);
    const common = commonLength(stretch, at, text);
    if (!sign.word) return common === 1 ? [{ ...sign, length: 1, endsWithInitial: true }] : [];
    return Array.from({ length: Math.max(0, common - shortest + 1) }, (_, more) => ({
      ...sign,
      length: shortest + more,
      endsWithInitial: false,
    })).filter(({ length }) => length > 1);
  });
  const beside = besides
    .filter((word) => stretch.startsWith(word, at))
    .map((word) => ({ ...nothing, length: word.length, endsWithInitial: false }));
  return [...steps, ...beside];
}

export function signOf(piece: Piece): Reading {
  const [last, word] = [piece.of === "last", !isInitial(piece)];
  return {
    first: !last,
    last,
    word,
    lastWord: last && word,
    lastInitial: last && !word,
    strays: 0,
  };
}

function commonLength(stretch: string, at: number, text: string): number {
  let length = 0;
  while (length < text.length && stretch[at + length] === text[length]) length++;
  return length;
}

export const join = (one: Reading, other: Reading): Reading => ({
  first: one.first || other.first,
  last: one.last || other.last,
  word: one.word || other.word,
  lastWord: one.lastWord || other.lastWord,
  lastInitial: one.lastInitial || other.lastInitial,
  strays: one.strays + other.strays,
});

const weightOf = (reading: Reading) =>
  Number(reading.word) * 4 +
  Number(reading.first) +
  Number(reading.last) -
  Number(reading.lastInitial) * 2 -
  reading.strays * 2;

const isSameReading = (
  one: Reading & { endsWithInitial: boolean },
  other: Reading & { endsWithInitial: boolean },
) =>
  one.first === other.first &&
  one.last === other.last &&
  one.word === other.word &&
  one.lastWord === other.lastWord &&
  one.lastInitial === other.lastInitial &&
  one.strays === other.strays &&
  one.endsWithInitial === other.endsWithInitial;
