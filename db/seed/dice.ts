export type Dice = ReturnType<typeof makeDice>;

/** Chance that falls alike everywhere and every time: mulberry32 from a fixed seed. */
export function makeDice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0 to below `end`. */
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    /** Whether it happens that happens so many times in a hundred. */
    chance: (percent: number) => next() * 100 < percent,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
}
