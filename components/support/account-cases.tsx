import { Badge } from "#components/ui/badge";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, exactText } from "#lib/dates";
import { stateLabels } from "#lib/owner-requests/case-state";
import type { AccountPage } from "#lib/support/account-page";

type AccountCasesProps = Pick<AccountPage, "cases"> & { dates: DateStyle };

/** The account's cases, the open ones first. */
export function AccountCases({ cases, dates }: AccountCasesProps) {
  if (cases.length === 0) {
    return (
      <Section title="Cases">
        <p className="muted">There has been no case about this account.</p>
      </Section>
    );
  }
  return (
    <Section title="Cases" flush>
      <Table caption="Cases">
        <thead>
          <tr>
            <Th>Case</Th>
            <Th>About</Th>
            <Th>State</Th>
            <Th>Opened</Th>
            <Th>Ended</Th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ number, kind, state, userName, createdAt, endedAt }) => (
            <Tr key={number}>
              <Td lead>
                <TextLink href={`/support/cases/${number}`}>Case {number}</TextLink>
              </Td>
              <Td label="About">
                <bdi>{userName}</bdi>
                {kind === "rescue" && <span className="hint">to be an Account Owner</span>}
              </Td>
              <Td label="State">
                {endedAt ? stateLabels[state] : <Badge tone="accent">{stateLabels[state]}</Badge>}
              </Td>
              <Td label="Opened">
                <Day at={createdAt} dates={dates} />
              </Td>
              <Td label="Ended">
                {endedAt ? <Day at={endedAt} dates={dates} /> : <span className="muted">Open</span>}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function Day({ at, dates }: { at: Date; dates: DateStyle }) {
  return (
    <Time iso={at.toISOString()} exact={exactText(at, dates)}>
      {dateText(at, dates)}
    </Time>
  );
}
