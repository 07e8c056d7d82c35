"use client";

import { BareShell } from "#components/shell/bare-shell";
import { PageFailed } from "#components/shell/page-failed";
import "./globals.css";

export default function GlobalError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <BareShell>
          <PageFailed error={error} reset={reset} />
        </BareShell>
      </body>
    </html>
  );
}
