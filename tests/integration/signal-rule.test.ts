import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import cases from '../fixtures/signal-cases.json'
import { must } from '../support/actors'
import { startStack, type TestStack } from '../support/stack'

let stack: TestStack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

describe('the signal of an assignment on a milestone', () => {
  test.each(cases.signals)('$name', async ({ name: _name, signal, reasons, ...facts }) => {
    const it = { ...cases.usual, ...facts }
    const [answer] = await stack.sql<{ signal: string; reasons: string[] }>(
      `select s.signal::text, s.reasons::text[] as reasons from private.signal_of($1::text::date, $2::text::date, $3::text::date,
         $4::text::date, $5::boolean, $6::text::date, $7::boolean, $8::boolean, $9::numeric, $10::integer) s`,
      [
        it.asOf,
        it.startOn,
        it.dueOn,
        it.completedOn,
        it.isNotApplicable,
        it.completionSubmittedOn,
        it.isReturned,
        it.isReportMissing,
        it.percent,
        it.warningDays,
      ],
    )
    expect(answer).toEqual({ signal, reasons })
  })
})

describe('scheduled progress', () => {
  test.each(cases.scheduledPercents)('$name', async ({ asOf, startOn, dueOn, percent }) => {
    const [answer] = await stack.sql<{ percent: number }>(
      'select private.scheduled_percent($1::text::date, $2::text::date, $3::text::date)::float8 as percent',
      [asOf, startOn, dueOn],
    )
    expect(must(answer).percent).toBe(percent)
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
