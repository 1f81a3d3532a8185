import { describe, expect, test } from 'vitest'
import { failedTests } from '../support/failed-tests'

describe('which tests failed', () => {
  test('is read from a report of vitest', () => {
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'holds', status: 'passed' },
            { fullName: 'breaks', status: 'failed' },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'cannot be read\nat line 1', assertionResults: [] },
      ],
    }
    expect(failedTests(report)).toEqual(['a.test.ts > breaks', 'b.test.ts: cannot be read'])
  })

  test('is read from a report of Playwright, however deep', () => {
    const spec = (title: string, ok: boolean) => ({ file: 'year.spec.ts', title, ok })
    const report = { suites: [{ specs: [spec('opens', true)], suites: [{ specs: [spec('closes', false)] }] }] }
    expect(failedTests(report)).toEqual(['year.spec.ts > closes'])
  })

  test('is nothing for what is no report', () => {
    expect(failedTests(null)).toEqual([])
  })
})
