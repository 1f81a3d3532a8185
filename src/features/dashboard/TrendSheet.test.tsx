import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { overviewKeys } from '@/data/overview/keys'
import type { TrendPoint } from '@/data/overview/overview'
import type { PlanId } from '@/domain/ids'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { renderPage } from '../../../tests/support/render-page'
import { planId } from '../../../tests/support/ids'
import { TrendSheet } from './TrendSheet'

const answer = vi.hoisted(() => ({ points: [] as unknown }))
vi.mock('@/data/overview/queries', () => ({
  progressTrendOptions: (plan: PlanId, asOf: null) => ({
    queryKey: overviewKeys.trend(plan, asOf),
    queryFn: () => answer.points,
  }),
}))

const may: TrendPoint = {
  asOf: parseLocalDate('2021-05-31'),
  percent: 12.6,
  scheduledPercent: 30.2,
  red: 1,
  complete: 0,
}
const june: TrendPoint = {
  asOf: parseLocalDate('2021-06-20'),
  percent: 84.5,
  scheduledPercent: 95.6,
  red: 2,
  complete: 7,
}

function show(points: readonly TrendPoint[], asOf: TrendPoint['asOf'] | null) {
  answer.points = points
  renderPage(<TrendSheet scope={{ planId: planId('p1'), asOf }} />)
}

/** The figures lie under a summary; they are there before it is opened. */
async function rows(): Promise<HTMLElement[]> {
  const table = await screen.findByRole('table', { name: '进度走势的数字', hidden: true })
  return within(table).getAllByRole('row', { hidden: true }).slice(1)
}

it('gives the figures of each day in words', async () => {
  show([may, june], null)
  expect((await rows()).map((row) => row.textContent)).toEqual(['2021-05-3113%30%1 项0 项', '2021-06-2085%96%2 项7 项'])
})

it.each([
  [null, '/dashboard?plan=p1'],
  [june.asOf, '/dashboard?asOf=2021-06-20&plan=p1'],
])('leads from a day to the dashboard of that day and the same plan (%s)', async (asOf, last) => {
  show([may, june], asOf)
  const links = (await rows()).map((row) => within(row).getByRole('link', { hidden: true }).getAttribute('href'))
  expect(links).toEqual(['/dashboard?asOf=2021-05-31&plan=p1', last])
})

it('draws no line through a single point', async () => {
  show([june], null)
  expect(await screen.findByText('还看不出走势')).toBeTruthy()
  expect(screen.queryByRole('table', { hidden: true })).toBeNull()
})
