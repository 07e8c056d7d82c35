"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import { ReasonField } from "#components/users/reason-field";
import type { FormAction } from "#lib/form-state";
import { reductionHref } from "#lib/seats/reduction-address";

type ReduceSeatsFormProps = {
  action: FormAction;
  requestId: string;
  total: number;
  /** What the page shows: the total, what is scheduled, and the number of the latest receipt. */
  seenTotal: number;
  scheduleId?: string;
  seen: number;
  summary: string;
  /** Who changed the spots since the step before, where somebody did. */
  changed: string | null;
};

/** The wizard's last step. Where the numbers are not those that were shown, it leads back to them. */
export function ReduceSeatsForm(props: ReduceSeatsFormProps) {
  const { action, requestId, total, seenTotal, scheduleId, seen, summary, changed } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  const isStale =
    changed !== null || (state.status === "refused" && state.code === "spots_changed");
  return (
    <form action={submit} className="stack">
      {changed && state.status === "idle" ? (
        <Notice tone="warn" title={changed} />
      ) : (
        <FormNotice state={state} />
      )}
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="total" value={total} />
      <input type="hidden" name="seenTotal" value={seenTotal} />
      {scheduleId && <input type="hidden" name="scheduleId" value={scheduleId} />}
      {!isStale && (
        <Section title="Confirm">
          <p>{summary}</p>
        </Section>
      )}
      {(!isStale || state.status !== "idle") && (
        <ReasonField
          state={state}
          hint="Kept in the account log, and shown with the change."
          must="optional"
        />
      )}
      <FormActions>
        {isStale ? (
          <ButtonLink href={reductionHref(3, { total })} variant="primary">
            Look at the new numbers
          </ButtonLink>
        ) : (
          <>
            <SubmitButton pendingLabel="Reducing…">Reduce user spots</SubmitButton>
            <ButtonLink href={reductionHref(3, { total, seen })}>Back</ButtonLink>
          </>
        )}
        <ButtonLink href="/admin/subscription" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
