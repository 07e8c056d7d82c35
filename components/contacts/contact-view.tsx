import { AddHistoryEntryForm } from "#components/contacts/add-history-entry-form";
import { contactsTrail } from "#components/contacts/contacts-trail";
import { HistoryTimeline, type HistoryTimelineProps } from "#components/contacts/history-timeline";
import { HelpLink } from "#components/help/help-link";
import { HeldUp } from "#components/shell/held-up";
import { Badge } from "#components/ui/badge";
import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import type { FormAction } from "#lib/form-state";
import { contactsHref, href } from "#lib/hrefs";
import { sentence } from "#lib/sentence";

type ContactViewProps = Omit<HistoryTimelineProps, "contactId" | "contactName"> & {
  contact: {
    id: string;
    name: string;
    company: string;
    jobTitle: string;
    email: string;
    phone: string;
    mobile: string;
    street: string;
    city: string;
    state: string;
    postalCode: string;
    country: string;
    website: string;
    notes: string;
    assigneeId: string;
    assigneeName: string;
    assigneeStatus: "active" | "inactive";
  };
  action: FormAction;
  requestId: string;
  /** What was added to the History a moment ago. */
  added?: string;
  /** What was just done with the contact, from the account log. */
  done: AuditEvent | null;
  /** The contact that led here because it was merged into this one. */
  mergedName: string | null;
  mayReassign: boolean;
  isAdmin: boolean;
  isReadOnly: boolean;
};

/** One contact: details, with whom it lies, and its History. */
export function ContactView(props: ContactViewProps) {
  const { contact, history, dates, action, requestId, added, done, mergedName } = props;
  const place = [contact.postalCode, contact.city, contact.state].filter(Boolean).join(" ");
  const path = `/contacts/${contact.id}`;
  const details = [
    { term: "Company", value: contact.company },
    { term: "Job title", value: contact.jobTitle },
    { term: "E-mail", value: linked("mailto", contact.email) },
    { term: "Phone", value: linked("tel", contact.phone) },
    { term: "Mobile", value: linked("tel", contact.mobile) },
    { term: "Address", value: [contact.street, place, contact.country].filter(Boolean).join(", ") },
    { term: "Website", value: contact.website },
    { term: "Notes", value: linesOf(contact.notes) },
  ].filter(({ value }) => value !== "");
  return (
    <>
      <PageHeader
        title={contact.name}
        breadcrumb={contactsTrail}
        actions={
          <>
            <ButtonLink href={`${path}/edit`}>Edit</ButtonLink>
            {props.mayReassign && (
              <ButtonLink href={href("/contacts/reassign", { contact: contact.id })}>
                Reassign
              </ButtonLink>
            )}
            {props.isAdmin && (
              <>
                <ButtonLink href={`${path}/merge`}>Merge</ButtonLink>
                <ButtonLink href={`${path}/delete`}>Delete</ButtonLink>
              </>
            )}
          </>
        }
      />
      {done && <Notice tone="ok" focus={done.id} title={eventSentence(done)} />}
      {mergedName && (
        <Notice title={sentence`${mergedName} was merged into this contact.`}>
          {props.isAdmin && (
            <>
              It can be restored for 30 days, from the{" "}
              <TextLink href="/contacts/deleted">deleted contacts</TextLink>.
            </>
          )}
        </Notice>
      )}
      <Section title="Details">
        <DescriptionList
          items={[
            ...details,
            {
              term: "Assignee",
              value: (
                <>
                  <TextLink href={contactsHref(contact.assigneeId)}>
                    {contact.assigneeName}
                  </TextLink>
                  {contact.assigneeStatus === "inactive" && (
                    <>
                      {" "}
                      <Badge tone="warn">Inactive</Badge>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title="Add to History">
        <HeldUp isReadOnly={props.isReadOnly} isAdmin={props.isAdmin}>
          <AddHistoryEntryForm action={action} contactId={contact.id} requestId={requestId} />
        </HeldUp>
      </Section>
      <Section
        title="History"
        aside={<HelpLink page="history-keeps-its-author">Why it never changes</HelpLink>}
      >
        {added && <Notice tone="ok" focus={added} title="Added to the History." />}
        <HistoryTimeline
          contactId={contact.id}
          contactName={contact.name}
          history={history}
          dates={dates}
        />
      </Section>
    </>
  );
}

function linked(scheme: "mailto" | "tel", value: string) {
  if (value === "") return "";
  // Blanks do not belong in an address; a website has no link, as anybody may have typed anything.
  return <TextLink href={`${scheme}:${value.replaceAll(/\s/g, "")}`}>{value}</TextLink>;
}

function linesOf(text: string) {
  if (text === "") return "";
  return (
    <p className="text-lines wrap-anywhere" dir="auto">
      {text}
    </p>
  );
}
