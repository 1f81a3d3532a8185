import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { overviewKeys } from '@/data/overview/keys'
import type { PlanOverview, SectionOverview, TaskCounts, UnitOverview } from '@/data/overview/overview'
import type { PlanId } from '@/domain/ids'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { renderPage } from '../../../tests/support/render-page'
import { planId, unitId } from '../../../tests/support/ids'
import { OverallSheet } from './OverallSheet'
import { SectionSheet } from './SectionSheet'
import { UnitSheet } from './UnitSheet'

const answers = vi.hoisted(() => new Map<string, unknown>())
vi.mock('@/data/overview/queries', () => ({
  unitOverviewOptions: ({ asOf, planId }: { asOf: null; planId: PlanId }) => ({
    queryKey: overviewKeys.units(asOf, planId),
    queryFn: () => answers.get('units'),
  }),
  sectionOverviewOptions: (plan: PlanId, asOf: null) => ({
    queryKey: overviewKeys.sections(plan, asOf),
    queryFn: () => answers.get('sections'),
  }),
}))

const some = { red: 2, yellow: 2, due_soon: 1, green: 1, grey: 0, before_given: 0, complete: 6 } as const
const counts: TaskCounts = { tasks: 12, ...some, completeLate: 1 }
const asOf = parseLocalDate('2021-06-30')
const plan: PlanOverview = {
  planId: planId('p1'),
  title: '要点',
  state: 'issued',
  startsOn: parseLocalDate('2021-01-01'),
  endsOn: parseLocalDate('2021-12-31'),
  counts,
  percent: 40,
  scheduledPercent: 49.6,
  awaitingReview: 4,
  leadsDone: 3,
}

function hrefOf(name: string, within_ = document.body): string | null {
  return within(within_).getByRole('link', { name }).getAttribute('href')
}

describe('the whole', () => {
  it('leads from each number to its tasks, on the same day and plan', () => {
    renderPage(<OverallSheet plans={[plan]} scope={{ planId: planId('p1'), asOf }} />)
    expect(hrefOf('全部任务 12 项')).toBe('/tasks?asOf=2021-06-30&plan=p1')
    expect(hrefOf('逾期 2 项')).toBe('/tasks?asOf=2021-06-30&plan=p1&signal=red')
    expect(hrefOf('临近期限 1 项')).toBe('/tasks?asOf=2021-06-30&plan=p1&signal=due_soon')
    expect(hrefOf('牵头已办结、责任未办结 3 项')).toBe('/tasks?asOf=2021-06-30&plan=p1&leadsDone=true')
    expect(hrefOf('办结 6 项')).toBe('/tasks?asOf=2021-06-30&plan=p1&signal=complete')
    expect(hrefOf('其中逾期 1 项')).toBe('/tasks?asOf=2021-06-30&plan=p1&signal=complete_late')
    expect(hrefOf('待审核任务 4 项')).toBe('/tasks?asOf=2021-06-30&plan=p1&awaiting=true')
  })
  it('adds plans up and shows no common progress for them', () => {
    renderPage(<OverallSheet plans={[plan, { ...plan, planId: planId('p2') }]} scope={{ planId: '', asOf: null }} />)
    expect(hrefOf('逾期 4 项')).toBe('/tasks?signal=red')
    expect(screen.queryByRole('meter')).toBeNull()
  })
  it('sets progress beside the schedule for one plan', () => {
    renderPage(<OverallSheet plans={[plan]} scope={{ planId: planId('p1'), asOf: null }} />)
    expect(screen.getByText('总进度 40%，序时进度 50%')).toBeTruthy()
  })
})

describe('units', () => {
  const unit: UnitOverview = {
    unitId: unitId('u1'),
    name: '县司法局',
    kind: 'department',
    counts,
    percent: 50,
    supporting: 5,
    silentSince: null,
  }
  it('lead to what the unit is accountable for, and apart to what it takes part in', async () => {
    answers.set('units', [unit])
    renderPage(<UnitSheet scope={{ planId: '', asOf: null }} />)
    expect((await screen.findByRole('link', { name: '县司法局负责的任务 12 项' })).getAttribute('href')).toBe(
      '/tasks?unit=u1&role=accountable',
    )
    expect(screen.getByRole('link', { name: '逾期 2 项' }).getAttribute('href')).toBe(
      '/tasks?unit=u1&role=accountable&signal=red',
    )
    expect(screen.getByRole('link', { name: '县司法局配合的任务 5 项' }).getAttribute('href')).toBe(
      '/tasks?unit=u1&role=supporting',
    )
  })
  it('stand worst first: more overdue, then more warnings, then less progress, then those without tasks', async () => {
    answers.set('units', [
      { ...unit, unitId: 'idle', name: '无任务局', percent: 0, counts: { ...counts, tasks: 0, red: 0, yellow: 0 } },
      unit,
      { ...unit, unitId: 'slow', name: '落后局', percent: 10 },
      { ...unit, unitId: 'warned', name: '预警局', counts: { ...counts, yellow: 9 } },
      { ...unit, unitId: 'red', name: '逾期局', counts: { ...counts, red: 3, yellow: 0 } },
    ])
    renderPage(<UnitSheet scope={{ planId: '', asOf: null }} />)
    await screen.findByRole('table', { name: '各单位的任务' })
    const names = screen.getAllByRole('link', { name: /局$/ }).map((link) => link.textContent)
    expect(names).toEqual(['逾期局', '预警局', '落后局', '县司法局', '无任务局'])
  })
})

it('tasks outside any chapter are a row of their own with a list of their own', async () => {
  const section: SectionOverview = { sectionId: null, number: null, title: '', counts, percent: 50 }
  answers.set('sections', [section])
  renderPage(<SectionSheet scope={{ planId: planId('p1'), asOf: null }} />)
  expect(await screen.findByText('未分章节')).toBeTruthy()
  expect(screen.getByRole('link', { name: '未分章节的任务 12 项' }).getAttribute('href')).toBe(
    '/tasks?plan=p1&section=none',
  )
})
