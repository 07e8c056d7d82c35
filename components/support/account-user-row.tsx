import { EmailText } from "#components/ui/email-text";
import { Td, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { InactiveSince, RoleOf } from "#components/users/user-standing";
import { type DateStyle, dateText, exactText } from "#lib/dates";
import type { AccountPage } from "#lib/support/account-page";

type AccountUserRowProps = { user: AccountPage["users"]["rows"][number]; dates: DateStyle };

/** One user as support sees them: nothing to click, as nothing can be done from here. */
export function AccountUserRow({ user, dates }: AccountUserRowProps) {
  const { name, email, formerEmail, status, lastSignInAt } = user;
  return (
    <Tr tone={status === "inactive" ? "marked" : undefined}>
      <Td lead>
        <span dir="auto">{name}</span>
      </Td>
      <Td label="E-mail" long>
        {email ? <EmailText address={email} /> : <span className="muted">none now</span>}
        {formerEmail && <span className="hint">formerly {formerEmail}</span>}
      </Td>
      <Td label="Role">
        <RoleOf user={user} />
      </Td>
      <Td label="Status">
        {status === "active" ? "Active" : <InactiveSince user={user} dates={dates} />}
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
    </Tr>
  );
}
