"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button";

/** Copies a text that stands on the page; before JavaScript there is no button that would do nothing. */
export function CopyButton({ label, value }: { label: string; value: string }) {
  const [state, setState] = useState<"loading" | "ready" | "copied" | "refused">("loading");
  useEffect(() => setState("ready"), []);
  if (state === "loading") return null;

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
    } catch {
      setState("refused");
    }
  }

  return (
    <>
      <Button onClick={copy}>{state === "copied" ? "Copied" : label}</Button>
      <span role="status" className={state === "refused" ? "hint" : "sr-only"}>
        {state === "copied" && "Copied to the clipboard"}
        {state === "refused" &&
          "The browser refuses to copy. Select the text and copy it yourself."}
      </span>
    </>
  );
}
