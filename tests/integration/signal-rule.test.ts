import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import cases from '../fixtures/signal-cases.json'
import { must } from '../support/actors'
import { startStack, type TestStack } from '../support/stack'

let stack: TestStack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

async function scheduledPercent(asOf: string, startOn: string, dueOn: string): Promise<number> {
  const [answer] = await stack.sql<{ percent: number }>(
    'select private.scheduled_percent($1::text::date, $2::text::date, $3::text::date)::float8 as percent',
    [asOf, startOn, dueOn],
  )
  return must(answer).percent
}

describe('the signal of an assignment on a milestone', () => {
  test.each(cases.signals)('$name', async ({ name: _name, signal, reasons, ...facts }) => {
    const it = { ...cases.usual, ...facts }
    const [answer] = await stack.sql<{ signal: string; reasons: string[] }>(
      `select private.signal_for(s.reasons[1])::text as signal, s.reasons::text[] as reasons
       from jsonb_populate_record(null::private.signal_facts, $1) f cross join private.reasons_of(f) s`,
      [
        {
          judged_on: it.asOf,
          start_on: it.startOn,
          due_on: it.dueOn,
          allowed_until: it.allowedUntil ?? it.dueOn,
          warning_days: it.warningDays,
          behind_points: it.behindPoints,
          is_supporting: it.isSupporting,
          is_milestone_closed: it.isMilestoneClosed,
          completed_on: it.completedOn,
          is_not_applicable: it.isNotApplicable,
          is_not_tracked: it.isNotTracked,
          is_due_before_given: it.isDueBeforeGiven,
          completion_submitted_on: it.completionSubmittedOn,
          is_returned: it.isReturned,
          is_report_missing: it.isReportMissing,
          scheduled_percent: await scheduledPercent(it.scheduledOn ?? it.asOf, it.startOn, it.dueOn),
          percent: it.percent,
        },
      ],
    )
    expect(answer).toEqual({ signal, reasons })
  })
})

describe('scheduled progress', () => {
  test.each(cases.scheduledPercents)('$name', async ({ asOf, startOn, dueOn, percent }) => {
    expect(await scheduledPercent(asOf, startOn, dueOn)).toBe(percent)
  })
})

describe('the last period whose report is overdue', () => {
  test.each(cases.lastDuePeriods)('$name', async ({ asOf, cadence, graceDays, period }) => {
    const [answer] = await stack.sql<{ start_on: string | null; end_on: string | null }>(
      'select start_on::text, end_on::text from private.last_due_period($1::text::date, $2::text::public.reporting_cadence, $3::integer)',
      [asOf, cadence, graceDays],
    )
    const { start_on, end_on } = must(answer)
    expect(start_on === null ? null : [start_on, end_on]).toEqual(period)
  })
})

describe('the business day', () => {
  test.each([
    ['2026-03-01T15:59:59Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2026-03-02T15:59:59Z', '2026-03-02'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('%s falls on %s in Asia/Shanghai', async (instant, day) => {
    const [answer] = await stack.sql<{ day: string }>(
      'select public.business_date($1::text::timestamptz)::text as day',
      [instant],
    )
    expect(must(answer).day).toBe(day)
  })
})
