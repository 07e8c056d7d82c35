import { setTimeout as sleep } from "node:timers/promises";

/** Every refused attempt takes this long, so that the time says nothing (domain rule 4). */
const REFUSAL_MILLISECONDS = 700;

export async function refuseSlowly<T>(work: () => Promise<T>): Promise<T> {
  const refusedNotBefore = sleep(REFUSAL_MILLISECONDS);
  try {
    return await work();
  } catch (error) {
    await refusedNotBefore;
    throw error;
  }
}
