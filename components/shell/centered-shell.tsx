import type { ReactNode } from "react";
import { Wordmark } from "#components/shell/wordmark";
import { PageTitle } from "#components/ui/page-title";

type CenteredShellProps = {
  title: string;
  description?: ReactNode;
  /** Beside the title, such as where it is explained. */
  aside?: ReactNode;
  children: ReactNode;
} & Door;

/** Whose door it is: a customer's, who is told whom to write to, or the console's, in its own colour. */
type Door =
  | { supportEmail: string; isConsole?: undefined }
  | { isConsole: true; supportEmail?: undefined };

/** Pages of somebody who is not signed in: one card, and where to turn. */
export function CenteredShell(props: CenteredShellProps) {
  const { title, description, aside, supportEmail, isConsole, children } = props;
  return (
    <div className={isConsole ? "centered centered-support" : "centered"}>
      <header className={isConsole && "brand"}>
        <Wordmark />
        {isConsole && <span className="brand-account">Support console</span>}
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
        {isConsole ? (
          "For support staff only. Cannot get in? A lead of support resets your access."
        ) : (
          <>
            Need help? Write to{" "}
            <a className="link" href={`mailto:${supportEmail}`}>
              {supportEmail}
            </a>
          </>
        )}
      </footer>
    </div>
  );
}
