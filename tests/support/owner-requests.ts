import { randomUUID } from "node:crypto";
import { linkToken } from "#lib/links";
import type { RequestOwnerRemoval } from "#lib/owner-requests/schema";
import { owner as sql } from "#tests/support/attempt";
import type { Cast, Person } from "#tests/support/cast";
import { agent } from "#tests/support/support-cast";

/** The form of an admin who asks about this Owner. */
export function removalOf(
  about: Person,
  change: Partial<RequestOwnerRemoval> = {},
): RequestOwnerRemoval {
  return { requestId: randomUUID(), userId: about.id, reason: "Has left us in May", ...change };
}

/** The link of the latest letter to this person, or to the billing address. */
export async function letterLink(accountId: string, person?: Person) {
  const [letter] = await sql<{ id: string }[]>`
    select id from owner_request_letters
    where account_id = ${accountId} and user_id is not distinct from ${person?.id ?? null}
    order by told_at desc limit 1`;
  const id = letter?.id ?? randomUUID();
  return { accountId, token: `${id}.${linkToken("owner request letter", id)}` };
}

/** What stands in the row of the account's latest case. */
export async function latestCase(accountId: string) {
  const [row] = await sql`
    select r.*, owner_request_state(r) as state from owner_requests r
    where r.account_id = ${accountId} order by r.number desc limit 1`;
  return row;
}

/** A case that an agent opened for the card holder, whose confirmation was asked for; its link. */
export async function cardHolderCase({ accountId, owner, admin }: Cast) {
  const { agentId } = await agent("agent");
  const [row] = await sql<{ id: string; number: string; confirm_id: string }[]>`
    insert into owner_requests (account_id, kind, user_id, successor_id, capacity,
      requested_by_name, opened_by, reason, stated_holder, stated_last4, callback_number,
      confirm_asked_at)
    values (${accountId}, 'removal', ${owner.id}, ${admin.id}, 'card_holder', 'Paul Payer',
      ${agentId}, 'She left without a word', 'Paul Payer', '4242', '+1 555 0100', now())
    returning id, number, confirm_id`;
  return {
    id: row?.id ?? "",
    number: Number(row?.number),
    link: { accountId, token: confirmationToken(row?.confirm_id ?? "") },
  };
}

export function confirmationToken(confirmId: string): string {
  return `${confirmId}.${linkToken("owner request confirmation", confirmId)}`;
}

/** Ended by support, and opened again by it: everybody is told anew. */
export async function reopen(id: string): Promise<void> {
  await sql`
    update owner_requests set ended_at = now(), outcome = 'refused', end_reason = 'Not enough'
    where id = ${id}`;
  await sql`
    update owner_requests set ended_at = null, outcome = null, begun_at = clock_timestamp(),
      objected_at = null, objected_by_name = null, objection = null, agreed_at = null,
      end_reason = ''
    where id = ${id}`;
}

/** The kinds of the account's events about cases, in order. */
export async function caseEvents(accountId: string): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select kind from audit_events where account_id = ${accountId} and kind like 'owner_request.%'
    order by at, id`;
  return rows.map(({ kind }) => kind);
}
