-- The turn of a day, and what is to be sent.

create function private.ensure_day(p_day date)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  return private.roll_standings(p_day);
end $$;
comment on function private.ensure_day is
  'Does a part of what a new day asks for; whoever comes first may call it (a reader of an inbox, a timer, pg_cron), as often as it answers true.';

create function public.ensure_day()
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_account();
  return private.ensure_day(public.business_today());
end $$;
comment on function public.ensure_day is
  'Any account: turns the day if nobody has yet, a part at a time. True: it did something, ask again. The app asks once a day, beside what it shows.';

-- For whoever can call a procedure, such as pg_cron: all of it, each part in a transaction of its own.
create procedure private.turn_day()
language plpgsql as $$
begin
  while private.ensure_day(public.business_today()) loop
    commit;
  end loop;
end $$;

-- What is to be sent to somebody outside (nobody sends yet): drained by whoever can, each message once.
create table private.outbox (
  id bigint generated always as identity primary key,
  dedupe_key text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null default private.clock(),
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  constraint a_message_is_put_out_once unique (dedupe_key)
);
comment on table private.outbox is 'Messages to be sent. dedupe_key says what makes two of them the same, such as reminder/<unit>/<day>.';
create index outbox_unsent on private.outbox (id) where sent_at is null;
alter table private.outbox enable row level security;
revoke all on private.outbox from public, anon, authenticated, service_role;

create function private.put_out(p_dedupe_key text, p_kind text, p_payload jsonb)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into private.outbox (dedupe_key, kind, payload) values (p_dedupe_key, p_kind, p_payload)
  on conflict (dedupe_key) do nothing;
  return found;
end $$;
comment on function private.put_out is 'Leaves a message to be sent; false when the same one was left before.';

-- A sender takes some in its transaction, sends, and says what became of each: what it never says is taken again.
create function private.take_out(p_limit integer)
returns setof private.outbox language sql security definer set search_path = '' as $$
  select o.* from private.outbox o where o.sent_at is null order by o.id limit p_limit for update skip locked
$$;
create function private.mark_sent(p_id bigint, p_error text default null)
returns void language sql security definer set search_path = '' as $$
  update private.outbox set attempts = attempts + 1, last_error = p_error,
    sent_at = case when p_error is null then private.clock() end
  where id = p_id
$$;

revoke execute on procedure private.turn_day() from public;
revoke execute on function private.ensure_day(date), private.put_out(text, text, jsonb), private.take_out(integer),
  private.mark_sent(bigint, text) from public;
revoke execute on function public.ensure_day() from public, anon;
grant execute on function public.ensure_day() to authenticated;
