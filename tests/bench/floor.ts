/**
 * The floor: what a person would write by hand for the same list, sum and insert, over plain tables of the same size, with
 * nothing of the product around it. Never change it with the product: shares of it are what runs are compared by.
 */
import { UNITS } from './fill'

/** What is measured on the bare database. */
export type FloorKind = 'list' | 'sum' | 'insert'

/** A statement that is prepared once, and the values of its nth execution. */
export interface FloorStatement {
  text: string
  /** The types of its parameters, for engines that want to be told. */
  types: readonly string[]
  values(index: number, tasks: number): (string | number)[]
}

/** Tables, rows, indexes; run once on an empty database. */
export const floorScript = (tasks: number) => `
  create table units (id uuid primary key, name text not null);
  create table plans (id uuid primary key, title text not null);
  create table tasks (id uuid primary key, plan_id uuid not null, position integer not null, title text not null,
    requirement text not null, due_on date not null);
  create table assignments (id uuid primary key, task_id uuid not null, unit_id uuid not null, role text not null);
  create table submissions (id uuid primary key default gen_random_uuid(), assignment_id uuid not null, percent smallint not null,
    done text not null, next_steps text not null default '', submitted_at timestamptz not null default now(), decision text);
  insert into units select md5('unit ' || n)::uuid, '测试单位' || n from generate_series(0, ${UNITS - 1}) n;
  insert into plans select md5('plan ' || n)::uuid, '政务公开工作要点（第' || n || '号）' from generate_series(0, ${tasks - 1} / 40) n;
  insert into tasks select md5('task ' || n)::uuid, md5('plan ' || n / 40)::uuid, n % 40 + 1, '推进第' || n || '项政务公开重点任务',
      '围绕第' || n || '项重点任务，及时准确公开相关信息，' || repeat('做好政策解读和回应关切。', 4), current_date - 40 + (n * 37) % 230
    from generate_series(0, ${tasks - 1}) n;
  insert into assignments select md5('assignment ' || n || ' ' || a.number)::uuid, md5('task ' || n)::uuid, md5('unit ' || a.unit)::uuid, a.role
    from generate_series(0, ${tasks - 1}) n, lateral (values (0, 'lead', n % ${UNITS}),
      (1, 'supporting', (n + 1 + (n / ${UNITS}) % 99) % ${UNITS}), (2, 'supporting', (n + 101 + (n / ${UNITS}) % 98) % ${UNITS})) as a (number, role, unit);
  insert into submissions (id, assignment_id, percent, done, submitted_at, decision)
    select md5('report ' || n || ' ' || r.number)::uuid, md5('assignment ' || n || ' ' || r.assignment)::uuid,
      case when (n / ${UNITS}) % 5 = 0 and r.number > 1 then 100 else r.percent end, '已完成阶段工作', now() - make_interval(days => r.ago + n % 40),
      case when r.number = 2 and (n / ${UNITS}) % 5 = 1 then null else 'approved' end
    from generate_series(0, ${tasks - 1}) n, (values (1, 0, 30, 90), (2, 0, 60, 20), (3, 1, 40, 40), (4, 2, 50, 35)) as r (number, assignment, percent, ago);
  create index on tasks (plan_id);
  create index on assignments (unit_id, task_id);
  create index on assignments (task_id);
  create index on submissions (assignment_id, submitted_at desc);
  analyze;
`

const unitOf = (index: number) => `unit ${(index * 7) % UNITS}`

export const FLOOR: Readonly<Record<FloorKind, FloorStatement>> = {
  list: {
    text: `select t.id, t.title, t.due_on, p.title as plan_title, a.role
      from assignments a join tasks t on t.id = a.task_id join plans p on p.id = t.plan_id
      where a.unit_id = md5($1)::uuid order by t.due_on limit 50`,
    types: ['text'],
    values: (index) => [unitOf(index)],
  },
  sum: {
    text: `select a.unit_id, count(*) as tasks, count(*) filter (where l.percent = 100 and l.decision = 'approved') as complete,
        count(*) filter (where t.due_on < current_date and coalesce(l.percent, 0) < 100) as overdue,
        count(*) filter (where l.assignment_id is not null and l.decision is null) as awaiting_review, avg(coalesce(l.percent, 0)) as percent
      from assignments a join tasks t on t.id = a.task_id
      left join (select distinct on (s.assignment_id) s.assignment_id, s.percent, s.decision from submissions s
                 order by s.assignment_id, s.submitted_at desc) l on l.assignment_id = a.id
      group by a.unit_id`,
    types: [],
    values: () => [],
  },
  insert: {
    text: `insert into submissions (assignment_id, percent, done, next_steps) values (md5($1)::uuid, $2, $3, $4)`,
    types: ['text', 'smallint', 'text', 'text'],
    values: (index, tasks) => [
      `assignment ${(index * 37) % tasks} ${index % 3}`,
      60,
      '已印发实施方案，完成三个乡镇的公开专区建设。',
      '下一步推广到全部乡镇。',
    ],
  },
}
