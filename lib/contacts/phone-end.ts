/** Below this, a number is an extension that many have. */
export const PHONE_DIGITS = 7;

/**
 * Two numbers count as the same by their last nine digits (`contacts.phone_end`), so that it does not
 * matter whether the country is written, and how; shorter ones by all they have. It is only pointed
 * out, never acted upon: two countries may well have such a number each.
 */
export const PHONE_END = 9;
