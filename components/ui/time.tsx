import type { ReactNode } from "react";

/** A time in words for the reader, exact on hover and for machines. */
export function Time({
  iso,
  exact,
  children,
}: {
  iso: string;
  exact: string;
  children: ReactNode;
}) {
  return (
    <time dateTime={iso} title={exact}>
      {children}
    </time>
  );
}
