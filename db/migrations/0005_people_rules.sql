-- The rules about people that came with editing, owners, two-step sign-in and schedules. As in
-- 0002_rules.sql: owned by the migrating role, with a fixed search_path that names pg_temp last.

-- Name and address that a user was added with (domain rule 17) ------------------------------------

update users set known_first_name = first_name, known_last_name = last_name,
  known_email = coalesce(email, former_email);--> statement-breakpoint

create function users_are_known_as_added() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.known_first_name := new.first_name;
  new.known_last_name := new.last_name;
  new.known_email := coalesce(new.email, new.former_email);
  return new;
end $$;--> statement-breakpoint
create trigger users_are_known_as_added before insert on users
  for each row execute function users_are_known_as_added();--> statement-breakpoint

-- A changed address counts once it was confirmed (domain rule 9) ----------------------------------

-- After the insert, when the wall has let it through. It updates the rows of the user and of who
-- asks for it, as a change of status at REPEATABLE READ would not notice a lock alone.
create function email_changes_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  active uuid[];
begin
  with touched as (
    update users set status = status
     where account_id = new.account_id and id in (new.user_id, new.requested_by) and status = 'active'
     returning id)
  select array_agg(id) into active from touched;
  if not coalesce(active @> array[new.user_id, new.requested_by], false) then
    perform public.refuse('email_changes_user_is_active',
      'Only an active user gets a new address, asked for by an active one.');
  end if;
  if new.requested_by <> new.user_id and exists (
    select from users where account_id = new.account_id and id = new.user_id and is_owner) then
    perform public.refuse('email_changes_owner_changes_own',
      'Only Owners themselves change their own address.');
  end if;
  if num_nonnulls(new.confirmed_at, new.agreed_at, new.done_at, new.ended_at) > 0 then
    perform public.refuse('email_changes_begin_unconfirmed', 'A new address begins unconfirmed.');
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger email_changes_begin after insert on email_changes
  for each row execute function email_changes_begin();--> statement-breakpoint

create function email_changes_stay() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.account_id, new.id, new.user_id, new.from_email, new.to_email, new.requested_by,
      new.created_at, new.expires_at, new.token_hash, new.needs_agreement, new.agreement_hash)
     is distinct from (old.account_id, old.id, old.user_id, old.from_email, old.to_email,
      old.requested_by, old.created_at, old.expires_at, old.token_hash, old.needs_agreement,
      old.agreement_hash)
     or old.done_at is not null or old.ended_at is not null
     or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
     or (old.agreed_at is not null and new.agreed_at is distinct from old.agreed_at)
     or (new.ended_at is null and new.expires_at < now()) then
    perform public.refuse('email_changes_stay', 'A change of address goes on only as it was begun.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger email_changes_stay before update on email_changes
  for each row execute function email_changes_stay();--> statement-breakpoint

-- As whoever changes the user: the wall hides other accounts' changes. The owner of the tables could
-- drop this trigger as well. Locks the change: a snapshot may show one that has ended since. Of
-- letters only a to z are the same large and small, as for mail servers.
create function users_email_is_confirmed() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status <> 'active'
     or lower(new.email collate "C") is not distinct from lower(old.email collate "C")
     or pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  perform from email_changes c
    join users r on r.account_id = c.account_id and r.id = c.requested_by
   where c.account_id = new.account_id and c.user_id = new.id and c.to_email = new.email
     and c.confirmed_at is not null and c.done_at is null and c.ended_at is null
     and c.expires_at > now()
     and (c.requested_by = new.id or not old.is_owner)
     and (c.requested_by = new.id or old.role = 'user' or r.is_owner or c.agreed_at is not null)
     for share of c;
  if not found then
    perform public.refuse('users_email_is_confirmed',
      'A changed address counts once it was confirmed.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger users_email_is_confirmed before update of email on users
  for each row execute function users_email_is_confirmed();--> statement-breakpoint

-- What ends with a status, or with a new rank ------------------------------------------------------

create function users_end_what_is_under_way() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update email_changes c set ended_at = clock_timestamp(), ended_by = n.inactivated_by
    from new_rows n join old_rows o using (account_id, id)
   where c.account_id = n.account_id and c.user_id = n.id and c.done_at is null and c.ended_at is null
     and (n.status <> o.status
       or (c.requested_by <> n.id and (n.role, n.is_owner) is distinct from (o.role, o.is_owner)));
  -- What somebody asked for as an admin, or as an Owner, goes no further without that rank.
  update email_changes c set ended_at = clock_timestamp(), ended_by = n.inactivated_by
    from new_rows n join old_rows o using (account_id, id)
   where c.account_id = n.account_id and c.requested_by = n.id and c.user_id <> n.id
     and c.done_at is null and c.ended_at is null
     and ((n.status = 'inactive' and o.status = 'active') or (n.role = 'user' and o.role = 'admin')
       or (o.is_owner and not n.is_owner));
  update scheduled_inactivations s
     set ended_at = clock_timestamp(), outcome = 'overtaken', ended_by = n.inactivated_by
    from new_rows n join old_rows o using (account_id, id)
   where n.status = 'inactive' and o.status = 'active'
     and s.account_id = n.account_id and s.user_id = n.id and s.ended_at is null;
  return null;
end $$;--> statement-breakpoint
create trigger users_end_what_is_under_way after update on users
  referencing old table as old_rows new table as new_rows
  for each statement execute function users_end_what_is_under_way();--> statement-breakpoint

create function scheduled_inactivations_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update users set status = status
   where account_id = new.account_id and id = new.user_id and status = 'active' and not is_owner;
  if not found then
    perform public.refuse('scheduled_inactivations_user_is_active',
      'Only an active user who is no Owner is scheduled to become inactive.');
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger scheduled_inactivations_begin after insert on scheduled_inactivations
  for each row execute function scheduled_inactivations_begin();--> statement-breakpoint

create function scheduled_inactivations_stay_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.ended_at is not null then
    perform public.refuse('scheduled_inactivations_stay_ended', 'What a schedule came to stays.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger scheduled_inactivations_stay_ended before update on scheduled_inactivations
  for each row execute function scheduled_inactivations_stay_ended();--> statement-breakpoint

-- Two-step sign-in: a code counts once --------------------------------------------------------------

create function second_steps_count_once() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.secret = old.secret and (new.last_period < old.last_period
     or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)) then
    perform public.refuse('second_steps_count_once', 'A code that was used never counts again.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger second_steps_count_once before update on second_steps
  for each row execute function second_steps_count_once();--> statement-breakpoint

create function recovery_codes_count_once() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.used_at is not null or old.ended_at is not null
     or (new.account_id, new.id, new.user_id, new.code_hash)
        is distinct from (old.account_id, old.id, old.user_id, old.code_hash) then
    perform public.refuse('recovery_codes_count_once', 'A recovery code that was used or ended stays so.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger recovery_codes_count_once before update on recovery_codes
  for each row execute function recovery_codes_count_once();--> statement-breakpoint

-- A forgotten password's link ends as every other, and keeps what it is for -------------------------

create or replace function password_links_stay_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.account_id, new.id, new.user_id, new.purpose, new.token_hash, new.expires_at)
     is distinct from
     (old.account_id, old.id, old.user_id, old.purpose, old.token_hash, old.expires_at)
     or (old.used_at is not null and new.used_at is distinct from old.used_at)
     or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
     or (old.ended_at is not null and old.used_at is null and new.used_at is not null) then
    perform public.refuse('password_links_stay_ended', 'A used or ended link stays so.');
  end if;
  return new;
end $$;--> statement-breakpoint

-- Rows of ended access stay 30 days (domain rule 3). The one thing that the queue's role does here.
create function clear_ended_access() returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  delete from sessions where coalesce(ended_at, expires_at) < now() - interval '30 days';
  delete from password_links
   where coalesce(used_at, ended_at, expires_at) < now() - interval '30 days';
  delete from recovery_codes where coalesce(used_at, ended_at) < now() - interval '30 days';
end;--> statement-breakpoint

-- The wall between accounts, and privileges ----------------------------------------------------------

do $$
declare
  name text;
  trigger_function regprocedure;
begin
  foreach name in array array['email_changes', 'scheduled_inactivations', 'second_steps',
      'recovery_codes'] loop
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
revoke execute on function clear_ended_access() from public;--> statement-breakpoint
grant usage on schema public to handover_worker;--> statement-breakpoint
grant execute on function clear_ended_access() to handover_worker;--> statement-breakpoint

grant select, insert on email_changes, scheduled_inactivations, second_steps, recovery_codes
  to handover_app;--> statement-breakpoint
grant update (confirmed_at, agreed_at, agreed_by, done_at, ended_at, ended_by)
  on email_changes to handover_app;--> statement-breakpoint
grant update (ended_at, outcome, ended_by, refusal) on scheduled_inactivations
  to handover_app;--> statement-breakpoint
grant update (secret, confirmed_at, last_period) on second_steps to handover_app;--> statement-breakpoint
grant update (used_at, ended_at) on recovery_codes to handover_app;--> statement-breakpoint
grant update (default_successor_id, known_first_name, known_last_name, known_email)
  on users to handover_app;--> statement-breakpoint
grant update (admins_need_second_step) on accounts to handover_app;
