"use client";

import { useActionState } from "react";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/form-state";

type TakeOverOwnerRequestFormProps = { action: FormAction; requestId: string; caseId: string };

/** Goes on with a case in one's own name. */
export function TakeOverOwnerRequestForm(props: TakeOverOwnerRequestFormProps) {
  const { action, requestId, caseId } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="caseId" value={caseId} />
      <div className="cluster">
        <SubmitButton variant="secondary" pendingLabel="Taking it over…">
          Take it over
        </SubmitButton>
      </div>
    </form>
  );
}
