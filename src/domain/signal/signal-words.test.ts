import { expect, it } from 'vitest'
import { signalCountVocabulary } from './signal-vocabulary'
import { countsInWords, leadsDoneInWords, reasonsBesideTag, signalInWords } from './signal-words'

const open = { isComplete: false, isLate: false } as const

it('says a signal with its reason, and nothing twice', () => {
  expect(signalInWords({ ...open, signal: 'red', reason: 'overdue' })).toBe('逾期')
  expect(signalInWords({ ...open, signal: 'yellow', reason: 'report_missing' })).toBe('预警，上期未报')
  expect(signalInWords({ ...open, signal: 'grey', reason: 'not_applicable' })).toBe('无此事项')
  expect(signalInWords({ isComplete: true, isLate: false, signal: 'green', reason: 'completed' })).toBe('办结')
})

it('counts every signal in words, zero too, but for what is rare', () => {
  const counts = { grey: 0, green: 1, yellow: 2, due_soon: 5, red: 3, before_given: 0, complete: 4 }
  const words = countsInWords(counts)
  expect(words.split('，')).toHaveLength(6)
  expect(words).toContain(`${signalCountVocabulary.label('red')} 3 项`)
  expect(words).toContain(`${signalCountVocabulary.label('complete')} 4 项`)
  expect(countsInWords({ ...counts, before_given: 2 })).toContain('下达前到期 2 项')
})

it('says all reasons that the lamp does not say, the one that decides first', () => {
  expect(reasonsBesideTag(open, ['overdue', 'report_missing'])).toBe('上期未报')
  expect(reasonsBesideTag(open, ['report_missing', 'due_soon'])).toBe('上期未报、临近期限')
  expect(reasonsBesideTag({ isComplete: true }, ['completed'])).toBe('')
  expect(reasonsBesideTag(open, [])).toBe('')
  expect(reasonsBesideTag(open, ['completed_late'])).toBe('部分逾期办结')
})

it('says who still owes when the leads are done', () => {
  expect(leadsDoneInWords({ openResponsible: 0, overdueResponsible: 0 })).toBe('')
  expect(leadsDoneInWords({ openResponsible: 3, overdueResponsible: 0 })).toBe(
    '牵头单位已办结，另有 3 个责任单位未办结',
  )
  expect(leadsDoneInWords({ openResponsible: 3, overdueResponsible: 2 })).toBe(
    '牵头单位已办结，另有 3 个责任单位未办结，其中逾期 2 个',
  )
})
