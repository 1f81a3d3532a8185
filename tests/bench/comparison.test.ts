import { expect, test } from 'vitest'
import { comparisonTable, growthTable } from './comparison'
import { parseResults, type ResultRow, type ResultRun } from './results'

const row = (name: string, perSecond: number, more: Partial<ResultRow> = {}): ResultRow => ({
  name,
  connections: 16,
  requests: 100,
  perSecond,
  p50: 1000 / perSecond,
  p95: null,
  share: perSecond / 1000,
  memoryMb: 300,
  errors: 0,
  firstError: null,
  ...more,
})

const run = (tasks: number, rows: ResultRow[], engine = 'postgres 15.8'): ResultRun => ({
  engine,
  tasks,
  fillSeconds: 1,
  rows,
})

test('sets each measure beside that of the same size and engine', () => {
  const before = [
    run(5000, [row('list', 1)], 'pglite 17'),
    run(100_000, [row('list', 2)]),
    run(5000, [row('list', 20), row('list', 10, { connections: 1 }), row('gone', 5)], 'postgres 15.7'),
  ]
  const lines = comparisonTable(before, run(5000, [row('list', 50), row('new', 5)])).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[2]?.split(/ {2,}/)).toEqual(['list', '16', '20.0', '50.0', '2.50', '50.0', '20.0', '2.00 %', '5.00 %'])
})

test('compares nothing that was not measured', () => {
  expect(comparisonTable([run(100_000, [row('list', 2)])], run(5000, [row('list', 50)]))).toBe('')
})

test('tells what is lost when the database grows, whatever the order of the runs', () => {
  const lines = growthTable([run(100_000, [row('list', 40)]), run(5000, [row('list', 50)])]).split('\n')
  expect(lines[0]).toBe('from 5000 to 100000 tasks')
  expect(lines[3]?.split(/ {2,}/)).toEqual(['list', '16', '50.0', '40.0', '20 %', '20.0', '25.0'])
  expect(growthTable([run(5000, [row('list', 50)])])).toBe('')
})

test('reads what was written and refuses what was not', () => {
  const results = { madeAt: '2026-01-01T00:00:00Z', node: 'v22', runs: [run(5000, [row('list', 50)])] }
  expect(parseResults(JSON.stringify(results))).toEqual(results)
  expect(() => parseResults('{"runs":[]}')).toThrow('no proper madeAt')
  expect(() => parseResults('…')).toThrow('no JSON')
})
