import type { ReactNode } from "react";
import { Wordmark } from "#components/shell/wordmark";

/** Around a state that may come up outside an account's pages: nothing in it needs data. */
export function BareShell({ children }: { children: ReactNode }) {
  return (
    <div className="centered">
      <header>
        <Wordmark />
      </header>
      <main>{children}</main>
    </div>
  );
}
