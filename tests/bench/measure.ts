import { performance } from "node:perf_hooks";

/** Runs these in turn, round after round, so that what disturbs one disturbs all: medians in ms. */
export async function compare(
  rounds: number,
  works: Record<string, () => Promise<unknown>>,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let round = -3; round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const took = await timed(work);
      // The first rounds fill caches and plans.
      if (round >= 0) times[name] = [...(times[name] ?? []), took];
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** The largest resident memory of this process while the work runs, in MB, and what it was before. */
export async function withMemory<T>(work: () => Promise<T>) {
  const rss = () => process.memoryUsage().rss / 1024 / 1024;
  const before = rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, rss());
  }, 20);
  const result = await work();
  clearInterval(timer);
  return { result, before: Math.round(before), peak: Math.round(Math.max(peak, rss())) };
}
