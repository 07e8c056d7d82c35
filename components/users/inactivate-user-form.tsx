"use client";

import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "#components/ui/button";
import { TextAreaField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { TextLink } from "#components/ui/link";
import { Section, Sheet } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import { ContactsChoice, type ContactsChoiceProps } from "#components/users/contacts-choice";
import { WaysOn } from "#components/users/ways-on";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";
import { plural } from "#lib/plurals";

type InactivateUserFormProps = Omit<ContactsChoiceProps, "state"> & {
  action: FormAction;
  requestId: string;
  userId: string;
  /** The parts of the sheet that ask nothing, rendered on the server. */
  access: ReactNode;
  rest: ReactNode;
};

export function InactivateUserForm(props: InactivateUserFormProps) {
  const { action, requestId, userId, access, rest, ...choice } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} actions={<WaysOn state={state} userId={userId} />} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="userId" value={userId} />
      <Sheet>
        {access}
        <Section title="Contacts" aside={<Count contacts={choice.contacts} userId={userId} />}>
          <ContactsChoice state={state} {...choice} />
        </Section>
        {rest}
      </Sheet>
      <TextAreaField
        label="Reason"
        name="reason"
        optional
        hint="Kept in the account log."
        rows={2}
        defaultValue={fieldValue(state, "reason")}
        error={fieldError(state, "reason")}
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
  );
}

function Count({ contacts, userId }: { contacts: number; userId: string }) {
  const text = plural(contacts, "contact");
  if (contacts === 0) return text;
  return <TextLink href={`/contacts?assignee=${userId}`}>{text}</TextLink>;
}
