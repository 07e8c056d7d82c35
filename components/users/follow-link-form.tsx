"use client";

import { useActionState } from "react";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type FollowLinkFormProps = {
  action: FormAction;
  accountId: string;
  token: string;
  /** The main one first; a value is sent as `answer`. */
  buttons: { label: string; pendingLabel: string; value?: string }[];
};

/** What a mailed link's page asks for: a click, since programs open links in mails too. */
export function FollowLinkForm({ action, accountId, token, buttons }: FollowLinkFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="token" value={token} />
      <FormActions>
        {buttons.map(({ label, pendingLabel, value }, index) => (
          <SubmitButton
            key={label}
            variant={index === 0 ? "primary" : "secondary"}
            pendingLabel={pendingLabel}
            name={value && "answer"}
            value={value}
          >
            {label}
          </SubmitButton>
        ))}
      </FormActions>
    </form>
  );
}
