import { plural } from "#lib/plurals";
import { type Progress, timeLeft } from "#lib/progress";

type ImportState = "uploading" | "uploaded" | "running" | "done" | "cancelled" | "failed";

type Standing = {
  state: ImportState;
  size: number;
  bytesDone: number;
  recordsDone: number;
  startedAt: Date | null;
};

/** How far a file has been taken in: by its bytes, as nobody has counted its rows. */
export function importProgress(
  { state, size, bytesDone, recordsDone, startedAt }: Standing,
  now: Date,
): Progress {
  const isOver = state !== "running";
  const parts = [`${plural(recordsDone, "row")} of the file done`];
  const elapsed = startedAt ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
  if (!isOver && bytesDone > 0 && bytesDone < size && elapsed >= 1) {
    parts.push(`${Math.floor((bytesDone / size) * 100)}%`);
    parts.push(`${timeLeft((elapsed / bytesDone) * (size - bytesDone))} left`);
  }
  return { done: bytesDone, total: size, text: parts.join(", "), isOver };
}
