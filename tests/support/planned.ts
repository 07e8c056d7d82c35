import { transact } from "#lib/transaction";
import { carveTransfer } from "#lib/transfers/carve-transfer";
import type { TransferPlan } from "#lib/transfers/plan";
import { requestTransfer } from "#lib/transfers/request-transfer";
import { owner as sql } from "#tests/support/attempt";
import type { Person } from "#tests/support/cast";

/** An even split of all that `from` looks after, planned as a use case does it. */
export function requestSplit(by: Person, from: Person, to: Person[], search = ""): Promise<string> {
  return requestPlan(
    by,
    from,
    { kind: "shares", shares: to.map(({ id }) => ({ to: id, parts: 1 })) },
    search,
  );
}

export function requestPlan(by: Person, from: Person, plan: TransferPlan, search = "") {
  return transact({ kind: "system", accountId: by.accountId }, (tx) =>
    requestTransfer(
      tx,
      { accountId: by.accountId, userId: by.id },
      {
        kind: "reassignment",
        fromUserId: from.id,
        selection: { search, assignee: from.id, book: undefined },
        plan,
      },
    ),
  );
}

/** Does the job's work until it comes to an end, without a worker. */
export async function carryOut({ accountId }: Person, transferId: string) {
  for (;;) {
    const outcome = await carveTransfer({ accountId, transferId });
    if (outcome !== "goes on") return outcome;
  }
}

/** How many contacts each of these looks after: as they lie, which the kept counts must equal. */
export async function heldBy(...people: Person[]): Promise<number[]> {
  const rows = await sql<{ id: string; real: number; kept: number }[]>`
    select u.id, (
        select count(*)::int from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
        where c.account_id = u.account_id and b.assignee_id = u.id and c.deleted_at is null) as real, (
        select coalesce(sum(n.contacts), 0)::int from contact_counts n
        join books b on b.account_id = n.account_id and b.id = n.book_id
        where b.account_id = u.account_id and b.assignee_id = u.id) as kept
    from users u where u.id in ${sql(people.map(({ id }) => id))}`;
  return people.map(({ id, name }) => {
    const row = rows.find((each) => each.id === id);
    if (row?.real !== row?.kept) throw new Error(`The kept count of ${name} is wrong.`);
    return row?.real ?? 0;
  });
}

/** The planned transfer as it stands, and what is left in its batches. */
export async function plannedOf(transferId: string) {
  const [row] = await sql`
    select state, total, carved, refusal, ended_by, (
      select count(*)::int from transfer_batches where transfer_id = ${transferId}) as batches
    from planned_transfers where id = ${transferId}`;
  return row;
}
