"use client";

import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { Choice } from "#components/ui/choice";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Section, Sheet } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import { ContactsChoice, type ContactsChoiceProps } from "#components/users/contacts-choice";
import { InactivationsOutcome } from "#components/users/inactivations-outcome";
import { ReasonField } from "#components/users/reason-field";
import { TellChoice } from "#components/users/tell-choice";
import { type FormAction, fieldValue } from "#lib/form-state";
import { plural } from "#lib/plurals";
import type { DescribedResults } from "#lib/users/describe-results";

type InactivateUsersFormProps = Omit<ContactsChoiceProps, "state" | "first" | "children"> & {
  action: FormAction<DescribedResults>;
  requestId: string;
  userIds: string[];
  /** What is scheduled for them already. */
  scheduleIds: string[];
  /** What each one's own default successor would mean; null where nobody has one who can receive. */
  byDefault: string | null;
  /** What stands above the form, and what stands in its place where nobody can be made inactive. */
  head: ReactNode;
  nobody: ReactNode;
  /** The parts of the sheet that ask nothing, rendered on the server. */
  access: ReactNode;
  rest: ReactNode;
};

export function InactivateUsersForm(props: InactivateUsersFormProps) {
  const { action, requestId, userIds, scheduleIds, ...others } = props;
  const { byDefault, head, nobody, access, rest, ...choice } = others;
  const [state, submit] = useActionState(action, { status: "idle" });
  if (state.status === "done") return <InactivationsOutcome {...state.done} />;
  if (nobody) return nobody;
  return (
    <>
      {head}
      <form action={submit} className="stack">
        <FormNotice state={state} />
        <input type="hidden" name="requestId" value={requestId} />
        {userIds.map((id) => (
          <input key={id} type="hidden" name="userIds" value={id} />
        ))}
        {scheduleIds.map((id) => (
          <input key={id} type="hidden" name="replacesIds" value={id} />
        ))}
        <Sheet>
          {access}
          <Section title="Contacts" aside={plural(choice.contacts, "contact")}>
            <ContactsChoice state={state} {...choice}>
              {byDefault && (
                <Choice
                  name="contacts"
                  value="default"
                  title="Each to their own default successor"
                  description={byDefault}
                  defaultChecked={fieldValue(state, "contacts") === "default"}
                />
              )}
            </ContactsChoice>
          </Section>
          {rest}
        </Sheet>
        <TellChoice
          state={state}
          title={`Tell ${choice.userName} by e-mail`}
          description="Each at their own address: that access has ended, and whom to ask."
        />
        <ReasonField
          state={state}
          hint="Kept in the account log, for each of them."
          must="optional"
        />
        <FormActions>
          <SubmitButton variant="danger" pendingLabel="Making inactive…">
            Make Inactive
          </SubmitButton>
          <ButtonLink href="/admin/users" variant="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
