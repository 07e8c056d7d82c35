import type { Subscription } from "#lib/billing/get-subscription";
import { startOfDay } from "#lib/billing/periods";
import { recordedDay } from "#lib/dates";
import { queueMail } from "#lib/mail/queue-mail";
import type { Tx } from "#lib/transaction";

/** Mails the card holder what was charged for the period that has begun. */
export async function tellOfPayment(
  tx: Tx,
  subscription: Subscription,
  { number, amount }: { number: number; amount: number },
): Promise<void> {
  const { billingEmail, cardHolderName, currency, total, timeZone } = subscription;
  if (!billingEmail) return;
  const from = recordedDay(startOfDay(subscription.periodStart, timeZone), timeZone);
  const until = recordedDay(subscription.renewsAt, timeZone);
  const holder = { address: billingEmail, name: cardHolderName ?? "" };
  await queueMail(tx, holder, "invoice_issued", {
    ...{ number, amount, currency, seats: total, from, until },
  });
}
