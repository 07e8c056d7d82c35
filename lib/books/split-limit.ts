/**
 * Up to this many contacts an even split is done inside the transaction that makes a user inactive
 * (measured in docs/decisions/005-handing-over.md); more are split afterwards.
 */
export const SPLIT_LIMIT = 50_000;
