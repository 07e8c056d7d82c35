"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { PasswordLinkNotice } from "#components/users/password-link-notice";
import type { FormAction } from "#lib/form-state";

type PasswordLinkFormProps = {
  action: FormAction<{ name: string; path: string }>;
  userId: string;
  requestId: string;
  baseUrl: string;
};

export function PasswordLinkForm({ action, userId, requestId, baseUrl }: PasswordLinkFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") {
    return (
      <PasswordLinkNotice
        title={`A new link for ${state.done.name}.`}
        url={baseUrl + state.done.path}
      />
    );
  }
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="requestId" value={requestId} />
      <p>A new link lets this person choose a password. Links made before stop working.</p>
      <FormActions>
        <SubmitButton pendingLabel="Making the link…">Make a new link</SubmitButton>
        <ButtonLink href="/admin/users" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
