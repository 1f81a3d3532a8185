import { describe, expect, it } from 'vitest'
import { defineVocabulary, UnknownValueError } from './vocabulary'

const fruit = defineVocabulary([
  { value: 'apple', label: '苹果', colour: 'r' },
  { value: 'pear', label: '梨', colour: 'g' },
])

describe('vocabulary', () => {
  it('keeps the order of its table', () => {
    expect(fruit.values).toEqual(['apple', 'pear'])
  })
  it('gives the label and the whole row', () => {
    expect(fruit.label('pear')).toBe('梨')
    expect(fruit.of('apple').colour).toBe('r')
  })
  it('tells its own values from others', () => {
    expect(fruit.is('apple')).toBe(true)
    expect(fruit.is('plum')).toBe(false)
    expect(fruit.is(null)).toBe(false)
  })
  it('refuses a value it does not know', () => {
    expect(() => fruit.parse('plum')).toThrow(UnknownValueError)
  })
})
