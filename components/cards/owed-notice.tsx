import { Notice } from "#components/ui/notice";
import { moneyText } from "#lib/money";
import { listText } from "#lib/plurals";

export type Owed = { number: number; amount: number; currency: string };

/** What another card is charged at once, before anybody decides on it. */
export function OwedNotice({ owed }: { owed: Owed[] }) {
  if (owed.length === 0) return null;
  const invoices = owed.map(
    ({ number, ...money }) => `invoice ${number} over ${moneyText(money, "en")}`,
  );
  return (
    <Notice tone="warn" title={`Not paid yet: ${listText(invoices)}.`}>
      As soon as another card is on file, {owed.length === 1 ? "it is" : "they are"} charged to it.
    </Notice>
  );
}
