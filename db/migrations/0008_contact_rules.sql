-- The rules that came with the Contact Table at any size. As in 0002_rules.sql: owned by the migrating
-- role, with a fixed search_path that names pg_temp last.

-- Rows that are never changed, never deleted -------------------------------------------------------

create trigger contacts_are_never_deleted before delete or truncate on contacts
  for each statement execute function refuse_change('contacts_are_never_deleted');--> statement-breakpoint
create trigger contact_moves_are_append_only before update or delete or truncate on contact_moves
  for each statement execute function refuse_change('contact_moves_are_append_only');--> statement-breakpoint

create function refuse_change_of_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.ended_at is not null and new is distinct from old then
    perform public.refuse(tg_argv[0], 'What has ended stays as it came to its end.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger planned_transfers_stay_ended before update on planned_transfers
  for each row execute function refuse_change_of_ended('planned_transfers_stay_ended');--> statement-breakpoint
create trigger imports_stay_ended before update on imports
  for each row execute function refuse_change_of_ended('imports_stay_ended');--> statement-breakpoint

-- Contacts: when their details changed, and 30 days to restore them (domain rule 20) -----------------

-- Named columns, so that a change of hands does not pay for it.
create function contacts_before_edit() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.deleted_at is not null and new.deleted_at is null
     and old.deleted_at < clock_timestamp() - interval '30 days' then
    perform public.refuse('contacts_are_restored_within_30_days',
      'A deleted contact can be restored for 30 days.');
  end if;
  new.deleted_at := case when new.deleted_at is null then null
                         else coalesce(old.deleted_at, clock_timestamp()) end;
  new.updated_at := clock_timestamp();
  return new;
end $$;--> statement-breakpoint
create trigger contacts_before_edit before update of first_name, last_name, company, job_title, email,
    phone, mobile, street, city, state, postal_code, country, website, notes, deleted_at, merged_into_id
  on contacts for each row execute function contacts_before_edit();--> statement-breakpoint

create function history_entries_after_insert() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update contacts c set last_activity_at = latest.at
    from (select account_id, contact_id, max(at) as at from new_rows group by account_id, contact_id) latest
   where c.account_id = latest.account_id and c.id = latest.contact_id and c.last_activity_at < latest.at;
  return null;
end $$;--> statement-breakpoint
create trigger history_entries_after_insert after insert on history_entries
  referencing new table as new_rows
  for each statement execute function history_entries_after_insert();--> statement-breakpoint

update contacts c set last_activity_at = coalesce((
  select max(h.at) from history_entries h where h.account_id = c.account_id and h.contact_id = c.id),
  c.created_at);--> statement-breakpoint

-- A book's latest change of hands, through its past: a carved one that never moved has its source's --

create function latest_book_move(account uuid, book uuid) returns book_moves
language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  move book_moves;
  until timestamptz := 'infinity';
begin
  while book is not null loop
    select * into move from book_moves
      where account_id = account and book_id = book and at < until order by id desc limit 1;
    exit when found;
    select carved_from_id, created_at into book, until from books where account_id = account and id = book;
  end loop;
  return move;
end $$;--> statement-breakpoint

-- Undo, which is a transfer of its own: a book goes back to whom it came from, by the transfer that
-- undoes its latest one. As whoever changes the book, so that the wall hides other accounts' from it.
create or replace function books_before_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  last_move book_moves;
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
    last_move := latest_book_move(new.account_id, new.id);
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

-- Contacts move: to an active user's book, within one user's books, or back by undo ----------------

create or replace function contacts_after_insert() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform lock_books_for_contacts(
      n.account_id, array_agg(distinct n.book_id) || array_agg(distinct c.book_id))
    from new_rows n join contacts c using (account_id, id) group by n.account_id;
  insert into contact_counts (account_id, book_id, contacts)
    select account_id, book_id, count(*) from new_rows
     where deleted_at is null group by account_id, book_id;
  return null;
end $$;--> statement-breakpoint

create or replace function contacts_after_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved record;
  changes_hands boolean := false;
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
    continue when not exists (
      select from books t join books f on f.account_id = t.account_id
       where t.account_id = moved.account and t.id = moved.to_book
         and f.id = any (moved.from_books) and f.assignee_id <> t.assignee_id);
    changes_hands := true;
    -- Undo may return to an inactive user what came from there and went no further, alone or with its book.
    if exists (
      select from new_rows n join old_rows o using (account_id, id) join contacts c using (account_id, id)
        join books f on f.account_id = n.account_id and f.id = o.book_id
        join books t on t.account_id = n.account_id and t.id = c.book_id
        left join lateral (
          select * from contact_moves m
           where m.account_id = n.account_id and m.contact_id = n.id order by m.id desc limit 1) m on true
       where n.account_id = moved.account and c.book_id = moved.to_book and n.book_id <> o.book_id
         and f.assignee_id <> t.assignee_id
         and not coalesce(
           m.from_user_id = t.assignee_id and m.to_user_id = f.assignee_id
           and n.transfer_id is distinct from o.transfer_id
           and exists (select from transfers undo where undo.account_id = n.account_id
                         and undo.id = n.transfer_id and undo.undoes_id = m.transfer_id)
           and coalesce((latest_book_move(n.account_id, o.book_id)).at < m.at, true), false)) then
      perform lock_books_for_contacts(moved.account, array[moved.to_book]);
    end if;
  end loop;

  -- A function in RETURNING could move it on before this runs, and its past would be told wrongly: also
  -- where it comes back to its user, and only its own row would say whose it was in between.
  if found and exists (
    select from new_rows n join old_rows o using (account_id, id) join contacts c using (account_id, id)
     where n.book_id <> o.book_id and c.book_id <> n.book_id) then
    perform public.refuse('contacts_move_once_a_statement', 'A contact moves once in a statement.');
  end if;
  if changes_hands then
    insert into contact_moves
        (account_id, contact_id, transfer_id, from_book_id, to_book_id, from_user_id, to_user_id)
      select n.account_id, n.id,
             case when n.transfer_id is distinct from o.transfer_id then n.transfer_id end,
             o.book_id, n.book_id, f.assignee_id, t.assignee_id
        from new_rows n join old_rows o using (account_id, id)
        join books f on f.account_id = n.account_id and f.id = o.book_id
        join books t on t.account_id = n.account_id and t.id = n.book_id
       where n.book_id <> o.book_id and f.assignee_id <> t.assignee_id;
  end if;

  insert into contact_counts (account_id, book_id, contacts)
    select account_id, book_id, sum(one) from (
      select account_id, book_id, 1 as one from new_rows where deleted_at is null
      union all
      select account_id, book_id, -1 from old_rows where deleted_at is null) changed
    group by account_id, book_id having sum(one) <> 0;
  return null;
end $$;--> statement-breakpoint

-- How many contacts a book holds: one row for each statement that changed it, until a job adds them up --

insert into contact_counts (account_id, book_id, contacts)
  select account_id, book_id, count(*) from contacts where deleted_at is null
   group by account_id, book_id;--> statement-breakpoint

create function compact_contact_counts() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('compact_contact_counts')) then
    return;
  end if;
  with many as (
    select account_id, book_id from contact_counts group by account_id, book_id having count(*) > 1
  ), gone as (
    delete from contact_counts c using many
     where c.account_id = many.account_id and c.book_id = many.book_id
    returning c.account_id, c.book_id, c.contacts)
  insert into contact_counts (account_id, book_id, contacts)
    select account_id, book_id, sum(contacts) from gone
     group by account_id, book_id having sum(contacts) <> 0;
end $$;--> statement-breakpoint
revoke execute on function compact_contact_counts() from public;--> statement-breakpoint
grant execute on function compact_contact_counts() to handover_worker;--> statement-breakpoint

-- Search ----------------------------------------------------------------------------------------------

-- What a search asks of a contact: to be like each of these after a blank. Every word is found anywhere;
-- where none has three letters, which is what the trigram index needs, at the beginnings of words. Null
-- where there is nothing to look for.
create function contact_patterns(words text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
begin atomic
  select case when bool_or(word ~ '[[:alnum:]]')
              then array_agg(case when has_long then '%' else '% ' end || term || '%') end
    from (select word, replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') as term,
                 bool_or(word ~ '[[:alnum:]]{3}') over () as has_long
            from regexp_split_to_table(public.handover_fold(words), '\s+') as word
           where word <> '') terms;
end;--> statement-breakpoint

-- The same as SQL with the words as literals: only so does the planner know how many match, and chooses
-- between the trigram index and the order of the page.
create function search_condition(words text) returns text
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp
begin atomic
  select coalesce(string_agg(
      case when pattern like '\% %'
        then format('(c.search_text like %L or c.search_text like %L)', substr(pattern, 3), pattern)
        else format('c.search_text like %L', pattern) end, ' and '), 'false')
    from unnest(public.contact_patterns(words)) pattern;
end;--> statement-breakpoint
revoke execute on function search_condition(text) from public;--> statement-breakpoint

create or replace function contacts_matching(words text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query execute format(
    'select c.id from contacts c where c.account_id = %L and c.deleted_at is null and %s',
    current_account(), search_condition(words));
end $$;--> statement-breakpoint

-- One page of a search, sorted, beginning beside such a row, and how many match: exactly up to a
-- thousand, else null. A few are found by the trigram index and sorted; many are soon met on a walk in
-- the page's order, which is what the planner chooses then.
create function contacts_found(words text, of_assignee text, of_book text, sort text, way text,
  beside text[], most integer, out ids uuid[], out total integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  few constant integer := 1000;
  account uuid := current_account();
  direction text := case way when 'desc' then 'desc' else 'asc' end;
  holders text := '';
  place text := 'true';
  place_order text;
  condition text := format('c.account_id = %L and c.deleted_at is null and %s',
                           account, search_condition(words));
  keys text[] := case
    when sort in ('company', 'email', 'phone')
      then array[format('(c.%I = '''')', sort || '_key'), format('c.%I', sort || '_key'), 'c.id']
    when sort = 'activity' then array['c.last_activity_at', 'c.id']
    when sort = 'assignee' then array['u.name_key', 'u.id', 'c.name_key', 'c.id']
    else array['c.name_key', 'c.id'] end;
  types text[] := case
    when sort in ('company', 'email', 'phone') then array['boolean', 'text', 'uuid']
    when sort = 'activity' then array['timestamptz', 'uuid']
    when sort = 'assignee' then array['text', 'uuid', 'text', 'uuid']
    else array['text', 'uuid'] end;
begin
  if of_assignee is not null or of_book is not null then
    condition := condition || format(
      ' and c.book_id in (select f.id from books f join users o on o.account_id = f.account_id '
      'and o.id = f.assignee_id where f.account_id = %L%s%s)', account,
      case when of_assignee = 'inactive' then ' and o.status = ''inactive'''
           when of_assignee is not null then format(' and o.id = %L', of_assignee::uuid) end,
      case when of_book = 'own' then ' and f.transfer_id is null'
           when of_book is not null then format(' and f.transfer_id = %L', of_book::uuid) end);
  end if;
  if beside is not null then
    place := (
      select format('(%s) %s (%s)', string_agg(keys[n], ', ' order by n),
                    case direction when 'asc' then '>' else '<' end,
                    string_agg(format('%L::%s', beside[n], types[n]), ', ' order by n))
        from generate_subscripts(keys, 1) n);
  end if;
  place_order := (select string_agg(key || ' ' || direction, ', ' order by n)
                    from unnest(keys) with ordinality as sorted (key, n));
  if sort = 'assignee' then
    holders := ' join books b on b.account_id = c.account_id and b.id = c.book_id'
      ' join users u on u.account_id = b.account_id and u.id = b.assignee_id';
  end if;

  execute format(
    'select count(*), (array_agg(c.id order by %s) filter (where %s))[1:%s] '
    'from (select c.* from contacts c where %s limit %s) c%s',
    place_order, place, most, condition, few + 1, holders) into total, ids;
  if total > few then
    total := null;
    ids := null;
    -- No index has the order of assignees, so many would all have to be read.
    if sort <> 'assignee' then
      execute format(
        'select array_agg(id) from (select c.id from contacts c where %s and %s order by %s limit %s) page',
        condition, place, place_order, most) into ids;
    end if;
  end if;
  ids := coalesce(ids, '{}');
end $$;--> statement-breakpoint
revoke execute on function contacts_found(text, text, text, text, text, text[], integer)
  from public;--> statement-breakpoint
grant execute on function contacts_found(text, text, text, text, text, text[], integer)
  to handover_app;--> statement-breakpoint

-- The wall between accounts, and privileges ----------------------------------------------------------

do $$
declare
  name text;
  trigger_function regprocedure;
begin
  foreach name in array array['contact_moves', 'contact_counts', 'contact_views', 'planned_transfers',
      'transfer_batches', 'transfer_pieces', 'imports', 'import_chunks', 'import_problems',
      'import_mappings'] loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to handover_app '
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

grant update (job_title, country, notes, updated_by, merged_into_id, transfer_id)
  on contacts to handover_app;--> statement-breakpoint
grant select on contact_moves, contact_counts to handover_app;--> statement-breakpoint
grant select, insert on contact_views, planned_transfers, transfer_batches, transfer_pieces, imports,
  import_chunks, import_problems, import_mappings to handover_app;--> statement-breakpoint
grant update (columns, density) on contact_views to handover_app;--> statement-breakpoint
grant update (state, total, carved, started_at, ended_at, ended_by, refusal)
  on planned_transfers to handover_app;--> statement-breakpoint
grant delete on transfer_batches to handover_app;--> statement-breakpoint
grant update (size, state, facts, choices, bytes_done, records_done, added, updated, known, wrong,
  started_at, ended_at, ended_by, refusal) on imports to handover_app;--> statement-breakpoint
grant delete on import_chunks to handover_app;--> statement-breakpoint
grant update (mapping, used_at, used_by) on import_mappings to handover_app;
