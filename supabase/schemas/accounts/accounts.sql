-- Accounts: a signed-in person, with the role and unit that an invitation fixed.

create table public.accounts (
  user_id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null,
  email text not null,
  role public.app_role not null,
  unit_id uuid references public.units (id),
  created_at timestamptz not null default private.clock(),
  disabled_at timestamptz,
  constraint display_name_is_1_to_40_characters check (char_length(btrim(display_name)) between 1 and 40),
  constraint department_account_belongs_to_a_unit check (role <> 'department' or unit_id is not null),
  constraint unit_belongs_to_department_accounts_only check (role = 'department' or unit_id is null)
);
comment on table public.accounts is 'Role and unit of each person who may sign in. Made by the sign-up trigger from an invitation, never by hand.';
create index accounts_by_unit on public.accounts (unit_id);

create trigger accounts_are_audited after insert or update or delete on public.accounts
  for each row execute function private.record_change();

alter table public.accounts enable row level security;
revoke all on public.accounts from anon, authenticated;
-- E-mail addresses are for the lead office alone: see list_accounts().
grant select (user_id, display_name, role, unit_id, disabled_at) on public.accounts to authenticated;
create policy select_as_any_account on public.accounts for select to authenticated
  using ((select private.has_account()));

-- What somebody of the lead office hands out (invitations, reset links) works only while they are of the lead office.
create function private.is_standing_lead_office(p_user_id uuid)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.accounts where user_id = p_user_id and role = 'lead_office' and disabled_at is null)
$$;
-- Whoever makes or ends codes in the name of accounts holds these first, in one order: a code made while its maker is
-- being shut out is either revoked with the others or refused.
create function private.lock_accounts(p_user_ids uuid[])
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform from public.accounts where user_id = any (p_user_ids) order by user_id for no key update;
end $$;
revoke execute on function private.is_standing_lead_office(uuid), private.lock_accounts(uuid[]) from public;

-- Codes: single use, stored as SHA-256 only; they are random and long, so a plain hash is enough.
-- Case, dashes and blanks do not count: a code may be typed from paper.
create function private.hash_code(p_code text)
returns text language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(upper(regexp_replace(coalesce(p_code, ''), '[\s-]', '', 'g')), 'UTF8')), 'hex')
$$;
create function private.make_code()
returns text language sql volatile set search_path = '' as $$
  select rtrim(translate(encode(extensions.gen_random_bytes(16), 'base64'), '+/', '-_'), '=')
$$;
revoke execute on function private.hash_code(text), private.make_code() from public;

create table private.setup_codes (
  code_hash text primary key,
  created_at timestamptz not null default private.clock(),
  used_at timestamptz
);
comment on table private.setup_codes is 'The code that the server prints on its first run: makes the first lead-office account.';

create function private.is_set_up()
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.accounts where role = 'lead_office')
$$;

create function private.ensure_setup_code(p_code text)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if private.is_set_up() then return false; end if;
  delete from private.setup_codes where used_at is null;
  insert into private.setup_codes (code_hash) values (private.hash_code(p_code));
  return true;
end $$;
comment on function private.ensure_setup_code is
  'Called by whoever runs the server: makes p_code the set-up code unless a lead-office account exists; true when it counts.';
revoke execute on function private.is_set_up(), private.ensure_setup_code(text) from public;

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  code_hash text not null,
  role public.app_role not null,
  unit_id uuid references public.units (id),
  note text not null default '',
  created_by uuid not null references public.accounts (user_id),
  created_at timestamptz not null default private.clock(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references auth.users (id) on delete set null,
  constraint invitation_code_is_unique unique (code_hash),
  constraint department_invitation_names_a_unit check (role <> 'department' or unit_id is not null),
  constraint unit_belongs_to_department_invitations_only check (role = 'department' or unit_id is null)
);
comment on table public.invitations is 'A single-use, expiring, revocable right to sign up with a fixed role and unit. Only the hash of the code is kept.';
create index invitations_by_unit on public.invitations (unit_id);
create index open_invitations_by_maker on public.invitations (created_by) where accepted_at is null and revoked_at is null;

create trigger invitations_are_audited after insert or update or delete on public.invitations
  for each row execute function private.record_change();

alter table public.invitations enable row level security;
revoke all on public.invitations from anon, authenticated;
grant select (id, role, unit_id, note, created_by, created_at, expires_at, revoked_at, accepted_at, accepted_by)
  on public.invitations to authenticated;
create policy select_as_lead_office on public.invitations for select to authenticated
  using ((select private.can('manage_accounts')));

create function public.create_invitation(p_role public.app_role, p_unit_id uuid, p_note text default '', p_valid_days integer default 7)
returns table (id uuid, code text, expires_at timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  v_code text := private.make_code();
begin
  perform private.require('manage_accounts');
  perform private.lock_accounts(array[auth.uid()]);
  perform private.require('manage_accounts');
  if p_role = 'department' and p_unit_id is null then perform private.refuse('invitation_needs_unit'); end if;
  if p_role <> 'department' and p_unit_id is not null then perform private.refuse('invitation_unit_only_for_department'); end if;
  -- Locked, so that a unit being retired meanwhile revokes this invitation with the others.
  perform from public.units u where u.id = p_unit_id for share;
  if exists (select from public.units u where u.id = p_unit_id and u.retired_on is not null) then
    perform private.refuse('unit_is_retired');
  end if;
  if coalesce(p_valid_days, 0) not between 1 and 90 then perform private.refuse('invitation_days_out_of_range'); end if;
  return query
    insert into public.invitations as i (code_hash, role, unit_id, note, created_by, expires_at)
    values (private.hash_code(v_code), p_role, p_unit_id, coalesce(btrim(p_note), ''), auth.uid(),
            private.clock() + make_interval(days => p_valid_days))
    returning i.id, v_code, i.expires_at;
end $$;
comment on function public.create_invitation is 'Lead office: makes an invitation; the code is answered once and never again.';

create function public.revoke_invitation(p_invitation_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require('manage_accounts');
  update public.invitations set revoked_at = private.clock()
  where id = p_invitation_id and accepted_at is null and revoked_at is null;
  if not found then perform private.refuse('invitation_not_open', 409); end if;
end $$;
comment on function public.revoke_invitation is 'Lead office: an invitation not yet accepted stops working.';

-- A unit that is retired invites nobody any more, also not after it is taken back into use.
create function private.revoke_invitations_of_unit()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.invitations set revoked_at = private.clock()
  where unit_id = new.id and accepted_at is null and revoked_at is null and expires_at > private.clock();
  return null;
end $$;
revoke execute on function private.revoke_invitations_of_unit() from public;
create trigger retired_units_invite_nobody after update of retired_on on public.units
  for each row when (old.retired_on is null and new.retired_on is not null) execute function private.revoke_invitations_of_unit();

-- Why an invitation does not work, or null when it does. Maker and unit are asked about here too, though what shuts them
-- out revokes their invitations: nobody may depend on every way of shutting out having been thought of.
create function private.invitation_problem(p_invitation public.invitations)
returns text language sql stable set search_path = '' as $$
  select case
    when p_invitation.id is null then 'unknown'
    when p_invitation.accepted_at is not null then 'used'
    when p_invitation.revoked_at is not null
      or not private.is_standing_lead_office(p_invitation.created_by)
      or exists (select from public.units u where u.id = p_invitation.unit_id and u.retired_on is not null) then 'revoked'
    when p_invitation.expires_at <= private.clock() then 'expired'
  end
$$;
revoke execute on function private.invitation_problem(public.invitations) from public;

create function public.check_sign_up_code(p_code text)
returns table (is_valid boolean, problem text, role public.app_role, unit_name text, is_setup boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_invitation public.invitations;
begin
  if exists (select from private.setup_codes s where s.code_hash = private.hash_code(p_code)) then
    return query select not private.is_set_up(), case when private.is_set_up() then 'used' end,
      'lead_office'::public.app_role, null::text, true;
    return;
  end if;
  select * into v_invitation from public.invitations i where i.code_hash = private.hash_code(p_code);
  return query select private.invitation_problem(v_invitation) is null, private.invitation_problem(v_invitation),
    v_invitation.role, (select u.name from public.units u where u.id = v_invitation.unit_id), false;
end $$;
comment on function public.check_sign_up_code is
  'Anyone: what an invitation or set-up code is good for, or why it does not work. One row always; nothing about addresses.';

create function public.is_set_up()
returns boolean language sql stable security definer set search_path = '' as $$
  select private.is_set_up()
$$;
comment on function public.is_set_up is 'Anyone: whether the first lead-office account exists.';

-- The code is looked at before anything else about a sign-up. A row's "before" triggers fire before its unique address is
-- compared, so whoever has no code is told the same of an address that has an account and of one that has none.
create function private.require_sign_up_code()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_problem text := (select problem from public.check_sign_up_code(new.raw_user_meta_data ->> 'sign_up_code'));
begin
  if v_problem is not null then perform private.refuse('sign_up_code_' || v_problem, 403); end if;
  return new;
end $$;
revoke execute on function private.require_sign_up_code() from public;
create trigger sign_up_codes_come_first before insert on auth.users
  for each row execute function private.require_sign_up_code();

-- Sign-up: no account without a code. The code travels in the sign-up metadata and is forgotten at once.
create function private.admit_new_user()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_code text := new.raw_user_meta_data ->> 'sign_up_code';
  v_name text := coalesce(nullif(btrim(new.raw_user_meta_data ->> 'display_name'), ''), split_part(new.email, '@', 1));
  v_invitation public.invitations;
begin
  update private.setup_codes set used_at = private.clock()
  where code_hash = private.hash_code(v_code) and used_at is null and not private.is_set_up();
  if found then
    insert into public.accounts (user_id, display_name, email, role) values (new.id, left(v_name, 40), new.email, 'lead_office');
    return null;
  end if;
  select * into v_invitation from public.invitations where code_hash = private.hash_code(v_code) for update;
  if private.invitation_problem(v_invitation) is not null then
    perform private.refuse('sign_up_code_' || private.invitation_problem(v_invitation), 403);
  end if;
  insert into public.accounts (user_id, display_name, email, role, unit_id)
  values (new.id, left(v_name, 40), new.email, v_invitation.role, v_invitation.unit_id);
  update public.invitations set accepted_at = private.clock(), accepted_by = new.id where id = v_invitation.id;
  return null;
end $$;
revoke execute on function private.admit_new_user() from public;
create trigger new_users_need_an_invitation after insert on auth.users
  for each row execute function private.admit_new_user();

create function private.forget_sign_up_code()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update auth.users set raw_user_meta_data = raw_user_meta_data - 'sign_up_code' where id = new.id;
  return null;
end $$;
revoke execute on function private.forget_sign_up_code() from public;
-- Named to run after new_users_need_an_invitation: triggers of one event fire in the order of their names.
create trigger sign_up_codes_are_forgotten after insert on auth.users
  for each row when (new.raw_user_meta_data ? 'sign_up_code') execute function private.forget_sign_up_code();

-- A person may change their address with the auth service; the account follows.
create function private.copy_email_to_account()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.accounts set email = new.email where user_id = new.id;
  return null;
end $$;
revoke execute on function private.copy_email_to_account() from public;
create trigger accounts_follow_the_email after update of email on auth.users
  for each row when (new.email is distinct from old.email) execute function private.copy_email_to_account();

create function public.current_account()
returns table (user_id uuid, display_name text, email text, role public.app_role, unit_id uuid, unit_name text)
language sql stable security definer set search_path = '' as $$
  select a.user_id, a.display_name, a.email, a.role, a.unit_id, u.name
  from public.accounts a left join public.units u on u.id = a.unit_id
  where a.user_id = auth.uid() and a.disabled_at is null
$$;
comment on function public.current_account is 'Who is asking; no row for a stranger or a disabled account.';

create function public.list_accounts()
returns table (user_id uuid, display_name text, email text, role public.app_role, unit_id uuid, unit_name text,
  created_at timestamptz, disabled_at timestamptz, last_sign_in_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('manage_accounts');
  return query
    select a.user_id, a.display_name, a.email, a.role, a.unit_id, u.name, a.created_at, a.disabled_at, s.last_sign_in_at
    from public.accounts a left join public.units u on u.id = a.unit_id join auth.users s on s.id = a.user_id
    order by a.role, u.position nulls first, a.created_at, a.user_id;
end $$;
comment on function public.list_accounts is 'Lead office: every account with its address and last sign-in.';

create function public.set_display_name(p_display_name text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_account();
  perform private.require_text(p_display_name, 'display_name_missing');
  update public.accounts set display_name = left(btrim(p_display_name), 40) where user_id = auth.uid();
end $$;
comment on function public.set_display_name is 'Any account: changes its own shown name (at most 40 characters).';

create function private.end_sessions(p_user_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  -- Refresh tokens go with their sessions by cascade.
  delete from auth.sessions where user_id = p_user_id;
end $$;
revoke execute on function private.end_sessions(uuid) from public;

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

-- What a person leaves behind when they are shut out: invitations and reset links they made, and links made for them.
create function private.revoke_codes_of(p_user_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  update public.invitations set revoked_at = private.clock()
  where created_by = p_user_id and accepted_at is null and revoked_at is null and expires_at > private.clock();
  update private.password_resets set state = 'revoked', ended_at = private.clock()
  where (user_id = p_user_id or created_by = p_user_id) and state = 'open';
end $$;
revoke execute on function private.revoke_codes_of(uuid) from public;

create function public.set_account_disabled(p_user_id uuid, p_is_disabled boolean, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require('manage_accounts');
  perform private.require_text(p_reason, 'reason_missing');
  if p_is_disabled and p_user_id = auth.uid() then perform private.refuse('own_account_cannot_be_disabled', 409); end if;
  perform private.lock_accounts(array[auth.uid(), p_user_id]);
  -- Asked again under the lock: of two who shut each other out at once, one remains.
  perform private.require('manage_accounts');
  perform set_config('app.reason', p_reason, true);
  update public.accounts set disabled_at = case when p_is_disabled then private.clock() end
  where user_id = p_user_id and (disabled_at is not null) is distinct from p_is_disabled;
  if not found then perform private.refuse('account_already_so', 409); end if;
  if p_is_disabled then perform private.revoke_codes_of(p_user_id); end if;
  -- Not 'infinity': the auth services read it as no date at all, and let the person in.
  update auth.users set banned_until = case when p_is_disabled then private.clock() + interval '100 years' end where id = p_user_id;
  if p_is_disabled then perform private.end_sessions(p_user_id); end if;
end $$;
comment on function public.set_account_disabled is
  'Lead office: shuts an account out at once (every policy asks for an enabled account) with every code it made, or lets it in again, without them.';

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

revoke execute on function public.create_invitation(public.app_role, uuid, text, integer), public.revoke_invitation(uuid),
  public.check_sign_up_code(text), public.is_set_up(), public.current_account(), public.list_accounts(),
  public.set_display_name(text), public.set_account_disabled(uuid, boolean, text), public.create_password_reset(uuid),
  public.check_reset_code(text), public.reset_password(text, text), public.my_password_resets(),
  public.acknowledge_password_reset(uuid, text) from public, anon, authenticated;
grant execute on function public.check_sign_up_code(text), public.is_set_up(), public.check_reset_code(text),
  public.reset_password(text, text), public.current_account() to anon, authenticated;
grant execute on function public.create_invitation(public.app_role, uuid, text, integer), public.revoke_invitation(uuid),
  public.list_accounts(), public.set_display_name(text), public.set_account_disabled(uuid, boolean, text),
  public.create_password_reset(uuid), public.my_password_resets(), public.acknowledge_password_reset(uuid, text) to authenticated;
