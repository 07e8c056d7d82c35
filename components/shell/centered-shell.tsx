import type { ReactNode } from "react";
import { Wordmark } from "#components/shell/wordmark";
import { PageTitle } from "#components/ui/page-title";

type CenteredShellProps = {
  title: string;
  description?: ReactNode;
  /** Beside the title, such as where it is explained. */
  aside?: ReactNode;
  supportEmail: string;
  children: ReactNode;
};

/** Pages of somebody who is not signed in: one card, and where to turn. */
export function CenteredShell(props: CenteredShellProps) {
  const { title, description, aside, supportEmail, children } = props;
  return (
    <div className="centered">
      <header>
        <Wordmark />
      </header>
      <main className="stack">
        <div>
          <div className="title-row">
            <PageTitle title={title} />
            {aside}
          </div>
          {description && <p className="muted mt-1">{description}</p>}
        </div>
        {children}
      </main>
      <footer>
        Need help? Write to{" "}
        <a className="link" href={`mailto:${supportEmail}`}>
          {supportEmail}
        </a>
      </footer>
    </div>
  );
}
