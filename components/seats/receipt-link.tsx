import { TextLink } from "#components/ui/link";
import { seatChangeHref } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";

type ReceiptLinkProps = { row: { id: string; number: number }; spots?: number };

/** To the receipt of another change. */
export function ReceiptLink({ row, spots }: ReceiptLinkProps) {
  return (
    <>
      {spots !== undefined && `${plural(spots, "user spot")}, `}
      <TextLink href={seatChangeHref(row.id)}>receipt {numberText(row.number)}</TextLink>
    </>
  );
}
