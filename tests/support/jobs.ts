import { setTimeout as sleep } from "node:timers/promises";
import { owner as sql } from "#tests/support/attempt";

type Job = { task: string; payload: Record<string, unknown>; run_at: Date };
type WaitingMail = {
  userId: string;
  address?: string;
  kind: string;
  data: Record<string, unknown>;
};

/** The jobs that wait for this account, the oldest first. */
export function jobsOf(accountId: string) {
  return sql<Job[]>`
    select t.identifier as task, j.payload, j.run_at
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'accountId' = ${accountId} order by j.id`;
}

/** The mails that wait for this account: to whom, of which kind, and with what in them. */
export async function mailsOf(accountId: string): Promise<WaitingMail[]> {
  const jobs = await jobsOf(accountId);
  return jobs
    .filter(({ task }) => task === "send_mail")
    .map(({ payload }) => payload as WaitingMail)
    .map(({ userId, address, kind, data }) => ({ userId, address, kind, data }));
}

/** Until there is no job left for this account. */
export function untilDone(accountId: string, patience?: number): Promise<void> {
  return until(async () => (await jobsOf(accountId)).length === 0, patience);
}

export async function until(holds: () => Promise<boolean>, patience = 20_000): Promise<void> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(20)) {
    if (await holds()) return;
  }
  throw new Error("It did not come to that.");
}
