import { expect, test } from 'vitest'
import type { ResultRow } from './results'
import { amount, percentage, resultTable } from './table'

const ROW: ResultRow = {
  name: 'list',
  connections: 16,
  requests: 400,
  perSecond: 98.76,
  p50: 151.2,
  p95: 1234.5,
  share: 0.0212,
  memoryMb: 312.4,
  errors: 0,
  firstError: null,
}

test('prints a line a measure, columns under each other', () => {
  const failed: ResultRow = {
    ...ROW,
    name: 'rush',
    perSecond: 0,
    p50: null,
    p95: null,
    share: null,
    memoryMb: null,
    errors: 3,
    firstError: '500 {}',
  }
  const run = { engine: 'postgres 15.8', tasks: 5000, fillSeconds: 3.21, rows: [ROW, failed] }
  expect(resultTable(run).split('\n')).toEqual([
    'postgres 15.8, 5,000 tasks (filled in 3.2 s)',
    'name  connections  req/s  p50 ms  p95 ms  share of the floor  memory MB  errors',
    '----  -----------  -----  ------  ------  ------------------  ---------  ------',
    'list           16   98.8     151   1,235              2.12 %        312       0',
    'rush           16   0.00       –       –                   –          –       3',
    'first error of rush at 16: 500 {}',
  ])
})

test('keeps three digits that count', () => {
  expect([0.2134, 12.345, 99.96, 100, 3409.6].map(amount)).toEqual(['0.213', '12.3', '100', '100', '3,410'])
  expect([null, Number.NaN].map(amount)).toEqual(['–', '–'])
  expect([0.3, 2.5, null].map(percentage)).toEqual(['30.0 %', '250 %', '–'])
})
