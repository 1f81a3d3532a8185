import { describe, expect, it } from 'vitest'
import { parseLocalDate } from './local-date'
import {
  ageInWords,
  dateInProse,
  dateTimeInProse,
  dateTimeInTable,
  dayInWords,
  dueBesideSignal,
  dueInWords,
  isPastDue,
  runningInWords,
} from './local-date-words'

const due = parseLocalDate('2021-09-30')
const before = parseLocalDate('2021-09-29')
const after = parseLocalDate('2021-10-01')

describe('due in words', () => {
  it('on the day before, the day and the day after', () => {
    expect(dueInWords(due, before)).toBe('还有 1 天')
    expect(dueInWords(due, due)).toBe('今天到期')
    expect(dueInWords(due, after)).toBe('逾期 1 天')
    expect(dueBesideSignal(due, after)).toBe('已过 1 天')
    expect(dueBesideSignal(due, due)).toBe('今天到期')
  })
  it('is late only after the day', () => {
    expect([before, due, after].map((today) => isPastDue(due, today))).toEqual([false, false, true])
  })
})

describe('age in words', () => {
  it('on the day, the day after and later', () => {
    expect(ageInWords(due, due)).toBe('今天更新')
    expect(ageInWords(due, after)).toBe('昨天更新')
    expect(ageInWords(due, parseLocalDate('2021-11-12'))).toBe('43 天未更新')
  })
  it('says when there never was a report', () => {
    expect(ageInWords(null, due)).toBe('从未填报')
    expect(runningInWords(before, after)).toBe('已启动 2 天')
    expect(runningInWords(due, due)).toBe('今天启动')
  })
})

describe('dates', () => {
  it('relative to today', () => {
    expect([before, due, after].map((today) => dayInWords(due, today))).toEqual(['明天', '今天', '昨天'])
  })
  it('in prose and in tables', () => {
    expect(dateInProse(parseLocalDate('2021-06-03'))).toBe('2021年6月3日')
    expect(dateTimeInTable(new Date('2021-06-30T16:05:00Z'))).toBe('2021-07-01 00:05')
    expect(dateTimeInProse(new Date('2021-06-30T16:05:00Z'))).toBe('2021年7月1日 00:05')
  })
})
