"use client";

import { type ReactNode, useActionState } from "react";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction, FormState } from "#lib/form-state";

/** What every form of a case gets from its page. */
export type CaseFormProps = { action: FormAction; formId: string; caseNumber: number };

type Wording = {
  title: string;
  /** The step that the case waits for: its form is open. */
  isOpen?: boolean;
  button: string;
  pending: string;
  variant?: "primary" | "secondary" | "danger";
  children?: (state: FormState) => ReactNode;
};

/** One step of a case as a form that unfolds; a refused one stays unfolded, JavaScript or not. */
export function CaseForm(props: CaseFormProps & Wording) {
  const { title, isOpen = false, button, pending, variant = "secondary" } = props;
  const [state, submit] = useActionState(props.action, { status: "idle" });
  return (
    <details className="case-step" open={isOpen || state.status !== "idle"}>
      <summary>{title}</summary>
      <form action={submit} className="stack form-narrow">
        <FormNotice state={state} />
        <input type="hidden" name="requestId" value={props.formId} />
        <input type="hidden" name="caseNumber" value={props.caseNumber} />
        {props.children?.(state)}
        <FormActions>
          <SubmitButton variant={variant} pendingLabel={pending}>
            {button}
          </SubmitButton>
        </FormActions>
      </form>
    </details>
  );
}
