import { randomUUID } from "node:crypto";
import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";
import { countMeant } from "#lib/transfers/count-meant";
import type { Meant } from "#lib/transfers/meant";
import type { TransferPlan } from "#lib/transfers/plan";
import { previewPlan } from "#lib/transfers/preview-plan";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
import type { ReassignContacts } from "#lib/transfers/schema";
import { owner as sql } from "#tests/support/attempt";
import type { Person } from "#tests/support/cast";

/** All contacts of this person, or those of them that a search finds. */
export function allOf({ id }: { id: string }, search = ""): Meant {
  return { selection: { search, assignee: id } };
}

/** The form that the page sends when its preview is confirmed. */
export async function confirmation(
  actor: Member,
  meant: Meant,
  plan: TransferPlan,
): Promise<ReassignContacts> {
  const { seen } = await read(actor, async (tx) => {
    const holders = await countMeant(tx, actor.accountId, meant);
    return previewPlan(tx, actor.accountId, { meant, plan, holders });
  });
  return { requestId: randomUUID(), reassignment: { meant, plan, seen } };
}

/** Looks at the preview and confirms it. */
export async function reassign(actor: Member, meant: Meant, plan: TransferPlan) {
  return reassignContacts(actor, await confirmation(actor, meant, plan));
}

/** Who has which contact of the account, by their ids. */
export async function whoHasWhich(accountId: string): Promise<Record<string, string>> {
  const rows = await sql<{ id: string; user: string }[]>`
    select c.id, u.name as user from contacts c
    join books b on b.account_id = c.account_id and b.id = c.book_id
    join users u on u.account_id = b.account_id and u.id = b.assignee_id
    where c.account_id = ${accountId} order by c.id`;
  return Object.fromEntries(rows.map(({ id, user }) => [id, user]));
}

/** How many contacts each has. */
export async function sizes(accountId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of Object.values(await whoHasWhich(accountId))) {
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The ids of this person's contacts, oldest first. */
export async function contactIdsOf({ accountId, id }: Person, limit = 500): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select c.id from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
    where b.account_id = ${accountId} and b.assignee_id = ${id} order by c.id limit ${limit}`;
  return rows.map((row) => row.id);
}
