"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type StartSubscriptionFormProps = {
  action: FormAction;
  requestId: string;
  total: number;
  /** In minor units, as it is shown: another sum is refused. */
  amount: number;
  label: string;
  isFirst: boolean;
};

export function StartSubscriptionForm(props: StartSubscriptionFormProps) {
  const { action, requestId, total, amount, label, isFirst } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="total" value={total} />
      <input type="hidden" name="seenAmount" value={amount} />
      <div>
        <SubmitButton pendingLabel="Starting…" variant={isFirst ? "primary" : "secondary"}>
          {label}
        </SubmitButton>
      </div>
    </form>
  );
}
