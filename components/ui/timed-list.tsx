import type { ReactNode } from "react";

/** Sentences with the time of each at their side. */
export function TimedList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="timed" aria-label={label}>
      {children}
    </ol>
  );
}

export function TimedItem({ time, children }: { time: ReactNode; children: ReactNode }) {
  return (
    <li>
      {time} <p>{children}</p>
    </li>
  );
}
