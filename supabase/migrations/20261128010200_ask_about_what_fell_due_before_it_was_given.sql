-- 下达前到期: what fell due before it was given is asked about; a due date of what is open is never moved into the past; how many points
-- behind are too many is a setting of the plan.

alter table public.plans add column behind_points integer not null default 20,
  add constraint behind_points_are_1_to_100 check (behind_points between 1 and 100);
comment on column public.plans.behind_points is 'More points than this behind scheduled progress make the signal yellow.';

alter table public.due_terms drop constraint an_extension_is_of_one_obligation,
  add constraint an_extension_or_answer_is_of_one_obligation check ((source in ('extension', 'answer')) = (obligation_id is not null));
create index assignment_terms_not_in_force on public.assignment_terms (assignment_id, id) where not is_in_force;

insert into private.transitions (subject, event, from_state, to_state, role, needs_reason) values
  ('obligation', 'earlier_due_answered', 'open', 'open', 'lead_office', false),
  ('obligation', 'earlier_due_answered', 'under_review', 'under_review', 'lead_office', false);
insert into private.history_readers (subject, role, scope) values
  ('earlier_dues', 'lead_office', 'everything'), ('earlier_dues', 'leadership', 'everything'), ('earlier_dues', 'department', 'assigned_tasks');

drop function private.roles_in_force(date, uuid[]);
create function private.roles_in_force(p_as_of date, p_task_ids uuid[])
returns table (assignment_id uuid, task_id uuid, unit_id uuid, role public.assignment_role, is_accountable boolean, given_at timestamptz)
language sql stable as $$
  select t.assignment_id, t.task_id, t.unit_id, t.role,
    coalesce(t.role = min(t.role) filter (where t.role <> 'supporting') over (partition by t.task_id), false), t.given_at
  from (
    select distinct on (n.assignment_id) n.assignment_id, a.task_id, a.unit_id, n.role, n.is_in_force,
      coalesce((
        select min(g.known_from) from public.assignment_terms g
        where g.assignment_id = a.id and g.is_in_force and g.id > (
          select w.id from public.assignment_terms w
          where w.assignment_id = a.id and not w.is_in_force and w.known_from < private.end_of_business_day(p_as_of)
          order by w.id desc limit 1)
      ), a.created_at) as given_at
    from public.assignments a join public.assignment_terms n on n.assignment_id = a.id
    where a.task_id = any (p_task_ids) and n.known_from < private.end_of_business_day(p_as_of)
    order by n.assignment_id, n.known_from desc, n.id desc
  ) as t
  where t.is_in_force
$$;
revoke execute on function private.roles_in_force(date, uuid[]) from public;

create function private.keep_open_due_dates_ahead()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.source <> 'issue' and new.due_on < public.business_today()
     and new.due_on is distinct from (select d.due_on from public.due_terms d
       where d.milestone_id = new.milestone_id and d.obligation_id is not distinct from new.obligation_id
       order by d.known_from desc, d.id desc limit 1)
     and exists (
       select from public.obligations o join public.assignments a on a.id = o.assignment_id and a.role <> 'supporting'
       where o.milestone_id = new.milestone_id and (new.obligation_id is null or o.id = new.obligation_id)
         and private.obligation_state_of(o.id) in ('open', 'under_review')) then
    perform private.refuse('due_date_is_past');
  end if;
  return new;
end $$;
create trigger open_due_dates_stay_ahead before insert on public.due_terms
  for each row execute function private.keep_open_due_dates_ahead();

revoke execute on function private.keep_open_due_dates_ahead() from public;

create or replace function private.obligation_state_of(p_obligation_id uuid)
returns text language plpgsql stable set search_path = '' as $$
begin
  return (
    select case when x.task_state <> 'in_force' then x.task_state
                when a.withdrawn_at is not null then 'withdrawn'
                when s.percent = 100 or s.kind = 'not_applicable' or private.is_answered_for(o.id) then 'complete'
                when exists (select from public.progress_reports r where r.obligation_id = o.id and r.state = 'submitted') then 'under_review'
                else 'open' end
    from public.obligations o
    join public.assignments a on a.id = o.assignment_id
    join public.tasks t on t.id = o.task_id
    join public.plans p on p.id = t.plan_id
    cross join lateral (select private.task_state(p.state, t.withdrawn_at) as task_state) x
    left join lateral private.approved_submission_in_force(o.id) as s on true
    where o.id = p_obligation_id);
end $$;
create or replace function public.my_actions(p_subject text, p_id uuid)
returns table (event text, to_state text, needs_reason boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_caller private.caller := private.require_caller();
  v_moved private.moved;
begin
  if not exists (select from private.states s where s.subject = p_subject) then perform private.refuse('subject_unknown'); end if;
  v_moved := private.subject_now(p_subject, p_id);
  return query
    select t.event, t.to_state, t.needs_reason from private.transitions t
    where t.subject = p_subject and t.from_state = v_moved.state and t.role = v_caller.role
      and (t.role <> 'department' or v_moved.unit_id = v_caller.unit_id)
      -- A draft of what can no longer be reported on stays a draft: whoever hands in asks the obligation too.
      and (t.event <> 'report_handed_in' or private.obligation_state_of(v_moved.obligation_id) = 'open')
      and (t.event <> 'earlier_due_answered' or private.is_earlier_due_asked(v_moved.obligation_id))
    order by t.event;
end $$;
comment on function public.my_actions is
  'Any account: what the caller may do to a plan, task, milestone, assignment, obligation or report as it stands; screens offer that and no more.';

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
  constraint what_was_done_was_done_on_a_day check ((answer = 'done') = (done_on is not null)),
  constraint note_is_at_most_500_characters check (char_length(note) <= 500)
);
comment on table public.earlier_dues is
  'The lead office''s word on an obligation that fell due before it was given. '
  'The last one since it was given counts; a reopening voids all but 仍需办理. Append-only.';
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
  insert into public.earlier_dues (obligation_id, task_id, answer, done_on, note)
  select o.id, o.task_id, (g.value ->> 'answer')::public.earlier_due_answer,
    case when g.value ->> 'answer' = 'done' then (g.value ->> 'doneOn')::date end, left(coalesce(btrim(g.value ->> 'note'), ''), 500)
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

create or replace function public.amend_task(p_task_id uuid, p_title text, p_requirement text, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.move('task', p_task_id, 'task_reworded', p_reason);
  perform private.require_text(p_title, 'task_title_missing');
  perform private.require_text(p_requirement, 'task_requirement_missing');
  insert into public.wording_terms (task_id, title, requirement, reason)
  select t.id, btrim(p_title), btrim(p_requirement), btrim(p_reason) from public.tasks t
  where t.id = p_task_id and (t.title, t.requirement) is distinct from (btrim(p_title), btrim(p_requirement));
end $$;
comment on function public.amend_task is 'Lead office: rewords an issued task, with a reason; the former wording stays in the history.';
create or replace function public.amend_milestone(p_milestone_id uuid, p_due_on date, p_requirement text, p_weight numeric, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_former public.milestones;
begin
  perform private.move('milestone', p_milestone_id, 'milestone_amended', p_reason,
    jsonb_build_object('milestone_id', p_milestone_id, 'due_on', p_due_on));
  select * into v_former from public.milestones where id = p_milestone_id;
  if p_due_on is null then perform private.refuse('due_date_missing'); end if;
  insert into public.wording_terms (task_id, milestone_id, requirement, reason)
  select m.task_id, m.id, coalesce(btrim(p_requirement), ''), btrim(p_reason) from public.milestones m
  where m.id = p_milestone_id and m.requirement is distinct from coalesce(btrim(p_requirement), '');
  if (v_former.due_on, v_former.weight) is distinct from (p_due_on, coalesce(p_weight, 1)) then
    insert into public.due_terms (milestone_id, due_on, weight, source, reason)
    values (p_milestone_id, p_due_on, coalesce(p_weight, 1), 'amendment', btrim(p_reason));
  end if;
exception when unique_violation then
  perform private.refuse('due_date_taken', 409);
end $$;
comment on function public.amend_milestone is
  'Lead office: moves or rewords a milestone of an issued task, with a reason. Two of a task cannot share a due date.';

drop function public.add_assignment(uuid, uuid, public.assignment_role, text);
create function private.give_task(p_task_id uuid, p_unit_id uuid, p_role public.assignment_role, p_reason text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_assignment public.assignments;
begin
  perform private.move('task', p_task_id, 'unit_assigned', p_reason, jsonb_build_object('unit_id', p_unit_id, 'role', p_role));
  -- Locked, so that a unit being retired or merged meanwhile is not given what nobody would hand over.
  perform from public.units where id = p_unit_id and retired_on is null for share;
  if not found then perform private.refuse('unit_is_retired'); end if;
  select * into v_assignment from public.assignments a where a.task_id = p_task_id and a.unit_id = p_unit_id;
  if v_assignment.id is null then
    insert into public.assignments (task_id, unit_id, role, written_name)
    select p_task_id, id, p_role, name from public.units where id = p_unit_id
    returning * into v_assignment;
  elsif v_assignment.withdrawn_at is null then
    perform private.refuse('unit_already_assigned', 409);
  else
    insert into public.assignment_terms (assignment_id, role, is_in_force, reason)
    values (v_assignment.id, p_role, true, btrim(p_reason));
  end if;
  return v_assignment.id;
end $$;
create function public.add_assignment(p_task_id uuid, p_unit_id uuid, p_role public.assignment_role, p_reason text,
  p_earlier_dues jsonb default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_assignment_id uuid := private.give_task(p_task_id, p_unit_id, p_role, p_reason);
begin
  perform private.answer_earlier_dues(array[p_task_id], p_earlier_dues, '{}', array[v_assignment_id]);
  return v_assignment_id;
end $$;
comment on function public.add_assignment is
  'Lead office: gives an issued task to one more unit, with a reason. p_earlier_dues: what is to become of milestones that are past '
  '({"all": answer, "each": {"<milestone id>": answer}}, see public.answer_earlier_dues).';
revoke execute on function private.give_task(uuid, uuid, public.assignment_role, text) from public;
revoke execute on function public.add_assignment(uuid, uuid, public.assignment_role, text, jsonb) from public, anon;
grant execute on function public.add_assignment(uuid, uuid, public.assignment_role, text, jsonb) to authenticated;

create or replace function private.copy_document_to_plan(p_plan_id uuid, p_document jsonb)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if (p_document ->> 'endsOn')::date < (p_document ->> 'startsOn')::date then perform private.refuse('plan_ends_before_it_starts'); end if;
  perform private.require_text(p_document ->> 'title', 'plan_title_missing');
  update public.plans set
    kind = (p_document ->> 'kind')::public.plan_kind,
    title = left(p_document ->> 'title', 200),
    document_number = nullif(p_document ->> 'documentNumber', ''),
    issuing_body = nullif(p_document ->> 'issuingBody', ''),
    document_date = (p_document ->> 'documentDate')::date,
    starts_on = (p_document ->> 'startsOn')::date,
    ends_on = (p_document ->> 'endsOn')::date,
    warning_days = coalesce((p_document ->> 'warningDays')::integer, 15),
    reporting_cadence = coalesce((p_document ->> 'reportingCadence')::public.reporting_cadence, 'quarterly'),
    report_grace_days = coalesce((p_document ->> 'reportGraceDays')::integer, 10),
    behind_points = coalesce((p_document ->> 'behindPoints')::integer, 20)
  where id = p_plan_id;
end $$;

create function public.earlier_dues_of_draft(p_plan_id uuid)
returns table (key text, number text, title text, due_on date, requirement text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('prepare_plans');
  return query
    select private.draft_milestone_key(t.value ->> 'id', coalesce((m.value ->> 'dueOn')::date, p.ends_on)), t.value ->> 'number',
      left(coalesce(nullif(btrim(t.value ->> 'title'), ''), t.value ->> 'text'), 200), coalesce((m.value ->> 'dueOn')::date, p.ends_on),
      coalesce(string_agg(nullif(m.value ->> 'text', ''), E'\n'), '')
    from public.plan_drafts d
    join public.plans p on p.id = d.plan_id
    cross join jsonb_array_elements(d.content -> 'tasks') with ordinality as t
    left join jsonb_array_elements(coalesce(t.value -> 'milestones', '[]'::jsonb)) as m on true
    where d.plan_id = p_plan_id and coalesce((m.value ->> 'dueOn')::date, p.ends_on) < public.business_today()
    group by t.ordinality, t.value, coalesce((m.value ->> 'dueOn')::date, p.ends_on)
    order by 4, t.ordinality;
end $$;
comment on function public.earlier_dues_of_draft is
  'Lead office: milestones of a saved draft that are past already, each with the key under which issue_plan takes an answer.';
create function private.draft_milestone_key(p_task_key text, p_due_on date)
returns text language sql immutable as $$ select p_task_key || '/' || p_due_on $$;

drop function public.issue_plan(uuid, integer);
create function public.issue_plan(p_plan_id uuid, p_expected_revision integer, p_earlier_dues jsonb default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_content jsonb;
  v_sections jsonb;
  v_task record;
  v_task_id uuid;
  v_ends_on date;
  v_keys jsonb := '{}';
begin
  perform private.require('prepare_plans');
  v_content := (private.lock_draft(p_plan_id, p_expected_revision)).content;
  perform private.require_issuable(p_plan_id, v_content);
  perform private.copy_document_to_plan(p_plan_id, v_content -> 'document');
  v_ends_on := (select ends_on from public.plans where id = p_plan_id);
  v_sections := private.issue_sections(p_plan_id, v_content -> 'sections');
  for v_task in select value, ordinality from jsonb_array_elements(v_content -> 'tasks') with ordinality loop
    insert into public.tasks (plan_id, section_id, position, number, title, requirement, is_ongoing, targets, source_start, source_end)
    values (p_plan_id, (v_sections ->> (v_task.value ->> 'sectionId'))::uuid, v_task.ordinality, v_task.value ->> 'number',
            left(coalesce(nullif(btrim(v_task.value ->> 'title'), ''), v_task.value ->> 'text'), 200),
            coalesce(nullif(v_task.value ->> 'text', ''), v_task.value ->> 'title'),
            private.is_issued_ongoing(v_task.value), coalesce(v_task.value -> 'targets', '[]'::jsonb),
            (v_task.value ->> 'start')::integer, (v_task.value ->> 'end')::integer)
    returning id into v_task_id;
    perform private.issue_milestones(v_task_id, v_task.value -> 'milestones', v_ends_on);
    v_keys := v_keys || (select coalesce(jsonb_object_agg(m.id, private.draft_milestone_key(v_task.value ->> 'id', m.due_on)), '{}')
                         from public.milestones m where m.task_id = v_task_id);
    perform private.issue_assignments(v_task_id, v_task.value ->> 'id', v_content);
    perform private.issue_ancestors(v_task_id, v_task.value -> 'ancestors');
  end loop;
  -- Last, so that its tasks are there when their first standings are made.
  perform private.move('plan', p_plan_id, 'plan_issued');
  perform private.answer_earlier_dues(array(select t.id from public.tasks t where t.plan_id = p_plan_id), p_earlier_dues, v_keys);
end $$;
comment on function public.issue_plan is
  'Lead office: turns a draft into sections, tasks, milestones and assignments, and locks it. Every written unit name must be resolved. '
  'p_earlier_dues: what is to become of what is past ({"all": answer, "each": {"<key of earlier_dues_of_draft>": answer}}).';
revoke execute on function private.draft_milestone_key(text, date) from public;
revoke execute on function public.issue_plan(uuid, integer, jsonb), public.earlier_dues_of_draft(uuid) from public, anon;
grant execute on function public.issue_plan(uuid, integer, jsonb), public.earlier_dues_of_draft(uuid) to authenticated;
