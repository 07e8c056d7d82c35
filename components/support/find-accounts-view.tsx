import { FindAccountsForm } from "#components/support/find-accounts-form";
import { FoundAccounts } from "#components/support/found-accounts";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import type { Search } from "#lib/support/search-page";

type FindAccountsViewProps = {
  search: Search | null;
  /** The address names a search; where that is not shown any more, say so. */
  isOver: boolean;
  dates: DateStyle;
  action: FormAction;
};

/** Finding an account, and what was found. */
export function FindAccountsView({ search, isOver, dates, action }: FindAccountsViewProps) {
  return (
    <>
      <PageHeader
        title="Accounts"
        description="Every search is written down in the console's log. To look into an account you state your reason, which its admins read."
      />
      {isOver && !search && (
        <Notice title="This search is not shown any more.">
          A search is shown for half an hour, to whoever made it. Search again.
        </Notice>
      )}
      {search && <FoundAccounts search={search} dates={dates} />}
      <FindAccountsForm key={search?.id} search={search} action={action} />
    </>
  );
}
