"use client";

import { Button, ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

const toCases = <ButtonLink href="/support/cases">Go to Cases</ButtonLink>;

const onwards = (
  <>
    {toCases}
    <ButtonLink href="/support/accounts">Find an account</ButtonLink>
  </>
);

/** What the console shows for a case or an account that is not there, or not to be looked into any more. */
export function NothingInConsole() {
  return (
    <EmptyState level={1} title="There is nothing here" actions={onwards}>
      The address may be mistyped, or the case ended more than 30 days ago: then find its account
      and state your reason.
    </EmptyState>
  );
}

export function NotYourRole() {
  return (
    <EmptyState level={1} title="This page is for another role" actions={toCases}>
      Support works with four eyes, so each step has its role. Hand it to somebody who has it.
    </EmptyState>
  );
}

export function ConsoleFailed({ reset }: { error: Error; reset: () => void }) {
  return (
    <EmptyState
      level={1}
      title="This page could not be shown"
      actions={<Button onClick={reset}>Try again</Button>}
    >
      Something failed on our side, and it has been noted. If you had just sent a form, look first
      whether it was carried out.
    </EmptyState>
  );
}
