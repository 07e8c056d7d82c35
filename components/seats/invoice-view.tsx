import { spotsTrail } from "#components/seats/spots-trail";
import { Badge } from "#components/ui/badge";
import { DescriptionList } from "#components/ui/description-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, daysText, exactText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { numberText } from "#lib/plurals";

type InvoiceViewProps = {
  invoice: {
    number: number;
    kind: "period" | "seats";
    issuedAt: Date;
    currency: string;
    amount: number;
    status: "open" | "paid";
    paidAt: Date | null;
    cardHolderName: string | null;
    cardLast4: string | null;
    billingEmail: string | null;
  };
  lines: InvoiceLine[];
  accountName: string;
  dates: DateStyle;
};

type InvoiceLine = {
  n: number;
  quantity: number;
  unitPrice: number;
  fromOn: string;
  periodEnd: string;
  days: number;
  /** How many days the whole period has. */
  ofDays: number;
  amount: number;
};

/** One invoice as it was issued: for what, to whom, and whether it is paid. */
export function InvoiceView({ invoice, lines, accountName, dates }: InvoiceViewProps) {
  const { number, kind, issuedAt, currency, paidAt, cardHolderName, cardLast4 } = invoice;
  return (
    <>
      <PageHeader
        title={`Invoice ${number}`}
        description={<bdi>{accountName}</bdi>}
        breadcrumb={spotsTrail}
      />
      <Section title={kind === "period" ? "For a period" : "For more user spots"}>
        <DescriptionList
          items={[
            { term: "Issued", value: <Moment at={issuedAt} dates={dates} /> },
            { term: "Amount", value: <strong>{moneyText(invoice, dates.locale)}</strong> },
            {
              term: "Status",
              value: paidAt ? (
                <>
                  Paid on <Moment at={paidAt} dates={dates} />
                </>
              ) : (
                <Badge tone="warn">Not paid</Badge>
              ),
            },
            { term: "Card holder", value: <bdi>{cardHolderName ?? "None then"}</bdi> },
            { term: "Card", value: cardLast4 ? `ends in ${cardLast4}` : "None then" },
            { term: "Billing e-mail", value: invoice.billingEmail ?? "None then" },
          ]}
        />
      </Section>
      <Section title="What it charges" flush>
        <Table caption="What it charges">
          <thead>
            <tr>
              <Th>Days</Th>
              <Th align="end">User spots</Th>
              <Th align="end">Price of one</Th>
              <Th align="end">Amount</Th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Tr key={line.n}>
                <Td lead>
                  {daysText(line.fromOn, line.periodEnd, dates.locale)}
                  <span className="hint">{daysOf(line)}</span>
                </Td>
                <Td label="User spots" align="end">
                  {numberText(line.quantity)}
                </Td>
                <Td label="Price of one" align="end">
                  {moneyText({ amount: line.unitPrice, currency }, dates.locale)}
                </Td>
                <Td label="Amount" align="end">
                  {moneyText({ amount: line.amount, currency }, dates.locale)}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}

function Moment({ at, dates }: { at: Date; dates: DateStyle }) {
  return (
    <Time iso={at.toISOString()} exact={exactText(at, dates)}>
      {dateText(at, dates)}
    </Time>
  );
}

function daysOf({ days, ofDays }: InvoiceLine): string {
  return days === ofDays
    ? `the whole period of ${numberText(ofDays)} days`
    : `${numberText(days)} of the period's ${numberText(ofDays)} days`;
}
