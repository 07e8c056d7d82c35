import { NumberedPages } from "#components/seats/numbered-pages";
import { Badge } from "#components/ui/badge";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, daysText, exactText } from "#lib/dates";
import { moneyText } from "#lib/money";
import type { NumberedPage } from "#lib/numbered-page";
import { plural } from "#lib/plurals";

type InvoiceRow = {
  number: number;
  kind: "period" | "seats";
  issuedAt: Date;
  currency: string;
  amount: number;
  status: "open" | "paid";
  /** What its lines charge for. */
  spots: number;
  fromOn: string | null;
  periodEnd: string | null;
};

type InvoiceTableProps = {
  invoices: NumberedPage<InvoiceRow>;
  isTrial: boolean;
  hrefOf: (below: number) => string;
  dates: DateStyle;
};

/** What was billed, newest first. */
export function InvoiceTable({ invoices, isTrial, hrefOf, dates }: InvoiceTableProps) {
  if (invoices.count === 0) {
    return (
      <Section title="Invoices" id="invoices">
        <p>{isTrial ? "None yet: the trial costs nothing." : "None yet."}</p>
      </Section>
    );
  }
  return (
    <Section title="Invoices" id="invoices" flush>
      <Table caption="Invoices">
        <thead>
          <tr>
            <Th>Invoice</Th>
            <Th>Date</Th>
            <Th>What for</Th>
            <Th align="end">Amount</Th>
            <Th>Status</Th>
          </tr>
        </thead>
        <tbody>
          {invoices.rows.map((invoice) => (
            <Row key={invoice.number} invoice={invoice} dates={dates} />
          ))}
        </tbody>
      </Table>
      <NumberedPages label="Invoices" page={invoices} hrefOf={hrefOf} />
    </Section>
  );
}

function Row({ invoice, dates }: { invoice: InvoiceRow; dates: DateStyle }) {
  const { number, issuedAt } = invoice;
  return (
    <Tr>
      <Td lead>
        <TextLink href={`/admin/subscription/invoices/${number}`}>Invoice {number}</TextLink>
      </Td>
      <Td label="Date">
        <Time iso={issuedAt.toISOString()} exact={exactText(issuedAt, dates)}>
          {dateText(issuedAt, dates)}
        </Time>
      </Td>
      <Td label="What for">{whatFor(invoice, dates)}</Td>
      <Td label="Amount" align="end">
        {moneyText(invoice, dates.locale)}
      </Td>
      <Td label="Status">
        {invoice.status === "paid" ? "Paid" : <Badge tone="warn">Not paid</Badge>}
      </Td>
    </Tr>
  );
}

function whatFor({ kind, spots, fromOn, periodEnd }: InvoiceRow, { locale }: DateStyle): string {
  const what =
    kind === "seats"
      ? plural(spots, "more user spot", "more user spots")
      : plural(spots, "user spot");
  return fromOn && periodEnd ? `${what}, ${daysText(fromOn, periodEnd, locale)}` : what;
}
