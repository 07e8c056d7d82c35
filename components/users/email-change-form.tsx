"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type EmailChangeFormProps = {
  action: FormAction;
  ids: { requestId: string; userId: string; changeId: string };
  label: string;
  pendingLabel: string;
};

/** One button about a new e-mail on its way. */
export function EmailChangeForm({ action, ids, label, pendingLabel }: EmailChangeFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="cluster">
      <FormNotice state={state} />
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
    </form>
  );
}
