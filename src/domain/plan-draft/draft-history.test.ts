import { describe, expect, it } from 'vitest'
import type { DraftAction, DraftHistory } from './draft-history'
import { reduceHistory, startHistory } from './draft-history'
import { sampleDraft } from '../../../tests/fixtures/draft-samples'

const titled = (title: string, mergeKey?: string): DraftAction => ({
  type: 'edit',
  change: (draft) => ({ ...draft, document: { ...draft.document, title } }),
  ...(mergeKey === undefined ? {} : { mergeKey }),
})
const play = (...actions: DraftAction[]): DraftHistory => actions.reduce(reduceHistory, startHistory(sampleDraft()))
const title = (history: DraftHistory) => history.present.document.title

describe('undo and redo', () => {
  it('goes back and forth', () => {
    expect(title(play(titled('甲'), titled('乙'), { type: 'undo' }))).toBe('甲')
    expect(title(play(titled('甲'), titled('乙'), { type: 'undo' }, { type: 'redo' }))).toBe('乙')
  })
  it('counts typing in one field as one step, and in another as the next', () => {
    expect(title(play(titled('甲', 'title'), titled('甲乙', 'title'), { type: 'undo' }))).toBe(
      sampleDraft().document.title,
    )
    expect(title(play(titled('甲', 'title'), titled('乙', 'other'), { type: 'undo' }))).toBe('甲')
  })
  it('starts a new step after an undo, even in the same field', () => {
    expect(
      title(play(titled('甲', 'k'), titled('乙', 'x'), { type: 'undo' }, titled('丙', 'k'), { type: 'undo' })),
    ).toBe('甲')
  })
  it('forgets the undone once something new is done', () => {
    expect(play(titled('甲'), { type: 'undo' }, titled('乙')).future).toEqual([])
  })
  it('makes no step of an edit that changes nothing', () => {
    expect(play({ type: 'edit', change: (draft) => draft }).past).toEqual([])
  })
  it('stays where it is with nothing to undo or redo', () => {
    const history = startHistory(sampleDraft())
    expect(reduceHistory(history, { type: 'undo' })).toBe(history)
    expect(reduceHistory(history, { type: 'redo' })).toBe(history)
  })
  it('keeps a bounded number of steps', () => {
    expect(play(...Array.from({ length: 250 }, (_, at) => titled(String(at)))).past).toHaveLength(200)
  })
})
