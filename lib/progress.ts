import { numberText, plural } from "#lib/plurals";

/** How far some long work has come, as the browser asks for it every second. */
export type Progress = {
  done: number;
  /** Null until it is known. */
  total: number | null;
  /** The same in words, with an estimate where there is one. */
  text: string;
  isOver: boolean;
};

/** "12,000 of 1,000,000 contacts, about 40 seconds left" */
export function progressText(
  { done, total, startedAt }: { done: number; total: number; startedAt: Date | null },
  now: Date,
): string {
  const counts = `${numberText(done)} of ${plural(total, "contact")}`;
  const elapsed = startedAt ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
  // The first moments say little about the rest.
  if (done === 0 || done >= total || elapsed < 1) return counts;
  return `${counts}, ${timeLeft((elapsed / done) * (total - done))} left`;
}

/** "about 40 seconds" */
export function timeLeft(seconds: number): string {
  if (seconds < 90) return `about ${plural(Math.max(1, Math.round(seconds)), "second")}`;
  return `about ${plural(Math.round(seconds / 60), "minute")}`;
}
