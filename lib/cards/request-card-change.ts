import type { Member } from "#lib/actor";
import { getSubscription } from "#lib/billing/get-subscription";
import { beginCardChange } from "#lib/cards/begin-card-change";
import { whyNotRequestCardChange } from "#lib/cards/rules";
import type { RequestCardChange } from "#lib/cards/schema";
import { adminChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";

/**
 * An admin asks for another card: it counts once the link in a mail to where bills go now is opened.
 * A newer request ends the one before, whoever asked for that.
 */
export function requestCardChange(actor: Member, input: RequestCardChange) {
  const { accountId, name: by } = actor;
  return adminChange(actor, input.requestId, "card.change_asked", async (tx) => {
    const { billingEmail: sentTo, cardHolderName } = await getSubscription(tx, accountId);
    const why = whyNotRequestCardChange({ billingEmail: sentTo });
    if (why || sentTo === null) throw new Refusal(why ?? "no_billing_email");
    const changeId = await beginCardChange(tx, actor, input, sentTo);
    const { holderName, last4 } = input;
    const payer = { address: sentTo, name: cardHolderName ?? "" };
    await queueMail(tx, payer, "confirm_card_change", { changeId, by, holderName, last4 });
    return { data: { changeId, holderName, last4, sentTo } };
  });
}
