import { NoRescue } from "#components/support/no-rescue";
import { ProposeRescueForm } from "#components/support/propose-rescue-form";
import { RescueSteps } from "#components/support/rescue-steps";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { Section, Sheet } from "#components/ui/section";
import { type DateStyle, dateText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import type { RescuePage } from "#lib/support/rescue-page";

export type RescueViewProps = RescuePage & {
  account: { id: string; name: string };
  dates: DateStyle;
  action: FormAction;
  requestId: string;
};

/** Whether nobody is left who administers the account; and where a lead proposes somebody, if so. */
export function RescueView(props: RescueViewProps) {
  const { account, whyNot, candidates, ownerWasThere } = props;
  const home = `/support/accounts/${account.id}`;
  const nobodyFits = candidates.shown.length === 0 && !candidates.search;
  return (
    <>
      <PageHeader
        title="An account with nobody left"
        description="Where nobody can act any more, a lead proposes a new Account Owner."
        breadcrumb={[
          { label: "Accounts", href: "/support/accounts" },
          { label: account.name, href: home },
        ]}
      />
      {whyNot || nobodyFits ? (
        <NoRescue {...props} home={home} />
      ) : (
        <>
          {ownerWasThere && (
            <Notice tone="warn" title="An Account Owner was here in the last two weeks.">
              Write to them or call them first. If they are here again, that alone stops the case.
            </Notice>
          )}
          <FindCandidates {...props} path={`${home}/rescue`} />
          <Sheet>
            <Section title="Why it applies">
              <Owners {...props} />
            </Section>
            <Section title="What happens">
              <RescueSteps {...props} />
            </Section>
            <Section title="Your proposal">
              <ProposeRescueForm
                action={props.action}
                requestId={props.requestId}
                accountId={account.id}
                candidates={candidates.shown.map((user) => ({
                  ...user,
                  lastSeen: user.lastSignInAt ? dateText(user.lastSignInAt, props.dates) : "never",
                }))}
              />
            </Section>
          </Sheet>
        </>
      )}
    </>
  );
}

function Owners({ owners, dates }: Pick<RescueViewProps, "owners" | "dates">) {
  return (
    <ul className="list">
      <li>No active user but the Account Owners is an admin.</li>
      {owners.map(({ id, name, email, lastSignInAt }) => (
        <li key={id}>
          <bdi>{name}</bdi> ({email}) is an Account Owner and{" "}
          {lastSignInAt ? `last signed in on ${dateText(lastSignInAt, dates)}` : "never signed in"}.
        </li>
      ))}
      <li>Whether they can be reached is yours to find out: write, call, and say so below.</li>
    </ul>
  );
}

function FindCandidates({
  candidates,
  path,
}: Pick<RescueViewProps, "candidates"> & { path: string }) {
  const { shown, hasMore, search } = candidates;
  if (!hasMore && !search) return null;
  return (
    <Section
      title="Find somebody"
      description="The account has many users. The list below holds those who signed in last, or whom you found."
    >
      <SearchForm
        action={path}
        label="Search the users by name or e-mail"
        placeholder="Name or e-mail"
        defaultValue={search}
        clearHref={search && path}
      />
      {shown.length === 0 && <p className="muted">Nobody who has signed in fits.</p>}
    </Section>
  );
}
