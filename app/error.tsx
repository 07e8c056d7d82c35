"use client";

import { BareShell } from "#components/shell/bare-shell";
import { PageFailed } from "#components/shell/page-failed";

export default function RootError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <BareShell>
      <PageFailed error={error} reset={reset} />
    </BareShell>
  );
}
