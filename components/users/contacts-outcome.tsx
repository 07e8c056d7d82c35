import { stayingText } from "#components/transfers/undo-text";
import { TextLink } from "#components/ui/link";
import type { InactivationOutcomeProps } from "#components/users/inactivation-outcome";
import { dateTimeText } from "#lib/dates";
import { contactsHref } from "#lib/hrefs";
import { plural } from "#lib/plurals";

type ContactsOutcomeProps = Pick<InactivationOutcomeProps, "user" | "dates"> & {
  outcome: NonNullable<InactivationOutcomeProps["outcome"]>;
};

/** Where the contacts went, each count linked to what it counts. */
export function ContactsOutcome({
  user,
  dates,
  outcome: { data, transfer },
}: ContactsOutcomeProps) {
  if (data.contacts === 0) return `${user.name} looked after none.`;
  if (data.successors.length === 0) {
    return (
      <>
        <TextLink href={contactsHref(user.id)}>{plural(data.contacts, "contact")}</TextLink> stayed
        with {user.name}, visible for everyone.
      </>
    );
  }
  return (
    <>
      <ul className="list">
        {data.successors.map(({ userId, name, contacts }) => (
          <li key={userId}>
            {plural(contacts, "contact")} to{" "}
            <TextLink href={contactsHref(userId)}>
              <bdi>{name}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
      {transfer?.transfer.undoneAt && (
        <p>
          <TextLink href={`/transfers/${transfer.transfer.id}`}>
            Undone on {dateTimeText(transfer.transfer.undoneAt, dates)}
          </TextLink>
          : {plural(transfer.counts.returned, "contact")} went back to{" "}
          <TextLink href={contactsHref(user.id)}>
            <bdi>{user.name}</bdi>
          </TextLink>
          . {stayingText(transfer.counts, true)}
        </p>
      )}
    </>
  );
}
