"use client";

import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "#components/ui/button";

/** The button of a form: pending while its action runs, a plain submit before JavaScript. */
export function SubmitButton({ variant = "primary", onClick, ...props }: ButtonProps) {
  const { pending } = useFormStatus();

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <Button type="submit" variant={variant} pending={pending} {...props} onClick={handleClick} />
  );
}
