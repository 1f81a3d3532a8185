import type { UnitName } from '../actors'
import { written, type Day } from './days'
import type { Chance } from './chance'
import type { Role } from './history'

/** What a unit owes, as a story names it: task by position, milestone by its words. */
export interface Owed {
  position: number
  unit: UnitName
  milestone: string
  dueOn: Day
}

/** Something that somebody does in a story; what the rules refuse does not happen. */
export interface Happening {
  what: string
  who: 'lead office' | 'owner' | UnitName
  /** In Asia/Shanghai, as 2025-03-01T23:59:00+08:00. */
  at: string
  /** The statement: $1 is the plan, $2 what is here besides. */
  sql: string
  position?: number
  unit?: UnitName
  milestone?: string
  kind?: string
  percent?: number
  decision?: string
  role?: Role
  answer?: string
  doneOn?: string | null
  dueOn?: string | null
  days?: number
}

/** Half of what happens happens just before or just after midnight. */
const MINUTES = ['00:01', '23:59', '09:30', '17:45'] as const

/** A minute of a day. */
export function minuteOf(day: Day, chance: Chance): string {
  return `${written(day)}T${chance.pick(MINUTES)}:00+08:00`
}

const OWED = "pg_temp.owed($1, ($2->>'position')::integer, $2->>'unit', $2->>'milestone')"
const TASK = "(select id from public.tasks where plan_id = $1 and position = ($2->>'position')::integer)"
const UNIT = "(select id from public.units where name = $2->>'unit')"
const ASSIGNMENT = `(select id from public.assignments where task_id = ${TASK} and unit_id = ${UNIT})`
const MILESTONE = `(select id from public.milestones where task_id = ${TASK} and requirement = $2->>'milestone')`

/** How each is done: by the functions that the app calls; by the owner of the database what no function does yet. */
export const DOES = {
  'hands in': `select pg_temp.hand_in(${OWED}, ($2->>'kind')::public.report_kind, ($2->>'percent')::integer)`,
  reviews: `select public.review_report(s.id, ($2->>'decision')::public.review_decision, '意见')
    from public.report_submissions s where s.obligation_id = ${OWED} and s.decision is null`,
  reopens: `select public.reopen_completion(${OWED}, '重新办理')`,
  amends: `select public.amend_milestone(m.id, m.due_on + ($2->>'days')::integer, m.requirement, ($2->>'percent')::numeric, '调整')
    from public.milestones m where m.id = ${MILESTONE}`,
  extends: `insert into public.due_terms (milestone_id, obligation_id, due_on, source, reason)
    select o.milestone_id, o.id, m.due_on + ($2->>'days')::integer, 'extension', '申请延期'
    from public.obligations o join public.milestones m on m.id = o.milestone_id
    where o.id = ${OWED} and m.due_on + ($2->>'days')::integer >= public.business_today()`,
  'adds a unit': `select public.add_assignment(${TASK}, ${UNIT}, ($2->>'role')::public.assignment_role, '增加单位')`,
  'withdraws a unit': `select public.withdraw_assignment(${ASSIGNMENT}, '调整分工')`,
  'changes a role': `insert into public.assignment_terms (assignment_id, role, is_in_force, reason)
    select a.id, ($2->>'role')::public.assignment_role, true, '调整分工'
    from public.assignments a where a.id = ${ASSIGNMENT} and a.withdrawn_at is null`,
  'withdraws a task': `select public.withdraw_task(${TASK}, '不再需要')`,
  'closes the plan': `select public.close_plan($1, '结束')`,
  answers: `select public.answer_earlier_dues(${TASK}, jsonb_build_object('each', jsonb_build_object(coalesce(${OWED}::text, ''),
    jsonb_strip_nulls(jsonb_build_object('answer', $2->>'answer', 'doneOn', $2->>'doneOn', 'dueOn', $2->>'dueOn')))))`,
} as const

/** What stories ask of the database by name, made anew in each transaction. */
export const STORY_FUNCTIONS = `
create or replace function pg_temp.owed(p_plan_id uuid, p_position integer, p_unit text, p_milestone text) returns uuid language sql as $$
  select o.id from public.obligations o join public.tasks t on t.id = o.task_id join public.units u on u.id = o.unit_id
  join public.milestones m on m.id = o.milestone_id
  where t.plan_id = p_plan_id and t.position = p_position and u.name = p_unit and m.requirement = p_milestone
$$;
create or replace function pg_temp.hand_in(p_obligation_id uuid, p_kind public.report_kind, p_percent integer) returns void language plpgsql as $$
declare
  v_report record;
  v_evidence_id uuid;
begin
  select * into v_report from public.save_report_draft(p_obligation_id, coalesce((select r.revision from public.progress_reports r
    where r.obligation_id = p_obligation_id and r.state <> 'approved'), 0), p_kind, p_percent, '做了', '', '');
  if p_kind = 'progress' and p_percent = 100 then
    insert into public.evidence (unit_id, kind, title, url)
    select o.unit_id, 'link', '公开链接', 'https://example.cn/a' from public.obligations o where o.id = p_obligation_id
    returning id into v_evidence_id;
    insert into public.report_evidence (report_id, evidence_id) values (v_report.report_id, v_evidence_id);
  end if;
  perform public.submit_report(v_report.report_id, v_report.revision);
end $$;
create or replace function pg_temp.live(p_plan_id uuid, p_happenings jsonb) returns jsonb language plpgsql as $$
declare
  v_each jsonb;
  v_outcomes jsonb := '[]';
  v_count integer;
begin
  for v_each in select value from jsonb_array_elements(p_happenings) loop
    perform set_config('app.now', v_each ->> 'at', true), set_config('request.jwt.claim.sub', coalesce(v_each ->> 'userId', ''), true),
      set_config('request.jwt.claims', jsonb_build_object('sub', v_each ->> 'userId', 'role', 'authenticated')::text, true);
    begin
      execute v_each ->> 'sql' using p_plan_id, v_each;
      get diagnostics v_count = row_count;
      v_outcomes := v_outcomes || to_jsonb(case v_count when 0 then 'nothing_there' else 'happened' end);
    exception when others then
      -- A refusal of ours did not happen; anything else is a fault.
      if sqlstate not like 'PT%' then raise exception '% (%)', sqlerrm, v_each; end if;
      v_outcomes := v_outcomes || to_jsonb(sqlerrm);
    end;
  end loop;
  return v_outcomes;
end $$;`
