"use client";

import { useActionState } from "react";
import { AgentFields } from "#components/support/agent-fields";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { AgentRole } from "#lib/actor";
import type { FormAction } from "#lib/form-state";

type EditAgentFormProps = {
  action: FormAction;
  agent: { id: string; firstName: string; lastName: string; role: AgentRole };
  seen: string;
  requestId: string;
};

export function EditAgentForm({ action, agent, seen, requestId }: EditAgentFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack form-narrow">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="agentId" value={agent.id} />
      <input type="hidden" name="seen" value={seen} />
      <AgentFields state={state} first={agent} />
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Save changes</SubmitButton>
        <ButtonLink href="/support/agents" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
