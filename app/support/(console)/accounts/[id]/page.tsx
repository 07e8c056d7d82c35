import { lookIntoAccountAction } from "#app/support/(console)/accounts/actions";
import { AccountView } from "#components/support/account-view";
import { StateReasonView } from "#components/support/state-reason-view";
import { findAgentInAccount, requireAgent } from "#lib/agent-session";
import { readerOf } from "#lib/reader";
import { accountFilterSchema } from "#lib/support/account-filter";
import { getAccountPage } from "#lib/support/account-page";
import { findSeenName } from "#lib/support/find-seen-name";

export default async function AccountPage(props: PageProps<"/support/accounts/[id]">) {
  const agent = await requireAgent();
  const { id } = await props.params;
  const looking = await findAgentInAccount(id);
  const { q, after, status } = await props.searchParams;
  const filter = accountFilterSchema.parse({ search: q, cursor: after, status });
  const page = looking && (await getAccountPage(looking, filter));
  if (!page) {
    return (
      <StateReasonView
        accountId={id}
        name={await findSeenName(agent, id)}
        action={lookIntoAccountAction}
      />
    );
  }
  const dates = await readerOf(page.subscription.timeZone);
  return <AccountView {...page} filter={filter} role={agent.role} dates={dates} />;
}
