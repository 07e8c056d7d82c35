/**
 * Up to this many contacts are carved and moved inside the request (measured in
 * docs/decisions/012-reassigning.md); more are prepared by a job, in batches that nobody waits for.
 */
export const REASSIGN_LIMIT = 2_000;
