import { UndoTransferForm } from "#components/transfers/undo-transfer-form";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { plural } from "#lib/plurals";
import { type RefusalCode, refusalSentence } from "#lib/refusal";

type TransferViewProps = {
  transfer: {
    id: string;
    at: Date;
    contacts: number;
    fromUserId: string | null;
    fromName: string | null;
    fromStatus: "active" | "inactive" | null;
    undoneAt: Date | null;
    undoneByName: string | null;
    undoneContacts: number | null;
  };
  counts: { returned: number; stayed: number; carvedOut: number };
  whyNot: RefusalCode | null;
  dates: DateStyle;
  undoAction: FormAction;
  requestId: string;
};

/** One reassignment: what it was, and what undoing it does or did. */
export function TransferView(props: TransferViewProps) {
  const { transfer, counts, whyNot, dates } = props;
  const name = transfer.fromName ?? "Somebody";
  return (
    <>
      <PageHeader
        title={`Reassignment of ${name}'s contacts`}
        description={`${plural(transfer.contacts, "contact")}, ${dateTimeText(transfer.at, dates)}`}
        breadcrumb={[
          { label: "Admin", href: "/admin" },
          { label: "Manage Users", href: "/admin/users" },
        ]}
      />
      {transfer.undoneAt ? (
        <Notice
          tone="ok"
          focus
          title={`${transfer.undoneByName} undid it on ${dateTimeText(transfer.undoneAt, dates)}.`}
        >
          {plural(transfer.undoneContacts ?? 0, "contact")} went back to{" "}
          <TextLink href={`/contacts?assignee=${transfer.fromUserId}`}>{name}</TextLink>.
        </Notice>
      ) : whyNot ? (
        <Notice title={refusalSentence(whyNot)} />
      ) : (
        <Section title="Undo">
          <p>
            {plural(counts.returned, "contact")} {counts.returned === 1 ? "goes" : "go"} back to{" "}
            {name}
            {transfer.fromStatus === "inactive" ? ", who stays inactive" : ""}.{" "}
            {counts.stayed + counts.carvedOut > 0
              ? `${plural(counts.stayed + counts.carvedOut, "contact")} handed on since ${counts.stayed + counts.carvedOut === 1 ? "stays where it is" : "stay where they are"}. `
              : ""}
            It can be done once.
          </p>
          <UndoTransferForm
            action={props.undoAction}
            transferId={transfer.id}
            requestId={props.requestId}
          />
        </Section>
      )}
    </>
  );
}
