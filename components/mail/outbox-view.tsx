import { EmailText } from "#components/ui/email-text";
import { EmptyState } from "#components/ui/empty-state";
import { TextLink } from "#components/ui/link";
import { PageHeader } from "#components/ui/page-header";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";

type OutboxViewProps = {
  letters: { mailId: string; at: string; to: { address: string }; subject: string }[];
  dates: DateStyle;
};

/** The mails of the demo and of development, which leave for nowhere. */
export function OutboxView({ letters, dates }: OutboxViewProps) {
  return (
    <main className="main stack">
      <PageHeader
        title="Outbox"
        description="Mails that would have been sent. Without a mail server (SMTP_URL) they stay here."
      />
      {letters.length > 0 ? (
        <Table caption="Mails, newest first">
          <thead>
            <tr>
              <Th>Subject</Th>
              <Th>To</Th>
              <Th>When</Th>
            </tr>
          </thead>
          <tbody>
            {letters.map(({ mailId, at, to, subject }) => (
              <Tr key={mailId}>
                <Td lead>
                  <TextLink href={`/outbox/${mailId}`}>{subject}</TextLink>
                </Td>
                <Td label="To" long>
                  <EmailText address={to.address} />
                </Td>
                <Td label="When">
                  <Time iso={at} exact={exactText(new Date(at), dates)}>
                    {dateTimeText(new Date(at), dates)}
                  </Time>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState title="No mail yet">
          Add a user or ask for a new password: the mail appears here a moment later.
        </EmptyState>
      )}
    </main>
  );
}
