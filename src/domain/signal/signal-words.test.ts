import { expect, it } from 'vitest'
import { signalReasonVocabulary } from './signal-reason-vocabulary'
import { completionVocabulary, signalVocabulary } from './signal-vocabulary'
import { countsInWords, reasonsBeside, signalInWords } from './signal-words'

it('says a signal with its reason until the work is complete', () => {
  const reason = signalReasonVocabulary.of('report_missing')
  const state = { signal: 'red', reason: reason.value, isLate: false } as const
  expect(signalInWords({ ...state, isComplete: false })).toBe(`${signalVocabulary.label('red')}，${reason.label}`)
  expect(signalInWords({ ...state, isComplete: true })).toBe(completionVocabulary.label('complete'))
})

it('counts every signal in words, zero too', () => {
  const words = countsInWords({ grey: 0, green: 1, yellow: 2, red: 3, complete: 4 })
  expect(words.split('，')).toHaveLength(5)
  expect(words).toContain(`${signalVocabulary.label('red')} 3 项`)
  expect(words).toContain(`${completionVocabulary.label('complete')} 4 项`)
})

it('says all reasons, the one that decides first', () => {
  expect(reasonsBeside('red', ['overdue', 'report_missing'])).toBe('上期未报')
  expect(reasonsBeside('red', ['overdue'])).toBe('')
  expect(reasonsBeside('yellow', ['due_soon', 'report_missing'])).toBe('临近期限、上期未报')
  expect(reasonsBeside('green', [])).toBe('')
})
