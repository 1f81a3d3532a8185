import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { renderPage } from '../../../tests/support/render-page'
import { TaskDue } from './TaskDue'

const dueOn = parseLocalDate('2021-09-20')

it('counts the days only of what the signal calls overdue', () => {
  renderPage(<TaskDue state={{ dueOn, signal: 'red', isComplete: false }} />)
  expect(screen.getByText('逾期 10 天')).toBeTruthy()
})
it('shows a past day without counting while a completing report awaits review', () => {
  renderPage(<TaskDue state={{ dueOn, signal: 'green', isComplete: false }} />)
  expect(screen.queryByText(/逾期/)).toBeNull()
  expect(screen.getByText('2021-09-20')).toBeTruthy()
})
it('a task due today is not late', () => {
  renderPage(<TaskDue state={{ dueOn: parseLocalDate('2021-09-30'), signal: 'yellow', isComplete: false }} />)
  expect(screen.getByText('今天到期')).toBeTruthy()
})
