"use client";

import { useActionState } from "react";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type ChooseAccountFormProps = {
  action: FormAction;
  choices: { accountId: string; accountName: string }[];
  ticket: string;
  next: string;
};

/** After the password, where the e-mail belongs to a user in several accounts. */
export function ChooseAccountForm({ action, choices, ticket, next }: ChooseAccountFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      {state.status === "idle" && <Notice focus title="Your e-mail is used in several accounts." />}
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="next" value={next} />
      <ChoiceGroup legend="Which one do you want to open?">
        {choices.map(({ accountId, accountName }, index) => (
          <Choice
            key={accountId}
            name="accountId"
            value={accountId}
            title={accountName}
            defaultChecked={index === 0}
          />
        ))}
      </ChoiceGroup>
      <FormActions>
        <SubmitButton pendingLabel="Signing in…">Open the account</SubmitButton>
      </FormActions>
    </form>
  );
}
