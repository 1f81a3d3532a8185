import { describe, expect, test } from 'vitest'
import { failedTests } from '../support/failed-tests'

describe('which tests failed, and why', () => {
  test('is read from a report of vitest', () => {
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'holds', status: 'passed' },
            { fullName: 'breaks', status: 'failed', failureMessages: ['expected 2\n+ 3\n    at breaks.ts:1'] },
            { fullName: 'hangs', status: 'failed', failureMessages: [] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'cannot be read\nat line 1', assertionResults: [] },
      ],
    }
    expect(failedTests(report)).toEqual([
      'a.test.ts > breaks: expected 2 + 3',
      'a.test.ts > hangs',
      'b.test.ts: cannot be read at line 1',
    ])
  })

  test('is read from a report of Playwright, however deep', () => {
    const spec = (title: string, ok: boolean, errors: unknown[] = []) => ({
      file: 'year.spec.ts',
      title,
      ok,
      tests: [{ results: [{ errors }] }],
    })
    const report = {
      suites: [
        {
          specs: [spec('opens', true)],
          suites: [{ specs: [spec('closes', false, [{ message: '\u001B[31mno\u001B[39m button' }])] }],
        },
      ],
    }
    expect(failedTests(report)).toEqual(['year.spec.ts > closes: no button'])
  })

  test('is nothing for what is no report', () => {
    expect(failedTests(null)).toEqual([])
  })
})
