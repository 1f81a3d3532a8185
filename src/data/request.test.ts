import { describe, expect, it } from 'vitest'
import { isCancelled } from './errors'
import { expectChanged, expectOneRow, likeValue, unwrap, unwrapAuth, unwrapPage } from './request'

const good = <T>(data: T, count: number | null = null) =>
  Promise.resolve({ success: true as const, data, error: null, count, status: 200, statusText: 'OK' })
const bad = (message: string, status: number) =>
  Promise.resolve({
    success: false as const,
    data: null,
    error: Object.assign(new Error(message), {
      code: '',
      details: '',
      hint: '',
      toJSON: () => ({ name: '', code: '', message, details: '', hint: '' }),
    }),
    count: null,
    status,
    statusText: '',
  })

describe('requests', () => {
  it('give their data', async () => {
    await expect(unwrap(good([1]))).resolves.toEqual([1])
    await expect(unwrapPage(good([1, 2], 40))).resolves.toEqual({ rows: [1, 2], total: 40 })
    await expect(unwrapAuth(Promise.resolve({ data: 'x', error: null }))).resolves.toBe('x')
  })
  it('turn every failure into an AppError', async () => {
    await expect(unwrap(bad('plan_is_closed', 409))).rejects.toMatchObject({ name: 'AppError', code: 'plan_is_closed' })
    await expect(unwrap(Promise.reject(new TypeError('Failed to fetch')))).rejects.toMatchObject({
      code: 'network_unreachable',
    })
    await expect(
      unwrapAuth(Promise.resolve({ data: null, error: { code: 'same_password', message: '', status: 422 } })),
    ).rejects.toMatchObject({ code: 'same_password' })
  })
  it('stay cancelled when they were cancelled', async () => {
    const thrown: unknown = await unwrap(bad('AbortError: signal is aborted', 0)).catch((error: unknown) => error)
    expect(isCancelled(thrown)).toBe(true)
  })
})

describe('rows', () => {
  it('one is expected, none is not found', () => {
    expect(expectOneRow([5])).toBe(5)
    expect(() => expectOneRow([])).toThrow('not_found')
    expect(() => expectOneRow(null)).toThrow('not_found')
  })
  it('a write that changed nothing is noticed', () => {
    expect(expectChanged([{ id: 1 }])).toHaveLength(1)
    expect(() => expectChanged([])).toThrow('nothing_changed')
    expect(() => expectChanged(null)).toThrow('nothing_changed')
  })
})

it('keeps words in a filter from becoming a filter', () => {
  expect(likeValue(' 教育局 ')).toBe('*教育局*')
  expect(likeValue('a"),role.eq.x,(b')).toBe('*a___role_eq_x__b*')
  expect(likeValue('100%_*\\')).toBe('*100____*')
})
