import { owner } from "#tests/support/attempt";

export type QueuedMail = {
  kind: string;
  userId: string;
  address?: string;
  data: Record<string, unknown>;
};

/** The mails that wait in the queue for this account, in the order in which they were added. */
export async function queuedMails(accountId: string): Promise<QueuedMail[]> {
  const rows = await owner<{ payload: QueuedMail }[]>`
    select payload from graphile_worker._private_jobs
    where payload ->> 'accountId' = ${accountId} and payload ->> 'mailId' is not null
    order by id`;
  return rows.map(({ payload }) => payload);
}
