import type { RefusalCode } from "#lib/refusal";

/** Why an admin who is no Owner cannot ask for another card, or null: it is confirmed by mail. */
export function whyNotRequestCardChange(account: {
  billingEmail: string | null;
}): RefusalCode | null {
  return account.billingEmail === null ? "no_billing_email" : null;
}
