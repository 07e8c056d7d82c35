import { Badge } from "#components/ui/badge";
import { Section } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import { plural } from "#lib/plurals";

export type OpenSignIn = {
  id: string;
  device: string;
  address: string;
  createdAt: Date;
  lastUsedAt: Date;
  isThis: boolean;
};

/** The open sign-ins; each but this one has a button that names it to the form around them. */
export function OpenSignIns({ sessions, dates }: { sessions: OpenSignIn[]; dates: DateStyle }) {
  return (
    <Section title="Open" aside={plural(sessions.length, "sign-in")} flush>
      <Table caption="Open sign-ins">
        <thead>
          <tr>
            <Th>Device</Th>
            <Th>Address</Th>
            <Th>Signed in</Th>
            <Th>Last use</Th>
            <Th>
              <span className="sr-only">End</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} session={session} dates={dates} />
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function Row({ session, dates }: { session: OpenSignIn; dates: DateStyle }) {
  const { id, device, address, createdAt, lastUsedAt, isThis } = session;
  return (
    <Tr>
      <Td lead>
        {device} {isThis && <Badge tone="accent">this one</Badge>}
      </Td>
      <Td label="Address" long>
        {address || <span className="muted">unknown</span>}
      </Td>
      <Td label="Signed in">
        <Time iso={createdAt.toISOString()} exact={exactText(createdAt, dates)}>
          {dateTimeText(createdAt, dates)}
        </Time>
      </Td>
      <Td label="Last use">
        {isThis ? (
          "now"
        ) : (
          <Time
            iso={lastUsedAt.toISOString()}
            exact={`${exactText(lastUsedAt, dates)}, or up to five minutes later`}
          >
            {dateTimeText(lastUsedAt, dates)}
          </Time>
        )}
      </Td>
      <Td actions>
        {!isThis && (
          <SubmitButton
            variant="secondary"
            size="sm"
            name="sessionId"
            value={id}
            aria-label={`End: ${device}, signed in ${dateTimeText(createdAt, dates)}`}
          >
            End
          </SubmitButton>
        )}
      </Td>
    </Tr>
  );
}
