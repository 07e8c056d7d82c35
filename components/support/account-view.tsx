import { AccountCases } from "#components/support/account-cases";
import { AccountFacts } from "#components/support/account-facts";
import { AccountUsers } from "#components/support/account-users";
import { LookLine } from "#components/support/look-line";
import { ButtonLink } from "#components/ui/button";
import { PageHeader } from "#components/ui/page-header";
import type { AgentRole } from "#lib/actor";
import type { DateStyle } from "#lib/dates";
import type { AccountFilter } from "#lib/support/account-filter";
import type { AccountPage } from "#lib/support/account-page";

export type AccountViewProps = AccountPage & {
  filter: AccountFilter;
  role: AgentRole;
  dates: DateStyle;
};

/** An account as support sees it while a look lasts: read only, and nothing of contacts. */
export function AccountView(props: AccountViewProps) {
  const { account, cases, role, dates } = props;
  const path = `/support/accounts/${account.id}`;
  return (
    <>
      <PageHeader
        title={account.name}
        breadcrumb={[{ label: "Accounts", href: "/support/accounts" }]}
        description={<LookLine {...props} />}
        actions={
          <>
            {role === "agent" && (
              <ButtonLink href={`${path}/new-case`} variant="primary">
                Open a case for the card holder
              </ButtonLink>
            )}
            {role === "lead" && <ButtonLink href={`${path}/rescue`}>Nobody left?</ButtonLink>}
            <ButtonLink href={`${path}/log`}>Account log</ButtonLink>
            <ButtonLink href={`/support/log?account=${account.id}`}>What support did</ButtonLink>
          </>
        }
      />
      <AccountFacts {...props} />
      <AccountCases cases={cases} dates={dates} />
      <AccountUsers {...props} path={path} />
    </>
  );
}
