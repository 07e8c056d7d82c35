import type { Sql } from "postgres";
import type { Account, Person } from "#tests/support/e2e-account";
import type { ConsoleAgent } from "#tests/support/e2e-agents";

export type StoryCase = { id: string; number: number };
type Change = Record<string, string | Date | null>;

/** An admin's case about the account's Owner, with the other admin as successor, as asked in the account. */
export async function insertCase(
  sql: Sql,
  account: Pick<Account, "owner" | "admin" | "otherAdmin">,
  change: Change = {},
): Promise<StoryCase> {
  const { owner, admin, otherAdmin } = account;
  await haveSignedIn(sql, otherAdmin);
  const [row] = await sql<{ id: string; number: string }[]>`
    insert into owner_requests (account_id, kind, user_id, successor_id, capacity, requested_by,
      requested_by_name, reason, waits_until)
    values (${owner.accountId}, 'removal', ${owner.id}, ${otherAdmin.id}, 'admin', ${admin.id},
      ${admin.name}, 'Left in May, and nobody can reach them.', now() + interval '24 hours')
    returning id, number`;
  const found = { id: row?.id ?? "", number: Number(row?.number) };
  await sql`
    insert into audit_events (account_id, kind, actor_kind, actor_id, actor_name, user_id, user_name,
      data)
    values (${owner.accountId}, 'owner_request.opened', 'member', ${admin.id}, ${admin.name},
      ${owner.id}, ${owner.name}, ${sql.json({
        ...{ caseNumber: found.number, capacity: "admin", byName: admin.name },
        ...{ reason: "Left in May, and nobody can reach them.", successor: otherAdmin.name },
      })})`;
  if (Object.keys(change).length > 0) await changeCase(sql, found, change);
  return found;
}

/** As time and other people would change it. */
export async function changeCase(sql: Sql, { id }: StoryCase, change: Change): Promise<void> {
  await sql`update owner_requests set ${sql(change)} where id = ${id}`;
}

/** As a case stands once the card holder was asked. */
export async function askCardHolderOf(sql: Sql, { id }: StoryCase): Promise<void> {
  await sql`
    update owner_requests r
    set capacity = 'card_holder', requested_by_name = a.card_holder_name,
      stated_holder = a.card_holder_name, stated_last4 = a.card_last4,
      callback_number = '+49 30 1234567', confirm_asked_at = now(), confirm_id = gen_random_uuid(),
      confirm_sent_to = a.billing_email
    from accounts a where a.id = r.account_id and r.id = ${id}`;
}

export const verifiedBy = ({ id }: ConsoleAgent) => ({ verified_by: id, verified_at: new Date() });

/** A successor has to have signed in once. */
async function haveSignedIn(sql: Sql, { accountId, id }: Person): Promise<void> {
  await sql`update users set last_sign_in_at = now() where account_id = ${accountId} and id = ${id}`;
}

/** An Owner's answer by the link of their letter. */
export async function answer(
  sql: Sql,
  { id: userId }: Person,
  { id }: StoryCase,
  how: "agreed" | "objected",
  words = "",
): Promise<void> {
  await sql`
    update owner_request_letters set answer = ${how}, words = ${words}
    where request_id = ${id} and user_id = ${userId}`;
}
