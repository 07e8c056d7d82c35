import type { ReactNode } from "react";
import { SearchForm } from "#components/ui/search-form";
import type { BookGroups } from "#lib/books/list-book-groups";
import type { Assignee, Assignees } from "#lib/contacts/assignees";
import { bookGroupText } from "#lib/contacts/book-group-text";
import { CONTACTS_PATH, type ContactFilter, contactParameters } from "#lib/contacts/filter";
import type { DateStyle } from "#lib/dates";
import { numberText } from "#lib/plurals";
import { sentence } from "#lib/sentence";

export type ContactFilterFormProps = {
  filter: ContactFilter;
  assignees: Assignees;
  groups: BookGroups;
  /** All contacts of the account. */
  all: number;
  dates: DateStyle;
};

/** Search, with whom the contacts lie, and in which of that user's books; a plain form. */
export function ContactFilterForm(props: ContactFilterFormProps) {
  const { filter, assignees, groups, all, dates } = props;
  const { q, who, assignee, book, after, ...keep } = contactParameters(filter);
  const isFiltered = q || who || assignee || book;
  return (
    <SearchForm
      action={CONTACTS_PATH}
      label="Search contacts"
      placeholder="Name, company, e-mail or phone"
      defaultValue={q}
      keep={keep}
      clearHref={isFiltered ? CONTACTS_PATH : undefined}
      asYouType
    >
      <Choice label="Assignee" name="assignee" value={assignee}>
        <option value="">All assignees · {numberText(all)}</option>
        <option value="inactive">
          Inactive users' contacts · {numberText(assignees.inactive)}
        </option>
        {assignees.offered.map((user) => (
          <option key={user.id} value={user.id}>
            {assigneeText(user, assignees.offered)}
          </option>
        ))}
      </Choice>
      {assignees.hasMore && (
        <input
          key={who}
          className="input"
          type="search"
          name="who"
          maxLength={200}
          defaultValue={who}
          aria-label="Another assignee"
          placeholder="Another assignee"
        />
      )}
      {(groups.groups.length > 1 || book) && (
        <Choice label="Book" name="book" value={book}>
          <option value="">All books</option>
          {groups.groups.map((group) => (
            <option key={group.book} value={group.book}>
              {sentence`${bookGroupText(group, dates)}`} · {numberText(group.contacts)}
            </option>
          ))}
          {groups.older > 0 && (
            <option disabled>and {numberText(groups.older)} that are older</option>
          )}
        </Choice>
      )}
    </SearchForm>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  value: string | undefined;
  children: ReactNode;
};

function Choice({ label, name, value = "", children }: ChoiceProps) {
  return (
    <>
      <label className="sr-only" htmlFor={name}>
        {label}
      </label>
      <select key={value} id={name} name={name} className="input" defaultValue={value}>
        {children}
      </select>
    </>
  );
}

/** The name, with the address where two people have the same, and how many contacts lie there. */
function assigneeText({ id, name, email, status, contacts }: Assignee, all: Assignee[]): string {
  const hasNamesake = all.some((other) => other.name === name && other.id !== id);
  const inactive = status === "inactive" ? " (inactive)" : "";
  const address = hasNamesake && email ? `, ${email}` : "";
  return `${sentence`${name}`}${address}${inactive} · ${numberText(contacts)}`;
}
