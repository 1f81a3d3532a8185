-- The history of a task says which unit an answer about 下达前到期 concerns, and the new date that was said with it.

alter table public.earlier_dues
  add column due_on date,
  add constraint a_new_date_is_of_what_is_owed check (due_on is null or answer = 'owed');
comment on column public.earlier_dues.due_on is 'The new date that was said with it, for the history; in force is what public.due_terms says.';

create or replace function private.record_change()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then private.noteworthy(to_jsonb(old)) else '{}'::jsonb end;
  v_new jsonb := case when tg_op <> 'DELETE' then private.noteworthy(to_jsonb(new)) else '{}'::jsonb end;
  v_row jsonb := case when tg_op = 'DELETE' then v_old else v_new end;
  v_changes jsonb;
  v_state_column text := tg_argv[0];
  v_caller private.caller;
begin
  if tg_op = 'UPDATE' and v_state_column is not null and v_old -> v_state_column = v_new -> v_state_column then return null; end if;
  v_changes := private.changed_columns(v_old, v_new);
  if tg_op = 'UPDATE' and v_changes = '{}'::jsonb then return null; end if;
  v_caller := private.caller();
  insert into public.audit_events (actor_id, actor_role, actor_unit_id, subject, subject_id, plan_id, task_id, unit_id,
    action, from_state, to_state, changes, reason)
  values (auth.uid(), v_caller.role, v_caller.unit_id, tg_table_name,
    coalesce(v_row ->> 'id', v_row ->> 'user_id', v_row ->> 'plan_id')::uuid,
    case when tg_table_name = 'plans' then v_row ->> 'id' else v_row ->> 'plan_id' end::uuid,
    case when tg_table_name = 'tasks' then v_row ->> 'id' else v_row ->> 'task_id' end::uuid,
    -- What is said of an obligation concerns its unit.
    coalesce((v_row ->> 'unit_id')::uuid, (select o.unit_id from public.obligations o where o.id = (v_row ->> 'obligation_id')::uuid)),
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'deleted' end,
    v_old ->> coalesce(v_state_column, 'state'), v_new ->> coalesce(v_state_column, 'state'), v_changes,
    nullif(current_setting('app.reason', true), ''));
  return null;
end $$;

create or replace function private.answer_earlier_dues(p_task_ids uuid[], p_answers jsonb, p_keys jsonb default '{}', p_assignment_ids uuid[] default null)
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
