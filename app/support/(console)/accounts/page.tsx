import { findAccountsAction } from "#app/support/(console)/accounts/actions";
import { FindAccountsView } from "#components/support/find-accounts-view";
import { requireAgent } from "#lib/agent-session";
import { idOrNone } from "#lib/input";
import { readerOf } from "#lib/reader";
import { getSearchPage } from "#lib/support/search-page";

export default async function FindAccountsPage(props: PageProps<"/support/accounts">) {
  const agent = await requireAgent();
  const { search } = await props.searchParams;
  const asked = idOrNone.parse(search);
  return (
    <FindAccountsView
      search={await getSearchPage(agent, asked)}
      isOver={asked !== undefined}
      dates={await readerOf("UTC")}
      action={findAccountsAction}
    />
  );
}
