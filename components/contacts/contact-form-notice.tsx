import { FoundContacts } from "#components/contacts/found-contacts";
import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";
import type { FormState } from "#lib/form-state";
import { href } from "#lib/hrefs";

/** Above a contact's form that was sent: who is there already, what others changed, or a refusal. */
export function ContactFormNotice({ state, contactId }: { state: FormState; contactId?: string }) {
  if (state.status !== "refused") return <FormNotice state={state} />;
  const { contacts = [], present } = state.facts;
  if (state.code === "contact_duplicates") {
    return (
      <Notice tone="warn" focus={state} title={state.sentence}>
        <FoundContacts label="Contacts that are there already" contacts={contacts} />
      </Notice>
    );
  }
  if (!present) return <FormNotice state={state} />;
  return (
    <Notice
      tone="warn"
      focus={state}
      title={state.sentence}
      actions={
        <ButtonLink href={href(`/contacts/${contactId}/edit`, { again: present.seen })}>
          Load the present values
        </ButtonLink>
      }
    >
      <p className="mb-3">
        What you typed stands below. Where it differs, the contact now has this; load it, or save
        yours over it.
      </p>
      <DescriptionList
        items={present.values.map(({ label, value }) => ({
          term: label,
          value: value ? (
            <span className="text-lines wrap-anywhere" dir="auto">
              {value}
            </span>
          ) : (
            <span className="muted">Nothing</span>
          ),
        }))}
      />
    </Notice>
  );
}
