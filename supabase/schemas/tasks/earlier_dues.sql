-- What fell due before it was given (下达前到期): the lead office says what is to become of it. Done already, on a day it
-- states; still owed, by the old date or a new one; or not tracked. Until it has said so nobody is judged by it.

create type public.earlier_due_answer as enum ('done', 'owed', 'not_tracked');

create table public.earlier_dues (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  obligation_id uuid not null references public.obligations (id) on delete restrict,
  task_id uuid not null references public.tasks (id) on delete restrict,
  answer public.earlier_due_answer not null,
  done_on date,
  note text not null default '',
  answered_at timestamptz not null default private.clock(),
  answered_by uuid references public.accounts (user_id) on delete restrict default auth.uid(),
  due_on date,
  constraint a_new_date_is_of_what_is_owed check (due_on is null or answer = 'owed'),
  constraint what_was_done_was_done_on_a_day check ((answer = 'done') = (done_on is not null)),
  constraint note_is_at_most_500_characters check (char_length(note) <= 500)
);
comment on table public.earlier_dues is
  'The lead office''s word on an obligation that fell due before it was given. '
  'The last one since it was given counts; a reopening voids all but 仍需办理. Append-only.';
comment on column public.earlier_dues.due_on is 'The new date that was said with it, for the history; in force is what public.due_terms says.';
create index earlier_dues_by_obligation on public.earlier_dues (obligation_id, number desc);
create index earlier_dues_by_task on public.earlier_dues (task_id);

create trigger earlier_dues_are_audited after insert on public.earlier_dues
  for each row execute function private.record_change();
create trigger earlier_dues_never_change before update or delete on public.earlier_dues
  for each row execute function private.refuse_to_rewrite_history();
create trigger earlier_dues_are_never_emptied before truncate on public.earlier_dues
  for each statement execute function private.refuse_to_rewrite_history();
alter table public.earlier_dues enable always trigger earlier_dues_never_change;
alter table public.earlier_dues enable always trigger earlier_dues_are_never_emptied;

alter table public.earlier_dues enable row level security;
revoke all on public.earlier_dues from anon, authenticated, service_role;
revoke all on sequence public.earlier_dues_number_seq from anon, authenticated, service_role;
grant select on public.earlier_dues to authenticated, service_role;
create policy select_as_any_account on public.earlier_dues for select to authenticated using ((select private.has_account()));

-- The answer that counts on a day; no row when none was given since the unit was given the task, or a reopening voided it.
create function private.earlier_due_in_force(p_as_of date, p_obligation_id uuid, p_given_at timestamptz, p_reopened_at timestamptz)
returns table (answer public.earlier_due_answer, done_on date, answered_at timestamptz) language sql stable as $$
  select e.answer, e.done_on, e.answered_at from public.earlier_dues e
  where e.obligation_id = p_obligation_id and e.answered_at < private.end_of_business_day(p_as_of) and e.answered_at >= p_given_at
    and not coalesce(e.answer <> 'owed' and e.answered_at <= p_reopened_at, false)
  order by e.number desc limit 1
$$;

-- Whether the last answer since a unit was given its task ends the obligation, and no reopening has voided it.
create function private.is_answered_for(p_obligation_id uuid)
returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (
    select from public.obligations o
    join private.roles_in_force(public.business_today(), array[o.task_id]) a on a.assignment_id = o.assignment_id
    cross join lateral private.earlier_due_in_force(public.business_today(), o.id, a.given_at,
      (select max(c.reopened_at) from public.completion_reopenings c where c.obligation_id = o.id)) as answer
    where o.id = p_obligation_id and answer.answer <> 'owed'
      and exists (select from public.earlier_dues e where e.obligation_id = p_obligation_id));
end $$;

-- Whether the lead office is asked about an obligation now.
create function private.is_earlier_due_asked(p_obligation_id uuid)
returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from private.obligation_facts(public.business_today(), array(select o.task_id from public.obligations o where o.id = p_obligation_id)) f
    where f.obligation_id = p_obligation_id and f.is_due_before_given);
end $$;

-- An answer as it is given: {"answer": "done", "doneOn"} | {"answer": "owed", "dueOn"?} | {"answer": "not_tracked"}, each with a "note"
-- where there is one. Refuses what cannot be one.
create function private.require_earlier_due_answer(p_answer jsonb)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
  v_answer text := p_answer ->> 'answer';
  v_done_on date;
  v_due_on date;
begin
  begin
    v_done_on := (p_answer ->> 'doneOn')::date;
    v_due_on := (p_answer ->> 'dueOn')::date;
  exception when data_exception then
    perform private.refuse('earlier_due_answer_unreadable');
  end;
  if v_answer is null or v_answer <> all (enum_range(null::public.earlier_due_answer)::text[]) then
    perform private.refuse('earlier_due_answer_unreadable');
  end if;
  if v_answer = 'done' and v_done_on is null then perform private.refuse('done_date_missing'); end if;
  if v_answer = 'done' and v_done_on > public.business_today() then perform private.refuse('done_date_is_in_the_future'); end if;
  if v_answer = 'owed' and v_due_on < public.business_today() then perform private.refuse('due_date_is_past'); end if;
end $$;

-- All that some tasks ask about is answered at once: {"all": <answer>, "each": {"<key>": <answer>}}, where a key names an obligation or
-- a milestone and goes before "all". What nothing names stays unanswered, and grey. p_assignment_ids: those alone that
-- were given just now. In two statements, so that the standings of a task are made once, however many units it has. Answers how many it answered.
create function private.answer_earlier_dues(p_task_ids uuid[], p_answers jsonb, p_keys jsonb default '{}', p_assignment_ids uuid[] default null)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  v_asked record;
  v_moved private.moved;
  v_answers jsonb := '[]';
begin
  if p_answers is null or jsonb_typeof(p_answers) = 'null' then return 0; end if;
  if jsonb_typeof(p_answers) <> 'object' then perform private.refuse('earlier_due_answer_unreadable'); end if;
  for v_asked in
    select f.obligation_id, coalesce(p_answers -> 'each' -> f.obligation_id::text,
      p_answers -> 'each' -> coalesce(p_keys ->> f.milestone_id::text, f.milestone_id::text), p_answers -> 'all') as answer
    from private.obligation_facts(public.business_today(), p_task_ids) f
    where f.is_due_before_given and (p_assignment_ids is null or f.assignment_id = any (p_assignment_ids)) order by f.obligation_id
  loop
    continue when coalesce(jsonb_typeof(v_asked.answer), 'null') = 'null';
    perform private.require_earlier_due_answer(v_asked.answer);
    v_moved := private.move('obligation', v_asked.obligation_id, 'earlier_due_answered', v_asked.answer ->> 'note', v_asked.answer - 'note');
    v_answers := v_answers || (v_asked.answer || jsonb_build_object('obligationId', v_asked.obligation_id));
  end loop;
  -- What was said of each stands in its note; a reason of the move before is not that of these.
  perform set_config('app.reason', '', true);
  insert into public.earlier_dues (obligation_id, task_id, answer, done_on, due_on, note)
  select o.id, o.task_id, (g.value ->> 'answer')::public.earlier_due_answer,
    case when g.value ->> 'answer' = 'done' then (g.value ->> 'doneOn')::date end,
    case when g.value ->> 'answer' = 'owed' then (g.value ->> 'dueOn')::date end, left(coalesce(btrim(g.value ->> 'note'), ''), 500)
  from jsonb_array_elements(v_answers) with ordinality g join public.obligations o on o.id = (g.value ->> 'obligationId')::uuid
  order by g.ordinality;
  insert into public.due_terms (milestone_id, obligation_id, due_on, source, reason)
  select o.milestone_id, o.id, (g.value ->> 'dueOn')::date, 'answer', '下达前到期，重新确定时限'
  from jsonb_array_elements(v_answers) g join public.obligations o on o.id = (g.value ->> 'obligationId')::uuid
  where g.value ->> 'answer' = 'owed' and g.value ->> 'dueOn' is not null;
  return jsonb_array_length(v_answers);
end $$;

create function public.answer_earlier_dues(p_task_id uuid, p_answers jsonb)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require('review_reports');
  perform private.lock_tasks(array[p_task_id]);
  if private.answer_earlier_dues(array[p_task_id], p_answers) = 0 then perform private.refuse('earlier_due_is_not_asked', 409); end if;
end $$;
comment on function public.answer_earlier_dues is
  'Lead office: says of what fell due before it was given whether it is done, owed or not tracked: '
  '{"all": answer, "each": {"<obligation or milestone id>": answer}}.';

-- What would be asked about if a task was given to one more unit today.
create function public.earlier_dues_of_task(p_task_id uuid)
returns table (milestone_id uuid, due_on date, requirement text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_account();
  return query
    select d.milestone_id, d.due_on, r.requirement
    from private.due_in_force(public.business_today(), array[p_task_id]) d
    join private.requirements_in_force(public.business_today(), array[p_task_id]) r on r.milestone_id = d.milestone_id
    where d.due_on < public.business_today()
    order by d.due_on, d.milestone_id;
end $$;
comment on function public.earlier_dues_of_task is 'Any account: milestones of a task that are past, so that a unit given the task today is asked about them.';

revoke execute on function private.earlier_due_in_force(date, uuid, timestamptz, timestamptz), private.is_answered_for(uuid),
  private.is_earlier_due_asked(uuid), private.require_earlier_due_answer(jsonb),
  private.answer_earlier_dues(uuid[], jsonb, jsonb, uuid[]) from public;
revoke execute on function public.answer_earlier_dues(uuid, jsonb), public.earlier_dues_of_task(uuid) from public, anon;
grant execute on function public.answer_earlier_dues(uuid, jsonb), public.earlier_dues_of_task(uuid) to authenticated;
