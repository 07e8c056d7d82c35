"use client";

import { useActionState } from "react";
import { ContactFormFields } from "#components/contacts/contact-form-fields";
import { ContactFormNotice } from "#components/contacts/contact-form-notice";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { SubmitButton } from "#components/ui/submit-button";
import type { ContactDetails } from "#lib/contacts/contact-fields";
import { type FormAction, fieldValue } from "#lib/form-state";

type EditContactFormProps = {
  action: FormAction;
  requestId: string;
  contact: { id: string; details: ContactDetails; seen: string };
};

export function EditContactForm({ action, requestId, contact }: EditContactFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  const isThere = refused?.code === "contact_duplicates";
  const present = refused?.facts.present;
  return (
    <form action={submit} className="stack">
      <ContactFormNotice state={state} contactId={contact.id} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="contactId" value={contact.id} />
      {/* What was typed was typed over these values, also where the page has newer ones by now. */}
      <input type="hidden" name="seen" value={fieldValue(state, "seen", contact.seen)} />
      {!present && <Agreed name="replaces" value={fieldValue(state, "replaces")} />}
      {!isThere && <Agreed name="anyway" value={fieldValue(state, "anyway")} />}
      <ContactFormFields state={state} first={contact.details} />
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Save changes</SubmitButton>
        {isThere && (
          <SubmitButton variant="secondary" name="anyway" value="yes" pendingLabel="Saving…">
            Save it anyway
          </SubmitButton>
        )}
        {present && (
          <SubmitButton
            variant="secondary"
            name="replaces"
            value={present.seen}
            pendingLabel="Saving…"
          >
            Save mine over it
          </SubmitButton>
        )}
        <ButtonLink href={`/contacts/${contact.id}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}

/** What a second button said before, kept until the form is done. */
function Agreed({ name, value }: { name: string; value: string }) {
  return value ? <input type="hidden" name={name} value={value} /> : null;
}
