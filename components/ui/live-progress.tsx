"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import type { Progress } from "#lib/progress";

type LiveProgressProps = {
  label: string;
  /** Where the browser asks how far it has come: answers a Progress as JSON. */
  href: string;
  progress: Progress;
};

/**
 * Long work with its bar: live by asking each second, by reloading where no script runs. Screen
 * readers say how far it is when asked, not every second: its end is what the page then announces.
 */
export function LiveProgress({ label, href, progress }: LiveProgressProps) {
  const id = useId();
  const { done, total, text } = useProgress(href, progress);
  return (
    <div className="live-progress">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <progress
        aria-label={label}
        aria-describedby={id}
        value={total === null ? undefined : done}
        max={total ?? undefined}
      />
      <p id={id}>{text}</p>
    </div>
  );
}

function useProgress(href: string, first: Progress): Progress {
  const [progress, setProgress] = useState(first);
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(async () => {
      // An answer that is none (the server restarts, the network is away) is asked for again.
      const next: Progress | null = await fetch(href)
        .then((answer) => (answer.ok ? answer.json() : null))
        .catch(() => null);
      if (!next) return;
      setProgress(next);
      if (!next.isOver) return;
      clearInterval(timer);
      router.refresh();
    }, 1000);
    return () => clearInterval(timer);
  }, [href, router]);
  return progress;
}
