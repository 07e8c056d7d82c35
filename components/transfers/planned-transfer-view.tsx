import { contactsTrail } from "#components/contacts/contacts-trail";
import { HelpLink } from "#components/help/help-link";
import { CancelTransferForm } from "#components/transfers/cancel-transfer-form";
import { ButtonLink } from "#components/ui/button";
import { LiveProgress } from "#components/ui/live-progress";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { usersTrail } from "#components/users/users-trail";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { contactsHref } from "#lib/hrefs";
import { listText } from "#lib/plurals";
import type { Progress } from "#lib/progress";
import { sentence } from "#lib/sentence";

export type PlannedTransfer = {
  id: string;
  state: "counting" | "carving" | "done" | "cancelled" | "stopped";
  kind: "inactivation" | "reassignment";
  byName: string;
  fromUserId: string | null;
  fromName: string | null;
  requestedAt: Date;
  receivers: { id: string; name: string }[];
  progress: Progress;
  endedAt: Date | null;
  endedByName: string | null;
  /** Why it stopped by itself. */
  why: string | null;
};

type PlannedTransferViewProps = {
  transfer: PlannedTransfer;
  dates: DateStyle;
  cancelAction: FormAction;
  requestId: string;
};

/** A large reassignment before it happens: how far it is, or who or what ended it before. */
export function PlannedTransferView(props: PlannedTransferViewProps) {
  const { transfer, dates, cancelAction, requestId } = props;
  const { id, byName, fromName, receivers, progress, endedAt } = transfer;
  const isInactivation = transfer.kind === "inactivation";
  const to = listText(receivers.map(({ name }) => sentence`${name}`));
  return (
    <>
      <PageHeader
        title={fromName ? `Reassignment of ${fromName}'s contacts` : "Reassignment of contacts"}
        description={`To ${to}, asked for by ${byName} on ${dateTimeText(transfer.requestedAt, dates)}`}
        aside={
          <HelpLink
            page={isInactivation ? "what-happens-to-the-contacts" : "reassigning-contacts"}
          />
        }
        breadcrumb={isInactivation ? usersTrail : contactsTrail}
      />
      {endedAt ? (
        <Ended transfer={transfer} endedAt={dateTimeText(endedAt, dates)} />
      ) : (
        <Section title="Being prepared">
          <LiveProgress
            label="Contacts prepared"
            href={`/transfers/${id}/progress`}
            progress={progress}
          />
          <p>
            Nothing has changed hands yet: when all are prepared, it happens in one moment. You can
            close this page, and it goes on. Everybody can work with these contacts meanwhile.
          </p>
          {progress.total !== null && (
            <p className="hint">
              Only those are counted here that must be taken out of a book. What goes on with its
              whole book needs no preparing.
            </p>
          )}
          <CancelTransferForm action={cancelAction} transferId={id} requestId={requestId} />
        </Section>
      )}
    </>
  );
}

function Ended({ transfer, endedAt }: { transfer: PlannedTransfer; endedAt: string }) {
  const { state, fromUserId, fromName, endedByName, why } = transfer;
  const stays = fromName
    ? sentence`All of these contacts are where they were, with ${fromName}.`
    : "All of these contacts are where they were.";
  return (
    <Notice
      tone={state === "stopped" ? "warn" : "info"}
      focus
      title={
        state === "stopped"
          ? `It was stopped on ${endedAt}, before anything changed hands.`
          : sentence`${endedByName ?? "Somebody"} cancelled it on ${endedAt}, before anything changed hands.`
      }
      actions={
        <ButtonLink href={fromUserId ? contactsHref(fromUserId) : "/contacts"} variant="secondary">
          {fromName ? `Show ${fromName}'s contacts` : "Show the contacts"}
        </ButtonLink>
      }
    >
      {why ?? stays}
    </Notice>
  );
}
