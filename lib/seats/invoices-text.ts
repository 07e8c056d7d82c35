import { type Money, moneyText } from "#lib/money";
import { listText } from "#lib/plurals";

/** "Invoice 3 over $135.00 is" or "Invoices 3 over $135.00 and 4 over $15.00 are". */
export function invoicesText(invoices: (Money & { number: number })[], locale: string): string {
  const texts = invoices.map((invoice) => `${invoice.number} over ${moneyText(invoice, locale)}`);
  if (texts.length === 0) return "The last invoice is";
  return texts.length === 1 ? `Invoice ${texts[0]} is` : `Invoices ${listText(texts)} are`;
}
