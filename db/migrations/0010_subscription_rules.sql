-- What is paid for (docs/decisions/015-user-spots.md). As in 0002_rules.sql: owned by the migrating
-- role, with a fixed search_path that names pg_temp last.

-- Every account has a subscription ------------------------------------------------------------------

-- Those from before: by the month since they were opened, or on trial where no card is on file.
insert into subscriptions (account_id, plan, interval, currency, unit_price, minimum_seats, status,
    anchor_on, period, period_start, period_end, renews_at)
  select id, 'Monthly', 'month', 'USD', 1500, 1, status, anchor_on, period, starts, ends,
         ends::timestamp at time zone time_zone
    from (
      select a.id, a.time_zone, 'active' as status, d.opened_on as anchor_on, m.months as period,
             (d.opened_on + make_interval(months => m.months))::date as starts,
             (d.opened_on + make_interval(months => m.months + 1))::date as ends
        from accounts a
        cross join lateral (select (a.created_at at time zone a.time_zone)::date as opened_on,
                                   (now() at time zone a.time_zone)::date as today) d
        cross join lateral (select greatest(0,
          (extract(year from age(d.today, d.opened_on)) * 12
           + extract(month from age(d.today, d.opened_on)))::int) as months) m
       where a.card_last4 is not null
      union all
      select a.id, a.time_zone, 'trial', d.today + 30, 0, d.today, d.today + 30
        from accounts a
        cross join lateral (select (now() at time zone a.time_zone)::date as today) d
       where a.card_last4 is null) old;--> statement-breakpoint

-- Deferred: an account is there before its subscription.
create function accounts_have_a_subscription() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from subscriptions where account_id = new.id) then
    perform public.refuse('accounts_have_a_subscription', 'An account has a subscription.');
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger accounts_have_a_subscription after insert on accounts
  deferrable initially deferred
  for each row execute function accounts_have_a_subscription();--> statement-breakpoint

-- The ledger is what changes the total (domain rule 15) ---------------------------------------------

create or replace function accounts_open_the_ledger() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into seat_changes (account_id, kind, at, effective_at, from_total, to_total, reason)
    select id, 'opened', created_at, created_at, 0, seats_total, 'Account opened' from new_rows;
  return null;
end $$;--> statement-breakpoint

-- As whoever inserts, so that the wall hides other accounts' numbers. Two at once meet in the index.
-- What a schedule came to is told by its triggers alone, which run as the migrating role.
create function seat_changes_count_on() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.kind in ('opened', 'scheduled', 'replaced', 'cancelled')
     and not pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    perform public.refuse('seat_changes_tell_what_was_done',
      'Only what was done stands in the ledger.');
  end if;
  if new.kind = 'added' and new.schedule_id is not null then
    perform public.refuse('seat_changes_tell_what_was_done', 'A schedule adds no user spots.');
  end if;
  select coalesce(max(number), 0) + 1 into new.number
    from seat_changes where account_id = new.account_id;
  return new;
end $$;--> statement-breakpoint
create trigger seat_changes_count_on before insert on seat_changes
  for each row execute function seat_changes_count_on();--> statement-breakpoint

-- After the insert, when the wall has let it through. The row must begin at the total as it is, so of
-- two who saw the same total one is refused; CHECK accounts_seats_fit refuses to go below what is used.
create function seat_changes_count() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  present int;
  least_spots int;
  target int;
begin
  if new.kind = 'opened' then
    if new.number <> 1 then
      perform public.refuse('seat_changes_open_once', 'An account is opened once.');
    end if;
    return null;
  end if;
  select seats_total into present from accounts where id = new.account_id for no key update;
  if new.from_total is distinct from present then
    perform public.refuse('seat_changes_begin_at_the_total',
      'A change of user spots begins at the total as it is.');
  end if;
  if new.kind = 'reduced' and new.to_total
     < (select minimum_seats from subscriptions where account_id = new.account_id) then
    perform public.refuse('seat_changes_keep_the_minimum',
      'User spots are never fewer than the plan has at least.');
  end if;
  if new.kind in ('added', 'reduced') then
    update accounts set seats_total = new.to_total where id = new.account_id;
  end if;
  if new.kind in ('reduced', 'kept') and new.schedule_id is not null then
    update seat_schedules set ended_at = new.at, outcome = 'done'
     where account_id = new.account_id and id = new.schedule_id and ended_at is null
     returning to_total into target;
    if not found then
      perform public.refuse('seat_schedules_stay_ended', 'What a schedule came to stays.');
    end if;
    select greatest(a.seats_used, s.minimum_seats) into least_spots
      from accounts a join subscriptions s on s.account_id = a.id where a.id = new.account_id;
    if new.to_total <> least(new.from_total, greatest(target, least_spots)) then
      perform public.refuse('seat_schedules_are_carried_out_as_made',
        'A schedule comes to its total, or to what is used or agreed by then.');
    end if;
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger seat_changes_count after insert on seat_changes
  for each row execute function seat_changes_count();--> statement-breakpoint

-- Schedules: one open at most, and each step of one leaves its row in the ledger ---------------------

create function seat_schedules_replace() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.ended_at := null;
  new.outcome := null;
  new.ended_by := null;
  if new.replaces_id is not null then
    update seat_schedules
       set ended_at = new.created_at, outcome = 'replaced', ended_by = new.created_by
     where account_id = new.account_id and id = new.replaces_id and ended_at is null;
    if not found then
      perform public.refuse('seat_schedules_stay_ended', 'What a schedule came to stays.');
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger seat_schedules_replace before insert on seat_schedules
  for each row execute function seat_schedules_replace();--> statement-breakpoint

create function seat_schedules_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into seat_changes
      (account_id, kind, at, effective_at, from_total, to_total, by_user_id, reason, schedule_id)
    values (new.account_id, case when new.replaces_id is null then 'scheduled' else 'replaced' end,
      new.created_at, new.effective_at, new.from_total, new.to_total, new.created_by, new.reason,
      new.id);
  return null;
end $$;--> statement-breakpoint
create trigger seat_schedules_begin after insert on seat_schedules
  for each row execute function seat_schedules_begin();--> statement-breakpoint

create function seat_schedules_stay_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.ended_at is not null
     or (new.account_id, new.id, new.from_total, new.to_total, new.effective_at, new.reason,
         new.replaces_id, new.created_at, new.created_by)
        is distinct from (old.account_id, old.id, old.from_total, old.to_total, old.effective_at,
         old.reason, old.replaces_id, old.created_at, old.created_by) then
    perform public.refuse('seat_schedules_stay_ended', 'What a schedule came to stays.');
  end if;
  -- A function in RETURNING could end it before that it was made stands in the ledger.
  if not exists (
      select from seat_changes where account_id = new.account_id and schedule_id = new.id
        and kind in ('scheduled', 'replaced')) then
    perform public.refuse('seat_schedules_begin_in_the_ledger',
      'A schedule ends after its beginning stands in the ledger.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger seat_schedules_stay_ended before update on seat_schedules
  for each row execute function seat_schedules_stay_ended();--> statement-breakpoint

create function seat_schedules_cancel() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into seat_changes
      (account_id, kind, at, effective_at, from_total, to_total, by_user_id, reason, schedule_id)
    select new.account_id, 'cancelled', new.ended_at, new.effective_at, a.seats_total,
           new.to_total, new.ended_by, '', new.id
      from accounts a where a.id = new.account_id;
  return null;
end $$;--> statement-breakpoint
create trigger seat_schedules_cancel after update on seat_schedules
  for each row when (new.outcome = 'cancelled') execute function seat_schedules_cancel();--> statement-breakpoint

-- Done and replaced have rows of their own: the change itself, and that of the newer schedule.
create function seat_schedules_end() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Each of these leaves its row in the ledger; any other would end a schedule without a word.
  if new.outcome not in ('done', 'replaced', 'cancelled') then
    perform public.refuse('seat_schedules_outcome_is_known',
      'A schedule is carried out, replaced or cancelled.');
  end if;
  if new.outcome = 'replaced' and not exists (
      select from seat_schedules where account_id = new.account_id and replaces_id = new.id) then
    perform public.refuse('seat_schedules_are_replaced_by_one',
      'A schedule is replaced by another one.');
  end if;
  if new.outcome = 'done' and not exists (
      select from seat_changes where account_id = new.account_id and schedule_id = new.id
        and kind in ('reduced', 'kept')) then
    perform public.refuse('seat_schedules_are_done_in_the_ledger',
      'A schedule is carried out by a row of the ledger.');
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger seat_schedules_end after update on seat_schedules
  deferrable initially deferred
  for each row execute function seat_schedules_end();--> statement-breakpoint

-- Invoices: never changed but for being paid; the amount is what the lines say -----------------------

create function invoices_count_on() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  select coalesce(max(number), 0) + 1 into new.number
    from invoices where account_id = new.account_id;
  return new;
end $$;--> statement-breakpoint
create trigger invoices_count_on before insert on invoices
  for each row execute function invoices_count_on();--> statement-breakpoint

create function invoices_stay() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.account_id, new.id, new.number, new.kind, new.issued_at, new.currency, new.amount)
     is distinct from
     (old.account_id, old.id, old.number, old.kind, old.issued_at, old.currency, old.amount) then
    perform public.refuse('invoices_stay', 'An invoice stays as it was issued.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger invoices_stay before update on invoices
  for each row execute function invoices_stay();--> statement-breakpoint
create trigger invoices_are_never_deleted before delete or truncate on invoices
  for each statement execute function refuse_change('invoices_are_never_deleted');--> statement-breakpoint
create trigger invoice_lines_are_append_only before update or delete or truncate on invoice_lines
  for each statement execute function refuse_change('invoice_lines_are_append_only');--> statement-breakpoint
create trigger seat_schedules_are_never_deleted before delete or truncate on seat_schedules
  for each statement execute function refuse_change('seat_schedules_are_never_deleted');--> statement-breakpoint

-- Deferred: the invoice is there before its lines. After a line too, so that none is added later:
-- a line that costs nothing would not be noticed in the sum, so it is an invoice's first or none.
create function invoices_add_up() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  invoice uuid;
begin
  invoice := case tg_table_name when 'invoices' then (to_jsonb(new) ->> 'id')::uuid
             else (to_jsonb(new) ->> 'invoice_id')::uuid end;
  if exists (
    select from invoices i where i.account_id = new.account_id and i.id = invoice
      and not exists (
        select from invoice_lines l where l.account_id = i.account_id and l.invoice_id = i.id
        having sum(l.amount) = i.amount and min(l.n) = 1
           and not bool_or(l.n > 1 and l.amount = 0))) then
    perform public.refuse('invoices_add_up', 'An invoice is the sum of its lines.');
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger invoices_add_up after insert on invoices
  deferrable initially deferred
  for each row execute function invoices_add_up();--> statement-breakpoint
create constraint trigger invoice_lines_add_up after insert on invoice_lines
  deferrable initially deferred
  for each row execute function invoices_add_up();--> statement-breakpoint

-- The card on file: only a change that an Owner asked for, or that was confirmed, is written ---------

create function card_changes_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if num_nonnulls(new.confirmed_at, new.done_at, new.ended_at) > 0 then
    perform public.refuse('card_changes_begin_unconfirmed', 'Another card begins unconfirmed.');
  end if;
  -- Updated rather than locked: a change of status at REPEATABLE READ would not notice a lock alone.
  update users set status = status
   where account_id = new.account_id and id = new.requested_by and status = 'active'
     and role = 'admin';
  if not found then
    perform public.refuse('card_changes_by_an_admin', 'An active admin asks for another card.');
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger card_changes_begin after insert on card_changes
  for each row execute function card_changes_begin();--> statement-breakpoint

create function card_changes_stay() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.account_id, new.id, new.holder_name, new.last4, new.billing_email, new.holder_user_id,
      new.requested_by, new.created_at, new.expires_at, new.sent_to, new.token_hash)
     is distinct from (old.account_id, old.id, old.holder_name, old.last4, old.billing_email,
      old.holder_user_id, old.requested_by, old.created_at, old.expires_at, old.sent_to,
      old.token_hash)
     or old.done_at is not null or old.ended_at is not null
     or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at) then
    perform public.refuse('card_changes_stay', 'Another card goes on only as it was begun.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger card_changes_stay before update on card_changes
  for each row execute function card_changes_stay();--> statement-breakpoint

create function card_changes_write() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  account record;
begin
  if new.done_at is null then
    return null;
  end if;
  select billing_email into account from accounts where id = new.account_id for no key update;
  -- The confirmation went to where bills went then: a billing address changed since does not count.
  if not exists (
    select from users where account_id = new.account_id and id = new.requested_by
       and status = 'active' and role = 'admin'
       and (is_owner or (new.confirmed_at is not null and new.sent_to = account.billing_email))) then
    perform public.refuse('card_changes_are_confirmed',
      'Another card counts once an Owner asked for it, or the billing address confirmed it.');
  end if;
  update accounts
     set card_holder_name = new.holder_name, card_last4 = new.last4,
         billing_email = new.billing_email, card_holder_user_id = new.holder_user_id
   where id = new.account_id;
  return null;
end $$;--> statement-breakpoint
create trigger card_changes_write after update of done_at on card_changes
  for each row execute function card_changes_write();--> statement-breakpoint

-- What an admin asked for goes no further once that rank, or the access, has ended.
create function card_changes_end_with_rank() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update card_changes c set ended_at = clock_timestamp(), ended_by = n.inactivated_by
    from new_rows n join old_rows o using (account_id, id)
   where c.account_id = n.account_id and c.requested_by = n.id
     and c.done_at is null and c.ended_at is null
     and ((n.status = 'inactive' and o.status = 'active') or (n.role = 'user' and o.role = 'admin'));
  return null;
end $$;--> statement-breakpoint
create trigger card_changes_end_with_rank after update on users
  referencing old table as old_rows new table as new_rows
  for each statement execute function card_changes_end_with_rank();--> statement-breakpoint

-- How many users were active, day by day -------------------------------------------------------------

create function accounts_note_seats_used() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into seats_used_by_day ("account_id", "on", "used")
    values (new.id, (clock_timestamp() at time zone new.time_zone)::date, new.seats_used)
    on conflict ("account_id", "on") do update set "used" = excluded."used";
  return null;
end $$;--> statement-breakpoint
create trigger accounts_note_seats_used after update of seats_used on accounts
  for each row when (new.seats_used is distinct from old.seats_used)
  execute function accounts_note_seats_used();--> statement-breakpoint

-- What the users' own rows tell of the days before: when each was added, and last made inactive.
create function retell_seats_used(account uuid) returns void
language sql volatile set search_path = pg_catalog, public, pg_temp
begin atomic
  delete from seats_used_by_day where account_id = account;
  insert into seats_used_by_day ("account_id", "on", "used")
    select account, day, sum(sum(change)) over (order by day)
      from (
        select (u.created_at at time zone a.time_zone)::date as day, 1 as change
          from users u join accounts a on a.id = u.account_id where a.id = account
        union all
        select (u.inactivated_at at time zone a.time_zone)::date, -1
          from users u join accounts a on a.id = u.account_id
         where a.id = account and u.status = 'inactive') changes
     group by day;
end;--> statement-breakpoint
select retell_seats_used(id) from accounts;--> statement-breakpoint

-- Renewal: which accounts' periods are over. The queue's role asks; what is done is done as handover_app.

create function due_renewals() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select account_id from subscriptions
   where renews_at <= now() and status <> 'ended' order by renews_at limit 1000;
end;--> statement-breakpoint

-- The wall between accounts, and privileges ----------------------------------------------------------

do $$
declare
  name text;
  trigger_function regprocedure;
begin
  foreach name in array array['subscriptions', 'seat_schedules', 'invoices', 'invoice_lines',
      'card_changes', 'seats_used_by_day'] loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to handover_app, handover_agent '
      'using (account_id = nullif(current_setting(''app.account_id'', true), '''')::uuid) '
      'with check (account_id = nullif(current_setting(''app.account_id'', true), '''')::uuid)',
      name || '_own', name);
    execute format('revoke all on %I from public, handover_app, handover_agent, handover_worker', name);
  end loop;
  for trigger_function in select oid from pg_proc
    where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype
  loop
    execute format('revoke execute on function %s from public', trigger_function);
  end loop;
end $$;--> statement-breakpoint
revoke execute on function retell_seats_used(uuid), due_renewals() from public;--> statement-breakpoint
grant execute on function due_renewals() to handover_worker;--> statement-breakpoint

revoke update (billing_email, card_holder_user_id) on accounts from handover_app;--> statement-breakpoint
grant update (owners_keep_seats) on accounts to handover_app;--> statement-breakpoint
grant select, insert on subscriptions, seat_schedules, invoices, invoice_lines, card_changes
  to handover_app;--> statement-breakpoint
grant select on seats_used_by_day to handover_app;--> statement-breakpoint
grant update (status, anchor_on, period, period_start, period_end, renews_at, cancelled_at,
  cancelled_by, past_due_since, read_only_at) on subscriptions to handover_app;--> statement-breakpoint
grant update (ended_at, outcome, ended_by) on seat_schedules to handover_app;--> statement-breakpoint
grant update (status, paid_at) on invoices to handover_app;--> statement-breakpoint
grant update (confirmed_at, done_at, ended_at, ended_by) on card_changes to handover_app;
