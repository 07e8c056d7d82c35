import { AddHistoryEntryForm } from "#components/contacts/add-history-entry-form";
import { HistoryTimeline, type HistoryTimelineProps } from "#components/contacts/history-timeline";
import { HelpLink } from "#components/help/help-link";
import { Badge } from "#components/ui/badge";
import { DescriptionList } from "#components/ui/description-list";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/form-state";
import { contactsHref } from "#lib/hrefs";

type ContactViewProps = Omit<HistoryTimelineProps, "contactId" | "contactName"> & {
  contact: {
    id: string;
    name: string;
    company: string;
    email: string;
    phone: string;
    mobile: string;
    street: string;
    city: string;
    state: string;
    postalCode: string;
    website: string;
    assigneeId: string;
    assigneeName: string;
    assigneeStatus: "active" | "inactive";
  };
  action: FormAction;
  requestId: string;
  /** What was added to the History a moment ago. */
  added?: string;
};

/** One contact: details, with whom it lies, and its History. */
export function ContactView(props: ContactViewProps) {
  const { contact, history, dates, action, requestId, added } = props;
  const place = [contact.postalCode, contact.city, contact.state].filter(Boolean).join(" ");
  const details = [
    { term: "Company", value: contact.company },
    { term: "E-mail", value: linked("mailto", contact.email) },
    { term: "Phone", value: linked("tel", contact.phone) },
    { term: "Mobile", value: linked("tel", contact.mobile) },
    { term: "Address", value: [contact.street, place].filter(Boolean).join(", ") },
    { term: "Website", value: contact.website },
  ].filter(({ value }) => value !== "");
  return (
    <>
      <PageHeader title={contact.name} breadcrumb={[{ label: "Contacts", href: "/contacts" }]} />
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
        <AddHistoryEntryForm action={action} contactId={contact.id} requestId={requestId} />
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
