import type { ComponentProps } from "react";
import { TextAreaField, TextField } from "#components/ui/field";
import {
  type ContactDetails,
  type ContactField,
  contactFields,
} from "#lib/contacts/contact-fields";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";

type ContactFormFieldsProps = {
  state: FormState;
  /** What the fields hold before anything was sent. */
  first?: ContactDetails;
};

/** All that is kept of a contact; nothing is filled in by the browser, which knows one's own. */
export function ContactFormFields({ state, first }: ContactFormFieldsProps) {
  const held = (field: ContactField) => ({
    label: contactFields[field],
    name: field,
    defaultValue: fieldValue(state, field, first?.[field]),
    error: fieldError(state, field),
  });
  const text = (field: ContactField, more: ComponentProps<"input"> = {}) => (
    <TextField autoComplete="off" {...held(field)} {...more} />
  );
  return (
    <>
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        {text("firstName")}
        {text("lastName")}
        {text("company")}
        {text("jobTitle")}
        {text("email", { inputMode: "email" })}
        {text("website", { inputMode: "url" })}
        {text("phone", { inputMode: "tel" })}
        {text("mobile", { inputMode: "tel" })}
        {text("street")}
        {text("postalCode")}
        {text("city")}
        {text("state")}
        {text("country")}
      </div>
      <TextAreaField rows={5} {...held("notes")} />
    </>
  );
}
