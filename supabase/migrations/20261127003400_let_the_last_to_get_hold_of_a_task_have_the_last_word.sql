-- Whoever waited for a task while somebody else's transaction, begun later, was committed: standings are written for the day on
-- the wall, terms follow the last one, and what is handed in after a reopening is not voided by it.

-- Unlike the start of a transaction, which may have waited long for a lock, never before what others have committed.
create function private.clock_now()
returns timestamptz language sql volatile as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp())
$$;
comment on function private.clock_now is 'The time on the wall: app.now where a test or the demo left it, else this very moment. Only for what must not lag behind others.';

-- The day for which some tasks are written, once they are locked: that of the wall, not of the transaction, which may have
-- begun the evening before and waited; and never before a day for which one of them was written already.
create or replace function private.day_to_write(p_task_ids uuid[], p_day date)
returns date language plpgsql security definer set search_path = '' as $$
begin
  return greatest(public.business_date(private.clock_now()), public.business_today(), p_day,
    (select s.day from private.standing_day s),
    (select max(s.as_of) from private.task_standings s where s.task_id = any (p_task_ids)));
end $$;

create or replace function private.refresh_standings(p_task_ids uuid[], p_day date default null)
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set jit = 'off' as $$
declare
  v_day date;
  v_obligations private.obligation_standings[];
begin
  if cardinality(p_task_ids) = 0 then return; end if;
  perform pg_advisory_xact_lock_shared(private.standings_lock());
  -- In one order, and before anything is read: of two who hand in on one task at once, the second sees the first.
  perform private.lock_tasks(p_task_ids);
  v_day := private.day_to_write(p_task_ids, p_day);
  -- Whoever writes for a later day ends the kept one in the same moment: readers of it compute from now on.
  if exists (select from private.standing_day s where s.day < v_day and s.day > '-infinity') then
    update private.standing_day set day = '-infinity' where day < v_day;
  end if;
  v_obligations := array(select o from private.obligations_at(v_day, p_task_ids) o);
  perform private.keep_obligations(p_task_ids, v_obligations);
  perform private.keep_assignments(p_task_ids, array(select a from private.assignments_of(v_day, p_task_ids, v_obligations) a));
  perform private.keep_tasks(p_task_ids, array(select t from private.tasks_of(v_day, p_task_ids, v_obligations) t));
end $$;

-- What was written for days after p_day: of a clock that was days ahead and is right again, it is to be renewed as if it were
-- old; of one that was put back over midnight it waits until that day has come. True when there is something to renew.
create or replace function private.take_back_days_after(p_day date)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update private.task_standings set as_of = p_day, changes_on = p_day
  where as_of > p_day and exists (select from private.task_standings s where s.as_of > p_day + 1);
  if not found then return false; end if;
  update private.standing_day set day = '-infinity';
  return true;
end $$;

-- The turn of a day, a slice at a time, each in a transaction of its own: whoever hands in waits for a slice at most, and
-- no request takes longer than one. The day is set last; until then readers compute. Who changes a task holds that task
-- and then shares the lock of standings, so nobody may wait for that lock alone while holding tasks: after a slice it is
-- only tried, and waited for by the call that found nothing to renew.
create or replace function private.roll_standings(p_day date, p_limit integer default 200)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_task_ids uuid[];
begin
  if exists (select from private.standing_day s where s.day between p_day and p_day + 1) then return false; end if;
  -- That day is over: whoever comes with the next transaction turns the one that is.
  if p_day < public.business_date(private.clock_now()) then return false; end if;
  -- Somebody is at it.
  if not pg_try_advisory_xact_lock(private.turning_lock()) then return false; end if;
  v_task_ids := array(select s.task_id from private.task_standings s where s.changes_on <= p_day order by s.task_id limit p_limit);
  if cardinality(v_task_ids) > 0 then
    perform private.refresh_standings(v_task_ids, p_day);
    if cardinality(v_task_ids) = p_limit or not pg_try_advisory_xact_lock(private.standings_lock()) then return true; end if;
  else
    perform pg_advisory_xact_lock(private.standings_lock());
  end if;
  -- Nobody is changing anything now. Who was until a moment ago may have written for the day before.
  if exists (select from private.task_standings s where s.changes_on <= p_day) then return true; end if;
  if exists (select from private.task_standings s where s.as_of > p_day) then return private.take_back_days_after(p_day); end if;
  update private.standing_day set day = p_day;
  perform private.fold_plan_counts();
  perform private.fold_unit_counts();
  return true;
end $$;

-- The last one to get hold of a task has the last word, also when its transaction began before another's: no term is known
-- before the one that it follows.
create or replace function private.follow_last_due_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.known_from := greatest(new.known_from, (select max(d.known_from) from public.due_terms d
    where d.milestone_id = new.milestone_id and d.obligation_id is not distinct from new.obligation_id));
  return new;
end $$;

create or replace function private.follow_last_assignment_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.known_from := greatest(new.known_from,
    (select max(n.known_from) from public.assignment_terms n where n.assignment_id = new.assignment_id));
  return new;
end $$;

-- What is handed in after a reopening is not voided by it, also when the unit's transaction began before the office's.
create or replace function private.hand_in_after_reopening()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.submitted_at := greatest(new.submitted_at, (select max(c.reopened_at) + interval '1 microsecond'
    from public.completion_reopenings c where c.obligation_id = new.obligation_id));
  return new;
end $$;

create trigger due_terms_follow_the_last before insert on public.due_terms
  for each row execute function private.follow_last_due_term();
create trigger assignment_terms_follow_the_last before insert on public.assignment_terms
  for each row execute function private.follow_last_assignment_term();
create trigger submissions_come_after_reopenings before insert on public.report_submissions
  for each row execute function private.hand_in_after_reopening();

revoke execute on all functions in schema private from public;
