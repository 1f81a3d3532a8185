import { describe, expect, it } from 'vitest'
import { completionVocabulary, signalAppearance, signalVocabulary } from './signal-vocabulary'

describe('signal vocabulary', () => {
  it('lists the lamps worst first', () => {
    expect(signalVocabulary.values).toEqual(['red', 'yellow', 'green', 'grey'])
  })
  it('gives every open lamp its own shape and word, so colour is never the only sign', () => {
    const shapes = new Set(signalVocabulary.entries.map((entry) => entry.shape))
    const labels = [...signalVocabulary.entries, ...completionVocabulary.entries].map((entry) => entry.label)
    expect(shapes.size).toBe(signalVocabulary.entries.length)
    expect(new Set(labels).size).toBe(labels.length)
  })
  it('shows completion instead of the lamp', () => {
    expect(signalAppearance('green', true).label).toBe('办结')
    expect(signalAppearance('red', false).label).toBe('逾期')
  })
  it('never shows late completion as plain completion', () => {
    expect(signalAppearance('yellow', true).label).toBe('逾期办结')
    expect(signalAppearance('green', true, true).label).toBe('逾期办结')
  })
})
