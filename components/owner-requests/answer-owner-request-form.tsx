"use client";

import { useActionState } from "react";
import { TextAreaField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";

export type AnswerOwnerRequestFormProps = {
  action: FormAction;
  accountId: string;
  token: string;
  /** Only the Owner concerned does, once. */
  canAgree: boolean;
};

/**
 * The answer of who was told of a case: a click, since programs open links in mails too. Where there
 * are two answers neither is proposed.
 */
export function AnswerOwnerRequestForm(props: AnswerOwnerRequestFormProps) {
  const { action, accountId, token, canAgree } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="token" value={token} />
      <TextAreaField
        label="Why you object"
        name="words"
        optional
        rows={2}
        hint="The admins of the account read it, and our support. Left out if you agree."
        defaultValue={fieldValue(state, "words")}
        error={fieldError(state, "words")}
      />
      <FormActions>
        <SubmitButton
          name="answer"
          value="objected"
          variant={canAgree ? "secondary" : "primary"}
          pendingLabel="Objecting…"
        >
          Object
        </SubmitButton>
        {canAgree && (
          <SubmitButton name="answer" value="agreed" variant="secondary" pendingLabel="Agreeing…">
            I agree
          </SubmitButton>
        )}
      </FormActions>
    </form>
  );
}
