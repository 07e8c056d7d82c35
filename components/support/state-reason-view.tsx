import { StateReasonForm } from "#components/support/state-reason-form";
import { PageHeader } from "#components/ui/page-header";
import type { FormAction } from "#lib/form-state";

type StateReasonViewProps = {
  accountId: string;
  /** As this agent's search has just shown it; before a look nothing else is known. */
  name: string | null;
  action: FormAction;
};

/** Before an account is shown: why. */
export function StateReasonView({ accountId, name, action }: StateReasonViewProps) {
  return (
    <>
      <PageHeader
        title="State your reason"
        breadcrumb={[{ label: "Accounts", href: "/support/accounts" }]}
        description={
          <>
            To look into {name ? <bdi>{name}</bdi> : `the account ${accountId}`}. You see its users,
            its Account Owners, who pays and its log, and nothing of its contacts.
          </>
        }
      />
      <StateReasonForm accountId={accountId} action={action} />
    </>
  );
}
