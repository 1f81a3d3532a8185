import { describe, expect, it } from 'vitest'
import { readSearchValue, writeSearchValues } from './use-search-state'

const defaults = { words: '', page: 1, signals: [], isOpen: false } as const

describe('search state', () => {
  it('reads each kind and falls back on nonsense', () => {
    expect(readSearchValue('3', 1)).toBe(3)
    expect(readSearchValue('x', 1)).toBe(1)
    expect(readSearchValue('', 1)).toBe(1)
    expect(readSearchValue('red,yellow', [])).toEqual(['red', 'yellow'])
    expect(readSearchValue('', ['red'])).toEqual([])
    expect(readSearchValue('maybe', false)).toBe(false)
    expect(readSearchValue(null, 'a')).toBe('a')
  })
  it('keeps the address short and other parameters untouched', () => {
    const next = writeSearchValues(new URLSearchParams('page=3&other=1'), defaults, { page: 1, words: '公开' })
    expect(next.toString()).toBe(`other=1&words=${encodeURIComponent('公开')}`)
  })
  it('writes a list as one parameter and drops an empty one', () => {
    const next = writeSearchValues(new URLSearchParams(), defaults, { signals: ['red', 'yellow'] })
    expect(next.get('signals')).toBe('red,yellow')
    expect(writeSearchValues(next, defaults, { signals: [] }).toString()).toBe('')
  })
})
