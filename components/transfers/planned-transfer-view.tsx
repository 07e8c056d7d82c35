import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";

type PlannedTransferViewProps = { planned: { fromName: string | null } };

/** A reassignment that was asked for and is prepared in the background. */
export function PlannedTransferView({ planned: { fromName } }: PlannedTransferViewProps) {
  return (
    <>
      <PageHeader
        title={fromName ? `Reassignment of ${fromName}'s contacts` : "Reassignment of contacts"}
        breadcrumb={[{ label: "Contacts", href: "/contacts" }]}
      />
      <Notice focus title="It is prepared in the background.">
        All contacts change hands at once when that is done. You can close this page meanwhile.
      </Notice>
    </>
  );
}
