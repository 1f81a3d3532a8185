import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { renderPage } from '../../../tests/support/render-page'
import { TaskDue } from './TaskDue'

const dueOn = parseLocalDate('2021-09-20')

it('counts the days only of what the signal calls overdue', () => {
  renderPage(<TaskDue state={{ dueOn, signal: 'red', isComplete: false }} isOngoing={false} />)
  expect(screen.getByText('已过 10 天')).toBeTruthy()
})
it('shows a past day without counting while a completing report awaits review', () => {
  renderPage(<TaskDue state={{ dueOn, signal: 'green', isComplete: false }} isOngoing={false} />)
  expect(screen.queryByText(/逾期/)).toBeNull()
  expect(screen.getByText('2021-09-20')).toBeTruthy()
})
it('a task due today is not late', () => {
  renderPage(
    <TaskDue state={{ dueOn: parseLocalDate('2021-09-30'), signal: 'yellow', isComplete: false }} isOngoing={false} />,
  )
  expect(screen.getByText('今天到期')).toBeTruthy()
})
it.each([
  ['while it runs', 'green', false],
  ['once it is complete', 'green', true],
  ['past its day while a completing report awaits review', 'yellow', false],
] as const)('says beside the date that a task goes on until then: %s', (_words, signal, isComplete) => {
  renderPage(<TaskDue state={{ dueOn, signal, isComplete }} isOngoing />)
  expect(screen.getByText('2021-09-20')).toBeTruthy()
  expect(screen.getByText('持续推进')).toBeTruthy()
})
