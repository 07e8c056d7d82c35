import { StateBadge } from "#components/support/state-badge";
import { TextLink } from "#components/ui/link";
import { Table, Td, Th } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import type { CaseState } from "#lib/owner-requests/case-state";
import { ageText } from "#lib/support/case-ages";

type ListedCase = {
  number: number;
  kind: "removal" | "rescue";
  state: CaseState;
  accountName: string;
  userName: string | null;
  assignedToName: string | null;
  createdAt: Date;
  waitsUntil: Date;
  endedAt: Date | null;
};

export type CaseTableProps = {
  cases: ListedCase[];
  hasEnded: boolean;
  now: Date;
  dates: DateStyle;
};

export function CaseTable({ cases, hasEnded, now, dates }: CaseTableProps) {
  const when = hasEnded ? "Ended" : "Waits until";
  return (
    <Table caption={hasEnded ? "Ended cases" : "Open cases"}>
      <thead>
        <tr>
          <Th>Case</Th>
          <Th>{hasEnded ? "Opened" : "Age"}</Th>
          <Th>State</Th>
          <Th>Account</Th>
          <Th>About</Th>
          <Th>Assigned to</Th>
          <Th>{when}</Th>
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => (
          <tr key={each.number}>
            <Td lead>
              <TextLink href={`/support/cases/${each.number}`}>Case {each.number}</TextLink>
            </Td>
            <Td label={hasEnded ? "Opened" : "Age"}>
              <Time iso={each.createdAt.toISOString()} exact={exactText(each.createdAt, dates)}>
                {hasEnded ? dateTimeText(each.createdAt, dates) : ageText(each.createdAt, now)}
              </Time>
            </Td>
            <Td label="State">
              <StateBadge state={each.state} />
            </Td>
            <Td label="Account" long>
              <bdi>{each.accountName}</bdi>
            </Td>
            <Td label="About" long>
              <bdi>{each.userName}</bdi>
              {each.kind === "rescue" && <span className="hint">to become Account Owner</span>}
            </Td>
            <Td label="Assigned to">
              {each.assignedToName ? (
                <bdi>{each.assignedToName}</bdi>
              ) : (
                <span className="muted">Nobody</span>
              )}
            </Td>
            <Td label={when}>
              <When {...each} now={now} dates={dates} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function When(props: ListedCase & Pick<CaseTableProps, "now" | "dates">) {
  const { endedAt, waitsUntil, state, now, dates } = props;
  const at = endedAt ?? waitsUntil;
  // An agreement, or the time itself, has ended the wait.
  const isOver = !endedAt && (state === "ready" || waitsUntil <= now);
  return isOver ? (
    <span className="muted">No more</span>
  ) : (
    <Time iso={at.toISOString()} exact={exactText(at, dates)}>
      {dateTimeText(at, dates)}
    </Time>
  );
}
