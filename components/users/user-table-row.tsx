import { EmailText } from "#components/ui/email-text";
import { Td, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { UserRowLinks } from "#components/users/user-row-links";
import { InactiveSince, RoleOf } from "#components/users/user-standing";
import { type DateStyle, dateText, dateTimeText, exactText } from "#lib/dates";
import { contactsHref } from "#lib/hrefs";
import { numberText } from "#lib/plurals";
import { whyNotInactivate } from "#lib/users/rules";

export type UserTableRowProps = {
  user: {
    id: string;
    name: string;
    email: string | null;
    formerEmail: string | null;
    /** One that waits for its confirmation. */
    newEmail: string | null;
    role: "admin" | "user";
    status: "active" | "inactive";
    isOwner: boolean;
    hasPassword: boolean;
    contacts: number;
    lastSignInAt: Date | null;
    inactivatedAt: Date | null;
    inactivatedByName: string | null;
    /** When this user becomes inactive, or why that was refused. */
    schedule: { runAt: Date; refusal: string | null } | null;
  };
  actor: { userId: string; role: "admin" | "user"; isOwner: boolean };
  dates: DateStyle;
};

/** One user. The rule that refuses on the server also decides which links the row has. */
export function UserTableRow({ user, actor, dates }: UserTableRowProps) {
  const { id, name, email, formerEmail, status, lastSignInAt } = user;
  return (
    <Tr tone={status === "inactive" ? "marked" : undefined}>
      <Td pick>
        {whyNotInactivate(actor, user) === null && (
          <input type="checkbox" name="user" value={id} aria-label={`Choose ${name}`} />
        )}
      </Td>
      <Td lead>
        <span dir="auto">{name}</span>
        {id === actor.userId && <span className="muted"> (you)</span>}
      </Td>
      <Td label="E-mail" long>
        {email ? <EmailText address={email} /> : <span className="muted">none now</span>}
        {formerEmail && <span className="hint">formerly {formerEmail}</span>}
        {user.newEmail && <span className="hint">{user.newEmail} waits for confirmation</span>}
      </Td>
      <Td label="Role">
        <RoleOf user={user} />
      </Td>
      <Td label="Status">
        <Status user={user} dates={dates} />
      </Td>
      <Td label="Contacts" align="end">
        {user.contacts > 0 ? (
          <a className="link" href={contactsHref(id)}>
            {numberText(user.contacts)}
          </a>
        ) : (
          "0"
        )}
      </Td>
      <Td label="Last sign-in">
        {lastSignInAt ? (
          <Time iso={lastSignInAt.toISOString()} exact={exactText(lastSignInAt, dates)}>
            {dateText(lastSignInAt, dates)}
          </Time>
        ) : (
          <span className="muted">Never</span>
        )}
      </Td>
      <Td actions>
        <UserRowLinks user={user} actor={actor} />
      </Td>
    </Tr>
  );
}

function Status({ user, dates }: Pick<UserTableRowProps, "user" | "dates">) {
  if (user.status === "active") {
    return (
      <>
        Active
        {user.schedule && <Schedule user={user} schedule={user.schedule} dates={dates} />}
      </>
    );
  }
  return <InactiveSince user={user} dates={dates} />;
}

type ScheduleProps = Pick<UserTableRowProps, "user" | "dates"> & {
  schedule: NonNullable<UserTableRowProps["user"]["schedule"]>;
};

function Schedule({ user, schedule: { runAt, refusal }, dates }: ScheduleProps) {
  const time = (
    <Time iso={runAt.toISOString()} exact={exactText(runAt, dates)}>
      {dateTimeText(runAt, dates)}
    </Time>
  );
  if (refusal) {
    return (
      <span className="hint">
        Was not made inactive on {time}: {refusal}
      </span>
    );
  }
  return (
    <span className="hint">
      Becomes inactive on {time}{" "}
      <a
        className="link"
        href={`/admin/users/${user.id}/cancel-inactivation`}
        aria-label={`Cancel: ${user.name} becomes inactive`}
      >
        Cancel
      </a>
    </span>
  );
}
