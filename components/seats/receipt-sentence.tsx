import { type DateStyle, dateText } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";
import type { Receipt } from "#lib/seats/receipt-page";
import { sentence } from "#lib/sentence";

/** What the receipt is about, in one sentence. */
export function receiptSentence(receipt: Receipt, dates: DateStyle): string {
  const { kind, from, to, effectiveAt, origin, replaced } = receipt;
  const by = receipt.by ?? "Handover";
  const day = dateText(effectiveAt, dates);
  const spots = plural(to, "user spot");
  const instead = `${spots} instead of ${numberText(from)}`;
  const asScheduled = origin?.by ? sentence`, as ${origin.by} had scheduled` : "";
  switch (kind) {
    case "opened":
      return `The account was opened with ${spots} on ${day}.`;
    case "added":
      return sentence`${by} added ${plural(to - from, "user spot")}: ${instead}, from ${day} on.`;
    case "reduced":
      return `There ${to === 1 ? "is" : "are"} ${instead} from ${day} on${asScheduled}.`;
    case "kept":
      return `There ${to === 1 ? "is" : "are"} still ${spots}${origin ? `, not ${numberText(origin.to)}${asScheduled}` : ""}: more were used by then.`;
    case "scheduled":
      if (isAtOnce(receipt)) return sentence`${by} reduced the user spots: ${instead}, at once.`;
      return sentence`${by} scheduled ${instead}, from ${day} on.`;
    case "replaced":
      return (
        sentence`${by} scheduled ${instead}, from ${day} on` +
        `${replaced ? `, in place of ${numberText(replaced.to)}` : ""}.`
      );
    case "cancelled":
      return sentence`${by} cancelled the reduction to ${spots} on ${day}. There are still ${numberText(from)}.`;
  }
}

/** On trial a reduction counts in the moment it is made. */
export function isAtOnce({ at, effectiveAt }: Pick<Receipt, "at" | "effectiveAt">): boolean {
  return effectiveAt <= at;
}
