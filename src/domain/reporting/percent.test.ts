import { describe, expect, it } from 'vitest'
import { percentInWords, progressInWords, shownPercent, waitingPart } from './percent'

describe('a percent', () => {
  it.each([
    [0, 0],
    [0.4, 0],
    [66.5, 67],
    [99.4, 99],
    [99.67, 99],
    [99.9999, 99],
    [100, 100],
  ])('of %d is shown as %d', (percent, shown) => {
    expect(shownPercent(percent)).toBe(shown)
  })
  it('is a dash where nothing applies', () => {
    expect(percentInWords(null)).toBe('—')
    expect(percentInWords(0)).toBe('0%')
  })
})

describe('progress in words', () => {
  it('says what waits only where it adds something', () => {
    expect(progressInWords({ percent: 40, waitingPercent: 60, scheduledPercent: 55 })).toBe(
      '40%，待审核至 60%，序时进度 55%',
    )
    expect(progressInWords({ percent: 40, waitingPercent: 40 })).toBe('40%')
    expect(progressInWords({ percent: null })).toBe('—')
  })
  it('draws what waits beside what was approved', () => {
    expect(waitingPart({ percent: 40, waitingPercent: 100 })).toBe(60)
    expect(waitingPart({ percent: null, waitingPercent: 30 })).toBe(30)
    expect(waitingPart({ percent: 50, waitingPercent: 30 })).toBe(0)
    expect(waitingPart({ percent: 50, waitingPercent: null })).toBe(0)
  })
})
