-- Sign-up: what happens when the auth service makes a user or changes one.

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
