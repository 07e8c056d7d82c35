-- The rules that the database holds itself (docs/decisions/003-rules-in-the-database.md).
-- Every function is owned by the migrating role and has a fixed search_path. It names pg_temp last:
-- left out, it comes first, and somebody's temporary table "accounts" would stand in for ours.

-- A refusal looks like a violated constraint: SQLSTATE 23514 and a name that is a sentence.
create function refuse(constraint_name text, message text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception using errcode = 'check_violation', constraint = constraint_name, message = message;
end $$;--> statement-breakpoint

create function current_account() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.account_id', true), '')::uuid;--> statement-breakpoint

-- Rows that are never changed, never deleted ---------------------------------------------------

create function refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform public.refuse(tg_argv[0], format('%s: %s is not possible', tg_argv[0], lower(tg_op)));
  return null;
end $$;--> statement-breakpoint

create trigger audit_events_are_append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change('audit_events_are_append_only');--> statement-breakpoint
create trigger seat_changes_are_append_only before update or delete or truncate on seat_changes
  for each statement execute function refuse_change('seat_changes_are_append_only');--> statement-breakpoint
create trigger book_moves_are_append_only before update or delete or truncate on book_moves
  for each statement execute function refuse_change('book_moves_are_append_only');--> statement-breakpoint
create trigger transfers_are_append_only before update or delete or truncate on transfers
  for each statement execute function refuse_change('transfers_are_append_only');--> statement-breakpoint
create trigger users_are_never_deleted before delete or truncate on users
  for each statement execute function refuse_change('users_are_never_deleted');--> statement-breakpoint
create trigger books_are_never_deleted before delete or truncate on books
  for each statement execute function refuse_change('books_are_never_deleted');--> statement-breakpoint
create trigger history_entries_are_never_deleted before delete or truncate on history_entries
  for each statement execute function refuse_change('history_entries_are_never_deleted');--> statement-breakpoint

create function history_entries_keep_author_and_time() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.account_id, new.id, new.contact_id, new.author_id, new.at)
     is distinct from (old.account_id, old.id, old.contact_id, old.author_id, old.at) then
    perform public.refuse('history_entries_keep_author_and_time',
      'A history entry keeps its author and its time.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger history_entries_keep_author_and_time before update on history_entries
  for each row execute function history_entries_keep_author_and_time();--> statement-breakpoint

-- Accounts: the counters start at nothing, the ledger starts with the account -------------------

create function accounts_begin() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.seats_used := 0;
  new.active_owners := 0;
  return new;
end $$;--> statement-breakpoint
create trigger accounts_begin before insert on accounts
  for each row execute function accounts_begin();--> statement-breakpoint

create function accounts_open_the_ledger() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into seat_changes (account_id, at, effective_at, from_total, to_total, reason)
    select id, created_at, created_at, 0, seats_total, 'Account opened' from new_rows;
  return null;
end $$;--> statement-breakpoint
create trigger accounts_open_the_ledger after insert on accounts
  referencing new table as new_rows
  for each statement execute function accounts_open_the_ledger();--> statement-breakpoint

-- Deferred, and it reads the counter again: counting users would see an old snapshot.
create function accounts_have_an_active_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from accounts where id = new.id and active_owners = 0) then
    perform public.refuse('accounts_have_an_active_owner',
      'An account has at least one active Account Owner.');
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger accounts_have_an_active_owner after insert or update of active_owners on accounts
  deferrable initially deferred
  for each row execute function accounts_have_an_active_owner();--> statement-breakpoint

-- Users -----------------------------------------------------------------------------------------

create function users_before_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if (new.account_id, new.id) is distinct from (old.account_id, old.id) then
      perform public.refuse('users_keep_their_id', 'A user keeps id and account for ever.');
    end if;
    -- The owner of the tables could drop this trigger as well; nobody else but support may lift it.
    if old.is_owner and not new.is_owner and current_user <> 'handover_agent'
       and not pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
      perform public.refuse('users_owner_status_is_lifted_by_support',
        'Only support can lift Account Owner status.');
    end if;
  end if;
  if new.status = 'active' then
    new.inactivated_at := null;
    new.inactivated_by := null;
    new.inactivation_reason := null;
  elsif tg_op = 'INSERT' or old.status = 'active' then
    new.inactivated_at := coalesce(new.inactivated_at, clock_timestamp());
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger users_before_change before insert or update on users
  for each row execute function users_before_change();--> statement-breakpoint

-- Statement level, because row by row a legal one-in-one-out statement at the limit would fail.
-- The CHECK accounts_seats_fit answers; touching the counter row is the lock.
create function users_after_insert() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update accounts a
     set seats_used = a.seats_used + d.seats, active_owners = a.active_owners + d.owners
    from (select account_id,
                 count(*) filter (where status = 'active')::int as seats,
                 count(*) filter (where is_owner and status = 'active')::int as owners
            from new_rows group by account_id) d
   where a.id = d.account_id and (d.seats <> 0 or d.owners <> 0);
  insert into books (account_id, assignee_id, is_main) select account_id, id, true from new_rows;
  return null;
end $$;--> statement-breakpoint
create trigger users_after_insert after insert on users
  referencing new table as new_rows
  for each statement execute function users_after_insert();--> statement-breakpoint

create function users_after_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update accounts a
     set seats_used = a.seats_used + d.seats, active_owners = a.active_owners + d.owners
    from (select n.account_id,
                 sum((n.status = 'active')::int - (o.status = 'active')::int)::int as seats,
                 sum((n.is_owner and n.status = 'active')::int
                   - (o.is_owner and o.status = 'active')::int)::int as owners
            from new_rows n join old_rows o using (account_id, id)
           where n.status <> o.status or n.is_owner <> o.is_owner
           group by n.account_id) d
   where a.id = d.account_id and (d.seats <> 0 or d.owners <> 0);

  -- Access ends with the status, whoever changed it and however (domain rule 3).
  update sessions s
     set ended_at = clock_timestamp(), end_reason = 'user_inactivated', ended_by = n.inactivated_by
    from new_rows n join old_rows o using (account_id, id)
   where n.status = 'inactive' and o.status = 'active'
     and s.account_id = n.account_id and s.user_id = n.id and s.ended_at is null;
  update password_links l
     set ended_at = clock_timestamp()
    from new_rows n join old_rows o using (account_id, id)
   where n.status = 'inactive' and o.status = 'active'
     and l.account_id = n.account_id and l.user_id = n.id
     and l.used_at is null and l.ended_at is null;
  return null;
end $$;--> statement-breakpoint
create trigger users_after_update after update on users
  referencing old table as old_rows new table as new_rows
  for each statement execute function users_after_update();--> statement-breakpoint

-- Sessions and links: only an active user gets one, and an ended one stays ended ----------------

-- After the insert, when the wall has let it through: before it, the refusal would tell who is
-- active elsewhere. Both update the user's row, as a lock alone goes unnoticed by a change of
-- status at REPEATABLE READ, which would then end what its snapshot shows and leave the new one.
create function sessions_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.ended_at is not null then
    return null;
  end if;
  update users set last_sign_in_at = now()
   where account_id = new.account_id and id = new.user_id and status = 'active';
  if not found then
    perform public.refuse('sessions_user_is_active', 'An inactive user cannot have an open session.');
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger sessions_begin after insert on sessions
  for each row execute function sessions_begin();--> statement-breakpoint

create function sessions_stay_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.account_id, new.id, new.user_id) is distinct from (old.account_id, old.id, old.user_id) then
    perform public.refuse('sessions_keep_their_user', 'A session belongs to one user for ever.');
  end if;
  if old.ended_at is not null and (new.ended_at, new.end_reason, new.ended_by)
     is distinct from (old.ended_at, old.end_reason, old.ended_by) then
    perform public.refuse('sessions_stay_ended', 'An ended session stays ended, as it was.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger sessions_stay_ended before update on sessions
  for each row execute function sessions_stay_ended();--> statement-breakpoint

create function password_links_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update users set status = status
   where account_id = new.account_id and id = new.user_id and status = 'active';
  if not found then
    perform public.refuse('password_links_user_is_active', 'An inactive user gets no password link.');
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger password_links_begin after insert on password_links
  for each row execute function password_links_begin();--> statement-breakpoint

create function password_links_stay_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.account_id, new.id, new.user_id, new.token_hash, new.expires_at)
     is distinct from (old.account_id, old.id, old.user_id, old.token_hash, old.expires_at)
     or (old.used_at is not null and new.used_at is distinct from old.used_at)
     or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
     or (old.ended_at is not null and old.used_at is null and new.used_at is not null) then
    perform public.refuse('password_links_stay_ended', 'A used or ended link stays so.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger password_links_stay_ended before update on password_links
  for each row execute function password_links_stay_ended();--> statement-breakpoint

-- Books: one main book a user, always; a book goes to an active user (domain rules 21 and 22) ----

-- As whoever changes the book, so that the wall hides other accounts' users and books from it.
create function books_before_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  last_move record;
begin
  if tg_op = 'INSERT' then
    if new.is_main then
      return new; -- books_one_main_per_user lets this through only for a user who has none
    end if;
    if new.carved_from_id is not null then
      perform from books
        where account_id = new.account_id and id = new.carved_from_id
          and assignee_id = new.assignee_id for share;
      if not found then
        perform public.refuse('books_carved_for_the_same_assignee',
          'A carved book begins with the assignee of the book it was carved from.');
      end if;
      return new;
    end if;
  else
    if (new.account_id, new.id, new.carved_from_id, new.created_at)
       is distinct from (old.account_id, old.id, old.carved_from_id, old.created_at) then
      perform public.refuse('books_keep_their_past', 'A book keeps its id and its past.');
    end if;
    if new.assignee_id = old.assignee_id then
      if new.is_main <> old.is_main then
        perform public.refuse('books_stay_main_until_handed_over',
          'A main book stops being main only by changing hands.');
      end if;
      return new;
    end if;
    new.is_main := false;
  end if;

  perform from users
    where account_id = new.account_id and id = new.assignee_id and status = 'active' for share;
  if found then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    -- Undo, which is a transfer of its own: a book goes back to whom it came from, by the transfer
    -- that undoes its latest one.
    select from_user_id, to_user_id, transfer_id into last_move from book_moves
      where account_id = new.account_id and book_id = new.id order by id desc limit 1;
    if last_move.from_user_id = new.assignee_id and last_move.to_user_id = old.assignee_id
       and new.transfer_id is distinct from old.transfer_id
       and exists (select from transfers undo where undo.account_id = new.account_id
                     and undo.id = new.transfer_id and undo.undoes_id = last_move.transfer_id) then
      return new;
    end if;
  end if;
  perform public.refuse('books_assignee_is_active', 'A book changes hands only to an active user.');
  return null;
end $$;--> statement-breakpoint
create trigger books_before_change before insert or update on books
  for each row execute function books_before_change();--> statement-breakpoint

create function books_after_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- A function in RETURNING could hand the book on before this runs, and its moves would be told in
  -- the wrong order.
  if exists (
    select from new_rows n join old_rows o using (account_id, id) join books b using (account_id, id)
     where n.assignee_id <> o.assignee_id
       and (b.assignee_id <> n.assignee_id or o.assignee_id <> (
         select m.to_user_id from book_moves m
          where m.account_id = n.account_id and m.book_id = n.id order by m.id desc limit 1))) then
    perform public.refuse('books_change_hands_once_a_statement',
      'A book changes hands once in a statement.');
  end if;
  insert into book_moves (account_id, book_id, transfer_id, from_user_id, to_user_id)
    select n.account_id, n.id,
           case when n.transfer_id is distinct from o.transfer_id then n.transfer_id end,
           o.assignee_id, n.assignee_id
      from new_rows n join old_rows o using (account_id, id)
     where n.assignee_id <> o.assignee_id;
  insert into books (account_id, assignee_id, is_main)
    select o.account_id, o.assignee_id, true
      from new_rows n join old_rows o using (account_id, id)
     where o.is_main and not n.is_main;
  return null;
end $$;--> statement-breakpoint
create trigger books_after_update after update on books
  referencing old table as old_rows new table as new_rows
  for each statement execute function books_after_update();--> statement-breakpoint

-- Contacts: into a book only while its assignee is active, or carved within one assignee ---------

-- Locks the assignees of these books, then the books, the order in which everything is locked; and
-- the assignees again, for a book that changed hands meanwhile. Refuses where one is inactive.
create function lock_books_for_contacts(account uuid, book_ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  has_inactive boolean;
begin
  perform from users u
    where u.account_id = account
      and u.id in (select assignee_id from books where account_id = account and id = any (book_ids))
    order by u.id for share;
  perform from books where account_id = account and id = any (book_ids) order by id for share;
  perform from users u
    where u.account_id = account
      and u.id in (select assignee_id from books where account_id = account and id = any (book_ids))
    order by u.id for share;
  select bool_or(u.status <> 'active') into has_inactive
    from books b join users u on u.account_id = b.account_id and u.id = b.assignee_id
   where b.account_id = account and b.id = any (book_ids);
  if has_inactive then
    perform public.refuse('contacts_assignee_is_active', 'A contact goes only to an active user.');
  end if;
end $$;--> statement-breakpoint
revoke execute on function lock_books_for_contacts(uuid, uuid[]) from public;--> statement-breakpoint

-- Both look at where the contacts lie now, too: a function in RETURNING may have moved them on.
create function contacts_after_insert() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform lock_books_for_contacts(
      n.account_id, array_agg(distinct n.book_id) || array_agg(distinct c.book_id))
    from new_rows n join contacts c using (account_id, id) group by n.account_id;
  return null;
end $$;--> statement-breakpoint
create trigger contacts_after_insert after insert on contacts
  referencing new table as new_rows
  for each statement execute function contacts_after_insert();--> statement-breakpoint

create function contacts_after_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved record;
begin
  for moved in
    select n.account_id as account, c.book_id as to_book, array_agg(distinct o.book_id) as from_books
      from new_rows n join old_rows o using (account_id, id) join contacts c using (account_id, id)
     where n.book_id <> o.book_id group by n.account_id, c.book_id order by n.account_id, c.book_id
  loop
    perform from books
      where account_id = moved.account and id = any (moved.from_books || moved.to_book)
      order by id for share;
    -- Carving, where the assignee stays the same, is no change of hands and asks nothing more.
    if exists (
      select from books t join books f on f.account_id = t.account_id
       where t.account_id = moved.account and t.id = moved.to_book
         and f.id = any (moved.from_books) and f.assignee_id <> t.assignee_id) then
      perform lock_books_for_contacts(moved.account, array[moved.to_book]);
    end if;
  end loop;
  return null;
end $$;--> statement-breakpoint
create trigger contacts_after_update after update on contacts
  referencing old table as old_rows new table as new_rows
  for each statement execute function contacts_after_update();--> statement-breakpoint

-- The two looks that need more than row-level security gives --------------------------------------

-- Signing in knows an e-mail and no account yet. The one function that looks across accounts.
create function sign_in_candidates(address text)
returns table (account_id uuid, account_name text, user_id uuid, status text, password_hash text,
               inactivated_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.account_id, a.name, u.id, u.status, u.password_hash, u.inactivated_at
    from users u join accounts a on a.id = u.account_id
   where lower(u.email) = lower(address)
   order by (u.status = 'active' and u.password_hash is not null) desc, u.created_at, u.id
   limit 20;
end;--> statement-breakpoint

-- The three longest words go to the trigram index, as the longest alone may be in every row
-- ("anna example.com"); the others filter what is found.
create function search_patterns(words text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
begin atomic
  select array_agg('%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                   order by length(word) desc)
    from regexp_split_to_table(public.handover_fold(words), '\s+') as word
   where word <> '';
end;--> statement-breakpoint

create function users_matching(words text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  patterns text[] := search_patterns(words);
begin
  return query select u.id from users u
    where u.account_id = current_account()
      and u.search_text like patterns[1]
      and u.search_text like coalesce(patterns[2], patterns[1])
      and u.search_text like coalesce(patterns[3], patterns[1])
      and u.search_text like all (patterns);
end $$;--> statement-breakpoint

create function contacts_matching(words text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  patterns text[] := search_patterns(words);
begin
  return query select c.id from contacts c
    where c.account_id = current_account() and c.deleted_at is null
      and c.search_text like patterns[1]
      and c.search_text like coalesce(patterns[2], patterns[1])
      and c.search_text like coalesce(patterns[3], patterns[1])
      and c.search_text like all (patterns);
end $$;--> statement-breakpoint

-- The wall between accounts -------------------------------------------------------------------------

do $$
declare
  name text;
begin
  alter table accounts enable row level security;
  create policy accounts_own on accounts to handover_app, handover_agent
    using (id = nullif(current_setting('app.account_id', true), '')::uuid)
    with check (id = nullif(current_setting('app.account_id', true), '')::uuid);
  foreach name in array array['users', 'sessions', 'password_links', 'transfers', 'books', 'book_moves',
      'contacts', 'history_entries', 'seat_changes', 'audit_events'] loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to handover_app, handover_agent '
      'using (account_id = nullif(current_setting(''app.account_id'', true), '''')::uuid) '
      'with check (account_id = nullif(current_setting(''app.account_id'', true), '''')::uuid)',
      name || '_own', name);
  end loop;
end $$;--> statement-breakpoint

-- Privileges: what is not granted cannot be done ------------------------------------------------------

revoke all on all tables in schema public from public, handover_app, handover_agent, handover_worker;--> statement-breakpoint
revoke execute on function sign_in_candidates(text), users_matching(text), contacts_matching(text)
  from public;--> statement-breakpoint
-- A trigger function runs as the migrating role, so nobody else attaches it to a table of their own.
do $$
declare
  trigger_function regprocedure;
begin
  for trigger_function in select oid from pg_proc
    where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype
  loop
    execute format('revoke execute on function %s from public', trigger_function);
  end loop;
end $$;--> statement-breakpoint
revoke create on schema public from public;--> statement-breakpoint
grant usage on schema public to handover_app, handover_agent;--> statement-breakpoint
grant execute on function sign_in_candidates(text), users_matching(text), contacts_matching(text)
  to handover_app;--> statement-breakpoint

grant select, insert on accounts, users, sessions, password_links, transfers, books, contacts,
  history_entries, seat_changes, audit_events to handover_app;--> statement-breakpoint
grant select on book_moves to handover_app;--> statement-breakpoint
grant update (name, time_zone, billing_email, card_holder_user_id) on accounts to handover_app;--> statement-breakpoint
grant update (first_name, last_name, email, former_email, role, status, is_owner, password_hash,
  inactivated_at, inactivated_by, inactivation_reason) on users to handover_app;--> statement-breakpoint
grant update (last_used_at, ended_at, end_reason, ended_by) on sessions to handover_app;--> statement-breakpoint
grant update (used_at, ended_at) on password_links to handover_app;--> statement-breakpoint
grant update (assignee_id, name, transfer_id) on books to handover_app;--> statement-breakpoint
grant update (book_id, first_name, last_name, company, email, phone, mobile, street, city, state,
  postal_code, website, deleted_at) on contacts to handover_app;--> statement-breakpoint
grant update (body) on history_entries to handover_app;--> statement-breakpoint
grant select, insert, update, delete on throttle_counters to handover_app;--> statement-breakpoint

grant select on accounts, audit_events to handover_agent;--> statement-breakpoint
grant select (account_id, id, first_name, last_name, name, email, former_email, role, status, is_owner,
  created_at, last_sign_in_at, inactivated_at, inactivated_by, inactivation_reason)
  on users to handover_agent;--> statement-breakpoint
grant insert on audit_events to handover_agent;--> statement-breakpoint
grant update (is_owner) on users to handover_agent;
