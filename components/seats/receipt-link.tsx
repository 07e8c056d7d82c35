import { TextLink } from "#components/ui/link";
import { numberText, plural } from "#lib/plurals";

type ReceiptLinkProps = { row: { id: string; number: number }; spots?: number };

/** To the receipt of another change. */
export function ReceiptLink({ row, spots }: ReceiptLinkProps) {
  return (
    <>
      {spots !== undefined && `${plural(spots, "user spot")}, `}
      <TextLink href={`/admin/subscription/changes/${row.id}`}>
        receipt {numberText(row.number)}
      </TextLink>
    </>
  );
}
