import type { ReactNode } from "react";

/** Filters and search above a table. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className="toolbar">{children}</div>;
}
