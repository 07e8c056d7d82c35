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
import { plural } from "#lib/plurals";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";
import type { UndoCounts } from "#lib/transfers/rules";

type TransferViewProps = {
  transfer: {
    id: string;
    kind: "inactivation" | "reassignment" | "undo";
    at: Date;
    contacts: number;
    byName: string | null;
    fromUserId: string | null;
    fromName: string | null;
    fromStatus: "active" | "inactive" | null;
    undoneAt: Date | null;
    undoneByName: string | null;
  };
  successors: { id: string; name: string; contacts: number | null }[];
  counts: UndoCounts;
  whyNot: RefusalCode | null;
  dates: DateStyle;
  undoAction: FormAction;
  requestId: string;
};

/** One reassignment: what it was, to whom how many went, and what undoing it does or did. */
export function TransferView(props: TransferViewProps) {
  const { transfer, counts, whyNot, dates } = props;
  const { fromName, fromStatus, undoneAt } = transfer;
  const isInactivation = transfer.kind === "inactivation";
  return (
    <>
      <PageHeader
        title={fromName ? `Reassignment of ${fromName}'s contacts` : "Reassignment of contacts"}
        aside={
          <HelpLink
            page={isInactivation ? "what-happens-to-the-contacts" : "reassigning-contacts"}
          />
        }
        breadcrumb={isInactivation ? usersTrail : [{ label: "Contacts", href: "/contacts" }]}
      />
      {undoneAt ? (
        <p>{whatHappened(transfer, dates)}</p>
      ) : (
        <Notice tone="ok" focus title={whatHappened(transfer, dates)} />
      )}
      <Receivers {...props} />
      {undoneAt ? (
        <Notice
          tone="ok"
          focus
          title={`${transfer.undoneByName} undid it on ${dateTimeText(undoneAt, dates)}.`}
        >
          {plural(counts.returned, "contact")} went back to <Giver {...props} />.{" "}
          {stayingText(counts, true)}
        </Notice>
      ) : whyNot ? (
        <Notice title={whyNotSentence(whyNot)} />
      ) : (
        <Section title="Undo">
          <p>
            <UndoText counts={counts} name={fromName} isInactive={fromStatus === "inactive"} />
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

/** Each who received any, with a link to what they look after. */
function Receivers({ successors }: Pick<TransferViewProps, "successors">) {
  if (successors.length === 0) return null;
  return (
    <Section title="To whom">
      <ul className="list">
        {successors.map(({ id, name, contacts }) => (
          <li key={id}>
            {contacts !== null && `${plural(contacts, "contact")} to `}
            <TextLink href={contactsHref(id)}>
              <bdi>{name}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Giver({ transfer: { fromUserId, fromName } }: Pick<TransferViewProps, "transfer">) {
  if (!fromUserId) return "whom they came from";
  return (
    <TextLink href={contactsHref(fromUserId)}>
      <bdi>{fromName}</bdi>
    </TextLink>
  );
}

/** "Ada Archer reassigned 12 contacts on 12 Nov 2026, 12:00." */
function whatHappened(
  { kind, byName, contacts, at }: TransferViewProps["transfer"],
  dates: DateStyle,
): string {
  const when = dateTimeText(at, dates);
  const number = plural(contacts, "contact");
  if (kind === "undo") return `${number} went back by an undo on ${when}.`;
  return byName
    ? `${byName} reassigned ${number} on ${when}.`
    : `${number} changed hands on ${when}.`;
}
