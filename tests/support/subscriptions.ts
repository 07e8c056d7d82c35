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
