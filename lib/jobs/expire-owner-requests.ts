import type { JobHelpers } from "graphile-worker";
import { log } from "#lib/log";
import { type ExpiryJob, expireOwnerRequest } from "#lib/owner-requests/expire-owner-request";

/** Adds a job for each case that is over by time; one that waits already stays one. */
export async function findExpiredRequests({ query, addJob }: JobHelpers): Promise<void> {
  const { rows } = await query<{ account_id: string; id: string }>(
    "select account_id, id from public.due_owner_requests()",
  );
  for (const { account_id: accountId, id: requestId } of rows) {
    const job: ExpiryJob = { accountId, requestId };
    await addJob("expire_owner_request", job, { jobKey: `expire ${requestId}` });
  }
}

/** One case that may be over by time. */
export async function expireOne(job: ExpiryJob): Promise<void> {
  const outcome = await expireOwnerRequest(job);
  log.info({ request: job.requestId, outcome }, "An owner request was looked at.");
}
