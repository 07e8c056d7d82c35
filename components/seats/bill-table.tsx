import { Table, Td, Th, Tr } from "#components/ui/table";
import { billOf, type Terms } from "#lib/billing/bill";
import type { DateStyle } from "#lib/dates";
import { moneyText } from "#lib/money";
import { numberText } from "#lib/plurals";

type BillTableProps = {
  terms: Terms;
  used: number;
  before: number;
  after: number;
  heads: [string, string];
  dates: DateStyle;
};

/** User spots and what they cost, before and after. */
export function BillTable({ terms, used, before, after, heads, dates }: BillTableProps) {
  const { interval, currency } = terms;
  const bill = (seats: number) =>
    moneyText({ amount: billOf(terms, seats), currency }, dates.locale);
  const rows: [string, string, string][] = [
    ["User spots", numberText(before), numberText(after)],
    ["Used now", numberText(used), numberText(used)],
    ["Open", numberText(before - used), numberText(after - used)],
    [`Bill a ${interval}`, bill(before), bill(after)],
  ];
  return (
    <Table caption="Before and after">
      <thead>
        <tr>
          <Th>What</Th>
          <Th align="end">{heads[0]}</Th>
          <Th align="end">{heads[1]}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, now, then]) => (
          <Tr key={what}>
            <Td lead>{what}</Td>
            <Td label="Now" align="end">
              {now}
            </Td>
            <Td label="Afterwards" align="end">
              {then}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
