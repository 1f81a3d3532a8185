import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeviceCopy } from './device-copy'

let kept: Map<string, string>
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}
const copyOf = (userId: string, id: string) =>
  new DeviceCopy('note', userId, id, (content) => (typeof content === 'string' ? content : null))

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => void vi.unstubAllGlobals())

test('is read back with what it was typed on and when, until it is forgotten', () => {
  const copy = copyOf('me', 'a')
  expect(copy.read()).toBeNull()
  expect(copy.keep('写了一半', 3)).toBe(true)
  expect(copy.read()).toMatchObject({ content: '写了一半', baseRevision: 3 })
  expect(new Date(copy.read()?.keptAt ?? '').getTime()).not.toBeNaN()
  copy.forget()
  expect(kept.size).toBe(0)
})

test('is seen by its own person and subject alone', () => {
  copyOf('me', 'a').keep('我的', 1)
  expect(copyOf('other', 'a').read()).toBeNull()
  expect(copyOf('me', 'b').read()).toBeNull()
  copyOf('other', 'a').keep('别人的', 1)
  copyOf('other', 'a').forget()
  expect(copyOf('me', 'a').read()?.content).toBe('我的')
})

test.each(['', '{', 'null', '7', '"a"', '[]', '{"content":7}', '{"keptAt":"2021-06-30"}'])(
  '%s counts as none',
  (text) => {
    kept.set('note:me:a', text)
    expect(copyOf('me', 'a').read()).toBeNull()
  },
)

test('what was kept without its revision or its moment is still there', () => {
  kept.set('note:me:a', '{"content":"旧的"}')
  expect(copyOf('me', 'a').read()).toEqual({ content: '旧的', baseRevision: null, keptAt: '' })
})

test('a browser that refuses keeps nothing, says so, and nothing breaks', () => {
  vi.stubGlobal('localStorage', undefined)
  const copy = copyOf('me', 'a')
  expect(copy.keep('写了一半', 3)).toBe(false)
  expect(copy.read()).toBeNull()
  expect(() => copy.forget()).not.toThrow()
})
