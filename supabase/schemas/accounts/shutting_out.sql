-- Shutting an account out, and letting it in again.

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

revoke execute on function public.set_account_disabled(uuid, boolean, text) from public, anon, authenticated;
grant execute on function public.set_account_disabled(uuid, boolean, text) to authenticated;
