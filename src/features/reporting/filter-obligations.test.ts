import type { Obligation } from '@/domain/reporting/obligation'
import { expect, test } from 'vitest'
import { filterObligations, isFiltering, obligationFilterDefaults } from './filter-obligations'

const first = {
  number: '（一）',
  title: '重大项目公开',
  requirement: '9月底前',
  planTitle: '2021年要点',
  planId: 'p1',
  role: 'lead',
  signal: 'red',
} as Obligation
const second = {
  number: '2',
  title: '义务教育',
  requirement: '',
  planTitle: '五年计划',
  planId: 'p2',
  role: 'supporting',
  signal: 'green',
} as Obligation

const late = { ...second, isComplete: true, isLate: true, signal: 'yellow' } as Obligation

test('a row is found under the word that it shows', () => {
  const under = (signal: string) => filterObligations([late], { ...obligationFilterDefaults, signal })
  expect(under('yellow')).toEqual([])
  expect(under('complete_late')).toEqual([late])
})

test.each([
  [{}, [first, second]],
  [{ plan: 'p2' }, [second]],
  [{ role: 'lead' }, [first]],
  [{ signal: 'green' }, [second]],
  [{ words: '公开  9月' }, [first]],
  [{ words: '五年' }, [second]],
  [{ words: '没有的' }, []],
])('%o lets through what it should', (patch, expected) => {
  expect(filterObligations([first, second], { ...obligationFilterDefaults, ...patch })).toEqual(expected)
})

test('showing all milestones is not filtering', () => {
  expect(isFiltering({ ...obligationFilterDefaults, all: true })).toBe(false)
  expect(isFiltering({ ...obligationFilterDefaults, words: '公开' })).toBe(true)
})
