import { defineVocabulary } from '@/lib/vocabulary'
import { describe, expect, it } from 'vitest'
import { userMessage } from './error-messages'
import { AppError, isSessionOver, toAppError } from './errors'

const postgrest = (code: string, message: string, details: string | null = null) => ({
  code,
  message,
  details,
  hint: null,
})
const auth = (code: string, status: number) =>
  Object.assign(new Error('English words'), { name: 'AuthApiError', code, status })

describe('toAppError', () => {
  it('takes the key of our own refusals, with the detail and the status', () => {
    const error = toAppError(postgrest('PT409', 'report_revision_conflict', '7'), 409)
    expect(error).toMatchObject({ code: 'report_revision_conflict', status: 409, detail: '7', isRetryable: false })
  })
  it('takes the name of a broken constraint, with the SQLSTATE to fall back on', () => {
    const error = toAppError(
      postgrest('23514', 'new row violates check constraint "display_name_is_1_to_40_characters"'),
      400,
    )
    expect(error).toMatchObject({ code: 'display_name_is_1_to_40_characters', family: '23514' })
  })
  it.each([
    [postgrest('PGRST303', 'JWT expired'), 401],
    [postgrest('PT401', 'not_signed_in'), 401],
    [postgrest('42501', 'permission denied for table tasks'), 401],
    [auth('session_not_found', 403), 0],
    [Object.assign(new Error('Auth session missing!'), { name: 'AuthSessionMissingError', status: 400 }), 0],
  ])('knows when the session is over', (thrown, status) => {
    expect(isSessionOver(toAppError(thrown, status))).toBe(true)
  })
  it('does not take a missing permission for a lost session', () => {
    expect(isSessionOver(toAppError(postgrest('42501', 'permission denied'), 403))).toBe(false)
  })
  it.each([
    new TypeError('Failed to fetch'),
    postgrest('', 'TypeError: Failed to fetch'),
    Object.assign(new Error('fetch failed'), { name: 'AuthRetryableFetchError', status: 0 }),
  ])('knows a network failure', (thrown) => {
    expect(toAppError(thrown)).toMatchObject({ code: 'network_unreachable', isRetryable: true })
  })
  it('retries what may pass by itself and nothing else', () => {
    expect(toAppError(postgrest('', 'boom'), 503).isRetryable).toBe(true)
    expect(toAppError(postgrest('PT409', 'plan_is_closed'), 409).isRetryable).toBe(false)
  })
})

describe('userMessage', () => {
  it.each([
    toAppError(auth('invalid_credentials', 400)),
    toAppError(postgrest('23505', 'duplicate key value violates unique constraint "some_new_constraint"'), 409),
    toAppError(postgrest('XX000', 'internal error'), 500),
    new Error('something in English'),
    new AppError('never_heard_of'),
    'a string',
    null,
  ])('never shows English and always a way out', (thrown) => {
    const words = userMessage(thrown)
    expect(words).toMatch(/。$/)
    expect(words).not.toMatch(/[A-Za-z]{3,}/)
  })
  it('falls back from an unknown constraint to its kind', () => {
    const error = toAppError(
      postgrest('23505', 'duplicate key value violates unique constraint "some_new_constraint"'),
      409,
    )
    expect(userMessage(error)).toContain('已有相同的内容')
  })
  it('says that the page is old when the server sends a value it does not know', () => {
    const colours = defineVocabulary([{ value: 'red', label: '红' }])
    let thrown: unknown
    try {
      colours.parse('violet')
    } catch (error) {
      thrown = error
    }
    expect(userMessage(thrown)).toContain('刷新页面')
  })
})
