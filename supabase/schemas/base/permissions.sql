-- Who may do what: roles, and the table of capabilities that every policy and function asks.

create type public.app_role as enum ('lead_office', 'department', 'leadership');

-- Who asks: the account behind the request's claims. All null for whoever has none, or had it taken away.
create type private.caller as (
  user_id uuid,
  role public.app_role,
  unit_id uuid
);

-- plpgsql on purpose: the accounts table comes later, and what asks about it binds to it when called.
-- The unit is null for every role but a department's, whatever the row says: "of my unit" opens working copies, and they
-- are the department's alone.
create function private.caller()
returns private.caller language plpgsql stable security definer set search_path = '' as $$
declare
  v_caller private.caller;
begin
  select a.user_id, a.role, case when a.role = 'department' then a.unit_id end into v_caller
  from public.accounts a where a.user_id = auth.uid() and a.disabled_at is null;
  return v_caller;
end $$;
comment on function private.caller is 'User, role and unit of who asks, in one look-up: for functions that need more than one of them.';

create function private.account_role()
returns public.app_role language plpgsql stable security definer set search_path = '' as $$
begin
  return (select role from public.accounts where user_id = auth.uid() and disabled_at is null);
end $$;

create function private.account_unit_id()
returns uuid language plpgsql stable set search_path = '' as $$
begin
  return (private.caller()).unit_id;
end $$;

create function private.has_account()
returns boolean language plpgsql stable set search_path = '' as $$
begin
  return private.account_role() is not null;
end $$;

-- What a role may do. Moving work from one state to another stands in private.transitions; here stands the rest.
create table private.capabilities (
  capability text not null,
  role public.app_role not null,
  primary key (capability, role)
);
comment on table private.capabilities is 'Capability × role: who may do what. No line, not allowed.';

insert into private.capabilities (capability, role) values
  ('manage_accounts', 'lead_office'),
  ('manage_units', 'lead_office'),
  -- Drafts, from the document to the day of issue.
  ('prepare_plans', 'lead_office'),
  ('link_lineage', 'lead_office'),
  ('review_reports', 'lead_office'),
  -- Narratives and evidence of every unit.
  ('read_all_work', 'lead_office'), ('read_all_work', 'leadership'),
  -- Of its own unit alone: whoever asks adds which.
  ('report_work', 'department');

-- A right given to one person over one thing, beyond what their role may.
create table private.personal_capabilities (
  capability text not null,
  user_id uuid not null,
  subject_id uuid not null,
  given_at timestamptz not null default private.clock(),
  primary key (capability, user_id, subject_id)
);
comment on table private.personal_capabilities is 'Capability × person × the one thing it is for. Asked by private.can with that thing''s id.';

revoke all on private.capabilities, private.personal_capabilities from public, anon, authenticated, service_role;

create function private.can(p_capability text, p_subject_id uuid default null)
returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from private.capabilities c where c.capability = p_capability) then
    raise exception 'there is no capability %', p_capability;
  end if;
  return exists (select from private.capabilities c where c.capability = p_capability and c.role = private.account_role())
    or exists (select from private.personal_capabilities h
               where h.capability = p_capability and h.subject_id = p_subject_id and h.user_id = auth.uid() and private.has_account());
end $$;
comment on function private.can is 'Whether the caller may: by role, or over this one subject by a personal right. An unknown capability is an error.';

revoke execute on function private.caller(), private.account_role(), private.account_unit_id(), private.has_account(),
  private.can(text, uuid) from public;
grant execute on function private.caller(), private.account_role(), private.account_unit_id(), private.has_account(), private.can(text, uuid)
  to anon, authenticated, service_role;

create function private.require_account()
returns void language plpgsql stable set search_path = '' as $$
begin
  if not private.has_account() then perform private.refuse('not_signed_in', 401); end if;
end $$;

create function private.require_caller()
returns private.caller language plpgsql stable set search_path = '' as $$
declare
  v_caller private.caller := private.caller();
begin
  if v_caller.user_id is null then perform private.refuse('not_signed_in', 401); end if;
  return v_caller;
end $$;

create function private.require(p_capability text, p_subject_id uuid default null)
returns void language plpgsql stable set search_path = '' as $$
begin
  perform private.require_account();
  if not private.can(p_capability, p_subject_id) then perform private.refuse('not_permitted', 403); end if;
end $$;
comment on function private.require is 'The first statement of a function that not everybody may call.';

-- The preamble of what every account may ask about a day: which day that is, for whoever has an account.
create function private.asked_day(p_as_of date)
returns date language plpgsql stable set search_path = '' as $$
begin
  perform private.require_account();
  return coalesce(p_as_of, public.business_today());
end $$;
comment on function private.asked_day is
  'The first thing that a function with p_as_of asks: refuses whoever has no account, and answers p_as_of, else today.';

revoke execute on function private.require_account(), private.require_caller(), private.require(text, uuid), private.asked_day(date) from public;
