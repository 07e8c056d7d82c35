"use client";

import { Button } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import "./globals.css";

export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Handover</title>
        <EmptyState
          level={1}
          title="This page could not be shown"
          actions={<Button onClick={reset}>Try again</Button>}
        >
          Something failed on our side, and it has been noted. Try again in a minute.
        </EmptyState>
      </body>
    </html>
  );
}
