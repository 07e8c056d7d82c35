import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2;
};

/** Says that there is nothing here, why, and the ways on; level 1 where it is the whole page. */
export function EmptyState({ title, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children && <div>{children}</div>}
      {actions && <div className="cluster">{actions}</div>}
    </div>
  );
}
