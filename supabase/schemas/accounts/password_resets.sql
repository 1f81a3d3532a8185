-- Password resets: a link that the lead office makes for a person, and that the person is told of.

create table private.password_resets (
  reset_id uuid primary key default gen_random_uuid(),
  code_hash text not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  created_by uuid not null,
  created_at timestamptz not null default private.clock(),
  expires_at timestamptz not null,
  state text not null default 'open',
  ended_at timestamptz,
  acknowledged_at timestamptz,
  constraint reset_code_is_unique unique (code_hash),
  constraint reset_is_open_used_replaced_or_revoked check (state in ('open', 'used', 'replaced', 'revoked')),
  constraint ended_reset_says_when check ((state = 'open') = (ended_at is null))
);
comment on table private.password_resets is
  'Single-use links by which a person sets a new password; made by the lead office, kept after use so that the person is told.';
comment on column private.password_resets.reset_id is 'Not "id": history speaks of the person (user_id), see private.record_change().';
comment on column private.password_resets.acknowledged_at is 'When the person said 知道了 to the state it now has.';
create unique index one_open_reset_per_person on private.password_resets (user_id) where state = 'open';
create index password_resets_by_user on private.password_resets (user_id, created_at desc);
create index open_password_resets_by_maker on private.password_resets (created_by) where state = 'open';

create trigger password_resets_are_audited after insert or update or delete on private.password_resets
  for each row execute function private.record_change();

create function public.create_password_reset(p_user_id uuid)
returns table (code text, expires_at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  v_code text := private.make_code();
begin
  perform private.require('manage_accounts');
  perform private.lock_accounts(array[auth.uid(), p_user_id]);
  perform private.require('manage_accounts');
  if not exists (select from public.accounts a where a.user_id = p_user_id and a.disabled_at is null) then
    perform private.refuse('account_not_found', 404);
  end if;
  update private.password_resets r set state = 'replaced', ended_at = private.clock() where r.user_id = p_user_id and r.state = 'open';
  return query
    insert into private.password_resets as r (code_hash, user_id, created_by, expires_at)
    values (private.hash_code(v_code), p_user_id, auth.uid(), private.clock() + interval '24 hours')
    returning v_code, r.expires_at;
end $$;
comment on function public.create_password_reset is
  'Lead office: a link code good for 24 hours; an earlier unused one stops working. The person is told when they next sign in.';

-- Why a reset link does not work, or null when it does. As with invitations, maker and person are asked about here too.
create function private.password_reset_problem(p_reset private.password_resets)
returns text language sql stable set search_path = '' as $$
  select case
    when p_reset.reset_id is null then 'unknown'
    when p_reset.state = 'used' then 'used'
    when p_reset.state <> 'open' or not private.is_standing_lead_office(p_reset.created_by)
      or not exists (select from public.accounts a where a.user_id = p_reset.user_id and a.disabled_at is null) then 'revoked'
    when p_reset.expires_at <= private.clock() then 'expired'
  end
$$;
revoke execute on function private.password_reset_problem(private.password_resets) from public;

create function public.check_reset_code(p_code text)
returns table (is_valid boolean, problem text) language plpgsql stable security definer set search_path = '' as $$
declare
  v_reset private.password_resets;
begin
  select * into v_reset from private.password_resets r where r.code_hash = private.hash_code(p_code);
  return query select private.password_reset_problem(v_reset) is null, private.password_reset_problem(v_reset);
end $$;
comment on function public.check_reset_code is 'Anyone: whether a password-reset code works, or why not.';

create function public.reset_password(p_code text, p_new_password text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_reset private.password_resets;
begin
  -- Locked: of two who use one link at once, the second finds it used.
  select * into v_reset from private.password_resets r where r.code_hash = private.hash_code(p_code) for update;
  if private.password_reset_problem(v_reset) is not null then
    perform private.refuse('reset_code_' || private.password_reset_problem(v_reset), 403);
  end if;
  if char_length(coalesce(p_new_password, '')) < 10 then perform private.refuse('password_too_short'); end if;
  -- bcrypt reads no further than 72 bytes.
  if octet_length(p_new_password) > 72 then perform private.refuse('password_too_long'); end if;
  -- Whoever said 知道了 before may not be who signs in from now on: what happened lately is told once more.
  update private.password_resets set acknowledged_at = null
  where user_id = v_reset.user_id and state = 'used' and acknowledged_at is not null and ended_at > private.clock() - interval '30 days';
  update private.password_resets set state = 'used', ended_at = private.clock(), acknowledged_at = null where reset_id = v_reset.reset_id;
  update auth.users set encrypted_password = extensions.crypt(p_new_password, extensions.gen_salt('bf', 10)), updated_at = private.clock()
  where id = v_reset.user_id;
  perform private.end_sessions(v_reset.user_id);
end $$;
comment on function public.reset_password is 'Anyone with a working code: sets the password (10 characters to 72 bytes) and ends that person''s sessions.';

create function public.my_password_resets()
returns table (reset_id uuid, state text, made_by text, made_at timestamptz, expires_at timestamptz, ended_at timestamptz, is_news boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_account();
  return query
    select r.reset_id, case when private.password_reset_problem(r) = 'expired' then 'expired' else r.state end,
      coalesce(a.display_name, ''), r.created_at, r.expires_at, r.ended_at,
      r.acknowledged_at is null and (r.state = 'used' or private.password_reset_problem(r) is null) as news
    from private.password_resets r left join public.accounts a on a.user_id = r.created_by
    where r.user_id = auth.uid()
    -- A bound on the list, which news always comes first in.
    order by news desc, coalesce(r.ended_at, r.created_at) desc, r.reset_id limit 50;
end $$;
comment on function public.my_password_resets is
  'Any account: the reset links made for it, by whom, and what became of them. is_news: used, or open and working, and not acknowledged yet.';

create function public.acknowledge_password_reset(p_reset_id uuid, p_state text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_account();
  update private.password_resets set acknowledged_at = coalesce(acknowledged_at, private.clock())
  where reset_id = p_reset_id and user_id = auth.uid() and state = p_state;
  if not found then perform private.refuse('password_reset_changed', 409); end if;
end $$;
comment on function public.acknowledge_password_reset is
  'Any account: has read that a reset link of its own stands in p_state. A link used since is told anew.';

revoke execute on function public.create_password_reset(uuid), public.check_reset_code(text), public.reset_password(text, text),
  public.my_password_resets(), public.acknowledge_password_reset(uuid, text) from public, anon, authenticated;
grant execute on function public.check_reset_code(text), public.reset_password(text, text) to anon, authenticated;
grant execute on function public.create_password_reset(uuid), public.my_password_resets(), public.acknowledge_password_reset(uuid, text)
  to authenticated;
