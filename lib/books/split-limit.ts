/**
 * Up to this many contacts an even split is done inside the transaction that makes a user inactive,
 * so that nobody waits longer than a moment (measured in docs/decisions/013-large-transfers.md);
 * more are split by a job.
 */
export const SPLIT_LIMIT = 2_500;
