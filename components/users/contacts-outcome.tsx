import { stayingText } from "#components/transfers/undo-text";
import { TextLink } from "#components/ui/link";
import { LiveProgress } from "#components/ui/live-progress";
import type { InactivationOutcomeProps } from "#components/users/inactivation-outcome";
import type { EventData } from "#lib/audit/events";
import { dateTimeText } from "#lib/dates";
import { contactsHref } from "#lib/hrefs";
import { listText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type ContactsOutcomeProps = Pick<InactivationOutcomeProps, "user" | "dates"> & {
  outcome: NonNullable<InactivationOutcomeProps["outcome"]>;
};

/** Where the contacts went, each count linked to what it counts. */
export function ContactsOutcome({
  user,
  dates,
  outcome: { data, transfer, planned },
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
  if (planned && planned.state !== "done") {
    return <SplitLater user={user} data={data} planned={planned} />;
  }
  return (
    <>
      <ul className="list">
        {transfer?.successors.map(({ id, name, contacts }) => (
          <li key={id}>
            {plural(contacts ?? 0, "contact")} to{" "}
            <TextLink href={contactsHref(id)}>
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

/** A split that a job prepares, or that came to nothing. */
function SplitLater({ user, data, planned }: SplitLaterProps) {
  const { id, endedAt, progress, state } = planned;
  const names = listText(data.successors.map(({ name }) => sentence`${name}`));
  if (endedAt) {
    return (
      <p>
        <TextLink href={contactsHref(user.id)}>{plural(data.contacts, "contact")}</TextLink> stayed
        with {user.name}:{" "}
        <TextLink href={`/transfers/${id}`}>
          the split among {names} was {state === "stopped" ? "stopped" : "cancelled"}
        </TextLink>
        .
      </p>
    );
  }
  return (
    <div className="stack-tight">
      <p>
        {plural(data.contacts, "contact")} are{" "}
        <TextLink href={`/transfers/${id}`}>being split among {names}</TextLink>. Until all are
        prepared they stay with {user.name}.
      </p>
      <LiveProgress
        label="Contacts prepared"
        href={`/transfers/${id}/progress`}
        progress={progress}
      />
    </div>
  );
}

type SplitLaterProps = {
  user: { id: string; name: string };
  data: EventData["user.inactivated"];
  planned: NonNullable<ContactsOutcomeProps["outcome"]["planned"]>;
};
