import { dateText, dateTimeText } from "#lib/dates";
import { cardConfirmationPath } from "#lib/links";
import type { MailContent, MailData } from "#lib/mail/mails";
import type { MailFrame } from "#lib/mail/write-mail";
import { moneyText } from "#lib/money";
import { numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type BillingMail =
  | "spots_changed"
  | "invoice_issued"
  | "payment_due"
  | "subscription_cancelled"
  | "subscription_ended"
  | "confirm_card_change"
  | "card_changed";

type Writers = { [K in BillingMail]: (data: MailData[K], frame: MailFrame) => MailContent };

/** What is said to who pays, and to the admins about it. */
export const billingWriters: Writers = {
  spots_changed: (data, frame) => ({
    subject: spotsSubject(data, frame),
    before: [spotsText(data, frame)],
    link: {
      label: "See the receipt",
      url: `${frame.baseUrl}/admin/subscription/changes/${data.changeId}`,
    },
    ...(data.what === "scheduled" || data.what === "replaced"
      ? { after: ["It can be cancelled until then, under Update subscription."] }
      : {}),
  }),
  invoice_issued: (data, { accountName }) => ({
    subject: sentence`Invoice ${String(data.number)} for ${accountName}: ${moneyText(data, "en")}`,
    before: [
      `${plural(data.seats, "user spot")} from ${data.from} until ${data.until}: ${moneyText(data, "en")}.`,
      "It was charged to the card on file. There is nothing to do.",
    ],
  }),
  payment_due: (data, { accountName, baseUrl, dates }) => ({
    subject: sentence`Invoice ${String(data.number)} of ${accountName} is not paid`,
    before: [
      `Invoice ${data.number} over ${moneyText(data, "en")} could not be charged to the card on file.`,
      `Everything works until ${dateTimeText(new Date(data.readOnlyAt), dates)}. From then on the account can only be read, until it is paid.`,
    ],
    link: { label: "Change the card on file", url: `${baseUrl}/admin/subscription/card` },
  }),
  subscription_cancelled: ({ by, endsAt }, { accountName, baseUrl, dates }) => ({
    subject: sentence`The subscription of ${accountName} ends on ${dateText(new Date(endsAt), dates)}`,
    before: [
      sentence`${by} cancelled the subscription. It ends on ${dateText(new Date(endsAt), dates)}; from then on the account can only be read, and nothing is charged any more.`,
    ],
    link: { label: "Open the subscription", url: `${baseUrl}/admin/subscription` },
    after: ["Until then an Account Owner can resume it."],
  }),
  subscription_ended: ({ why }, { accountName, baseUrl }) => ({
    subject: sentence`The subscription of ${accountName} has ended`,
    before: [
      why === "cancelled"
        ? "It ended as it had been cancelled. Nothing is charged any more."
        : "It was not renewed, as an invoice had not been paid.",
      "Everything is still there and can be read. An Account Owner can start the subscription again.",
    ],
    link: { label: "Open the subscription", url: `${baseUrl}/admin/subscription` },
  }),
  confirm_card_change: (data, { accountId, accountName, baseUrl }) => ({
    subject: sentence`Confirm the new card of ${accountName}`,
    before: [
      sentence`${data.by}, an admin of ${accountName}, asked to charge another card from now on: ${data.holderName}’s, which ends in ${data.last4}.`,
      "It counts once you confirm it. Until then the card on file is charged.",
    ],
    link: {
      label: "Confirm the new card",
      url: baseUrl + cardConfirmationPath(accountId, data.changeId),
    },
    after: ["The link works once, for seven days. If you do not want this, do nothing."],
  }),
  card_changed: (data, { accountName, baseUrl }) => ({
    subject: sentence`The card on file of ${accountName} has changed`,
    before: [
      sentence`${data.by} changed it to ${data.holderName}’s card, which ends in ${data.last4}. Bills go to ${data.billingEmail} from now on.`,
    ],
    link: { label: "Open the subscription", url: `${baseUrl}/admin/subscription` },
    after: ["If you do not know of it, write to an Account Owner of your company at once."],
  }),
};

function spotsSubject({ what, to }: MailData["spots_changed"], { accountName }: MailFrame): string {
  switch (what) {
    case "added":
    case "reduced":
      return sentence`${accountName} has ${plural(to, "user spot")} now`;
    case "kept":
      return sentence`The user spots of ${accountName} were not reduced`;
    case "cancelled":
      return sentence`The user spots of ${accountName} stay as they are`;
    default:
      return sentence`${accountName} is going to have ${plural(to, "user spot")}`;
  }
}

/** ", and the bill is $120.00 a month instead of $150.00" */
function billText({ bill }: MailData["spots_changed"]): string {
  if (!bill) return "";
  const money = (amount: number) => moneyText({ amount, currency: bill.currency }, "en");
  return `, and the bill is ${money(bill.after)} a ${bill.interval} instead of ${money(bill.before)}`;
}

function spotsText(data: MailData["spots_changed"], { dates }: MailFrame): string {
  const { what, from, to, wanted, charged } = data;
  const by = data.by ?? "Handover";
  const day = dateText(new Date(data.effectiveAt), dates);
  const keeps = data.forName ? sentence` ${data.forName} takes a spot that would have gone.` : "";
  switch (what) {
    case "added":
      return (
        sentence`${by} added ${plural(to - from, "user spot")}: there are ${numberText(to)} now instead of ${numberText(from)}. ` +
        (charged ? `${moneyText(charged, "en")} were charged for it.` : "It costs nothing yet.")
      );
    case "scheduled":
    case "replaced":
      return (
        sentence`${by} reduced the user spots: from ${day} on there are ${numberText(to)} instead of ${numberText(from)}${billText(data)}.` +
        keeps
      );
    case "cancelled":
      return (
        sentence`${by} cancelled the reduction to ${plural(to, "user spot")} on ${day}: the ${numberText(from)} stay, and the bill with them.` +
        keeps
      );
    case "reduced":
      return wanted === undefined
        ? `There are ${plural(to, "user spot")} now instead of ${numberText(from)}.`
        : `There are ${plural(to, "user spot")} now instead of ${numberText(from)}. They were to be ${numberText(wanted)}, but so many are used. Make someone inactive and reduce again to pay for fewer.`;
    case "kept":
      return `The ${plural(to, "user spot")} were to become ${numberText(wanted ?? to)}, but all of them are used. They stay as they are, and the bill with them. Make someone inactive and reduce again to pay for fewer.`;
  }
}
