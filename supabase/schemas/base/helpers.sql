-- What everything else leans on: the private schema, the clock and its business day, refusals with a stable key.

create extension if not exists pgcrypto with schema extensions;

create schema if not exists private;
comment on schema private is 'Not exposed by the API: rules, secrets and helpers that policies and functions call.';
revoke all on schema private from public;
-- Policies run as the caller, so the caller must be able to name the helpers; each helper grants execution itself.
-- PostgreSQL lets everybody execute a new function and no default can change that for one schema alone, so each
-- migration revokes what it creates; tests/integration/catalog.test.ts finds what was forgotten.
grant usage on schema private to anon, authenticated, service_role;

-- The clock: the only place that asks what time it is. A test or the demo lives through a year by leaving app.now in its
-- session; no account can (what the API lets them call sets nothing by name: tests/integration/clock.test.ts).
-- Without "set", so that the planner can look inside.
create function private.clock()
returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$$;
comment on function private.clock is 'The time that counts: app.now where a test or the demo left it, else the start of the transaction.';
revoke execute on function private.clock() from public;
grant execute on function private.clock() to anon, authenticated, service_role;

-- Unlike the start of a transaction, which may have waited long for a lock, never before what others have committed.
create function private.clock_now()
returns timestamptz language sql volatile as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp())
$$;
comment on function private.clock_now is
  'The time on the wall: app.now where a test or the demo left it, else this very moment. Only for what must not lag behind others.';
revoke execute on function private.clock_now() from public;

-- The business day: a date in Asia/Shanghai. Without "set", so that the planner can look inside.
create function public.business_date(p_at timestamptz)
returns date language sql immutable parallel safe as $$
  select (p_at at time zone 'Asia/Shanghai')::date
$$;
comment on function public.business_date is 'The day in Asia/Shanghai on which an instant falls.';

create function private.end_of_business_day(p_day date)
returns timestamptz language sql immutable parallel safe as $$
  select (p_day + 1)::timestamp at time zone 'Asia/Shanghai'
$$;
comment on function private.end_of_business_day is 'The first instant after a business day: what lies before it was known by then. An index can find it.';
revoke execute on function private.end_of_business_day(date) from public;

create function public.business_today()
returns date language sql stable as $$
  select public.business_date(private.clock())
$$;
comment on function public.business_today is 'Today in Asia/Shanghai: the default as_of of every question that depends on the day.';

revoke execute on function public.business_date(timestamptz), public.business_today() from public;
grant execute on function public.business_date(timestamptz), public.business_today() to anon, authenticated, service_role;

-- Every refusal of ours has a stable snake_case key as its message; the app maps the key to a Chinese sentence.
-- p_status becomes the HTTP status (SQLSTATE PTnnn). p_detail is machine-readable (names, ids), never prose.
create function private.refuse(p_key text, p_status integer default 422, p_detail text default null)
returns void language plpgsql set search_path = '' as $$
begin
  raise exception using message = p_key, errcode = 'PT' || p_status, detail = coalesce(p_detail, '');
end $$;
revoke execute on function private.refuse(text, integer, text) from public;
grant execute on function private.refuse(text, integer, text) to anon, authenticated, service_role;

-- How names are compared: width, case, white space and bracket shape do not count.
create function private.name_key(p_name text)
returns text language sql immutable parallel safe set search_path = '' as $$
  select lower(translate(regexp_replace(normalize(coalesce(p_name, ''), NFKC), '[\s\u3000\u200b\ufeff]', '', 'g'),
                         '〔〈【[〕〉】]', '(((())))'))
$$;
revoke execute on function private.name_key(text) from public;
grant execute on function private.name_key(text) to authenticated, service_role;

create function private.require_text(p_text text, p_key text)
returns void language plpgsql immutable set search_path = '' as $$
begin
  -- A reason of wide or unseen blanks is none.
  if coalesce(p_text, '') !~ '[^\s\u3000\u200b\ufeff]' then perform private.refuse(p_key, 422); end if;
end $$;
revoke execute on function private.require_text(text, text) from public;
