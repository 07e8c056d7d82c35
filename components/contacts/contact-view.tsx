import { AddHistoryEntryForm } from "#components/contacts/add-history-entry-form";
import { HistoryTimeline, type HistoryTimelineProps } from "#components/contacts/history-timeline";
import { Badge } from "#components/ui/badge";
import { DescriptionList } from "#components/ui/description-list";
import { TextLink } from "#components/ui/link";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/form-state";

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
};

/** One contact: details, with whom it lies, and its History. */
export function ContactView({ contact, history, dates, action, requestId }: ContactViewProps) {
  const place = [contact.postalCode, contact.city, contact.state].filter(Boolean).join(" ");
  const details = [
    { term: "Company", value: contact.company },
    { term: "E-mail", value: contact.email },
    { term: "Phone", value: contact.phone },
    { term: "Mobile", value: contact.mobile },
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
                  <TextLink href={`/contacts?assignee=${contact.assigneeId}`}>
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
      <Section title="History">
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
