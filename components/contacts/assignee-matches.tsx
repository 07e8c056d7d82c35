import { ButtonLink } from "#components/ui/button";
import { EmailText } from "#components/ui/email-text";
import { EmptyState } from "#components/ui/empty-state";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Assignee } from "#lib/contacts/assignees";
import { type ContactFilter, contactTableHref } from "#lib/contacts/filter";
import { plural } from "#lib/plurals";

type AssigneeMatchesProps = { people: Assignee[]; filter: ContactFilter };

/** Whom a typed name fits as an assignee, where it does not fit one person alone. */
export function AssigneeMatches({ people, filter }: AssigneeMatchesProps) {
  const { who } = filter;
  const address = (assignee?: string) =>
    contactTableHref({ ...filter, who: "", assignee, book: undefined, cursor: undefined });
  if (people.length === 0) {
    return (
      <EmptyState
        title={`Nobody matches “${who}”`}
        actions={<ButtonLink href={address()}>Show everybody's contacts</ButtonLink>}
      >
        Part of a name or of an e-mail address is enough.
      </EmptyState>
    );
  }
  return (
    <Section title={`Whom do you mean by “${who}”?`}>
      <ul className="stack-tight">
        {people.map(({ id, name, email, status, contacts }) => (
          <li key={id}>
            <TextLink href={address(id)} dir="auto">
              {name}
            </TextLink>{" "}
            <span className="muted">
              {email && <EmailText address={email} />}
              {status === "inactive" && " (inactive)"}, {plural(contacts, "contact")}
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">
        These are the first by name. Add to the name, or use the e-mail address.
      </p>
    </Section>
  );
}
