"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";

type NoteCallbackFormProps = CaseFormProps & { callbackNumber: string };

export function NoteCallbackForm({ callbackNumber, ...form }: NoteCallbackFormProps) {
  return (
    <CaseForm
      {...form}
      title="Note the call to the card holder"
      isOpen
      button="I called, and it was them"
      pending="Saving…"
    >
      {() => (
        <>
          <p>
            Call {callbackNumber} yourself, and let them say what they want. It is noted with your
            name.
          </p>
          <input type="hidden" name="callbackNumber" value={callbackNumber} />
        </>
      )}
    </CaseForm>
  );
}
