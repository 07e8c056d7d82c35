/** A file's bytes at most: some five million ordinary rows. */
export const largestUpload = 512 * 1024 * 1024;

/** More columns than this are no table of contacts. */
export const mostColumns = 500;

/** A record's characters at most: beyond, a quote that never closes has swallowed the rest. */
export const longestRecord = 1024 * 1024;

/** A card's characters at most, its pictures left out: what an address book writes is far less. */
export const longestCard = 256 * 1024;
