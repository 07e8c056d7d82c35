import { setTimeout as sleep } from "node:timers/promises";

/** An attempt takes this long at least where its time must say nothing (domain rule 4). */
export const SILENT_MILLISECONDS = 700;

/** Every refused attempt takes as long, whatever it was refused for. */
export async function refuseSlowly<T>(work: () => Promise<T>): Promise<T> {
  const refusedNotBefore = sleep(SILENT_MILLISECONDS);
  try {
    return await work();
  } catch (error) {
    await refusedNotBefore;
    throw error;
  }
}
