import type { ReactNode } from "react";

/** What happened, in order. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="timeline" aria-label={label}>
      {children}
    </ol>
  );
}

type TimelineEntryProps = { title: ReactNode; meta: ReactNode; children?: ReactNode };

export function TimelineEntry({ title, meta, children }: TimelineEntryProps) {
  return (
    <li>
      <p className="font-medium">{title}</p>
      {children && <div className="text-lines mt-1">{children}</div>}
      <p className="hint">{meta}</p>
    </li>
  );
}
