export const PASSWORD_MIN = 12;

/** Long enough for any passphrase, short enough that hashing it is no attack. */
export const PASSWORD_MAX = 200;
