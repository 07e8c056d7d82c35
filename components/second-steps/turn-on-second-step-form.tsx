"use client";

import { type ReactNode, useActionState } from "react";
import { CodeField } from "#components/second-steps/code-field";
import { type CodesOwner, NewRecoveryCodes } from "#components/second-steps/new-recovery-codes";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError } from "#lib/form-state";

type TurnOnSecondStepFormProps = {
  action: FormAction<{ codes: string[] }>;
  requestId: string;
  owner: CodesOwner;
  /** Another app counts so far: a code of that one, or a recovery code, hands over to this. */
  isAnother: boolean;
  /** The QR code and the key, rendered on the server; nothing once two-step sign-in is on. */
  children: ReactNode;
};

/** Confirms with a first code that the app has the key; answers the recovery codes. */
export function TurnOnSecondStepForm(props: TurnOnSecondStepFormProps) {
  const { action, requestId, owner, isAnother, children } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") {
    return (
      <NewRecoveryCodes title="Two-step sign-in is on." codes={state.done.codes} owner={owner} />
    );
  }
  if (!children) {
    return (
      <Notice
        title="Two-step sign-in is on."
        actions={<ButtonLink href="/sign-ins/two-step">Back to two-step sign-in</ButtonLink>}
      />
    );
  }
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      {children}
      <input type="hidden" name="requestId" value={requestId} />
      <CodeField
        takes="app"
        label={isAnother ? "Code of the new app" : "Code"}
        error={fieldError(state, "code")}
      />
      {isAnother && (
        <CodeField
          takes="either"
          name="currentCode"
          label="Code of the app so far, or a recovery code"
          hint="It stops counting, as do your recovery codes: you get new ones."
          error={fieldError(state, "currentCode")}
        />
      )}
      <FormActions>
        <SubmitButton pendingLabel="Turning on…">
          {isAnother ? "Use the new app" : "Turn on"}
        </SubmitButton>
        <ButtonLink href="/sign-ins/two-step" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
