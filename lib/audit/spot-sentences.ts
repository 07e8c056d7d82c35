import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";
import { moneyText } from "#lib/money";
import { numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type SpotKind = Extract<
  EventKind,
  | `seats.${string}`
  | `subscription.${string}`
  | `invoice.${string}`
  | `card.${string}`
  | `account.spots_${string}`
>;

/** User spots, what they cost, and who pays. */
export const spotSentences: { [K in SpotKind]: (event: AuditEvent<K>) => string } = {
  "seats.added": ({ actorName, data }) =>
    sentence`${actorName} added ${plural(data.to - data.from, "user spot")}: ${fromTo(data)}` +
    (data.charged
      ? `, for ${money(data.charged)} (invoice ${data.charged.invoiceNumber}).`
      : ", at no cost during the trial.") +
    reasonText(data),
  "seats.reduction_scheduled": ({ actorName, data }) =>
    sentence`${actorName} scheduled ${plural(data.to, "user spot")} instead of ${numberText(data.from)} from ${data.day} on` +
    `${data.replaced === null ? "" : `, in place of ${numberText(data.replaced)}`}` +
    `${data.forName ? sentence`, so that ${data.forName} keeps a spot` : ""}.` +
    reasonText(data),
  "seats.reduction_cancelled": ({ actorName, data }) =>
    sentence`${actorName} cancelled the reduction to ${plural(data.to, "user spot")} on ${data.day}` +
    `${data.scheduledBy === actorName ? "" : sentence`, which ${data.scheduledBy} had scheduled`}` +
    `${data.forName ? sentence`, so that ${data.forName} keeps a spot` : ""}.`,
  "seats.reduced": ({ actorName, data }) => reducedText(actorName, data),
  "subscription.renewed": ({ data }) =>
    `The subscription was renewed until ${data.until}: ${plural(data.seats, "user spot")} for ${money(data)} ` +
    `(invoice ${data.invoiceNumber}${data.isPaid ? "" : ", not paid yet"}).`,
  "subscription.cancelled": ({ actorName, data }) =>
    sentence`${actorName} cancelled the subscription, which ends on ${data.day}.`,
  "subscription.resumed": ({ actorName }) => sentence`${actorName} resumed the subscription.`,
  "subscription.ended": ({ data }) =>
    data.why === "cancelled"
      ? "The subscription ended, as it had been cancelled."
      : "The subscription ended, as an invoice had not been paid.",
  "subscription.started": ({ actorName, data }) =>
    sentence`${actorName} started the subscription again until ${data.until}: ${plural(data.seats, "user spot")} for ${money(data)} (invoice ${String(data.invoiceNumber)}).`,
  "invoice.paid": ({ data }) => `Invoice ${data.invoiceNumber} over ${money(data)} was paid.`,
  "invoice.unpaid": ({ data }) =>
    `Invoice ${data.invoiceNumber} over ${money(data)} could not be charged. The account is read-only from ${data.readOnlyFrom} on, unless it is paid.`,
  "card.change_asked": ({ actorName, data }) =>
    sentence`${actorName} asked to change the card on file to ${cardText(data)}. It counts once ${data.sentTo} confirms it.`,
  "card.change_ended": ({ actorName, data }) =>
    sentence`${actorName} ended the change of the card on file to ${cardText(data)}.`,
  "card.changed": ({ actorName, data }) =>
    sentence`${actorName} changed the card on file${data.before ? ` from ${cardText(data.before)}` : ""} to ${cardText(data)}, billing e-mail ${data.billingEmail}` +
    `${data.confirmedBy ? sentence`; ${data.confirmedBy} confirmed it` : ""}.`,
  "account.spots_kept": ({ actorName }) =>
    sentence`${actorName} keeps changes of user spots to Account Owners.`,
  "account.spots_open": ({ actorName }) =>
    sentence`${actorName} lets every admin change user spots again.`,
};

function reducedText(actorName: string, data: EventData["seats.reduced"]): string {
  if (data.scheduledBy === undefined) {
    return sentence`${actorName} reduced the user spots: ${fromTo(data)}.` + reasonText(data);
  }
  const as = sentence`as ${data.scheduledBy} had scheduled`;
  if (data.wanted === undefined) return `The user spots were reduced, ${as}: ${fromTo(data)}.`;
  const kept = `${numberText(data.to)} were used by then`;
  return data.to === data.from
    ? `The user spots stay ${numberText(data.to)}: ${kept}, so they were not reduced to ${numberText(data.wanted)}, ${as}.`
    : `The user spots were reduced: ${fromTo(data)}, not to ${numberText(data.wanted)}, ${as}: ${kept}.`;
}

function fromTo({ from, to }: { from: number; to: number }): string {
  return `${numberText(to)} instead of ${numberText(from)}`;
}

function reasonText({ reason }: { reason: string }): string {
  return reason ? sentence` Reason: ${reason}` : "";
}

function money(of: { amount: number; currency: string }): string {
  return moneyText(of, "en");
}

function cardText({ holderName, last4 }: { holderName: string; last4: string }): string {
  return sentence`${holderName}’s, which ends in ${last4}`;
}
