import { redirect } from "next/navigation";
import { AccountLogView } from "#components/support/account-log-view";
import { requireAgent, requireAgentInAccount } from "#lib/agent-session";
import { readerOf } from "#lib/reader";
import { accountLogFilterSchema, getAccountLogPage } from "#lib/support/account-log-page";

export default async function AccountLogPage(props: PageProps<"/support/accounts/[id]/log">) {
  await requireAgent();
  const { id } = await props.params;
  const looking = await requireAgentInAccount(id);
  const { kind, after } = await props.searchParams;
  const filter = accountLogFilterSchema.parse({ kind, cursor: after });
  const page = await getAccountLogPage(looking, filter);
  // The look ended in this very moment.
  if (!page) redirect(`/support/accounts/${id}`);
  return <AccountLogView {...page} filter={filter} dates={await readerOf(looking.timeZone)} />;
}
