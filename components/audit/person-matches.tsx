import type { LogPerson } from "#components/audit/audit-filter-form";
import { ButtonLink } from "#components/ui/button";
import { EmailText } from "#components/ui/email-text";
import { EmptyState } from "#components/ui/empty-state";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { auditHref } from "#lib/audit/audit-href";
import type { EventFilter } from "#lib/audit/filter";
import { plural } from "#lib/plurals";

type PersonMatchesProps = {
  search: string;
  people: LogPerson[];
  hasMore: boolean;
  filter: EventFilter;
};

/** Whom a name fits, where it does not fit one person alone. */
export function PersonMatches({ search, people, hasMore, filter }: PersonMatchesProps) {
  if (people.length === 0) {
    return (
      <EmptyState
        title={`Nobody matches “${search}”`}
        actions={
          <ButtonLink href={auditHref({ ...filter, person: undefined })}>
            Show everybody's events
          </ButtonLink>
        }
      >
        Inactive users are looked through too. Part of a name or of an e-mail address is enough.
      </EmptyState>
    );
  }
  return (
    <Section
      title={`Whom do you mean by “${search}”?`}
      aside={
        hasMore
          ? `More than ${people.length} people match`
          : `${plural(people.length, "person", "people")} match`
      }
    >
      <ul className="stack-tight">
        {people.map(({ id, name, email, status }) => (
          <li key={id}>
            <TextLink href={auditHref({ ...filter, person: id })} dir="auto">
              {name}
            </TextLink>{" "}
            <span className="muted">
              {email && <EmailText address={email} />}
              {status === "inactive" && " (inactive)"}
            </span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className="hint">
          These are the first by name. Add to the name, or use the e-mail address.
        </p>
      )}
    </Section>
  );
}
