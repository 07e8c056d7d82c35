"use client";

import { useActionState } from "react";
import { KeptValue } from "#components/contacts/kept-value";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Section, Sheet } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import { type ContactDetails, contactFieldNames } from "#lib/contacts/contact-fields";
import type { FormAction } from "#lib/form-state";
import { sentence } from "#lib/sentence";

export type MergedContact = { id: string; name: string; details: ContactDetails; seen: string };

type MergeContactsFormProps = {
  action: FormAction;
  requestId: string;
  survivor: MergedContact;
  other: MergedContact;
};

/** Both side by side, whose value stays in each field, and what happens. */
export function MergeContactsForm(props: MergeContactsFormProps) {
  const { action, requestId, survivor, other } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  const fields = contactFieldNames.filter(
    (field) => survivor.details[field] !== "" || other.details[field] !== "",
  );
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="contactId" value={survivor.id} />
      <input type="hidden" name="otherId" value={other.id} />
      <input type="hidden" name="seen" value={survivor.seen} />
      <input type="hidden" name="otherSeen" value={other.seen} />
      <Sheet>
        <Section
          title="What stays"
          description={sentence`Where the two differ, choose: first what ${survivor.name} has, then what ${other.name} has.`}
        >
          <div className="stack">
            {fields.map((field) => (
              <KeptValue
                key={field}
                field={field}
                own={survivor.details[field]}
                other={other.details[field]}
                state={state}
              />
            ))}
          </div>
        </Section>
        <Section title="What happens">
          <ul className="list">
            <li>
              <bdi>{survivor.name}</bdi> takes the values chosen above, and stays with its assignee.
            </li>
            <li>The History of both is shown together, with its authors and times.</li>
            <li>
              <bdi>{other.name}</bdi> is deleted, and its address leads here. For 30 days it can be
              restored as it is now.
            </li>
          </ul>
        </Section>
      </Sheet>
      <FormActions>
        <SubmitButton pendingLabel="Merging…">Merge</SubmitButton>
        <ButtonLink href={`/contacts/${survivor.id}/merge`}>Choose another</ButtonLink>
        <ButtonLink href={`/contacts/${survivor.id}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
