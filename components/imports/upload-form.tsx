"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { Notice } from "#components/ui/notice";
import { largestUpload } from "#lib/imports/limits";
import { whyNotSentence } from "#lib/refusal";

/** A plain form to an address that reads the file as it comes; too large a one is not even sent. */
export function UploadForm() {
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setIsTooLarge] = useState<object | false>(false);
  const [isSending, setIsSending] = useState(false);

  function look(event: FormEvent<HTMLFormElement>) {
    const [file] = input.current?.files ?? [];
    const isFine = !file || file.size <= largestUpload;
    setIsTooLarge(isFine ? false : {});
    if (!isFine || isSending) event.preventDefault();
    else setIsSending(true);
  }

  return (
    <form
      method="post"
      action="/contacts/import/upload"
      encType="multipart/form-data"
      className="stack"
      onSubmit={look}
    >
      {isTooLarge && (
        <Notice tone="danger" focus={isTooLarge} title={whyNotSentence("import_file_too_large")} />
      )}
      <Field
        label="File"
        hint="CSV or vCard, up to 512 MB: as Google, Outlook, HubSpot, Salesforce and other programs export it."
      >
        {(control) => (
          <input
            ref={input}
            type="file"
            name="file"
            className="input"
            accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard,text/plain"
            required
            {...control}
          />
        )}
      </Field>
      <FormActions>
        <Button type="submit" variant="primary" pending={isSending} pendingLabel="Uploading…">
          Upload
        </Button>
      </FormActions>
      <p className="hint">Nothing is added yet: you first see what the file would become.</p>
    </form>
  );
}
