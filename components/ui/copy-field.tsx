"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";

/** A text to take along: selected and copied by the button, or by hand before JavaScript. */
export function CopyField({
  label,
  value,
  hint,
}: {
  label: string;
  value: string;
  hint?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  // Before JavaScript has arrived there is no button that would do nothing.
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      setCopied(document.execCommand("copy"));
    }
  }

  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="copy">
          <input ref={input} className="input" readOnly value={value} {...control} />
          {isReady && <Button onClick={copy}>{copied ? "Copied" : "Copy"}</Button>}
          <span role="status" className="sr-only">
            {copied && "Copied to the clipboard"}
          </span>
        </div>
      )}
    </Field>
  );
}
