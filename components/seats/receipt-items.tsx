import type { ReactNode } from "react";
import { ReceiptLink } from "#components/seats/receipt-link";
import { TextLink } from "#components/ui/link";
import { Time } from "#components/ui/time";
import { billOf, yearlyBillOf } from "#lib/billing/bill";
import { type DateStyle, dateText, dateTimeText, exactText } from "#lib/dates";
import { moneyText } from "#lib/money";
import { numberText, plural } from "#lib/plurals";
import type { Receipt } from "#lib/seats/receipt-page";

type Item = { term: string; value: ReactNode };

/** Everything that the receipt states, line by line. */
export function receiptItems(receipt: Receipt, dates: DateStyle): Item[] {
  const { kind, at, effectiveAt, from, to, by, origin, replaced } = receipt;
  const reason = receipt.reason || origin?.reason;
  return [
    { term: "Who", value: by ? <bdi>{by}</bdi> : "Handover, by itself" },
    {
      term: "When",
      value: (
        <Time iso={at.toISOString()} exact={exactText(at, dates)}>
          {dateTimeText(at, dates)}
        </Time>
      ),
    },
    { term: "From", value: plural(from, "user spot") },
    {
      term: "To",
      value:
        kind === "cancelled"
          ? `${plural(from, "user spot")}, as before; ${numberText(to)} had been scheduled`
          : plural(to, "user spot"),
    },
    {
      term: kind === "cancelled" ? "Would have counted from" : "Effective",
      value: (
        <Time iso={effectiveAt.toISOString()} exact={exactText(effectiveAt, dates)}>
          {dateText(effectiveAt, dates)}
        </Time>
      ),
    },
    ...(reason ? [{ term: "Why", value: <span className="text-lines">{reason}</span> }] : []),
    ...moneyItems(receipt, dates),
    ...(replaced
      ? [{ term: "In place of", value: <ReceiptLink row={replaced} spots={replaced.to} /> }]
      : []),
    ...(origin ? [{ term: "Scheduled by", value: <Origin {...origin} dates={dates} /> }] : []),
  ];
}

function moneyItems({ kind, invoice, terms, from, to }: Receipt, dates: DateStyle): Item[] {
  const text = (amount: number, currency = terms.currency) =>
    moneyText({ amount, currency }, dates.locale);
  if (kind === "added") {
    const charged = invoice ? (
      <>
        {text(invoice.amount, invoice.currency)}, with{" "}
        <TextLink href={`/admin/subscription/invoices/${invoice.number}`}>
          invoice {numberText(invoice.number)}
        </TextLink>
        {invoice.status === "open" && ", not paid yet"}
      </>
    ) : (
      "Nothing, during the trial"
    );
    return [{ term: "Charged", value: charged }];
  }
  if (kind !== "scheduled" && kind !== "replaced" && kind !== "reduced") return [];
  const fewer = from - to;
  const period = terms.interval === "month" ? `${text(billOf(terms, fewer))} a month, ` : "";
  return [{ term: "Saves", value: `${period}${text(yearlyBillOf(terms, fewer))} a year` }];
}

function Origin({ dates, ...row }: NonNullable<Receipt["origin"]> & { dates: DateStyle }) {
  return (
    <>
      <bdi>{row.by}</bdi> on {dateText(row.at, dates)}: <ReceiptLink row={row} spots={row.to} />
    </>
  );
}
