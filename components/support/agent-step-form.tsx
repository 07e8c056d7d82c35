"use client";

import { type ReactNode, useActionState } from "react";
import { AgentLinkNotice } from "#components/support/agent-link-notice";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Section } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type AgentStepFormProps = {
  title: string;
  /** False once it is done, or where it makes no sense: then the form shows its result, or nothing. */
  isOffered: boolean;
  /** Where the step makes a link, it is shown in the form's place. */
  action: FormAction<{ url: string }>;
  agentId: string;
  requestId: string;
  button: { label: string; pending: string; variant?: "danger" };
  done?: string;
  children: ReactNode;
};

/** A step about one of the team that asks for nothing but the click. */
export function AgentStepForm(props: AgentStepFormProps) {
  const { title, isOffered, action, agentId, requestId, button, done, children } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") {
    return (
      <Section title={title}>
        <AgentLinkNotice title={done} url={state.done.url} />
      </Section>
    );
  }
  if (!isOffered && state.status === "idle") return null;
  return (
    <Section title={title}>
      <form action={submit} className="stack">
        <FormNotice state={state} />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="agentId" value={agentId} />
        {children}
        <FormActions>
          <SubmitButton variant={button.variant} pendingLabel={button.pending}>
            {button.label}
          </SubmitButton>
        </FormActions>
      </form>
    </Section>
  );
}
