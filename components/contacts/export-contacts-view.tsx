import { contactsTrail } from "#components/contacts/contacts-trail";
import { HelpLink } from "#components/help/help-link";
import { Button, ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { TextLink } from "#components/ui/link";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { exportedText, selectionText } from "#lib/audit/contact-sentences";
import { contactTableHref } from "#lib/contacts/filter";
import type { ContactSelection } from "#lib/contacts/selection";

type ExportContactsViewProps = {
  count: number;
  /** Whether there are more, which nobody counted. */
  hasMore: boolean;
  /** What is selected, in words. */
  described: { search?: string; assignee?: string; book?: string };
  selection: ContactSelection;
};

/** How many contacts go into a file, which, and as what. */
export function ExportContactsView(props: ExportContactsViewProps) {
  const { count, described, selection } = props;
  const isPart = Object.keys(described).length > 0;
  return (
    <>
      <PageHeader
        title="Export contacts"
        aside={<HelpLink page="exporting-contacts" />}
        breadcrumb={contactsTrail}
      />
      {count === 0 ? (
        <EmptyState
          title={isPart ? "No contact matches" : "No contacts yet"}
          actions={<ButtonLink href="/contacts">Back to Contacts</ButtonLink>}
        >
          {isPart && `Nothing to export: ${selectionText(described)}.`}
        </EmptyState>
      ) : (
        <Section title={`${capital(exportedText(props))} to export`}>
          <p>
            <bdi>{capital(selectionText(described))}</bdi>.{" "}
            {isPart && <TextLink href="/contacts/export">Export all instead</TextLink>}
          </p>
          <ul className="list">
            <li>
              CSV, for spreadsheets and for an import elsewhere: every field, and the assignee. A
              cell that begins like a formula, also a phone number with its +, has an apostrophe in
              front.
            </li>
            <li>vCard, for address books: version 3.0, without the assignee.</li>
            <li>The History stays here. The account log tells that you exported.</li>
          </ul>
          <form
            className="cluster"
            method="post"
            action={contactTableHref(selection, "/contacts/export/file")}
          >
            <Button type="submit" name="format" value="csv" variant="primary">
              Download CSV
            </Button>
            <Button type="submit" name="format" value="vcard">
              Download vCard
            </Button>
            <ButtonLink href={contactTableHref(selection)} variant="quiet">
              Cancel
            </ButtonLink>
          </form>
        </Section>
      )}
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
