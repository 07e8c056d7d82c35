const GRACE_DAYS = 14;

/** From when on an account that is not paid for can only be read. */
export function readOnlyAfter(pastDueSince: Date): Date {
  return new Date(pastDueSince.getTime() + GRACE_DAYS * 86_400_000);
}
