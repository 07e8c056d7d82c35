"use client";

import { Button } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

export function PageFailed({ reset }: { error: Error; reset: () => void }) {
  return (
    <EmptyState
      level={1}
      title="This page could not be shown"
      actions={<Button onClick={reset}>Try again</Button>}
    >
      Something failed on our side, and it has been noted. If you had just sent a form, look first
      whether it was carried out. Usually a second try a minute later works.
    </EmptyState>
  );
}
