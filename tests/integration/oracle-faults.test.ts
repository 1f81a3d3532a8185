import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choose, compareLives, type Asked } from '../support/oracle/compare-lives'
import type { Difference } from '../support/oracle/differences'
import { withFault, type Fault } from '../support/oracle/fault'
import { livePlans, type Lived } from '../support/oracle/live-plans'
import { livesOf } from '../support/oracle/lives'
import { readHistory } from '../support/oracle/read-history'

const LIVES = 50
const FIRST_SEED = 3000
const DAYS_EACH = 8

let lived: Lived
let asked: Asked
/** Differences that are there without a fault. */
let known: Set<string>
beforeAll(async () => {
  lived = await livePlans(Array.from({ length: LIVES }, (_, index) => FIRST_SEED + index))
  asked = choose(livesOf(await readHistory(lived.county)), DAYS_EACH)
  known = new Set((await compareLives(lived, asked)).differences.map(keyOf))
}, 600_000)
afterAll(() => lived.county.stop())

const keyOf = ({ day, id, column }: Difference) => `${day} ${id} ${column}`
const isNew = (each: Difference) => !known.has(keyOf(each))

const FAULTS: readonly Fault[] = [
  {
    name: 'the day on which something is due is late',
    of: 'private.reasons_of',
    says: "(f).judged_on > (f).allowed_until then 'overdue'",
    instead: "(f).judged_on >= (f).allowed_until then 'overdue'",
  },
  {
    name: 'the warning begins a day late',
    of: 'private.reasons_of',
    says: 'between 0 and (f).warning_days',
    instead: 'between 0 and (f).warning_days - 1',
  },
  {
    name: 'the points of the plan are 20 whatever it says',
    of: 'private.reasons_of',
    says: '> (f).behind_points',
    instead: '> 20',
  },
  {
    name: 'a supporting unit completes late',
    of: 'private.reasons_of',
    says: "(f).completed_on > (f).allowed_until and not (f).is_supporting then 'completed_late'",
    instead: "(f).completed_on > (f).allowed_until then 'completed_late'",
  },
  {
    name: 'what was returned is no reason',
    of: 'private.reasons_of',
    says: "case when (f).is_returned then 'returned' end,\n      case when (f).is_report_missing",
    instead: 'case when (f).is_report_missing',
  },
  {
    name: 'a report is missing from the end of its period on, without days of grace',
    of: 'private.last_due_period',
    says: 'p_as_of - p_grace_days as day',
    instead: 'p_as_of as day',
  },
  {
    name: 'a period is owed by who had the obligation for all of it alone',
    of: 'private.obligation_facts',
    says: '2 * (m.period_end_on',
    instead: '1 * (m.period_end_on',
  },
  {
    name: 'a completion is judged by the due date of today',
    of: 'private.obligation_facts',
    says: 'select coalesce(settled.due_on, case when answer.answer',
    instead: 'select coalesce(null::date, case when answer.answer',
  },
  {
    name: 'the clock starts with the issue, whenever the unit was given the task',
    of: 'private.obligation_facts',
    says: 'greatest(m.issued_on, public.business_date(a.given_at)) as day',
    instead: 'm.issued_on as day',
  },
  {
    name: 'what is not tracked counts as nothing done',
    of: 'private.obligation_facts',
    says: "when answer.answer = 'not_tracked' then null else",
    instead: 'else',
  },
  {
    name: 'what waits does not stop the clock',
    of: 'private.obligation_facts',
    says: 'case when ends.is_waiting then public.business_date(ends.at) end as waiting_on',
    instead: 'null::date as waiting_on',
  },
  {
    name: 'no days to mend after a long review',
    of: 'private.mended_until',
    says: ', 3), 15)',
    instead: ', 3), 4)',
  },
  {
    name: 'days to mend also for what was handed in late',
    of: 'private.mended_until',
    says: 'v_returned.handed_in_on <= greatest(v_returned.due_on, v_until) and ',
    instead: '',
  },
  {
    name: 'a reopening voids nothing',
    of: 'private.known_reports',
    says: "and not coalesce((s.percent = 100 or s.kind = 'not_applicable') and s.submitted_at <= p_reopened_at, false)",
    instead: '',
  },
  {
    name: 'a closed plan goes on',
    of: 'private.tasks_in_force',
    says: 'closing.day, coalesce(closing.day, p_as_of),',
    instead: 'closing.day, p_as_of,',
  },
  {
    name: 'a milestone starts on the day on which the one before it is due',
    of: 'private.milestones_in_force',
    says: 'order by d.due_on) + 1',
    instead: 'order by d.due_on)',
  },
  {
    name: 'a supporting unit keeps a milestone open',
    of: 'private.obligations_at',
    says: 'filter (where s.is_accountable) ',
    instead: '',
  },
  {
    name: 'of the milestones that are closed the first one decides',
    of: 'private.tasks_of',
    says: 'then o.milestone_due_on end desc nulls last',
    instead: 'then o.milestone_due_on end nulls last',
  },
  {
    name: '无此事项 counts in the mean',
    of: 'private.milestones_of',
    says: 'avg(o.percent)',
    instead: 'avg(coalesce(o.percent, 0))',
  },
  {
    name: 'the responsible decide beside leads',
    of: 'private.roles_in_force',
    says: "filter (where t.role <> 'supporting')",
    instead: "filter (where t.role = 'responsible')",
  },
  {
    name: '临近期限 counts as a failing',
    of: 'private.tally',
    says: "p_signal = 'yellow' and p_reason <> 'due_soon'",
    instead: "p_signal = 'yellow'",
  },
  {
    name: 'a day ends eight hours late',
    of: 'private.end_of_business_day',
    says: "at time zone 'Asia/Shanghai'",
    instead: "at time zone 'UTC'",
  },
]

describe('the comparison notices', () => {
  test.each(FAULTS)('$name', async (fault) => {
    const { stack } = lived.county
    const isEnough = (found: readonly Difference[]) => found.some(isNew)
    const { differences } = await withFault(stack, fault, () => compareLives(lived, asked, { isEnough }))
    expect(differences.some(isNew)).toBe(true)
  })
})
