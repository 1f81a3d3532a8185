import { expect, test } from 'vitest'
import { AppError } from './errors'
import { saveFailureOf } from './save-failure'

test.each([
  [new TypeError('Failed to fetch'), 'offline'],
  [new AppError('plan_draft_revision_conflict', { status: 409, detail: '9' }), 'conflict'],
  [{ message: 'report_revision_conflict', code: 'PT409', details: '7' }, 'conflict'],
  [new AppError('obligation_is_closed'), 'refused'],
  [new AppError('session_expired', { status: 401 }), 'refused'],
])('%o is taken for %s', (error, failure) => {
  expect(saveFailureOf(error)).toBe(failure)
})
