"use client";

import { useActionState } from "react";
import { AgentFields } from "#components/support/agent-fields";
import { AgentLinkNotice } from "#components/support/agent-link-notice";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";
import { sentence } from "#lib/sentence";

type AddAgentFormProps = {
  action: FormAction<{ name: string; url: string }>;
  requestId: string;
};

export function AddAgentForm({ action, requestId }: AddAgentFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") {
    const { name, url } = state.done;
    return <AgentLinkNotice title={sentence`${name} belongs to support now.`} url={url} />;
  }
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <AgentFields state={state} hasEmail />
      <FormActions>
        <SubmitButton pendingLabel="Adding…">Add agent</SubmitButton>
        <ButtonLink href="/support/agents" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
