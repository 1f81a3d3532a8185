import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Matrix, MatrixMilestone } from '@/data/overview/overview'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { renderPage } from '../../../tests/support/render-page'
import { milestoneId, planId, taskId } from '../../../tests/support/ids'
import { MatrixTable } from './MatrixSheet'

function milestone(given: Partial<MatrixMilestone>): MatrixMilestone {
  const dueOn = given.dueOn ?? parseLocalDate('2021-12-31')
  return {
    milestoneId: milestoneId('m1'),
    dueOn,
    lastDueOn: dueOn,
    milestoneDueOn: dueOn,
    year: 2021,
    requirement: '',
    signal: 'yellow',
    reason: 'due_soon',
    percent: 61.6,
    isComplete: false,
    isLate: false,
    ...given,
  }
}

const matrix: Matrix = {
  years: [2021, 2023],
  tasks: [
    {
      taskId: taskId('t1'),
      number: '（一）',
      title: '公开重大项目',
      milestones: [
        milestone({ requirement: '建成目录' }),
        milestone({
          milestoneId: milestoneId('m2'),
          dueOn: parseLocalDate('2021-06-30'),
          signal: 'red',
          reason: 'overdue',
        }),
        milestone({
          milestoneId: milestoneId('m3'),
          year: 2023,
          dueOn: parseLocalDate('2023-12-31'),
          signal: 'yellow',
          reason: 'completed_late',
          isComplete: true,
          isLate: true,
          percent: 100,
        }),
      ],
    },
    {
      taskId: taskId('t2'),
      number: null,
      title: '加强队伍',
      milestones: [
        milestone({ milestoneId: milestoneId('m4'), year: 2023, signal: 'grey', reason: 'not_started', percent: 0 }),
      ],
    },
  ],
}
const scope = { planId: planId('p1'), asOf: parseLocalDate('2021-12-20') }

function cellsOf(name: string): HTMLElement[] {
  return within(screen.getByRole('rowheader', { name }).closest('tr') ?? document.body).getAllByRole('cell')
}

it('puts each milestone into its year, two of one year side by side, and leaves other years empty', () => {
  renderPage(<MatrixTable matrix={matrix} scope={scope} />)
  const [in2021, in2023] = cellsOf('（一）公开重大项目')
  expect(
    within(in2021 ?? document.body)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['62%', '62%'])
  expect(in2023?.textContent).toBe('逾期办结')
  expect(cellsOf('加强队伍').map((cell) => cell.textContent)).toEqual(['', '0%'])
})
it('says signal, reason, day and progress of a cell in words', () => {
  renderPage(<MatrixTable matrix={matrix} scope={scope} />)
  const cell = screen.getByRole('link', { name: '（一）公开重大项目，2021-06-30 到期，逾期，进度 62%' })
  expect(cell.getAttribute('href')).toBe('/tasks/t1?asOf=2021-12-20#m2')
})
it('says a date that units were given of their own, and the one of the milestone', () => {
  const [june, july] = [parseLocalDate('2021-06-30'), parseLocalDate('2021-07-31')]
  const one = { taskId: taskId('t'), number: null, title: '一项', sectionId: null }
  const all = milestone({ milestoneDueOn: june, dueOn: july })
  const some = milestone({ milestoneId: milestoneId('m2'), dueOn: june, lastDueOn: july })
  renderPage(<MatrixTable matrix={{ years: [2021], tasks: [{ ...one, milestones: [all, some] }] }} scope={scope} />)
  expect(screen.getAllByRole('link', { name: /^一项，/ }).map((cell) => cell.getAttribute('aria-label'))).toEqual([
    '一项，2021-07-31 到期，节点期限 2021-06-30，预警：临近期限，进度 62%',
    '一项，2021-06-30 到期，部分单位 2021-07-31 到期，预警：临近期限，进度 62%',
  ])
})
it('leads from a year to the tasks that have something due in it, on the same day', () => {
  renderPage(<MatrixTable matrix={matrix} scope={scope} />)
  expect(screen.getByRole('link', { name: '2023年' }).getAttribute('href')).toBe(
    '/tasks?asOf=2021-12-20&plan=p1&year=2023',
  )
})
