/**
 * Up to this many contacts are carved inside the request, so that nobody waits for them longer than a
 * moment (measured in docs/decisions/012-reassigning.md); more are prepared by a job.
 */
export const IN_REQUEST_LIMIT = 2_000;
