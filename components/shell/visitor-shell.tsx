import type { ReactNode } from "react";
import { Wordmark } from "#components/shell/wordmark";
import { ButtonLink } from "#components/ui/button";

/** Around pages that anybody may read, for somebody who is not signed in: with a way to do so. */
export function VisitorShell({ children }: { children: ReactNode }) {
  return (
    <div className="centered centered-wide">
      <header>
        <Wordmark />
        <ButtonLink href="/sign-in" size="sm">
          Sign in
        </ButtonLink>
      </header>
      <main className="stack">{children}</main>
    </div>
  );
}
