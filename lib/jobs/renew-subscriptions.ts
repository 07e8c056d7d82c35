import type { JobHelpers } from "graphile-worker";
import { log } from "#lib/log";
import { type RenewJob, renewSubscription } from "#lib/seats/renew-subscription";

/** Adds a job for each account whose period is over; one that waits already stays one. */
export async function findDueRenewals({ query, addJob }: JobHelpers): Promise<void> {
  const { rows } = await query<{ id: string }>("select public.due_renewals() as id");
  for (const { id: accountId } of rows) {
    await addJob("renew_subscription", { accountId }, { jobKey: `renew ${accountId}` });
  }
}

/** One account whose period may be over. */
export async function renewOne(job: RenewJob): Promise<void> {
  const outcome = await renewSubscription(job);
  log.info({ account: job.accountId, outcome }, "A subscription was looked at.");
}
