import { contactTrail } from "#components/contacts/contacts-trail";
import { FoundContacts } from "#components/contacts/found-contacts";
import { MergeContactsForm, type MergedContact } from "#components/contacts/merge-contacts-form";
import { HelpLink } from "#components/help/help-link";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/form-state";
import { href } from "#lib/hrefs";
import type { FoundContact } from "#lib/refusals/facts";

type MergeContactsViewProps = {
  survivor: MergedContact;
  other: MergedContact | null;
  suggested: FoundContact[];
  /** What the search found, where there was one. */
  found: FoundContact[] | null;
  search: string;
  action: FormAction;
  requestId: string;
};

/** "Merge into NAME": first whom, then side by side what stays of both. */
export function MergeContactsView(props: MergeContactsViewProps) {
  const { survivor, other, suggested, found, search, action, requestId } = props;
  const path = `/contacts/${survivor.id}/merge`;
  const choose = ({ id }: { id: string }) => href(path, { with: id });
  return (
    <>
      <PageHeader
        title={other ? `Merge ${other.name} into ${survivor.name}` : `Merge into ${survivor.name}`}
        aside={<HelpLink page="adding-contacts" />}
        description={`Two entries for the same person or company become one. ${survivor.name} stays.`}
        breadcrumb={contactTrail(survivor)}
      />
      {other ? (
        <MergeContactsForm
          // Another one is another form.
          key={other.id}
          survivor={survivor}
          other={other}
          action={action}
          requestId={requestId}
        />
      ) : (
        <Section title="Choose the other contact">
          {suggested.length > 0 && (
            <div className="mb-4">
              <p className="mb-3">These have the same e-mail or phone number:</p>
              <FoundContacts label="Suggested" contacts={suggested} hrefOf={choose} />
            </div>
          )}
          <SearchForm
            action={path}
            label="Search contacts"
            placeholder="Name, company, e-mail or phone"
            defaultValue={search}
            clearHref={search ? path : undefined}
          />
          {found && found.length > 0 && (
            <FoundContacts label="Found" contacts={found} hrefOf={choose} />
          )}
          {found?.length === 0 && <p className="muted">No other contact matches.</p>}
        </Section>
      )}
    </>
  );
}
