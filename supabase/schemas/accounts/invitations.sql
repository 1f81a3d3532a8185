-- Invitations: what an account is made with, each used once.

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  code_hash text not null,
  role public.app_role not null,
  unit_id uuid references public.units (id) on delete restrict,
  note text not null default '',
  created_by uuid not null references public.accounts (user_id) on delete restrict,
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

-- Whoever makes invitations, asked again under the lock of their account.
create function private.require_inviter(p_valid_days integer)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require('manage_accounts');
  perform private.lock_accounts(array[auth.uid()]);
  perform private.require('manage_accounts');
  if coalesce(p_valid_days, 0) not between 1 and 90 then perform private.refuse('invitation_days_out_of_range'); end if;
end $$;

-- One invitation, for whoever has asked who is asking.
create function private.make_invitation(p_role public.app_role, p_unit_id uuid, p_note text, p_valid_days integer)
returns table (id uuid, code text, expires_at timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  v_code text := private.make_code();
begin
  if p_role = 'department' and p_unit_id is null then perform private.refuse('invitation_needs_unit'); end if;
  if p_role <> 'department' and p_unit_id is not null then perform private.refuse('invitation_unit_only_for_department'); end if;
  -- Locked, so that a unit being retired meanwhile revokes this invitation with the others.
  perform from public.units u where u.id = p_unit_id for share;
  if exists (select from public.units u where u.id = p_unit_id and u.retired_on is not null) then
    perform private.refuse('unit_is_retired');
  end if;
  return query
    insert into public.invitations as i (code_hash, role, unit_id, note, created_by, expires_at)
    values (private.hash_code(v_code), p_role, p_unit_id, coalesce(btrim(p_note), ''), auth.uid(),
            private.clock() + make_interval(days => p_valid_days))
    returning i.id, v_code, i.expires_at;
end $$;

create function public.create_invitation(p_role public.app_role, p_unit_id uuid, p_note text default '', p_valid_days integer default 7)
returns table (id uuid, code text, expires_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_inviter(p_valid_days);
  return query select m.id, m.code, m.expires_at from private.make_invitation(p_role, p_unit_id, p_note, p_valid_days) m;
end $$;
comment on function public.create_invitation is 'Lead office: makes an invitation; the code is answered once and never again.';

-- A list of links is made in one go, so that none is made whose code nobody was shown.
create function public.invite_units(p_unit_ids uuid[], p_note text default '', p_valid_days integer default 7)
returns table (invitation_id uuid, unit_id uuid, unit_name text, code text, expires_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_inviter(p_valid_days);
  return query
    select m.id, u.id, u.name, m.code, m.expires_at
    from public.units u
    cross join lateral private.make_invitation('department', u.id, p_note, p_valid_days) m
    where u.id = any (p_unit_ids)
    order by u.position, u.name;
end $$;
comment on function public.invite_units is 'Lead office: one invitation for each of some units, all or none; the codes are answered once and never again.';

-- Who lost a link gets another; the lost one stops working.
create function public.renew_invitations(p_invitation_ids uuid[], p_valid_days integer default 7)
returns table (invitation_id uuid, role public.app_role, unit_id uuid, unit_name text, code text, expires_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_inviter(p_valid_days);
  perform from public.invitations i where i.id = any (p_invitation_ids) order by i.id for update;
  if exists (select from unnest(p_invitation_ids) n
             where not exists (select from public.invitations i where i.id = n and i.accepted_at is null and i.revoked_at is null)) then
    perform private.refuse('invitation_not_open', 409);
  end if;
  update public.invitations i set revoked_at = private.clock() where i.id = any (p_invitation_ids);
  return query
    select m.id, i.role, i.unit_id, u.name, m.code, m.expires_at
    from public.invitations i left join public.units u on u.id = i.unit_id
    cross join lateral private.make_invitation(i.role, i.unit_id, i.note, p_valid_days) m
    where i.id = any (p_invitation_ids)
    order by u.position nulls first, u.name, i.created_at;
end $$;
comment on function public.renew_invitations is
  'Lead office: new codes for invitations that nobody accepted, expired ones too; the former codes stop working. All or none.';

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

revoke execute on function private.require_inviter(integer), private.make_invitation(public.app_role, uuid, text, integer) from public;
revoke execute on function public.create_invitation(public.app_role, uuid, text, integer), public.revoke_invitation(uuid),
  public.invite_units(uuid[], text, integer), public.renew_invitations(uuid[], integer), public.check_sign_up_code(text) from public, anon, authenticated;
grant execute on function public.check_sign_up_code(text) to anon, authenticated;
grant execute on function public.create_invitation(public.app_role, uuid, text, integer), public.revoke_invitation(uuid),
  public.invite_units(uuid[], text, integer), public.renew_invitations(uuid[], integer) to authenticated;
