import type { Database } from './database'

/**
 * What a hosted Supabase project has before the first migration, beyond what @supabase/lite itself provides: roles,
 * the schema `extensions` with pgcrypto, the default privileges of schema public, rights on Storage's tables, and the
 * helper functions in their hosted form. Safe to run at every start.
 */
export async function ensureHostedBaseline(database: Database): Promise<void> {
  await database.transaction((session) => session.script(HOSTED_BASELINE))
}

/** Makes the roles that requests take on; lite's own tables and policies refer to them. */
export async function ensureRoles(database: Database): Promise<void> {
  await database.transaction((session) => session.script(ROLES))
}

/** Makes the tables that only this stack has: what a hosted project's own services remember elsewhere. */
export async function ensureLocalTables(database: Database): Promise<void> {
  await database.transaction((session) => session.script(LOCAL_TABLES))
}

// Roles belong to the whole server: another database on it may be making them at this moment.
const ROLES = `
do $$ declare wanted text; begin
  foreach wanted in array array['anon', 'authenticated', 'service_role'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin noinherit %s', wanted, case wanted when 'service_role' then 'bypassrls' else '' end);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end $$;
create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;
grant usage on schema extensions to anon, authenticated, service_role;
`

const HOSTED_BASELINE = `
grant usage on schema public, auth, storage to anon, authenticated, service_role;

-- A hosted project opens every new object in public; migrations take away what must not be open.
-- Doing the same here keeps a forgotten "revoke" from being noticed only in production.
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;

grant all on storage.objects, storage.buckets to anon, authenticated, service_role;
revoke all on all tables in schema auth from anon, authenticated;

create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
  )::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
  )
$$;
create or replace function auth.email() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
  )
$$;
create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;
`

// Nobody but the owner has rights here. Who and where is known by keyed hashes alone.
const LOCAL_TABLES = `
create schema if not exists local_stack;
create table if not exists local_stack.sign_in_failures (
  key_hash text primary key,
  at timestamptz[] not null,
  last_at timestamptz not null default now()
);
create table if not exists local_stack.known_devices (
  account_hash text not null,
  device_hash text not null,
  seen_at timestamptz not null default now(),
  primary key (account_hash, device_hash)
);

-- Says within a transaction that it ended sessions or changed users, so that nothing is believed of them any longer.
create or replace function local_stack.note_ended_sessions() returns trigger language plpgsql as $$
begin
  perform set_config('local_stack.ended_sessions', 'yes', true);
  return null;
end $$;
create or replace trigger note_ended_sessions after update or delete or truncate on auth.sessions
  execute function local_stack.note_ended_sessions();
create or replace trigger note_ended_sessions after update or delete or truncate on auth.users
  execute function local_stack.note_ended_sessions();
`
