-- The rules of the support console (docs/decisions/017-support-console.md). As in 0002_rules.sql:
-- owned by the migrating role, with a fixed search_path that names pg_temp last.

-- Agents: one active lead, always; access ends with the status ----------------------------------------

insert into support_team (active_leads) values (0);--> statement-breakpoint

create function support_agents_before_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.created_at, new.created_by)
     is distinct from (old.id, old.created_at, old.created_by) then
    perform public.refuse('support_agents_keep_their_id', 'An agent keeps id and past for ever.');
  end if;
  if new.status = 'active' then
    new.inactivated_at := null;
    new.inactivated_by := null;
  elsif tg_op = 'INSERT' or old.status = 'active' then
    new.inactivated_at := coalesce(new.inactivated_at, clock_timestamp());
    -- Whoever comes back begins anew: nothing of before is revived.
    new.password_hash := null;
    new.second_step_secret := null;
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger support_agents_before_change before insert or update on support_agents
  for each row execute function support_agents_before_change();--> statement-breakpoint
create trigger support_agents_are_never_deleted before delete or truncate on support_agents
  for each statement execute function refuse_change('support_agents_are_never_deleted');--> statement-breakpoint

-- Touching the one row is the lock: of two leads who inactivate each other, one is refused.
create function support_keeps_a_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  change int;
  leads int;
begin
  if tg_op = 'INSERT' then
    select count(*) filter (where role = 'lead' and status = 'active') into change from new_rows;
  else
    select sum((n.role = 'lead' and n.status = 'active')::int
             - (o.role = 'lead' and o.status = 'active')::int)
      into change from new_rows n join old_rows o using (id);
  end if;
  if coalesce(change, 0) = 0 then
    return null;
  end if;
  update support_team set active_leads = active_leads + change returning active_leads into leads;
  if leads = 0 then
    perform public.refuse('support_has_an_active_lead', 'Support has at least one active lead.');
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger support_keeps_a_lead_insert after insert on support_agents
  referencing new table as new_rows
  for each statement execute function support_keeps_a_lead();--> statement-breakpoint
create trigger support_keeps_a_lead_update after update on support_agents
  referencing old table as old_rows new table as new_rows
  for each statement execute function support_keeps_a_lead();--> statement-breakpoint

create function support_agents_after_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update support_sessions s
     set ended_at = clock_timestamp(),
         end_reason = case when n.status = 'inactive' then 'agent_inactivated' else 'access_reset' end
    from new_rows n join old_rows o using (id)
   where s.agent_id = n.id and s.ended_at is null
     and ((n.status = 'inactive' and o.status = 'active')
       or (o.password_hash is not null and n.password_hash is distinct from o.password_hash)
       or (o.second_step_secret is not null and n.second_step_secret is null));
  update support_links l set ended_at = clock_timestamp()
    from new_rows n join old_rows o using (id)
   where n.status = 'inactive' and o.status = 'active'
     and l.agent_id = n.id and l.used_at is null and l.ended_at is null;
  update owner_requests r set assigned_to = null
    from new_rows n join old_rows o using (id)
   where n.status = 'inactive' and o.status = 'active'
     and r.assigned_to = n.id and r.ended_at is null;
  return null;
end $$;--> statement-breakpoint
create trigger support_agents_after_update after update on support_agents
  referencing old table as old_rows new table as new_rows
  for each statement execute function support_agents_after_update();--> statement-breakpoint

create function support_sessions_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update support_agents set last_sign_in_at = now()
   where id = new.agent_id and status = 'active'
     and password_hash is not null and second_step_secret is not null;
  if not found then
    perform public.refuse('support_sessions_agent_is_active',
      'Only an active agent with a password and a second step signs in.');
  end if;
  if new.ended_at is not null or new.expires_at > now() + interval '12 hours' then
    perform public.refuse('support_sessions_are_short', 'A sign-in of support lasts a working day.');
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger support_sessions_begin after insert on support_sessions
  for each row execute function support_sessions_begin();--> statement-breakpoint

create function support_sessions_stay_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.id, new.agent_id, new.created_at, new.expires_at)
     is distinct from (old.id, old.agent_id, old.created_at, old.expires_at)
     or (old.ended_at is not null
       and (new.ended_at, new.end_reason) is distinct from (old.ended_at, old.end_reason)) then
    perform public.refuse('support_sessions_stay_ended', 'An ended session stays ended, as it was.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger support_sessions_stay_ended before update on support_sessions
  for each row execute function support_sessions_stay_ended();--> statement-breakpoint

create function support_links_stay_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.id, new.agent_id, new.token_hash, new.created_at, new.expires_at)
     is distinct from (old.id, old.agent_id, old.token_hash, old.created_at, old.expires_at)
     or (old.used_at is not null and new.used_at is distinct from old.used_at)
     or (old.ended_at is not null and (new.ended_at is distinct from old.ended_at
       or new.used_at is distinct from old.used_at)) then
    perform public.refuse('support_links_stay_ended', 'A used or ended link stays so.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger support_links_stay_ended before update on support_links
  for each row execute function support_links_stay_ended();--> statement-breakpoint

create trigger support_events_are_append_only before update or delete or truncate on support_events
  for each statement execute function refuse_change('support_events_are_append_only');--> statement-breakpoint
-- What a function of the database writes down, nobody writes by hand; and nobody says when it was.
create function support_events_begin() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  if new.kind in ('accounts.searched', 'account.looked') then
    perform public.refuse('support_events_of_the_database', 'Looks are written down by the database.');
  end if;
  new.at := clock_timestamp();
  return new;
end $$;--> statement-breakpoint
create trigger support_events_begin before insert on support_events
  for each row execute function support_events_begin();--> statement-breakpoint
create trigger support_looks_are_append_only before update or delete or truncate on support_looks
  for each statement execute function refuse_change('support_looks_are_append_only');--> statement-breakpoint
create trigger owner_request_notes_are_append_only before update or delete or truncate on owner_request_notes
  for each statement execute function refuse_change('owner_request_notes_are_append_only');--> statement-breakpoint
create trigger owner_requests_are_never_deleted before delete or truncate on owner_requests
  for each statement execute function refuse_change('owner_requests_are_never_deleted');--> statement-breakpoint
create trigger owner_request_letters_are_never_deleted before delete or truncate on owner_request_letters
  for each statement execute function refuse_change('owner_request_letters_are_never_deleted');--> statement-breakpoint

-- One account per transaction: that of the look that is stated ----------------------------------------

-- A look counts while its agent and the sign-in it was stated in do, and not in the transaction that
-- began it: rolled back, it would have left no trace. The account is pinned by a lock that lasts as
-- long as the transaction, which may state another look only of the same account.
create function stated_account() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  account uuid;
  pin oid;
begin
  select l.account_id into account
    from support_looks l
    join support_sessions s on s.id = l.session_id
    join support_agents a on a.id = l.agent_id
   where l.id = nullif(current_setting('app.look_id', true), '')::uuid
     and l.at < now() and l.expires_at > now() and s.ended_at is null and s.expires_at > now()
     and a.status = 'active';
  if account is null then
    return null;
  end if;
  pin := (hashtext(account::text)::bigint & 4294967295)::oid;
  if exists (
    select from pg_locks
     where locktype = 'advisory' and pid = pg_backend_pid() and classid = 4711 and objsubid = 2
       and objid <> pin) then
    perform public.refuse('support_looks_into_one_account',
      'Support looks into one account per transaction.');
  end if;
  perform pg_advisory_xact_lock_shared(4711, hashtext(account::text));
  return account;
end $$;--> statement-breakpoint

create function stated_agent() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select agent_id from support_looks
   where id = nullif(current_setting('app.look_id', true), '')::uuid
     and account_id = stated_account();
end;--> statement-breakpoint

-- A function of the tables' owner asks for the account of whoever is connected.
create or replace function current_account() returns uuid
language sql stable
return case when session_user = 'handover_agent' then public.stated_account()
  else nullif(current_setting('app.account_id', true), '')::uuid end;--> statement-breakpoint

-- Asked once a search, and not of every row that may match: for the console it is more than a setting.
create or replace function users_matching(words text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  patterns text[] := search_patterns(words);
  account uuid := current_account();
begin
  return query select u.id from users u
    where u.account_id = account
      and u.search_text like patterns[1]
      and u.search_text like coalesce(patterns[2], patterns[1])
      and u.search_text like coalesce(patterns[3], patterns[1])
      and u.search_text like all (patterns);
end $$;--> statement-breakpoint

create function lock_stated_account() returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select from accounts where id = stated_account() for no key update;
end;--> statement-breakpoint

-- Whoever looks says why; the account's own log has it in the same statement.
create function begin_look(session uuid, account uuid, request uuid, why text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  agent record;
  account_name text;
  look uuid;
begin
  select a.id, a.name into agent
    from support_sessions s join support_agents a on a.id = s.agent_id
   where s.id = session and s.ended_at is null and s.expires_at > now() and a.status = 'active'
     for share of s, a;
  if not found then
    perform public.refuse('support_looks_need_a_session', 'Only an agent who is signed in looks.');
  end if;
  select name into account_name from accounts where id = account;
  if not found then
    return null;
  end if;
  if btrim(why) = '' or length(why) > 500 then
    perform public.refuse('support_looks_have_a_reason', 'A look has a reason.');
  end if;
  insert into support_looks (account_id, session_id, agent_id, request_id, reason, expires_at)
    values (account, session, agent.id, request, why, now() + interval '30 minutes')
    returning id into look;
  insert into audit_events (account_id, at, kind, actor_kind, actor_id, actor_name, data)
    values (account, clock_timestamp(), 'support.looked', 'agent', agent.id, agent.name || ' of support',
      jsonb_build_object('reason', why));
  insert into support_events (kind, agent_id, agent_name, account_id, account_name, request_number, data)
    values ('account.looked', agent.id, agent.name, account, account_name,
      (select number::text from owner_requests where account_id = account and id = request),
      jsonb_build_object('reason', why));
  return look;
end $$;--> statement-breakpoint
revoke execute on function begin_look(uuid, uuid, uuid, text) from public;--> statement-breakpoint

create function support_look(session uuid, account uuid, why text) returns uuid
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select begin_look(session, account, null, why);
end;--> statement-breakpoint

-- A case is a reason to look while it is open, and for as long as it can be reopened. A look that
-- goes on is used again: a page and its form are one look.
create function support_look_for_case(session uuid, case_number bigint)
returns table (look_id uuid, account_id uuid, request_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  found_request record;
  look uuid;
begin
  select r.account_id, r.id, r.ended_at into found_request from owner_requests r
   where r.number = case_number;
  if not found then
    return;
  end if;
  select l.id into look from support_looks l
   where l.session_id = session and l.account_id = found_request.account_id
     and l.expires_at > now() + interval '1 minute'
   order by l.expires_at desc limit 1;
  if look is null and found_request.ended_at < now() - interval '30 days' then
    return;
  end if;
  look := coalesce(look, begin_look(session, found_request.account_id, found_request.id,
    'Case ' || case_number));
  return query select look, found_request.account_id, found_request.id;
end $$;--> statement-breakpoint

-- The one look across accounts. Each is logged with what it showed: going back to it shows that line
-- again, and searches for nothing. Every way has an index; a name without three letters or digits in
-- a row has no trigram, so it finds who is called just that.
create function support_find_accounts(session uuid, way text, words text, digits text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  agent record;
  patterns text[] := search_patterns(words);
  keys text[] := array(select p from unnest(patterns) p where p ~ '[[:alnum:]]{3}');
  found_ids uuid[] := '{}';
  search uuid;
begin
  select a.id, a.name into agent
    from support_sessions s join support_agents a on a.id = s.agent_id
   where s.id = session and s.ended_at is null and s.expires_at > now() and a.status = 'active';
  if not found then
    perform public.refuse('support_looks_need_a_session', 'Only an agent who is signed in looks.');
  end if;
  if way = 'name' and keys[1] is not null then
    found_ids := array(select a.id from accounts a
       where a.search_text like keys[1]
         and a.search_text like coalesce(keys[2], keys[1])
         and a.search_text like all (patterns)
       order by a.search_text, a.id limit 21);
  elsif way = 'name' then
    found_ids := array(select a.id from accounts a
       where a.search_text = handover_fold(btrim(words)) order by a.id limit 21);
  elsif way = 'email' then
    found_ids := array(select a.id from accounts a
       where a.id in (select u.account_id from users u where lower(u.email) = lower(btrim(words)))
       order by a.search_text, a.id limit 21);
  elsif way = 'card' then
    found_ids := array(select a.id from accounts a
       where a.card_last4 = digits
         and handover_fold(a.card_holder_name) = handover_fold(btrim(words))
       order by a.search_text, a.id limit 21);
  elsif way = 'id' then
    found_ids := array(select a.id from accounts a where a.id = words::uuid);
  end if;
  insert into support_events (kind, agent_id, agent_name, data)
    values ('accounts.searched', agent.id, agent.name, jsonb_build_object('way', way, 'words', words,
      'found', cardinality(found_ids), 'accounts', (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name,
          'createdAt', a.created_at, 'users', a.seats_used) order by place), '[]')
        from unnest(found_ids[1:20]) with ordinality as found (id, place)
        join accounts a on a.id = found.id)))
    returning id into search;
  return search;
end $$;--> statement-breakpoint

-- Owner requests: how far one has come, and what stands in its way --------------------------------------

create function owner_request_state(r owner_requests) returns text
language sql stable parallel safe
return case
  when r.outcome is not null then r.outcome
  when r.expires_at <= now() then 'expired'
  when r.objected_at is not null and (r.decided_at is null or r.decided_at < r.objected_at)
    then 'objected'
  when r.verified_at is null then 'unverified'
  when r.waits_until > now() and r.agreed_at is null then 'waiting'
  else 'ready' end;--> statement-breakpoint

-- Whether an Owner signed in, or went on in a sign-in of before. Of the account that is set or stated.
create function owner_was_there(account uuid, since timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select exists (
    select from users u
     where u.account_id = account and u.is_owner
       and (u.last_sign_in_at > since or exists (
         select from sessions s where s.account_id = account and s.user_id = u.id
            and s.last_used_at > since))
       and (account = current_account() or session_user not in ('handover_app', 'handover_agent')));
end;--> statement-breakpoint

-- What would keep it from being verified or carried out as things are now, or null (domain rules 9
-- to 11). As whoever asks: the wall hides other accounts.
create function owner_request_obstacle(r owner_requests) returns text
language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  account record;
begin
  select a.active_owners, a.card_holder_user_id, a.card_holder_name, a.card_last4, a.billing_email
    into account from accounts a where a.id = r.account_id;
  if r.kind = 'rescue' then
    if exists (select from users u where u.account_id = r.account_id and u.status = 'active'
        and u.role = 'admin' and not u.is_owner) then
      return 'admin_there';
    end if;
    if owner_was_there(r.account_id, r.begun_at) then
      return 'owner_there';
    end if;
    if not exists (select from users u where u.account_id = r.account_id and u.id = r.successor_id
        and u.status = 'active' and not u.is_owner and u.last_sign_in_at is not null) then
      return 'successor_unfit';
    end if;
    return null;
  end if;
  if not exists (select from users u where u.account_id = r.account_id and u.id = r.user_id
      and u.is_owner) then
    return 'not_owner';
  end if;
  if r.capacity = 'admin' and not exists (select from users u where u.account_id = r.account_id
      and u.id = r.requested_by and u.status = 'active' and u.role = 'admin') then
    return 'requester_gone';
  end if;
  -- Who asks about themselves, signed in, is the card holder who asks.
  if account.card_holder_user_id = r.user_id and r.capacity <> 'card_holder'
     and r.requested_by is distinct from r.user_id then
    return 'card_holder_asks';
  end if;
  if account.active_owners = 1 then
    if r.successor_id is null then
      return 'successor_missing';
    end if;
    if not exists (select from users u where u.account_id = r.account_id and u.id = r.successor_id
        and u.status = 'active' and u.role = 'admin' and not u.is_owner
        and u.last_sign_in_at is not null) then
      return 'successor_unfit';
    end if;
  end if;
  if r.capacity = 'card_holder' then
    if account.card_last4 is null
       or handover_fold(r.stated_holder) is distinct from handover_fold(account.card_holder_name)
       or r.stated_last4 is distinct from account.card_last4 then
      return 'card_differs';
    end if;
    if r.confirmed_at is null or r.confirm_sent_to is null
       or r.confirm_sent_to is distinct from account.billing_email then
      return 'not_confirmed';
    end if;
    if r.called_back_at is null then
      return 'not_called_back';
    end if;
  end if;
  return null;
end $$;--> statement-breakpoint

-- A removal is told to every Owner, a rescue to everybody and to where bills go.
create function tell_of_request(account uuid, request uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  insert into owner_request_letters (account_id, request_id, user_id, told_at)
    select r.account_id, r.id, u.id, r.begun_at
      from owner_requests r join users u on u.account_id = r.account_id and u.status = 'active'
     where r.account_id = account and r.id = request and (u.is_owner or r.kind = 'rescue');
  insert into owner_request_letters (account_id, request_id, address, told_at)
    select r.account_id, r.id, a.billing_email, r.begun_at
      from owner_requests r join accounts a on a.id = r.account_id
     where r.account_id = account and r.id = request and r.kind = 'rescue'
       and a.billing_email is not null;
end;--> statement-breakpoint
revoke execute on function tell_of_request(uuid, uuid) from public;--> statement-breakpoint

create function owner_request_wait() returns interval
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select make_interval(hours => owner_request_hours) from support_team;
end;--> statement-breakpoint

create function owner_requests_begin() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  is_agent boolean := current_user = 'handover_agent';
  is_program boolean := pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage');
begin
  if num_nonnulls(new.called_back_at, new.called_back_by, new.confirm_id, new.confirm_sent_to,
      new.confirmed_at, new.agreed_at, new.objected_at, new.objected_by_name, new.objection,
      new.decided_at, new.decided_by, new.decision, new.verified_at, new.verified_by, new.lapse,
      new.ended_at, new.ended_by_agent, new.ended_by_user) > 0 or new.end_reason <> '' then
    perform public.refuse('owner_requests_begin_open', 'A case begins unverified and open.');
  end if;
  new.created_at := now();
  new.begun_at := now();
  new.expires_at := now() + interval '30 days';
  if not is_program then
    new.waits_until := now() + owner_request_wait();
  end if;
  if is_agent then
    if new.capacity = 'admin' or new.requested_by is not null
       or new.opened_by is distinct from stated_agent() then
      perform public.refuse('owner_requests_opened_by_its_agent',
        'An agent opens a case for a card holder, in their own name.');
    end if;
    if (select role from support_agents where id = stated_agent())
       is distinct from (case new.kind when 'rescue' then 'lead' else 'agent' end) then
      perform public.refuse('owner_requests_step_of_its_agent',
        'An agent opens a case, and a lead proposes a rescue.');
    end if;
  elsif not is_program and (new.capacity <> 'admin' or num_nonnulls(new.opened_by, new.assigned_to,
      new.stated_holder, new.stated_last4, new.callback_number, new.confirm_asked_at) > 0) then
    perform public.refuse('owner_requests_asked_by_an_admin', 'In an account an active admin asks.');
  end if;
  if new.kind = 'rescue' then
    -- Proposing it is looking at it. Another lead carries it out at once, and one alone waits longer.
    new.waits_until := now();
    new.verified_at := now();
    new.verified_by := new.opened_by;
  end if;
  if new.confirm_asked_at is not null then
    new.confirm_asked_at := now();
    new.confirm_id := uuidv7();
    new.confirm_sent_to := (select billing_email from accounts where id = new.account_id);
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger owner_requests_begin before insert on owner_requests
  for each row execute function owner_requests_begin();--> statement-breakpoint

-- People call a case by its number, which no key can hold to be one of its own: the sequence does.
create function owner_requests_are_numbered() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.number <> currval('owner_requests_number_seq')
     or exists (select from owner_requests where number = new.number) then
    perform public.refuse('owner_requests_are_numbered', 'A case gets the next number.');
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger owner_requests_are_numbered before insert on owner_requests
  for each row execute function owner_requests_are_numbered();--> statement-breakpoint

create function owner_requests_after_insert() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  obstacle text;
begin
  perform from users u where u.account_id = new.account_id
    and u.id in (new.user_id, new.requested_by, new.successor_id) order by u.id for share;
  obstacle := owner_request_obstacle(new);
  if obstacle = 'not_owner' then
    perform public.refuse('owner_requests_user_is_owner', 'A case is about an Account Owner.');
  elsif obstacle = 'requester_gone' then
    perform public.refuse('owner_requests_asked_by_an_admin', 'In an account an active admin asks.');
  elsif obstacle = 'card_differs' then
    perform public.refuse('owner_requests_card_matches', 'The card stated is the one on file.');
  elsif new.kind = 'rescue' and obstacle is not null then
    perform public.refuse('owner_requests_nobody_left', 'The account has somebody who can act.');
  end if;
  perform tell_of_request(new.account_id, new.id);
  return null;
end $$;--> statement-breakpoint
create trigger owner_requests_after_insert after insert on owner_requests
  for each row execute function owner_requests_after_insert();--> statement-breakpoint

-- What goes on only as it was begun, and who does which step. What a trigger of the owner changes,
-- such as a verification that lapses, passes.
create function owner_requests_stay() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  is_agent boolean := current_user = 'handover_agent';
  me uuid;
  my_role text;
  -- What the end of a case writes; nothing else writes it, and the end writes nothing else.
  of_end text[] := array['ended_at', 'outcome', 'ended_by_agent', 'ended_by_user', 'end_reason'];
begin
  if pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  if (new.account_id, new.id, new.kind, new.user_id, new.opened_by, new.created_at, new.reason)
     is distinct from
     (old.account_id, old.id, old.kind, old.user_id, old.opened_by, old.created_at, old.reason) then
    perform public.refuse('owner_requests_stay', 'A case goes on only as it was begun.');
  end if;
  if is_agent then
    -- In a branch of its own: whoever may not call a function may not name it in a condition either.
    me := stated_agent();
    my_role := (select role from support_agents where id = me);
  end if;
  if is_agent and new.capacity = 'admin' and (new.capacity, new.requested_by_name)
     is distinct from (old.capacity, old.requested_by_name) then
    perform public.refuse('owner_requests_asked_by_an_admin', 'In an account an active admin asks.');
  end if;

  if old.ended_at is not null then
    if not is_agent or old.kind <> 'removal' or old.outcome = 'carried_out'
       or new.ended_at is not null or old.ended_at < now() - interval '30 days'
       or (new.capacity, new.requested_by, new.requested_by_name, new.successor_id,
           new.stated_holder, new.stated_last4, new.callback_number) is distinct from
          (old.capacity, old.requested_by, old.requested_by_name, old.successor_id,
           old.stated_holder, old.stated_last4, old.callback_number) then
      perform public.refuse('owner_requests_stay_ended', 'An ended case stays ended.');
    end if;
    -- Reopened: everybody is told anew, and nothing of before counts.
    new.begun_at := now();
    new.waits_until := now() + owner_request_wait();
    new.expires_at := now() + interval '30 days';
    new.called_back_at := null;
    new.called_back_by := null;
    new.confirm_asked_at := null;
    new.confirm_id := null;
    new.confirm_sent_to := null;
    new.confirmed_at := null;
    new.agreed_at := null;
    new.objected_at := null;
    new.objected_by_name := null;
    new.objection := null;
    new.decided_at := null;
    new.decided_by := null;
    new.decision := null;
    new.verified_at := null;
    new.verified_by := null;
    new.lapse := null;
    new.outcome := null;
    new.ended_by_agent := null;
    new.ended_by_user := null;
    new.end_reason := '';
    return new;
  end if;

  if (new.begun_at, new.waits_until, new.expires_at)
     is distinct from (old.begun_at, old.waits_until, old.expires_at) then
    perform public.refuse('owner_requests_stay', 'A case goes on only as it was begun.');
  end if;
  if old.expires_at <= now() and new.outcome is distinct from 'expired' then
    perform public.refuse('owner_requests_expire', 'A case ends after thirty days.');
  end if;

  if new.outcome is not null then
    if is_agent and (new.outcome = 'expired' or new.ended_by_user is not null
         or new.ended_by_agent is distinct from me) then
      perform public.refuse('owner_requests_step_of_its_agent',
        'An agent ends a case in their own name.');
    elsif not is_agent and (new.ended_by_agent is not null
         or new.outcome not in ('withdrawn', 'expired')
         or (new.outcome = 'withdrawn' and new.ended_by_user is null)
         or (new.outcome = 'expired' and old.expires_at > now())) then
      perform public.refuse('owner_requests_decided_by_support', 'Support decides on a case.');
    elsif new.outcome = 'withdrawn' and not is_agent
         and new.ended_by_user is distinct from old.requested_by then
      perform public.refuse('owner_requests_withdrawn_by_who_asked',
        'Who asked withdraws a case; everybody else objects.');
    end if;
    if new.outcome = 'carried_out' and old.verified_at is null then
      perform public.refuse('owner_requests_are_verified', 'A case is verified before it is carried out.');
    end if;
    if to_jsonb(new) - of_end is distinct from to_jsonb(old) - of_end then
      perform public.refuse('owner_requests_stay', 'A case goes on only as it was begun.');
    end if;
    new.ended_at := now();
    return new;
  end if;
  if (new.ended_by_agent, new.ended_by_user, new.end_reason)
     is distinct from (old.ended_by_agent, old.ended_by_user, old.end_reason) then
    perform public.refuse('owner_requests_stay', 'A case goes on only as it was begun.');
  end if;

  -- Who did it and when are one: neither changes without the other being anew.
  if is_agent and (
      ((new.called_back_at, new.called_back_by)
        is distinct from (old.called_back_at, old.called_back_by)
        and (new.called_back_at is null or new.called_back_by is distinct from me
          or my_role is distinct from 'agent'))
      or ((new.decided_at, new.decided_by, new.decision)
        is distinct from (old.decided_at, old.decided_by, old.decision)
        and (new.decided_by is distinct from me or my_role is distinct from 'lead'))
      or ((new.verified_at, new.verified_by) is distinct from (old.verified_at, old.verified_by)
        and (old.kind <> 'removal' or old.verified_at is not null and new.verified_at is not null
          or new.verified_at is not null and (new.verified_by is distinct from me
            or my_role is distinct from 'agent')))) then
    perform public.refuse('owner_requests_step_of_its_agent',
      'Each step is for its role, and in the agent''s own name.');
  end if;
  if (new.called_back_at, new.called_back_by)
     is distinct from (old.called_back_at, old.called_back_by) then
    new.called_back_at := now();
  end if;
  if (new.decided_at, new.decided_by, new.decision)
     is distinct from (old.decided_at, old.decided_by, old.decision) then
    if owner_request_state(old) <> 'objected' then
      perform public.refuse('owner_requests_stay', 'A case goes on only as it was begun.');
    end if;
    -- Not before the objection, and not for those to come.
    new.decided_at := clock_timestamp();
  end if;
  if new.confirmed_at is distinct from old.confirmed_at
     and (is_agent or old.confirmed_at is not null or old.confirm_id is null) then
    perform public.refuse('owner_requests_confirmed_once', 'The billing address confirms, once.');
  end if;
  if new.confirmed_at is not null and old.confirmed_at is null then
    new.confirmed_at := now();
  end if;
  if new.confirm_asked_at is distinct from old.confirm_asked_at then
    new.confirm_asked_at := now();
    new.confirm_id := uuidv7();
    new.confirm_sent_to := (select billing_email from accounts where id = new.account_id);
    new.confirmed_at := null;
  end if;
  -- What it was verified with has changed: it has to be looked at anew.
  if (new.capacity, new.requested_by, new.requested_by_name, new.successor_id, new.stated_holder,
      new.stated_last4, new.callback_number, new.confirm_asked_at) is distinct from
     (old.capacity, old.requested_by, old.requested_by_name, old.successor_id, old.stated_holder,
      old.stated_last4, old.callback_number, old.confirm_asked_at) then
    if old.kind <> 'removal' or (not is_agent and new.capacity <> 'admin') then
      perform public.refuse('owner_requests_stay', 'A case goes on only as it was begun.');
    elsif is_agent and my_role is distinct from 'agent' then
      perform public.refuse('owner_requests_step_of_its_agent',
        'Each step is for its role, and in the agent''s own name.');
    end if;
    if not is_agent and new.requested_by = old.user_id then
      perform public.refuse('owner_requests_taken_over_by_others',
        'Whom a case is about does not go on with it.');
    end if;
    if (new.callback_number, new.stated_holder)
       is distinct from (old.callback_number, old.stated_holder) then
      new.called_back_at := null;
      new.called_back_by := null;
    end if;
    -- Owners and the card holder were told of another one, and said yes to that: they are told anew,
    -- and Owners have the time anew.
    if new.successor_id is distinct from old.successor_id then
      new.begun_at := now();
      new.waits_until := now() + owner_request_wait();
      new.agreed_at := null;
      new.confirmed_at := null;
    end if;
    new.verified_at := null;
    new.verified_by := null;
    new.lapse := null;
  end if;
  if new.verified_at is not null and old.verified_at is null then
    new.verified_at := now();
    new.lapse := null;
    if owner_request_obstacle(new) is not null then
      perform public.refuse('owner_requests_have_no_obstacle',
        'Something stands in the way of the case.');
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger owner_requests_stay before update on owner_requests
  for each row execute function owner_requests_stay();--> statement-breakpoint

-- Carried out: the one place where Owner status ends (domain rules 5, 9 to 11).
create function owner_requests_after_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  owners int;
  leads int;
  state text;
  my_role text;
begin
  if old.ended_at is not null and new.ended_at is null then
    perform from users where account_id = new.account_id and id = new.user_id and is_owner for share;
    if not found then
      perform public.refuse('owner_requests_user_is_owner', 'A case is about an Account Owner.');
    end if;
    perform tell_of_request(new.account_id, new.id);
  elsif new.successor_id is distinct from old.successor_id and new.begun_at <> old.begun_at then
    perform tell_of_request(new.account_id, new.id);
  end if;
  if new.requested_by is distinct from old.requested_by then
    perform from users where account_id = new.account_id and id = new.requested_by
      and status = 'active' and role = 'admin' for share;
    if not found then
      perform public.refuse('owner_requests_asked_by_an_admin', 'In an account an active admin asks.');
    end if;
  end if;
  if new.outcome is distinct from 'carried_out' or old.outcome is not distinct from 'carried_out' then
    return null;
  end if;

  -- A rescue asks about everybody: an older snapshot must not hide who signed in or was made an admin.
  select active_owners into owners from accounts where id = new.account_id for no key update;
  perform from users where account_id = new.account_id
    and (new.kind = 'rescue' or id in (new.user_id, new.successor_id, new.requested_by))
    order by id for no key update;
  if new.kind = 'rescue' then
    perform from sessions where account_id = new.account_id and ended_at is null for share;
  end if;
  state := owner_request_state(old);
  if state = 'unverified' then
    perform public.refuse('owner_requests_are_verified', 'A case is verified before it is carried out.');
  elsif state = 'objected' then
    perform public.refuse('owner_requests_wait_for_a_lead', 'A lead decides about an objection first.');
  elsif state = 'waiting' then
    perform public.refuse('owner_requests_wait', 'The waiting time passes first.');
  elsif state <> 'ready' then
    perform public.refuse('owner_requests_stay_ended', 'An ended case stays ended.');
  end if;
  if owner_request_obstacle(old) is not null then
    perform public.refuse('owner_requests_have_no_obstacle', 'Something stands in the way of the case.');
  end if;
  select role into my_role from support_agents
    where id = new.ended_by_agent and status = 'active' for share;

  if new.kind = 'rescue' then
    if my_role is distinct from 'lead' then
      perform public.refuse('owner_requests_step_of_its_agent', 'A lead carries out a rescue.');
    end if;
    select active_leads into leads from support_team for update;
    if new.ended_by_agent = new.opened_by
       and (leads > 1 or old.begun_at + interval '72 hours' > now()) then
      perform public.refuse('owner_requests_rescue_by_two',
        'Another lead carries out a rescue, or where there is one alone, it waits 72 hours.');
    end if;
    update users set role = 'admin', is_owner = true
     where account_id = new.account_id and id = new.successor_id;
    return null;
  end if;

  if my_role is distinct from 'technical' then
    perform public.refuse('owner_requests_step_of_its_agent', 'A technical agent carries a case out.');
  end if;
  if owners = 1 then
    update users set is_owner = true where account_id = new.account_id and id = new.successor_id;
  end if;
  update users set is_owner = false where account_id = new.account_id and id = new.user_id;
  return null;
end $$;--> statement-breakpoint
create trigger owner_requests_after_update after update on owner_requests
  for each row execute function owner_requests_after_update();--> statement-breakpoint

-- Nobody but that trigger lifts the status: the console's role could before.
create or replace function users_before_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if (new.account_id, new.id) is distinct from (old.account_id, old.id) then
      perform public.refuse('users_keep_their_id', 'A user keeps id and account for ever.');
    end if;
    if old.is_owner and not new.is_owner
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

-- A verification lapses with what it was based on --------------------------------------------------------

create function users_lapse_owner_requests() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update owner_requests r
     set verified_at = null, verified_by = null,
         lapse = case when n.status = 'inactive' then 'requester_inactive' else 'requester_no_admin' end
    from new_rows n join old_rows o using (account_id, id)
   where ((n.status = 'inactive' and o.status = 'active') or (n.role = 'user' and o.role = 'admin'))
     and r.account_id = n.account_id and r.requested_by = n.id and r.capacity = 'admin'
     and r.ended_at is null;
  return null;
end $$;--> statement-breakpoint
create trigger users_lapse_owner_requests after update on users
  referencing old table as old_rows new table as new_rows
  for each statement execute function users_lapse_owner_requests();--> statement-breakpoint

create function accounts_lapse_owner_requests() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update owner_requests
     set verified_at = null, verified_by = null, lapse = 'card_changed', confirmed_at = null
   where account_id = new.id and capacity = 'card_holder' and ended_at is null;
  return null;
end $$;--> statement-breakpoint
create trigger accounts_lapse_owner_requests
  after update of card_holder_name, card_last4, billing_email on accounts
  for each row when ((new.card_holder_name, new.card_last4, new.billing_email)
    is distinct from (old.card_holder_name, old.card_last4, old.billing_email))
  execute function accounts_lapse_owner_requests();--> statement-breakpoint

-- Letters: each is answered by whom it went to, while its case is open -----------------------------------

create function owner_request_letters_are_answered() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  request owner_requests;
begin
  select * into request from owner_requests
   where account_id = old.account_id and id = old.request_id for no key update;
  perform from users where account_id = old.account_id and id = old.user_id for share;
  if (new.account_id, new.id, new.request_id, new.user_id, new.address, new.told_at)
     is distinct from (old.account_id, old.id, old.request_id, old.user_id, old.address, old.told_at)
     or new.answer is null or old.answer = 'objected' or new.answer is not distinct from old.answer
     or request.ended_at is not null or request.expires_at <= now()
     or old.told_at <> request.begun_at
     or (new.answer = 'agreed' and (request.kind <> 'removal'
       or request.user_id is distinct from old.user_id))
     or (old.user_id is not null and not exists (
       select from users u where u.account_id = old.account_id and u.id = old.user_id
          and u.status = 'active' and (u.is_owner or request.kind = 'rescue'))) then
    perform public.refuse('owner_request_letters_answered_in_time',
      'A letter is answered by whom it went to, while its case is open.');
  end if;
  new.answered_at := now();
  if new.answer = 'agreed' then
    update owner_requests set agreed_at = now()
     where account_id = old.account_id and id = old.request_id;
    return new;
  end if;
  update owner_requests
     set objected_at = clock_timestamp(), objection = new.words,
         objected_by_name = coalesce(
           (select u.name from users u where u.account_id = old.account_id and u.id = old.user_id),
           old.address),
         agreed_at = case when old.answer = 'agreed' then null else agreed_at end
   where account_id = old.account_id and id = old.request_id;
  return new;
end $$;--> statement-breakpoint
create trigger owner_request_letters_are_answered before update on owner_request_letters
  for each row execute function owner_request_letters_are_answered();--> statement-breakpoint

-- Which cases are over by time. The queue's role asks; what is done is done as handover_app.
create function due_owner_requests() returns table (account_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select r.account_id, r.id from owner_requests r
   where r.ended_at is null and r.expires_at <= now() limit 1000;
end;--> statement-breakpoint

create view support_queue as
  select r.id, r.account_id, a.name as account_name, r.number, r.kind, r.capacity,
    coalesce(u.name, s.name) as user_name, r.created_at, r.begun_at, r.waits_until, r.expires_at,
    r.ended_at, r.assigned_to, t.name as assigned_to_name, r.verified_by, v.name as verified_by_name,
    owner_request_state(r) as state
  from owner_requests r
  join accounts a on a.id = r.account_id
  left join users u on u.account_id = r.account_id and u.id = r.user_id
  left join users s on s.account_id = r.account_id and s.id = r.successor_id
  left join support_agents t on t.id = r.assigned_to
  left join support_agents v on v.id = r.verified_by;--> statement-breakpoint

-- The walls, and privileges -------------------------------------------------------------------------------

-- Setting an account no longer lets the console in: it has policies of its own, by the stated look.
do $$
declare
  wall record;
  name text;
  trigger_function regprocedure;
begin
  for wall in select tablename, policyname from pg_policies
    where schemaname = 'public' and 'handover_agent' = any (roles)
  loop
    execute format('alter policy %I on %I to handover_app', wall.policyname, wall.tablename);
  end loop;
  foreach name in array array['owner_requests', 'owner_request_letters', 'owner_request_notes'] loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to handover_app '
      'using (account_id = nullif(current_setting(''app.account_id'', true), '''')::uuid) '
      'with check (account_id = nullif(current_setting(''app.account_id'', true), '''')::uuid)',
      name || '_own', name);
  end loop;
  foreach name in array array['users', 'subscriptions', 'seat_schedules', 'owner_requests',
      'owner_request_letters', 'owner_request_notes'] loop
    execute format(
      'create policy %I on %I to handover_agent '
      'using (account_id = (select stated_account())) '
      'with check (account_id = (select stated_account()))',
      name || '_stated', name);
  end loop;
  foreach name in array array['support_agents', 'support_sessions', 'support_links', 'support_looks',
      'support_events', 'support_team', 'support_queue', 'owner_requests', 'owner_request_letters',
      'owner_request_notes'] loop
    execute format('revoke all on %I from public, handover_app, handover_agent, handover_worker', name);
  end loop;
  for trigger_function in select oid from pg_proc
    where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype
  loop
    execute format('revoke execute on function %s from public', trigger_function);
  end loop;
end $$;--> statement-breakpoint
create policy accounts_stated on accounts for select to handover_agent
  using (id = (select stated_account()));--> statement-breakpoint
-- Never a contact's details: not those that the log quotes either.
create policy audit_events_stated on audit_events for select to handover_agent
  using (account_id = (select stated_account())
    and kind !~ '^(contact|history|book)[.]' and kind <> 'contacts.exported');--> statement-breakpoint
create policy audit_events_of_agent on audit_events for insert to handover_agent
  with check (account_id = (select stated_account()) and actor_kind = 'agent'
    and (actor_id, actor_name) = (select a.id, a.name || ' of support' from support_agents a
      where a.id = stated_agent())
    and kind ~ '^(owner_request|rescue)[.]' and at between now() and clock_timestamp());--> statement-breakpoint
create policy owner_request_notes_of_agent on owner_request_notes as restrictive
  for insert to handover_agent
  with check (agent_id = (select stated_agent()) and at between now() and clock_timestamp());--> statement-breakpoint
create policy audit_events_not_of_agents on audit_events as restrictive for insert to handover_app
  with check (actor_kind <> 'agent');--> statement-breakpoint

revoke execute on function stated_account(), stated_agent(), lock_stated_account(),
  support_look(uuid, uuid, text), support_look_for_case(uuid, bigint),
  support_find_accounts(uuid, text, text, text), due_owner_requests(), owner_request_wait(),
  owner_was_there(uuid, timestamptz) from public;--> statement-breakpoint
grant execute on function stated_account(), stated_agent(), lock_stated_account(),
  support_look(uuid, uuid, text), support_look_for_case(uuid, bigint),
  support_find_accounts(uuid, text, text, text), users_matching(text) to handover_agent;--> statement-breakpoint
grant execute on function owner_request_wait(), owner_was_there(uuid, timestamptz) to handover_app, handover_agent;--> statement-breakpoint
grant execute on function stated_account(), due_owner_requests() to handover_worker;--> statement-breakpoint

revoke update (is_owner) on users from handover_agent;--> statement-breakpoint
grant select (name_key) on users to handover_agent;--> statement-breakpoint
grant select on support_looks, support_queue, subscriptions, seat_schedules, owner_request_letters
  to handover_agent;--> statement-breakpoint
grant select, insert on support_agents, support_sessions, support_links, support_events,
  owner_requests, owner_request_notes to handover_agent;--> statement-breakpoint
grant update (first_name, last_name, email, role, status, inactivated_by, password_hash,
  second_step_secret, second_step_last_period) on support_agents to handover_agent;--> statement-breakpoint
grant update (last_used_at, ended_at, end_reason) on support_sessions to handover_agent;--> statement-breakpoint
grant update (used_at, ended_at) on support_links to handover_agent;--> statement-breakpoint
grant update (successor_id, capacity, requested_by_name, stated_holder, stated_last4,
  callback_number, called_back_at, called_back_by, confirm_asked_at, decided_at, decided_by, decision,
  assigned_to, verified_at, verified_by, ended_at, outcome,
  ended_by_agent, end_reason) on owner_requests to handover_agent;--> statement-breakpoint

grant select, insert on owner_requests to handover_app;--> statement-breakpoint
grant select on owner_request_letters to handover_app;--> statement-breakpoint
grant update (requested_by, requested_by_name, capacity, confirmed_at, ended_at, outcome,
  ended_by_user, end_reason) on owner_requests to handover_app;--> statement-breakpoint
grant update (answer, answered_at, words) on owner_request_letters to handover_app;
