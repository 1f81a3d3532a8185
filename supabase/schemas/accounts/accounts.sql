-- Accounts: a signed-in person, with the role and unit that an invitation fixed.

create table public.accounts (
  user_id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null,
  email text not null,
  role public.app_role not null,
  unit_id uuid references public.units (id) on delete restrict,
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

revoke execute on function public.current_account(), public.list_accounts(), public.set_display_name(text) from public, anon, authenticated;
grant execute on function public.current_account() to anon, authenticated;
grant execute on function public.list_accounts(), public.set_display_name(text) to authenticated;
