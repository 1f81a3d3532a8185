import type { TestStack } from './stack'

/** A kept thing that is not what the rule computes. */
export interface Difference {
  what: string
  id: string
  kept: unknown
  computed: unknown
}

const PLAN_SUMS =
  'tasks, red, yellow, green, grey, complete, complete_late, awaiting, percent_sum, percent_count, scheduled_sum, scheduled_count'
const UNIT_SUMS = 'tasks, red, yellow, green, grey, complete, complete_late, percent_sum, percent_count, supporting'
const sumOf = (columns: string) =>
  columns
    .split(', ')
    .map((column) => `sum(${column}) as ${column}`)
    .join(', ')
const anyOf = (columns: string) =>
  columns
    .split(', ')
    .map((column) => `sum(${column}) <> 0`)
    .join(' or ')
/** Numbers as text without trailing zeros: 50 and 50.0000 are the same. */
const plain = (row: string, key: string) =>
  `(select jsonb_object_agg(e.key, case when jsonb_typeof(e.value) = 'number' then to_jsonb(trim_scale((e.value #>> '{}')::numeric)) else e.value end)
    from jsonb_each(to_jsonb(${row}) - 'as_of' - '${key}') e)`
const compare = (what: string, key: string, kept: string, computed: string) => `
  select '${what}' as what, coalesce(k.${key}, c.${key})::text as id, ${plain('k', key)} as kept, ${plain('c', key)} as computed
  from (${kept}) k full join (${computed}) c on c.${key} = k.${key}
  where ${plain('k', key)} is distinct from ${plain('c', key)}`

const COMPARISON = `
with asked as (select $1::text::date as day, $2::text::uuid[] as asked_plans, array(select t.id from public.tasks t where t.plan_id = any ($2::text::uuid[])) as asked_tasks),
obligations as materialized (select x.* from asked, private.obligations_at(asked.day, asked.asked_tasks) x),
computed_tasks as materialized (select x.* from asked, private.tasks_at(asked.day, asked.asked_tasks) x),
computed_assignments as materialized (select x.* from asked, private.assignments_at(asked.day, asked.asked_tasks) x)
${compare(
  'obligation',
  'obligation_id',
  'select s.* from private.obligation_standings s, asked where s.plan_id = any (asked.asked_plans)',
  'select * from obligations',
)}
union all ${compare(
  'assignment',
  'assignment_id',
  'select s.* from private.assignment_standings s, asked where s.plan_id = any (asked.asked_plans)',
  'select * from computed_assignments',
)}
union all ${compare(
  'task',
  'task_id',
  'select s.* from private.task_standings s, asked where s.plan_id = any (asked.asked_plans)',
  'select * from computed_tasks',
)}
union all ${compare(
  'plan counts',
  'plan_id',
  `select plan_id, ${sumOf(PLAN_SUMS)} from private.plan_counts, asked where plan_id = any (asked.asked_plans) group by plan_id having ${anyOf(PLAN_SUMS)}`,
  `select plan_id, ${PLAN_SUMS} from private.plan_sums(array(select t::private.task_standings from computed_tasks t))`,
)}`

const UNITS = compare(
  'unit counts',
  'unit_id',
  `select unit_id, ${sumOf(UNIT_SUMS)} from private.unit_counts group by unit_id having ${anyOf(UNIT_SUMS)}`,
  `select unit_id, ${UNIT_SUMS} from private.unit_sums(array(
     select a from private.assignments_at($1::text::date, private.tasks_of_plans(null)) a where a.is_in_view))`,
)

/** Where what is kept of some plans differs from what the rule computes for that day. */
export async function plansThatDiffer(
  stack: TestStack,
  day: string,
  planIds: readonly string[],
): Promise<Difference[]> {
  return stack.sql<Difference>(COMPARISON, [day, `{${planIds.join(',')}}`])
}

/** Where the kept counts of units differ from those of all plans, computed for that day. */
export async function unitsThatDiffer(stack: TestStack, day: string): Promise<Difference[]> {
  return stack.sql<Difference>(UNITS, [day])
}
