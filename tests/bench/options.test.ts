import { describe, expect, test } from 'vitest'
import { readOptions, UsageError } from './options'

describe('readOptions', () => {
  test('measures everything with 5,000 tasks when nothing is said', () => {
    expect(readOptions([])).toEqual({ tasks: [5000], seconds: 4, only: [] })
  })

  test('reads sizes, measures and files', () => {
    const args = ['--tasks', '5000, 100000', '--seconds', '2', '--only', 'list,rush', '--against', 'a.json']
    expect(readOptions([...args, '--out', 'b.json'])).toEqual({
      tasks: [5000, 100_000],
      seconds: 2,
      only: ['list', 'rush'],
      against: 'a.json',
      out: 'b.json',
    })
  })

  test.each([['--tasks', '10'], ['--tasks', 'many'], ['--seconds', '0'], ['--taks', '5000'], ['5000']])(
    'says how it is used instead of guessing: %s %s',
    (...args) => {
      expect(() => readOptions(args)).toThrow(UsageError)
      expect(() => readOptions(args)).toThrow(/usage: npm run bench/)
    },
  )
})
