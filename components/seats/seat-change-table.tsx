import { NumberedPages } from "#components/seats/numbered-pages";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, exactText } from "#lib/dates";
import type { NumberedPage } from "#lib/numbered-page";
import { numberText } from "#lib/plurals";
import { sentence } from "#lib/sentence";

export type SeatChange = {
  id: string;
  number: number;
  kind: "opened" | "added" | "reduced" | "kept" | "scheduled" | "replaced" | "cancelled";
  at: Date;
  effectiveAt: Date;
  fromTotal: number;
  toTotal: number;
  reason: string;
  by: string | null;
  scheduledBy: string | null;
};

type SeatChangeTableProps = {
  ledger: NumberedPage<SeatChange>;
  /** Where the page of those below a number is; without one, the newest. */
  hrefOf: (below: number) => string;
  dates: DateStyle;
};

/** The ledger: every change of the user spots, and everything scheduled of them. */
export function SeatChangeTable({ ledger, hrefOf, dates }: SeatChangeTableProps) {
  return (
    <Section title="Changes of user spots" id="changes" flush>
      <Table caption="Changes of user spots">
        <thead>
          <tr>
            <Th>Date</Th>
            <Th>What happened</Th>
            <Th align="end">From</Th>
            <Th align="end">To</Th>
            <Th>Effective</Th>
            <Th>By</Th>
            <Th>Why</Th>
          </tr>
        </thead>
        <tbody>
          {ledger.rows.map((change) => (
            <Row key={change.id} change={change} dates={dates} />
          ))}
        </tbody>
      </Table>
      <NumberedPages label="Changes" page={ledger} hrefOf={hrefOf} />
    </Section>
  );
}

function Row({ change, dates }: { change: SeatChange; dates: DateStyle }) {
  const { id, kind, at, effectiveAt, fromTotal, toTotal, reason } = change;
  return (
    <Tr>
      <Td lead>
        <Day at={at} dates={dates} />
      </Td>
      <Td label="What">
        <TextLink href={`/admin/subscription/changes/${id}`}>{kindText[kind]}</TextLink>
      </Td>
      <Td label="From" align="end">
        {numberText(fromTotal)}
      </Td>
      <Td label="To" align="end">
        {kind === "cancelled" ? `not ${numberText(toTotal)}` : numberText(toTotal)}
      </Td>
      <Td label="Effective">
        {kind === "cancelled" ? "never" : <Day at={effectiveAt} dates={dates} />}
      </Td>
      <Td label="By">{byText(change)}</Td>
      <Td label="Why" long>
        {kind === "opened" ? "" : reason}
      </Td>
    </Tr>
  );
}

function Day({ at, dates }: { at: Date; dates: DateStyle }) {
  return (
    <Time iso={at.toISOString()} exact={exactText(at, dates)}>
      {dateText(at, dates)}
    </Time>
  );
}

const kindText: Record<SeatChange["kind"], string> = {
  opened: "Account opened",
  added: "Spots added",
  reduced: "Spots reduced",
  kept: "Not reduced",
  scheduled: "Reduction scheduled",
  replaced: "Reduction replaced",
  cancelled: "Reduction cancelled",
};

function byText({ by, scheduledBy }: SeatChange): string {
  if (by) return by;
  return scheduledBy ? sentence`Handover, as ${scheduledBy} scheduled` : "Handover";
}
