import type { Sql, TransactionSql } from "postgres";

/** Who pays for the accounts of tests. */
export const card = {
  card_holder_name: "Paul Payer",
  card_last4: "4242",
  billing_email: "billing@payer.example",
};

/**
 * A monthly subscription for each account, ten days into its period, which is not invoiced: USD 15 a
 * spot, no minimum. Tests change what they are about.
 */
export async function insertSubscriptions(
  sql: Sql | TransactionSql,
  ...accountIds: string[]
): Promise<void> {
  await sql`
    insert into subscriptions (account_id, plan, interval, currency, unit_price, minimum_seats,
      status, anchor_on, period_start, period_end, renews_at)
    select a.id, 'Monthly', 'month', 'USD', 1500, 1, 'active', d.today - 10, d.today - 10,
      (d.today - 10 + interval '1 month')::date,
      (d.today - 10 + interval '1 month') at time zone a.time_zone
    from accounts a
    cross join lateral (select (now() at time zone a.time_zone)::date as today) d
    where a.id = any (${accountIds})`;
}

/** An invoice over ten spots, USD 150, for the present period. */
export async function insertInvoice(
  sql: Sql | TransactionSql,
  accountId: string,
  status: "open" | "paid",
): Promise<void> {
  await sql`
    with invoice as (
      insert into invoices (account_id, kind, issued_at, currency, amount, status, paid_at)
      values (${accountId}, 'period', now(), 'USD', 15000, ${status},
        ${status === "paid" ? sql`now()` : null})
      returning account_id, id)
    insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
      period_end, from_on, days, amount)
    select s.account_id, invoice.id, 1, 10, 1500, s.period_start, s.period_end, s.period_start,
      s.period_end - s.period_start, 15000
    from invoice join subscriptions s using (account_id)`;
}
