-- Accounts: a signed-in person, with the role and unit that an invitation fixed.

create table public.accounts (
  user_id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null,
  email text not null,
  role public.app_role not null,
  unit_id uuid references public.units (id),
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  constraint display_name_is_1_to_40_characters check (char_length(btrim(display_name)) between 1 and 40),
  constraint department_account_belongs_to_a_unit check (role <> 'department' or unit_id is not null)
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
  created_at timestamptz not null default now(),
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
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references auth.users (id) on delete set null,
  constraint invitation_code_is_unique unique (code_hash),
  constraint department_invitation_names_a_unit check (role <> 'department' or unit_id is not null)
);
comment on table public.invitations is 'A single-use, expiring, revocable right to sign up with a fixed role and unit. Only the hash of the code is kept.';
create index invitations_by_unit on public.invitations (unit_id);

create trigger invitations_are_audited after insert or update or delete on public.invitations
  for each row execute function private.record_change();

alter table public.invitations enable row level security;
revoke all on public.invitations from anon, authenticated;
grant select (id, role, unit_id, note, created_by, created_at, expires_at, revoked_at, accepted_at, accepted_by)
  on public.invitations to authenticated;
create policy select_as_lead_office on public.invitations for select to authenticated
  using ((select private.is_lead_office()));

create function public.create_invitation(p_role public.app_role, p_unit_id uuid, p_note text default '', p_valid_days integer default 7)
returns table (id uuid, code text, expires_at timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  v_code text := private.make_code();
begin
  perform private.require_role('lead_office');
  if p_role = 'department' and p_unit_id is null then perform private.refuse('invitation_needs_unit'); end if;
  if exists (select from public.units u where u.id = p_unit_id and u.retired_on is not null) then
    perform private.refuse('unit_is_retired');
  end if;
  if coalesce(p_valid_days, 0) not between 1 and 90 then perform private.refuse('invitation_days_out_of_range'); end if;
  return query
    insert into public.invitations as i (code_hash, role, unit_id, note, created_by, expires_at)
    values (private.hash_code(v_code), p_role, p_unit_id, coalesce(btrim(p_note), ''), auth.uid(),
            now() + make_interval(days => p_valid_days))
    returning i.id, v_code, i.expires_at;
end $$;
comment on function public.create_invitation is 'Lead office: makes an invitation; the code is answered once and never again.';

create function public.revoke_invitation(p_invitation_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role('lead_office');
  update public.invitations set revoked_at = now()
  where id = p_invitation_id and accepted_at is null and revoked_at is null;
  if not found then perform private.refuse('invitation_not_open', 409); end if;
end $$;
comment on function public.revoke_invitation is 'Lead office: an invitation not yet accepted stops working.';

-- Why a sign-up code does not work, or null when it does.
create function private.invitation_problem(p_invitation public.invitations)
returns text language sql stable set search_path = '' as $$
  select case
    when p_invitation.id is null then 'unknown'
    when p_invitation.accepted_at is not null then 'used'
    when p_invitation.revoked_at is not null
      or exists (select from public.units u where u.id = p_invitation.unit_id and u.retired_on is not null) then 'revoked'
    when p_invitation.expires_at <= now() then 'expired'
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
comment on function public.check_sign_up_code is 'Anyone: what an invitation or set-up code is good for, or why it does not work.';

create function public.is_set_up()
returns boolean language sql stable security definer set search_path = '' as $$
  select private.is_set_up()
$$;
comment on function public.is_set_up is 'Anyone: whether the first lead-office account exists.';

-- Sign-up: no account without a code. The code travels in the sign-up metadata and is forgotten at once.
create function private.admit_new_user()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_code text := new.raw_user_meta_data ->> 'sign_up_code';
  v_name text := coalesce(nullif(btrim(new.raw_user_meta_data ->> 'display_name'), ''), split_part(new.email, '@', 1));
  v_invitation public.invitations;
begin
  update private.setup_codes set used_at = now()
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
  update public.invitations set accepted_at = now(), accepted_by = new.id where id = v_invitation.id;
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
  perform private.require_role('lead_office');
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

create function public.set_account_disabled(p_user_id uuid, p_is_disabled boolean, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role('lead_office');
  perform private.require_text(p_reason, 'reason_missing');
  if p_is_disabled and p_user_id = auth.uid() then perform private.refuse('own_account_cannot_be_disabled', 409); end if;
  perform set_config('app.reason', p_reason, true);
  update public.accounts set disabled_at = case when p_is_disabled then now() end
  where user_id = p_user_id and (disabled_at is not null) is distinct from p_is_disabled;
  if not found then perform private.refuse('account_already_so', 409); end if;
  -- Not 'infinity': the auth services read it as no date at all, and let the person in.
  update auth.users set banned_until = case when p_is_disabled then now() + interval '100 years' end where id = p_user_id;
  if p_is_disabled then perform private.end_sessions(p_user_id); end if;
end $$;
comment on function public.set_account_disabled is 'Lead office: shuts an account out at once (every policy asks for an enabled account), or lets it in again.';

create table private.password_resets (
  code_hash text primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table private.password_resets is 'Single-use links by which a person sets a new password; made by the lead office.';

create function public.create_password_reset(p_user_id uuid)
returns table (code text, expires_at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  v_code text := private.make_code();
begin
  perform private.require_role('lead_office');
  if not exists (select from public.accounts a where a.user_id = p_user_id and a.disabled_at is null) then
    perform private.refuse('account_not_found', 404);
  end if;
  delete from private.password_resets r where r.user_id = p_user_id and r.used_at is null;
  return query
    insert into private.password_resets as r (code_hash, user_id, created_by, expires_at)
    values (private.hash_code(v_code), p_user_id, auth.uid(), now() + interval '24 hours')
    returning v_code, r.expires_at;
end $$;
comment on function public.create_password_reset is 'Lead office: a link code good for 24 hours; an earlier unused one stops working.';

create function private.password_reset_problem(p_code text)
returns text language sql stable security definer set search_path = '' as $$
  select coalesce((select case when r.used_at is not null then 'used'
                               when r.expires_at <= now() then 'expired'
                               when a.disabled_at is not null then 'revoked' else '' end
                   from private.password_resets r join public.accounts a using (user_id)
                   where r.code_hash = private.hash_code(p_code)), 'unknown')
$$;
revoke execute on function private.password_reset_problem(text) from public;

create function public.check_reset_code(p_code text)
returns table (is_valid boolean, problem text) language sql stable security definer set search_path = '' as $$
  select private.password_reset_problem(p_code) = '', nullif(private.password_reset_problem(p_code), '')
$$;
comment on function public.check_reset_code is 'Anyone: whether a password-reset code works, or why not.';

create function public.reset_password(p_code text, p_new_password text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_user_id uuid;
begin
  if private.password_reset_problem(p_code) <> '' then
    perform private.refuse('reset_code_' || private.password_reset_problem(p_code), 403);
  end if;
  if char_length(coalesce(p_new_password, '')) < 10 then perform private.refuse('password_too_short'); end if;
  -- bcrypt reads no further than 72 bytes.
  if octet_length(p_new_password) > 72 then perform private.refuse('password_too_long'); end if;
  update private.password_resets set used_at = now()
  where code_hash = private.hash_code(p_code) and used_at is null returning user_id into v_user_id;
  if v_user_id is null then perform private.refuse('reset_code_used', 403); end if;
  update auth.users set encrypted_password = extensions.crypt(p_new_password, extensions.gen_salt('bf', 10)), updated_at = now()
  where id = v_user_id;
  perform private.end_sessions(v_user_id);
end $$;
comment on function public.reset_password is 'Anyone with a working code: sets the password (10 characters to 72 bytes) and ends that person''s sessions.';

revoke execute on function public.create_invitation(public.app_role, uuid, text, integer), public.revoke_invitation(uuid),
  public.check_sign_up_code(text), public.is_set_up(), public.current_account(), public.list_accounts(),
  public.set_display_name(text), public.set_account_disabled(uuid, boolean, text), public.create_password_reset(uuid),
  public.check_reset_code(text), public.reset_password(text, text) from public, anon, authenticated;
grant execute on function public.check_sign_up_code(text), public.is_set_up(), public.check_reset_code(text),
  public.reset_password(text, text), public.current_account() to anon, authenticated;
grant execute on function public.create_invitation(public.app_role, uuid, text, integer), public.revoke_invitation(uuid),
  public.list_accounts(), public.set_display_name(text), public.set_account_disabled(uuid, boolean, text),
  public.create_password_reset(uuid) to authenticated;
