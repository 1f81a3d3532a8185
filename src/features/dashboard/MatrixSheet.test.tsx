import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Matrix, MatrixMilestone } from '@/data/overview/queries'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { renderPage } from '../../../tests/support/render-page'
import { MatrixTable } from './MatrixSheet'

function milestone(given: Partial<MatrixMilestone>): MatrixMilestone {
  return {
    milestoneId: 'm1',
    dueOn: parseLocalDate('2021-12-31'),
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
      taskId: 't1',
      number: '（一）',
      title: '公开重大项目',
      sectionId: null,
      milestones: [
        milestone({ requirement: '建成目录' }),
        milestone({ milestoneId: 'm2', dueOn: parseLocalDate('2021-06-30'), signal: 'red', reason: 'overdue' }),
        milestone({
          milestoneId: 'm3',
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
      taskId: 't2',
      number: null,
      title: '加强队伍',
      sectionId: null,
      milestones: [milestone({ milestoneId: 'm4', year: 2023, signal: 'grey', reason: 'not_started', percent: 0 })],
    },
  ],
}
const scope = { planId: 'p1', asOf: parseLocalDate('2021-12-20') }

function cellsOf(name: string): HTMLElement[] {
  return within(screen.getByRole('rowheader', { name }).closest('tr') ?? document.body).getAllByRole('cell')
}

it('puts each milestone into its year, two of one year side by side, and leaves other years empty', () => {
  renderPage(<MatrixTable matrix={matrix} scope={scope} />)
  const [in2021, in2023] = cellsOf('（一） 公开重大项目')
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
  const cell = screen.getByRole('link', { name: '（一） 公开重大项目，2021-06-30 到期，逾期：已逾期，进度 62%' })
  expect(cell.getAttribute('href')).toBe('/tasks/t1?asOf=2021-12-20#m2')
})
it('leads from a year to the tasks that have something due in it, on the same day', () => {
  renderPage(<MatrixTable matrix={matrix} scope={scope} />)
  expect(screen.getByRole('link', { name: '2023年' }).getAttribute('href')).toBe(
    '/tasks?asOf=2021-12-20&plan=p1&year=2023',
  )
})
