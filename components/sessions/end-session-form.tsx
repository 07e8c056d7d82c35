"use client";

import { type ReactNode, useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import type { FormAction } from "#lib/form-state";

type EndSessionFormProps = { action: FormAction; requestId: string; children: ReactNode };

/** Around whatever has buttons that end sign-ins; a refusal stands above it. */
export function EndSessionForm({ action, requestId, children }: EndSessionFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      {children}
    </form>
  );
}
