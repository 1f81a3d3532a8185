import { describe, expect, it } from 'vitest'
import { signalReasonVocabulary } from './signal-reason-vocabulary'
import { completionVocabulary, signalAppearance, signalCountVocabulary, signalVocabulary } from './signal-vocabulary'

const state = { signal: 'green', reason: 'on_track', isComplete: false, isLate: false } as const

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
  it('gives everything that is counted its own shape and word', () => {
    const { entries } = signalCountVocabulary
    expect(new Set(entries.map(({ shape }) => shape)).size).toBe(entries.length)
    expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length)
  })
  it('shows completion instead of the lamp', () => {
    expect(signalAppearance({ ...state, isComplete: true }).label).toBe('办结')
    expect(signalAppearance({ ...state, signal: 'red', reason: 'overdue' }).label).toBe('逾期')
  })
  it('never shows late completion as plain completion', () => {
    expect(signalAppearance({ ...state, isComplete: true, isLate: true }).label).toBe('逾期办结')
  })
  it('calls 未启动 only what has not started', () => {
    const called = signalReasonVocabulary.values.filter(
      (reason) => signalAppearance({ ...state, signal: 'grey', reason }).label === '未启动',
    )
    expect(called).not.toContain('not_applicable')
    expect(called).not.toContain('due_before_given')
    expect(called).toContain('not_started')
  })
  it('tells a near date from the other warnings', () => {
    expect(signalAppearance({ ...state, signal: 'yellow', reason: 'due_soon' }).label).toBe('临近期限')
    expect(signalAppearance({ ...state, signal: 'yellow', reason: 'report_missing' }).label).toBe('预警')
  })
})
