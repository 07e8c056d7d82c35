"use client";

import { useEffect, useRef, useState } from "react";
import { StrengthBar } from "#components/sessions/strength-bar";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { PASSWORD_MIN } from "#lib/sessions/password-limits";

type PasswordFieldProps = {
  label: string;
  name: string;
  error?: string;
  /** A new one is rated as it is typed; the present one is for the browser to fill in. */
  isNew?: boolean;
};

/** A password that can be looked at, pasted and filled in. Before JavaScript it is a plain field. */
export function PasswordField({ label, name, error, isNew = false }: PasswordFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [isShown, setShown] = useState(false);
  // Before JavaScript has arrived there is no button that would do nothing.
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const start = () => setTyped(input.current?.value ?? "");
    const empty = () => {
      setTyped("");
      setShown(false);
    };
    setReady(true);
    start();
    // React empties a form that was sent.
    const form = input.current?.form;
    form?.addEventListener("reset", empty);
    return () => form?.removeEventListener("reset", empty);
  }, []);
  const hint = `At least ${PASSWORD_MIN} characters. Several words make a good one.`;
  return (
    <Field label={label} hint={isNew && hint} error={error}>
      {(control) => (
        <>
          <input
            ref={input}
            type={isShown ? "text" : "password"}
            className="input"
            name={name}
            autoComplete={isNew ? "new-password" : "current-password"}
            autoCapitalize="none"
            spellCheck={false}
            minLength={isNew ? PASSWORD_MIN : undefined}
            required
            onChange={(event) => setTyped(event.target.value)}
            {...control}
          />
          <div className="password-more">
            {isReady && isNew && <StrengthBar password={typed} />}
            {isReady && (
              <Button
                size="sm"
                variant="quiet"
                aria-controls={control.id}
                onClick={() => setShown(!isShown)}
              >
                {isShown ? "Hide password" : "Show password"}
              </Button>
            )}
          </div>
        </>
      )}
    </Field>
  );
}
