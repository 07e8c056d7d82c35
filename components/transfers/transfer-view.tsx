import { HelpLink } from "#components/help/help-link";
import { stayingText, UndoText } from "#components/transfers/undo-text";
import { UndoTransferForm } from "#components/transfers/undo-transfer-form";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { usersTrail } from "#components/users/users-trail";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { contactsHref } from "#lib/hrefs";
import { listText, plural } from "#lib/plurals";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";
import { sentence } from "#lib/sentence";
import type { UndoCounts } from "#lib/transfers/rules";

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
  };
  successors: { id: string; name: string }[];
  counts: UndoCounts;
  whyNot: RefusalCode | null;
  dates: DateStyle;
  undoAction: FormAction;
  requestId: string;
};

/** One reassignment: what it was, and what undoing it does or did. */
export function TransferView(props: TransferViewProps) {
  const { transfer, successors, counts, whyNot, dates } = props;
  const names = listText(successors.map((successor) => successor.name));
  const to = names && sentence` to ${names}`;
  const name = transfer.fromName ?? "Somebody";
  return (
    <>
      <PageHeader
        title={`Reassignment of ${name}'s contacts`}
        description={`${plural(transfer.contacts, "contact")}${to}, ${dateTimeText(transfer.at, dates)}`}
        aside={<HelpLink page="what-happens-to-the-contacts" />}
        breadcrumb={usersTrail}
      />
      {transfer.undoneAt ? (
        <Notice
          tone="ok"
          focus
          title={`${transfer.undoneByName} undid it on ${dateTimeText(transfer.undoneAt, dates)}.`}
        >
          {plural(counts.returned, "contact")} went back to{" "}
          <TextLink href={contactsHref(transfer.fromUserId ?? "")}>
            <bdi>{name}</bdi>
          </TextLink>
          . {stayingText(counts, true)}
        </Notice>
      ) : whyNot ? (
        <Notice title={whyNotSentence(whyNot)} />
      ) : (
        <Section title="Undo">
          <p>
            <UndoText counts={counts} name={name} isInactive={transfer.fromStatus === "inactive"} />
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
