"use client";

import { useActionState } from "react";
import { type CodesOwner, NewRecoveryCodes } from "#components/second-steps/new-recovery-codes";
import { OwnPasswordField } from "#components/sessions/own-password-field";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";
import { plural } from "#lib/plurals";

type MakeRecoveryCodesFormProps = {
  action: FormAction<{ codes: string[] }>;
  requestId: string;
  owner: CodesOwner;
  recoveryCodesLeft: number;
};

export function MakeRecoveryCodesForm(props: MakeRecoveryCodesFormProps) {
  const { action, requestId, owner, recoveryCodesLeft } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") {
    return (
      <NewRecoveryCodes
        title="These are your new recovery codes."
        codes={state.done.codes}
        owner={owner}
      />
    );
  }
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <p>
        You get ten new codes. Those of before stop counting: you have{" "}
        {plural(recoveryCodesLeft, "recovery code")} left.
      </p>
      <input type="hidden" name="requestId" value={requestId} />
      <OwnPasswordField state={state} />
      <FormActions>
        <SubmitButton pendingLabel="Making codes…">Make new codes</SubmitButton>
        <ButtonLink href="/sign-ins/two-step" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
