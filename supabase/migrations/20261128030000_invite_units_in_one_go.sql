-- Invitations for many units in one go, and new codes for those that nobody accepted.

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

create or replace function public.create_invitation(p_role public.app_role, p_unit_id uuid, p_note text default '', p_valid_days integer default 7)
returns table (id uuid, code text, expires_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_inviter(p_valid_days);
  return query select m.id, m.code, m.expires_at from private.make_invitation(p_role, p_unit_id, p_note, p_valid_days) m;
end $$;

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

revoke execute on function private.require_inviter(integer), private.make_invitation(public.app_role, uuid, text, integer) from public;
revoke execute on function public.invite_units(uuid[], text, integer), public.renew_invitations(uuid[], integer) from public, anon;
grant execute on function public.invite_units(uuid[], text, integer), public.renew_invitations(uuid[], integer) to authenticated;
