import type { TransactionSql } from "postgres";
import type { CastAccount, LaterSpots } from "#db/seed/cast";
import { type Stage, userOf } from "#db/seed/stage";

/** Agreed on the account's first day, and renewed ever since. */
export async function insertSubscription(
  tx: TransactionSql,
  accountId: string,
  { plan, interval, currency, unitPrice, minimumSeats }: CastAccount["terms"],
): Promise<void> {
  const months = interval === "year" ? 12 : 1;
  await tx`
    insert into subscriptions (account_id, plan, interval, currency, unit_price, minimum_seats,
      status, anchor_on, period, period_start, period_end, renews_at)
    select id, ${plan}, ${interval}, ${currency}, ${unitPrice}, ${minimumSeats}, 'active', opened,
      period, (opened + make_interval(months => ${months} * period))::date,
      (opened + make_interval(months => ${months} * (period + 1)))::date,
      (opened + make_interval(months => ${months} * (period + 1))) at time zone time_zone
    from (
      select a.id, a.time_zone, d.opened, (extract(year from age(d.today, d.opened)) * 12
          + extract(month from age(d.today, d.opened)))::int / ${months} as period
      from accounts a
      cross join lateral (select (a.created_at at time zone a.time_zone)::date as opened,
        (now() at time zone a.time_zone)::date as today) d
      where a.id = ${accountId}) agreed`;
}

/** Spots that were added to those there were. */
export async function insertSpots(
  { tx, accountId, at, users }: Stage,
  { days, total, reason, by }: LaterSpots,
): Promise<void> {
  await tx`
    insert into seat_changes
      (account_id, kind, at, effective_at, from_total, to_total, reason, by_user_id)
    select id, 'added', ${at(days)}, ${at(days)}, seats_total, ${total}, ${reason},
      ${users.get(by)?.id ?? null}::uuid
    from accounts where id = ${accountId}`;
}

export async function insertCardHolder(stage: Stage): Promise<void> {
  const { tx, accountId, account } = stage;
  const email = account.card.userEmail;
  if (!email) return;
  await tx`
    update accounts set card_holder_user_id = ${userOf(stage, email).id} where id = ${accountId}`;
}

/** One for each period, of the spots that there were when it began, all paid by the card. */
export async function insertInvoices({ tx, accountId }: Stage): Promise<void> {
  await tx`
    with periods as (
      select s.*, a.card_holder_name, a.card_last4, a.billing_email, n,
        (s.anchor_on + make_interval(months => months * n))::date as starts,
        (s.anchor_on + make_interval(months => months * (n + 1)))::date as ends,
        (s.anchor_on + make_interval(months => months * n)) at time zone a.time_zone as begins
      from subscriptions s
      join accounts a on a.id = s.account_id
      cross join lateral (select case s.interval when 'year' then 12 else 1 end as months) m
      cross join lateral generate_series(0, s.period) n
      where s.account_id = ${accountId}),
    charged as (
      select p.*, coalesce(
        (select c.to_total from seat_changes c
          where c.account_id = p.account_id and c.effective_at <= p.begins
          order by c.effective_at desc limit 1),
        (select c.to_total from seat_changes c
          where c.account_id = p.account_id and c.kind = 'opened')) as spots
      from periods p),
    issued as (
      insert into invoices (account_id, id, kind, issued_at, currency, amount, status, paid_at,
        card_holder_name, card_last4, billing_email)
      select account_id, uuidv7(), 'period', begins, currency, spots * unit_price, 'paid', begins,
        card_holder_name, card_last4, billing_email
      from charged order by n
      returning id, issued_at)
    insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
      period_end, from_on, days, amount)
    select c.account_id, i.id, 1, c.spots, c.unit_price, c.starts, c.ends, c.starts,
      c.ends - c.starts, c.spots * c.unit_price
    from charged c join issued i on i.issued_at = c.begins`;
}
