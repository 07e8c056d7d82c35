import type { ReactNode } from "react";

/** The row of buttons at the end of a form, the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="cluster">{children}</div>;
}
