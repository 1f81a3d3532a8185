import { expect, test } from 'vitest'
import { parseLocalDate } from '../local-date/local-date'
import { ANSWERED_LATER, areAnswersWhole, dayTrouble, isAnyAnswered, type EarlierDueKind } from './earlier-due'

const today = parseLocalDate('2021-09-30')
const [before, after] = [parseLocalDate('2021-09-29'), parseLocalDate('2021-10-01')]

test.each([
  ['done', null, '请填写办结日期'],
  ['done', before, ''],
  ['done', today, ''],
  ['done', after, '办结日期不能晚于今天'],
  ['owed_anew', null, '请填写新期限'],
  ['owed_anew', before, '新期限不能早于今天'],
  ['owed_anew', today, ''],
  ['owed_anew', after, ''],
  ['owed', null, ''],
  ['not_tracked', null, ''],
  ['later', null, ''],
] as const satisfies readonly (readonly [EarlierDueKind, unknown, string])[])('%s on %s: %s', (kind, day, words) => {
  expect(dayTrouble({ kind, day }, today)).toBe(words)
})

test('answers are whole when the one for all and each single one are', () => {
  expect(areAnswersWhole(ANSWERED_LATER, today)).toBe(true)
  expect(areAnswersWhole({ ...ANSWERED_LATER, each: { a: { kind: 'done', day: null } } }, today)).toBe(false)
  expect(areAnswersWhole({ ...ANSWERED_LATER, all: { kind: 'owed_anew', day: before } }, today)).toBe(false)
})

test('nothing is answered while everything is left for later', () => {
  expect(isAnyAnswered(ANSWERED_LATER)).toBe(false)
  expect(isAnyAnswered({ ...ANSWERED_LATER, each: { a: { kind: 'later', day: null } } })).toBe(false)
  expect(isAnyAnswered({ ...ANSWERED_LATER, each: { a: { kind: 'owed', day: null } } })).toBe(true)
})
