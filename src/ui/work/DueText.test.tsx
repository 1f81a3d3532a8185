import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { renderPage } from '../../../tests/support/render-page'
import { DueText } from './DueText'

// The tests live on 2021-09-30.
const past = parseLocalDate('2021-09-20')
const today = parseLocalDate('2021-09-30')

describe('a due date', () => {
  it.each(signalReasonVocabulary.entries)('that has passed is called 逾期 by 已逾期 alone: $label', ({ value }) => {
    renderPage(<DueText state={{ dueOn: past, reason: value }} />)
    expect(screen.queryByText('逾期 10 天') !== null).toBe(value === 'overdue')
    expect(screen.getByText('2021-09-20')).toBeTruthy()
  })
  it.each(signalReasonVocabulary.entries)(
    'to come is counted down to while something is owed by it: $label',
    (entry) => {
      renderPage(<DueText state={{ dueOn: today, reason: entry.value }} />)
      expect(screen.queryByText('今天到期') !== null).toBe(entry.clock !== 'still')
    },
  )
  it('without a state is only told', () => {
    renderPage(<DueText state={{ dueOn: past }} />)
    expect(screen.queryByText(/逾期/)).toBeNull()
  })
  it('stands still with its plan', () => {
    renderPage(<DueText state={{ dueOn: past, reason: 'overdue', closedOn: parseLocalDate('2021-09-22') }} />)
    expect(screen.getByText('逾期 2 天')).toBeTruthy()
  })
  it('says until when what came back can be handed in again', () => {
    renderPage(<DueText state={{ dueOn: past, reason: 'returned', mendUntil: parseLocalDate('2021-10-03') }} />)
    expect(screen.getByText('须在 2021-10-03 前改好重报')).toBeTruthy()
  })
  it.each(['on_track', 'completed', 'awaiting_review_late'] as const)(
    'says that a task goes on until then: %s',
    (reason) => {
      renderPage(<DueText state={{ dueOn: past, reason }} isOngoing />)
      expect(screen.getByText('持续推进')).toBeTruthy()
    },
  )
})
