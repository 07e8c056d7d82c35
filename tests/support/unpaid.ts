import type { Sql } from "postgres";

/** The account's subscription ended a week ago, as it had been cancelled. */
export async function endSubscription(sql: Sql, accountId: string): Promise<void> {
  await sql`
    update subscriptions set status = 'ended', past_due_since = null, cancelled_at = now() - interval '20 days',
      period_start = (now() - interval '37 days')::date, period_end = (now() - interval '7 days')::date,
      renews_at = date_trunc('day', now() - interval '7 days'),
      read_only_at = date_trunc('day', now() - interval '7 days')
    where account_id = ${accountId}`;
  await sql`
    insert into audit_events (account_id, kind, actor_kind, actor_name, data)
    values (${accountId}, 'subscription.ended', 'system', 'Handover', '{"why": "cancelled"}')`;
}

/** An invoice of USD 135.00 is open since so many days, of which 14 are given. */
export async function leaveUnpaid(sql: Sql, accountId: string, days: number): Promise<void> {
  const since = new Date(Date.now() - days * 86_400_000);
  await sql.begin(async (tx) => {
    const [invoice] = await tx`
      insert into invoices (account_id, kind, issued_at, currency, amount, status)
      values (${accountId}, 'period', ${since}, 'USD', 13500, 'open') returning id`;
    await tx`
      insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
        period_end, from_on, days, amount)
      select account_id, ${invoice?.id}, 1, 9, 1500, period_start, period_end, period_start,
        period_end - period_start, 13500
      from subscriptions where account_id = ${accountId}`;
    await tx`
      update subscriptions set status = 'past_due', past_due_since = ${since},
        read_only_at = ${new Date(since.getTime() + 14 * 86_400_000)}
      where account_id = ${accountId}`;
  });
}
