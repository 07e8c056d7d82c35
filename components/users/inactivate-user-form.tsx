"use client";

import { type ReactNode, useActionState, useState } from "react";
import { ButtonLink } from "#components/ui/button";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { TextLink } from "#components/ui/link";
import { Section, Sheet } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import { ContactsChoice, type ContactsChoiceProps } from "#components/users/contacts-choice";
import { ReasonField } from "#components/users/reason-field";
import { TellChoice } from "#components/users/tell-choice";
import { WhenChoice } from "#components/users/when-choice";
import type { FormAction } from "#lib/form-state";
import { contactsHref } from "#lib/hrefs";
import { plural } from "#lib/plurals";
import type { InactivationPlan } from "#lib/users/schema";

type InactivateUserFormProps = Omit<ContactsChoiceProps, "state" | "first" | "children"> & {
  action: FormAction;
  requestId: string;
  userId: string;
  email: string | null;
  timeZone: string;
  /** What is scheduled already: a date and time chosen here takes its place. */
  schedule?: { id: string; plan: InactivationPlan; wallTime: string };
  /** The parts of the sheet that ask nothing, rendered on the server. */
  access: ReactNode;
  rest: ReactNode;
};

export function InactivateUserForm(props: InactivateUserFormProps) {
  const { action, requestId, userId, email, timeZone, schedule, access, rest, ...choice } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  // Before JavaScript the button says what is chosen at first; the choice counts.
  const [when, setWhen] = useState(schedule ? "later" : "now");
  return (
    <form action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="replacesId" value={schedule?.id ?? ""} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="userId" value={userId} />
      <Sheet>
        {access}
        <Section title="Contacts" aside={<Count contacts={choice.contacts} userId={userId} />}>
          <ContactsChoice state={state} first={schedule?.plan} {...choice} />
        </Section>
        {rest}
      </Sheet>
      <WhenChoice
        state={state}
        timeZone={timeZone}
        wallTime={schedule?.wallTime}
        onChange={setWhen}
      />
      <TellChoice
        state={state}
        title={`Tell ${choice.userName} by e-mail`}
        description={`To ${email}: that access has ended, and whom to ask.`}
        first={schedule?.plan}
      />
      <ReasonField state={state} first={schedule?.plan.reason} must="optional" />
      <FormActions>
        {when === "later" ? (
          <SubmitButton pendingLabel="Scheduling…">Schedule</SubmitButton>
        ) : (
          <SubmitButton variant="danger" pendingLabel="Making inactive…">
            Make Inactive
          </SubmitButton>
        )}
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
  return <TextLink href={contactsHref(userId)}>{text}</TextLink>;
}
