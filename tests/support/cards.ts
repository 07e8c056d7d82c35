import { randomUUID } from "node:crypto";
import type { Member } from "#lib/actor";
import { requestCardChange } from "#lib/cards/request-card-change";
import { cardConfirmationPath } from "#lib/links";
import { hashPassword } from "#lib/sessions/password";
import { owner as sql } from "#tests/support/attempt";
import type { Cast, Person } from "#tests/support/cast";
import { insertInvoice } from "#tests/support/subscriptions";

export const password = "the owner's password";

/** Another card, as a form asks for it. */
export function anotherCard(change: { holderEmail?: string; billingEmail?: string } = {}) {
  return {
    requestId: randomUUID(),
    holderName: "Rosa Reyes",
    last4: "4417",
    billingEmail: "bills@reyes.example",
    ...change,
  };
}

export async function givePassword({ id }: Person): Promise<void> {
  await sql`update users set password_hash = ${await hashPassword(password)} where id = ${id}`;
}

/** An admin asks for another card; answers its id and what its link's page sends. */
export async function askForCard(actor: Member, input = anotherCard()) {
  const { changeId } = (await requestCardChange(actor, input)).data;
  return { changeId, link: cardLink(actor.accountId, changeId) };
}

export function cardLink(accountId: string, changeId: string) {
  const token = cardConfirmationPath(accountId, changeId).split("/").at(-1) ?? "";
  return { accountId, token };
}

export async function cardOnFile({ accountId }: Cast) {
  const [row] = await sql`
    select card_holder_name as name, card_last4 as last4, billing_email as email,
      card_holder_user_id as "userId" from accounts where id = ${accountId}`;
  return row;
}

/** An account that owes an invoice, and can only be read from then on. */
export async function fallPastDue(accountId: string, readOnlyAt: Date): Promise<void> {
  await insertInvoice(sql, accountId, "open");
  await sql`
    update subscriptions set status = 'past_due', past_due_since = now(), read_only_at = ${readOnlyAt}
    where account_id = ${accountId}`;
}

/** The status of its subscription and of its invoices, by number. */
export async function owing(accountId: string) {
  const [row] = await sql`
    select s.status, s.past_due_since as since, s.read_only_at as "readOnlyAt",
      (select array_agg(i.status order by i.number) from invoices i where i.account_id = s.account_id)
        as invoices
    from subscriptions s where s.account_id = ${accountId}`;
  return row;
}

export async function eventsOf(accountId: string): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select kind from audit_events where account_id = ${accountId} order by id`;
  return rows.map(({ kind }) => kind);
}
