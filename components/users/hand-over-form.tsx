"use client";

import { type ReactNode, useActionState } from "react";
import { asksForSeat, SeatChoice } from "#components/seats/seat-choice";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Section, Sheet } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import { PersonFields, RoleChoice } from "#components/users/person-fields";
import { ReasonField } from "#components/users/reason-field";
import { SameOrDifferentPerson } from "#components/users/same-or-different-person";
import { TellChoice } from "#components/users/tell-choice";
import type { FormAction } from "#lib/form-state";
import type { NextSeat } from "#lib/seats/next-seat";

type HandOverFormProps = {
  action: FormAction;
  requestId: string;
  user: { id: string; name: string; email: string | null };
  /** Who begins, as far as it is known. */
  newcomer: { firstName: string; lastName: string; email: string; role: "admin" | "user" };
  nextSeat: NextSeat | null;
  /** What happens to the leaver, rendered on the server. */
  leaving: ReactNode;
};

export function HandOverForm(props: HandOverFormProps) {
  const { action, requestId, user, newcomer, leaving } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      {state.status === "refused" && state.code === "email_of_inactive_user" ? (
        <SameOrDifferentPerson state={state} button="Hand over" />
      ) : (
        !asksForSeat(state) && <FormNotice state={state} />
      )}
      <SeatChoice state={state} nextSeat={props.nextSeat} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="userId" value={user.id} />
      <Sheet>
        {leaving}
        <Section title="Who begins" description="Gets a mail with a link to choose a password.">
          <PersonFields state={state} first={newcomer} />
          <RoleChoice state={state} first={newcomer.role} />
        </Section>
      </Sheet>
      <TellChoice
        state={state}
        title={`Tell ${user.name} by e-mail`}
        description={`To ${user.email}: that access has ended, and whom to ask.`}
      />
      <ReasonField state={state} must="optional" />
      <FormActions>
        <SubmitButton variant="danger" pendingLabel="Handing over…">
          Hand over
        </SubmitButton>
        <ButtonLink href={`/admin/users/${user.id}/edit`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
