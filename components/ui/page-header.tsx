import type { ReactNode } from "react";
import { TextLink } from "#components/ui/link";
import { PageTitle } from "#components/ui/page-title";

type PageHeaderProps = {
  title: string;
  description?: ReactNode;
  /** Beside the title, such as where it is explained. */
  aside?: ReactNode;
  actions?: ReactNode;
  breadcrumb?: { label: string; href: string }[];
};

/** The page's one h1, what belongs beside it, and the way back. */
export function PageHeader(props: PageHeaderProps) {
  const { title, description, aside, actions, breadcrumb } = props;
  return (
    <header className="page-head">
      <div>
        {breadcrumb && (
          <nav aria-label="Breadcrumb">
            <ol className="crumbs">
              {breadcrumb.map((step) => (
                <li key={step.href}>
                  <TextLink href={step.href}>{step.label}</TextLink>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="title-row">
          <PageTitle title={title} />
          {aside}
        </div>
        {description && <p>{description}</p>}
      </div>
      {actions && <div className="cluster">{actions}</div>}
    </header>
  );
}
