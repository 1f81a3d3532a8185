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

create function public.is_set_up()
returns boolean language sql stable security definer set search_path = '' as $$
  select private.is_set_up()
$$;
comment on function public.is_set_up is 'Anyone: whether the first lead-office account exists.';
revoke execute on function public.is_set_up() from public, anon, authenticated;
grant execute on function public.is_set_up() to anon, authenticated;
