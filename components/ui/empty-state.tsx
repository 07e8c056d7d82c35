import type { ReactNode } from "react";
import { PageTitle } from "#components/ui/page-title";

type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2;
};

/** Says that there is nothing here, why, and the ways on; level 1 where it is the whole page. */
export function EmptyState({ title, children, actions, level = 2 }: EmptyStateProps) {
  return (
    <div className="empty">
      {level === 1 ? <PageTitle title={title} /> : <h2>{title}</h2>}
      {children && <div>{children}</div>}
      {actions && <div className="cluster">{actions}</div>}
    </div>
  );
}
