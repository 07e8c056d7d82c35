"use client";

import { useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { ReasonField } from "#components/users/reason-field";
import { type FormAction, type FormState, fieldError, fieldValue } from "#lib/form-state";
import { numberText, plural } from "#lib/plurals";

type After = { spots: number; bill: string };
type Reduction = { id: string; day: string; target: After; raised: After };

type AddSeatsFormProps = {
  action: FormAction;
  requestId: string;
  /** The new total, and what it was when the sum was shown. */
  total: number;
  seenTotal: number;
  seenAmount: number;
  /** What is scheduled, with each period's bill where it stays and where it does not. */
  reduction: Reduction | null;
  next?: string;
  /** With number and sum. */
  button: string;
};

export function AddSeatsForm(props: AddSeatsFormProps) {
  const { action, requestId, total, seenTotal, seenAmount, reduction, next, button } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="total" value={total} />
      <input type="hidden" name="seenTotal" value={seenTotal} />
      <input type="hidden" name="seenAmount" value={seenAmount} />
      {next && <input type="hidden" name="next" value={next} />}
      {reduction && <ReductionChoice key={reduction.id} {...{ state, reduction, total }} />}
      <ReasonField
        state={state}
        must="optional"
        hint="Kept with the change and in the account log."
      />
      <FormActions>
        <SubmitButton pendingLabel="Adding…">{button}</SubmitButton>
        <ButtonLink href={next ?? "/admin/subscription"} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}

type ReductionChoiceProps = { state: FormState<unknown>; reduction: Reduction; total: number };

/** Nothing is chosen beforehand, nor kept from a choice about another reduction. */
function ReductionChoice({ state, reduction, total }: ReductionChoiceProps) {
  const { id, day, target, raised } = reduction;
  const isSame = fieldValue(state, "scheduleId") === id;
  const chosen = isSame ? fieldValue(state, "reduction") : "";
  return (
    <>
      <input type="hidden" name="scheduleId" value={id} />
      <ChoiceGroup
        legend={`A reduction to ${plural(target.spots, "user spot")} on ${day} is scheduled. What becomes of it?`}
        error={fieldError(state, "reduction")}
      >
        <Choice
          name="reduction"
          value="keep"
          required
          title={`It stays: ${numberText(total)} until then, ${numberText(target.spots)} afterwards`}
          description={target.bill}
          defaultChecked={chosen === "keep"}
        />
        <Choice
          name="reduction"
          value="cancel"
          required
          title={`Cancel it, keep ${numberText(raised.spots)}`}
          description={raised.bill}
          defaultChecked={chosen === "cancel"}
        />
      </ChoiceGroup>
    </>
  );
}
