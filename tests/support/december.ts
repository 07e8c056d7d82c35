import { setClock } from "#lib/clock";
import { owner as sql } from "#tests/support/attempt";

type Account = { accountId: string };

/** Noon of a day in December 2026, in UTC. */
export const decemberDay = (day: number) => new Date(Date.UTC(2026, 11, day, 12));

/** The account's period is December 2026, and it is noon of its 11th: 21 of 31 days are left. */
export async function itIsDecember(
  { accountId }: Account,
  terms: Record<string, string | number | Date | null> = {},
): Promise<void> {
  const changes = {
    anchor_on: "2026-12-01",
    period_start: "2026-12-01",
    period_end: "2027-01-01",
    renews_at: new Date("2027-01-01T00:00:00Z"),
    ...terms,
  };
  await sql`update subscriptions set ${sql(changes)} where account_id = ${accountId}`;
  setClock(decemberDay(11));
}

/** How many user spots there are, and what is scheduled of them. */
export async function spotsOf({ accountId }: Account) {
  const [row] = await sql<{ total: number; used: number; scheduled: number | null }[]>`
    select a.seats_total as total, a.seats_used as used, s.to_total as scheduled
    from accounts a left join seat_schedules s on s.account_id = a.id and s.ended_at is null
    where a.id = ${accountId}`;
  return row;
}

export async function openScheduleOf({ accountId }: Account): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from seat_schedules where account_id = ${accountId} and ended_at is null`;
  return row?.id ?? "";
}

export function ledgerOf({ accountId }: Account) {
  return sql`
    select kind, from_total as from, to_total as to from seat_changes
    where account_id = ${accountId} order by number`;
}

export function invoicesOf({ accountId }: Account) {
  return sql`
    select i.amount::int, i.currency, i.status, l.quantity, l.days from invoices i
    join invoice_lines l on l.account_id = i.account_id and l.invoice_id = i.id
    where i.account_id = ${accountId} order by i.number`;
}

export async function eventKindsOf({ accountId }: Account): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select kind from audit_events where account_id = ${accountId} order by id`;
  return rows.map(({ kind }) => kind);
}

/** Only Account Owners change the spots from now on. */
export async function keepSpotsToOwners({ accountId }: Account): Promise<void> {
  await sql`update accounts set owners_keep_seats = true where id = ${accountId}`;
}
